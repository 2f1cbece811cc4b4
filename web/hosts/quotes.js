// Quotes in a transcript: the words of a link found again, whatever was edited around them.

import { pacer } from '../core/pace.js';

/** @typedef {[turn: number, start: number, length: number]} Piece in UTF-16 units of the turn's text */
/** @typedef {{ quote: string, before: string, after: string, turn: number | null }} Quote */

export const contextLength = 32;
const mostQuoted = 2000;

/** @param {string} words */
export const spaced = words => words.replace(/\s+/g, ' ').trim();
/** @param {string} words */
const pattern = words => spaced(words).split(' ').map(word => word.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')).join('\\s+');

/** How many units at the end of `a` and of `b` agree. @param {string} a @param {string} b */
function commonEnd(a, b) {
  let same = 0;
  while (same < a.length && same < b.length && a[a.length - 1 - same] === b[b.length - 1 - same]) same++;
  return same;
}
/** @param {string} text */
const backwards = text => [...text].reverse().join('');

/**
 * The place where the words stand: of several, the one whose surroundings agree best with those of the
 * quote, then the one nearest to its turn.
 * @param {Inspect} transcript @param {Quote} quote @param {AbortSignal} [signal]
 * @returns {Promise<Piece[] | null>} a piece a turn; null where the words stand nowhere
 */
export async function find({ turns }, { quote, before, after, turn }, signal) {
  const wanted = spaced(quote).slice(0, mostQuoted);
  if (!wanted) return null;
  const pace = pacer(signal);
  const first = wanted.split(' ')[0];
  const words = new RegExp(pattern(wanted), 'g');
  const [lead, trail] = [spaced(before), backwards(spaced(after))];
  /** @type {{ pieces: Piece[], score: number, far: number } | null} */
  let best = null;
  for (let id = 0; id < turns.length; id++) {
    if (id % 16 === 15 && !await pace()) return null;
    const own = turns[id].text;
    if (!own.includes(first)) continue;
    // Enough of what follows for words that run over several turns, and for what stands behind them.
    let text = own;
    const starts = [0];
    for (let next = id + 1; next < turns.length && text.length < own.length + 2 * wanted.length + contextLength; next++) {
      starts.push(text.length + 1);
      text += `\n${turns[next].text}`;
    }
    for (const match of text.matchAll(words)) {
      if (match.index >= own.length) break;
      const end = match.index + match[0].length;
      const ahead = id && match.index < contextLength ? `${turns[id - 1].text.slice(-contextLength)} ${own.slice(0, match.index)}` : own.slice(0, match.index);
      const score = commonEnd(lead, spaced(ahead.slice(-2 * contextLength)))
        + commonEnd(trail, backwards(spaced(text.slice(end, end + 2 * contextLength))));
      const far = turn === null ? 0 : Math.abs(id - turn);
      if (best && (score < best.score || (score === best.score && far >= best.far))) continue;
      const pieces = starts.map((start, i) => /** @type {Piece} */ ([id + i, Math.max(0, match.index - start),
        Math.min(end - start, turns[id + i].text.length) - Math.max(0, match.index - start)]));
      best = { pieces: pieces.filter(piece => piece[2] > 0), score, far };
    }
  }
  return best?.pieces ?? null;
}

/**
 * Where the words of a quote are gone, the turn they stood in: the one its surroundings still name, else
 * the one the link named.
 * @param {Inspect} transcript @param {Quote} quote @returns {Promise<number | null>}
 */
export async function place(transcript, { before, after, turn }) {
  for (const words of [before, after]) {
    const found = words.trim().length > 7 ? await find(transcript, { quote: words, before: '', after: '', turn }) : null;
    if (found) return found[words === before ? found.length - 1 : 0][0];
  }
  return turn !== null && transcript.turns[turn] ? turn : null;
}
