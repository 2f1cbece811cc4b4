// Our own sample interviews. The strip is each turn's lane and words, in order: a small picture of who
// speaks when, drawn before anything is loaded; the slots are the lanes' colours.

import english from '../words/english/empty.js';
import { speak } from '../words/say.js';

const say = speak(english);

/** @type {{ file: string, title: string, about: string, slots: number[], strip: string }[]} */
export const samples = [
  {
    file: 'the-lighthouse-keeper.txt', get title() { return say('the-lighthouse'); }, get about() { return say('two-voices-five'); },
    slots: [2, 1],
    strip: '1:25 2:82 1:3 2:37 1:6 2:54 1:20 2:94 1:5 2:38 1:12 2:22 1:18 2:185 1:4 2:21 1:3 2:5 1:16 2:87 1:4 2:11 1:5 2:18 1:16 2:17 1:5 2:38 1:5 2:50 1:5 2:2',
  },
  {
    file: 'one-oven.vtt', get title() { return say('one-oven-three'); }, get about() { return say('three-voices-with'); },
    slots: [3, 2, 1],
    strip: '1:24 2:28 3:5 2:25 1:12 3:80 1:8 2:7 3:24 1:15 3:46 2:37 1:5 2:20 1:11 3:2 2:3 3:48 2:15 3:6 1:15 2:55 1:7 3:32 1:13 3:27 2:11 3:13 1:9 2:6 3:34',
  },
  {
    file: 'half-day-teahouse.txt', title: '茶馆三人谈', get about() { return say('a-tea-house'); },
    slots: [2, 1, 3],
    strip: '1:19 2:59 1:16 2:35 1:15 3:14 2:29 3:23 1:4 2:67 1:13 3:14 2:33 1:7 2:55 1:3 2:9 3:7',
  },
  {
    file: 'the-bell-founder.md', get title() { return say('the-bell-that'); }, get about() { return say('two-voices-four'); },
    slots: [2, 1],
    strip: '1:18 2:59 1:5 2:52 1:12 2:38 1:6 2:13 1:4 2:54 1:10 2:59 1:13 2:36 1:13 2:30 1:8 2:80 1:3 2:54 1:6 2:16',
  },
];
