// The balance of each topic, the author's and found ones.

import { h } from '../dom.js';
import { drawnPictures, rows } from './drawn.js';
import { defines, known } from './cards.js';
import { defined, figure, table } from './told.js';
import english from '../words/english/figures.js';
import { grouped, percent, speak } from '../words/say.js';

const say = speak(english);

/** @param {import('./figures.js').Told} told */
export function byTopic(told) {
  const { transcript, figures: { topics }, who, send, card, term, unit } = told;
  if (topics.length < 2) return [h('h3', {}, say('balance-by-topic')), h('p', {}, say('there-is-one'))];
  let measured = -1;
  return [h('h3', {}, say('balance-by-topic')),
    table(say('balance-by-topic'), [say('topic'), term(say(unit), defines(say(unit), 'measured', say('what-of-topic'))), term(say('balance-index'), defines(say('unit-index'), 'measured', say('normalised-entropy-2'))),
      term(say('who'), defines('%', 'measured', say('what-of-topic')))], topics.map((topic, at) => {
      const all = topic.speaker_words.reduce((sum, words) => sum + words, 0);
      const bar = h('div.bar.split', { 'aria-hidden': 'true' });
      topic.speaker_words.forEach((words, id) => {
        const piece = h('i', { 'data-slot': who(id).dataset.slot });
        piece.style.flexGrow = String(words);
        if (words) bar.append(piece);
      });
      const said = topic.speaker_words.map((words, id) => words ? `${transcript.speakers[id].name} ${percent(words / all, 1)}` : '').filter(Boolean).join(', ');
      const explained = () => ({ name: titleOf(topic, transcript), facts: [say(`${unit}-counted`, topic.words), say('turns-to', topic.first_turn + 1, topic.last_turn + 1)],
        line: topic.keyphrases.join(' · '), more: [known(say('balance-index'), figure(topic.index), 'measured'), said,
          topic.found ? known(say('begins-here'), percent(topic.confidence), 'estimated') : say('as-the-author'), say('measure-only-this')].filter(Boolean) });
      return [card(h('button', { type: 'button', dir: 'auto', onclick: () => {
        measured = measured === at ? -1 : at;
        send(measured < 0 ? 'range none' : `range ${topic.first_turn} ${topic.last_turn}`);
        if (measured >= 0) send(`select ${topic.first_turn}`);
      } }, titleOf(topic, transcript)), explained), grouped(topic.words), figure(topic.index), card(h('span', {}, bar, h('span.hidden', {}, said)), explained)];
    })),
    ...drawnPictures(() => drawn(told), say('balance-by-topic'), told),
    defined([[say('balance-index'), say('normalised-entropy-2')]])];
}

/** Each topic as long as it has words, parted by who says them. @param {import('./figures.js').Told} told */
function drawn({ transcript, figures: { topics }, who, unit }) {
  const most = Math.max(1, ...topics.map(({ speaker_words: words }) => words.reduce((sum, n) => sum + n, 0)));
  return rows(topics.map(topic => {
    let at = 0;
    const pieces = topic.speaker_words.flatMap((words, id) => {
      const size = words / most, piece = { at, size, slot: who(id).dataset.slot };
      at += size;
      return words ? [piece] : [];
    });
    return { name: titleOf(topic, transcript), note: `${say(`${unit}-counted`, topic.words)} · ${figure(topic.index)}`, pieces };
  }));
}

/** @param {InspectTopic} topic @param {Inspect} transcript */
const titleOf = ({ found, section, name, keyphrases, first_turn: first }, { sections }) =>
  (found || section === null ? name ?? keyphrases.join(' · ') : sections[section].title) || say('from-turn', first + 1);
