// What marks and figures mean, said once for their cards and for the legend: a name, a definition, and whether it is
// measured, estimated or not known here.

import english from '../words/english/terms.js';
import { fixed, speak } from '../words/say.js';

const say = speak(english);

/** @typedef {import('../element/viewer.js').Viewer} Viewer */
/** @typedef {'measured' | 'estimated' | 'unknown' | ''} Certainty */
/** @typedef {{ title: string, what: string, sure: Certainty }} Told */

/** Turns that are looked at to say how sure something is. */
const sampled = 400;

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

/** Words of scripts without spaces are estimated; those that are counted by characters are not. @param {Inspect} transcript @returns {Certainty} */
const ofWords = transcript => transcript.turns.slice(0, 40).some(({ text }) => /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]/.test(text.slice(0, 200))) ? 'estimated' : 'measured';

/** @param {Inspect} transcript @returns {Certainty} */
const ofTimes = transcript => transcript.turns.slice(0, sampled).some(turn => guessed(turn)) ? 'estimated' : 'measured';

/** Whether a time of the turn is not the file's. @param {InspectTurn} turn */
export const guessed = turn => 'start_estimated' in turn || 'end_estimated' in turn;

/** @param {Certainty} sure */
export const certainty = sure => sure && say(`certainty-${sure}`);

/** What the columns of the balance tell, in their order (scene/figures.cpp). @param {Viewer} viewer */
export const columnsOf = ({ now }) => ['speaker', 'share', 'words', 'turns', 'mean', 'longest', 'asks', ...(now?.axis === 'time' ? ['time'] : []), 'cuts'];

/** The part of the whole that figures are of. @param {number} at @param {number} of */
export const partOf = (at, of) => say('part-of-parts', at, of);

/** A role that nobody gave. @param {string} role */
export const guess = role => say('a-guess', role);

/** Of the river. @param {string} place @param {string} window */
export const around = (place, window) => say('in-a-window-of', place, window);

/**
 * @param {Viewer} viewer @param {string} term a column, or a part of the panels @param {string} [window] of the river
 * @returns {Told | null}
 */
export function told(viewer, term, window = '') {
  const { transcript, now } = viewer;
  if (!transcript) return null;
  const timed = now?.axis === 'time', words = ofWords(transcript), axis = timed ? ofTimes(transcript) : words;
  const leftward = !!viewer.shadow.querySelector('.grid[dir=rtl]');
  const entropy = () => `${say('normalised-entropy-4', inWords(transcript))}${transcript.balance.gini === null ? '' : ` Gini ${fixed(transcript.balance.gini, 2)}: ${say('of-the-same')}`}`;
  /** @type {Record<string, () => [string, string, Certainty]>} */
  const all = {
    text: () => [say('the-words'), say('the-words-2'), ''],
    bands: () => [say('bands-and-topics'), say('the-headings-in'), viewer.found.length ? 'estimated' : ''],
    lanes: () => [say('timeline'), say('from-a-bar-is-a', leftward ? say('right-to-left') : say('left-to-right'), timed ? say('by-the-times') : say('by-the-words-2')), axis],
    questions: () => [say('small-ticks'), say('questions-each-in'), 'measured'],
    river: () => [say('river'), `${say('how-the-words')}${window && ` ${say('window-here', window)}`}`, axis],
    axis: () => [say('axis'), timed ? say('axis-time') : say('axis-words'), axis],
    window: () => [say('reading-window'), say('reading-window-2'), ''],
    found: () => [say('hits-term'), say('hits-in-the-talk'), ''],
    shares: () => [say('shares'), say('shares-2'), words],
    index: () => [say('balance-index'), entropy(), transcript.balance.index === null ? 'unknown' : words],
    heads: () => [say('column-heads'), say('click-on-a-head'), ''],
    figures: () => [say('figures-that-lead'), say('figures-that-lead-2'), ''],
    speaker: () => [say('speaker-term'), say('speaker-head'), ''],
    share: () => [say('share-words'), say('words-spoken'), words],
    words: () => [say('share-words'), say('words-spoken'), words],
    turns: () => [say('turns'), say('stretches-of-one'), 'measured'],
    mean: () => [say('mean-longest'), say('words-per-turn'), words],
    longest: () => [say('mean-longest'), say('words-per-turn'), words],
    asks: () => [say('asks'), say('sentences-that-end'), 'measured'],
    time: () => [say('time-term'), say('how-long-turns-last'), ofTimes(transcript)],
    cuts: () => [say('cuts-in'), say('turns-that-begin'), 'measured'],
  };
  if (!Object.hasOwn(all, term)) return null;
  const [title, what, sure] = all[term]();
  return { title, what, sure };
}

export const moving = { next: () => say('part-next'), previous: () => say('part-previous') };
export const sortHint = () => say('click-on-a-head');
