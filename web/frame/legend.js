// "What am I looking at?": what each mark and figure means, with the figures of the transcript that is open.

import { h } from '../dom.js';
import { keyList, sheet } from './menus.js';
import english from '../words/english/desk.js';
import { fixed, speak } from '../words/say.js';

const say = speak(english);

/** The balance in a sentence. @param {Inspect} transcript */
export function inWords({ speakers, balance }) {
  const [first, second] = [...speakers].sort((a, b) => b.words - a.words);
  if (!first || !second || balance.index === null) return '';
  const ratio = Math.round(first.words / Math.max(1, second.words));
  const spelled = say('numerals').split(' ')[ratio - 1], to = say('words-to-one', spelled ?? ratio);
  const even = balance.index >= 0.95 ? say('all-speak-about')
    : ratio < 2 ? say('speaks-most-nearly', first.name, second.name) : say('one-voice-leads', first.name, to, second.name);
  return say('here-named', fixed(balance.index, 2), even);
}

/** @param {Inspect} transcript @param {boolean} mirrored the talk runs from right to left */
function legend(transcript, mirrored) {
  const timed = transcript.duration_ms !== null;
  const talk = transcript.speakers.length > 0;
  /** @type {[string, string][]} */
  const marks = [
    [say('timeline'), say('from-a-bar-is-a', mirrored ? say('right-to-left') : say('left-to-right'), timed ? say('by-the-times') : say('by-the-words-2'))],
    ...(talk ? /** @type {[string, string][]} */ ([
      [say('small-ticks'), say('questions-each-in')],
      [say('river'), say('how-the-words')],
    ]) : []),
    [say('bands-and-topics'), say('the-headings-in')],
  ];
  /** @type {[string, string][]} */
  const figures = talk ? [
    [say('balance-index'), say('normalised-entropy-4', inWords(transcript))],
    ['Gini', say('of-the-same')],
    [say('share-words'), say('words-spoken')],
    [say('turns'), say('stretches-of-one')],
    [say('mean-longest'), say('words-per-turn')],
    [say('asks'), say('sentences-that-end')],
  ] : [];
  const list = (/** @type {[string, string][]} */ of) => h('dl', {}, ...of.flatMap(([name, what]) => [h('dt', {}, name), h('dd', {}, what)]));
  return [h('h3', {}, say('what-you-see')), list(marks), figures.length ? h('h3', {}, say('figures')) : '', figures.length ? list(figures) : ''];
}

/** @param {HTMLElement} root @param {Inspect | null} transcript */
export const legendSheet = (root, transcript) => sheet(root, say('what-am-i'), [
  ...(transcript ? legend(transcript, !!root.querySelector('.grid[dir=rtl]')) : []), h('h3', {}, say('keys')), keyList(!!root.querySelector('.player')),
]);
