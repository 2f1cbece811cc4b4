// "What am I looking at?": what each mark and figure means, with the figures of the transcript that is open.

import { h } from '../dom.js';
import { keyList, sheet } from './menus.js';

const numerals = ['', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];

/** The balance in a sentence. @param {Inspect} transcript */
export function inWords({ speakers, balance }) {
  const [first, second] = [...speakers].sort((a, b) => b.words - a.words);
  if (!first || !second || balance.index === null) return '';
  const ratio = Math.round(first.words / Math.max(1, second.words));
  const to = numerals[ratio] ? `${numerals[ratio]} words to one` : `${ratio} words to one`;
  const even = balance.index >= 0.95 ? 'all speak about as much'
    : ratio < 2 ? `${first.name} speaks most, ${second.name} nearly as much` : `one voice leads: ${first.name} says ${to} of ${second.name}’s`;
  return `${balance.index.toFixed(2)} here: ${even}.`;
}

/** @param {Inspect} transcript @param {boolean} mirrored the talk runs from right to left */
function legend(transcript, mirrored) {
  const timed = transcript.duration_ms !== null;
  const talk = transcript.speakers.length > 0;
  /** @type {[string, string][]} */
  const marks = [
    ['Timeline', `From ${mirrored ? 'right to left' : 'left to right'} ${timed ? 'by the times in the file' : 'by the words spoken'}; a bar is a turn, a lane is a speaker. The frame is what you are reading: drag it.`],
    ...(talk ? /** @type {[string, string][]} */ ([
      ['Small ticks', 'Questions, each in the colour of who asks.'],
      ['River', 'How the words around each place are shared out; the dashed line is one half.'],
    ]) : []),
    ['Bands and topics', 'The headings in the file, or its chapters; where there are none, and in long ones, topics found by the words, which are guesses: broken lines and italics where one is less sure than even. Click one to read it, again to measure it alone; the thin bar below the shares is the whole then.'],
  ];
  /** @type {[string, string][]} */
  const figures = talk ? [
    ['balance', `Normalised entropy of the words per speaker (Shannon 1948, Pielou 1966): 1 is even, 0 is one voice. ${inWords(transcript)}`],
    ['Gini', 'Of the same words: 0 is even; near 1 is one voice among many.'],
    ['share, words', 'Words spoken, counted; narration counts for nobody. Characters where a script has no spaces, and the count is an estimate then.'],
    ['turns', 'Stretches of one speaker, between those of others.'],
    ['mean, longest', 'Words per turn: all of a speaker’s words by their turns, and the longest one. A click on the mean shows how long turns are, on the longest goes there.'],
    ['asks', 'Sentences that end in a question mark. A click lists them.'],
  ] : [];
  const list = (/** @type {[string, string][]} */ of) => h('dl', {}, ...of.flatMap(([name, what]) => [h('dt', {}, name), h('dd', {}, what)]));
  return [h('h3', {}, 'What you see'), list(marks), figures.length ? h('h3', {}, 'Figures') : '', figures.length ? list(figures) : ''];
}

/** @param {HTMLElement} root @param {Inspect | null} transcript */
export const legendSheet = (root, transcript) => sheet(root, 'What am I looking at?', [
  ...(transcript ? legend(transcript, !!root.querySelector('.grid[dir=rtl]')) : []), h('h3', {}, 'Keys'), keyList(!!root.querySelector('.player')),
]);
