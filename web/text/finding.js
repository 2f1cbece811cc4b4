// Searching with options: whole words, case and accents, regular expressions. The core's own search knows none of them.

import { pacer } from '../core/pace.js';
import { PatternError, compile } from './pattern.js';
import english from '../words/english/finding.js';
import { speak } from '../words/say.js';

const say = speak(english);

/** As many as the core lists. */
const mostHits = 100_000;
/** What a search may cost for each character, and beyond that: a few seconds. */
const workEach = 200, workMore = 3e7;
const encoder = new TextEncoder();

/**
 * @typedef {object} Found
 * @property {string} hits for the core: turn, place and length in bytes of its text, and so on
 * @property {string} problem what there is to say, empty where all went well
 */

/** The words' length in UTF-8. @param {string} text */
const bytesOf = text => {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 127) return encoder.encode(text).length;
  return text.length;
};

/**
 * All hits, looked for in pieces that keep the page answering.
 * @param {Inspect} transcript @param {string} words @param {string[]} how some of `exact`, `words`, `regex`
 * @param {AbortSignal} signal of another search
 * @returns {Promise<Found | null>} null when another overtook it
 */
export async function find({ turns }, words, how, signal) {
  let machine;
  try {
    machine = compile(words, { exact: how.includes('exact'), words: how.includes('words'), plain: !how.includes('regex') });
  } catch (error) {
    if (!(error instanceof PatternError)) throw error;
    return { hits: '', problem: error.message };
  }
  const pace = pacer(signal), found = [];
  let most = workMore;
  for (let id = 0; id < turns.length; id++) {
    const { text } = turns[id];
    most += text.length * workEach;
    let at = 0, bytes = 0;
    for (const match of machine.matches(text)) {
      if (match) {
        bytes += bytesOf(text.slice(at, match[0]));
        const length = bytesOf(text.slice(...match));
        found.push(`${id} ${bytes} ${length}`);
        bytes += length;
        at = match[1];
      } else if (!await pace()) return null;
      if (found.length >= mostHits || machine.work > most) break;
    }
    if (found.length >= mostHits) break;
    if (machine.work > most) return { hits: found.join(' '), problem: say('this-takes-too', id + 1) };
    if (id % 64 === 0 && !await pace()) return null;
  }
  return signal.aborted ? null : { hits: found.join(' '), problem: '' };
}
