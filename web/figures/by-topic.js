// The balance of each topic, the author's and found ones.

import { grouped, h } from '../dom.js';
import { defined, figure, table } from './told.js';

/** @param {import('./figures.js').Told} told */
export function byTopic({ transcript, figures: { topics }, who, send }) {
  if (topics.length < 2) return [h('h3', {}, 'Balance by topic'), h('p', {}, 'There is one topic: its balance is that of the whole talk.')];
  let measured = -1;
  return [h('h3', {}, 'Balance by topic'),
    table('Balance by topic', ['topic', 'words', 'balance', 'who'], topics.map((topic, at) => {
      const all = topic.speaker_words.reduce((sum, words) => sum + words, 0);
      const bar = h('div.bar.split', { 'aria-hidden': 'true' });
      topic.speaker_words.forEach((words, id) => {
        const piece = h('i', { 'data-slot': who(id).dataset.slot });
        piece.style.flexGrow = String(words);
        if (words) bar.append(piece);
      });
      const said = topic.speaker_words.map((words, id) => words ? `${transcript.speakers[id].name} ${(words / all * 100).toFixed(1)}%` : '').filter(Boolean).join(', ');
      return [h('button', { type: 'button', dir: 'auto', title: 'Measure only this', onclick: () => {
        measured = measured === at ? -1 : at;
        send(measured < 0 ? 'range none' : `range ${topic.first_turn} ${topic.last_turn}`);
        if (measured >= 0) send(`select ${topic.first_turn}`);
      } }, titleOf(topic, transcript)), grouped(topic.words), figure(topic.index), h('span', {}, bar, h('span.hidden', {}, said))];
    })),
    defined([['balance', 'Normalised entropy of the words over those who speak in the topic: a dash where one voice is alone. A click measures the topic in the panel above.']])];
}

/** @param {InspectTopic} topic @param {Inspect} transcript */
const titleOf = ({ found, section, name, keyphrases, first_turn: first }, { sections }) =>
  (found || section === null ? name ?? keyphrases.join(' · ') : sections[section].title) || `From turn ${first + 1}`;
