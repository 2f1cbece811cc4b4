// What the reading pane stands of, in its order: pieces of some turns each, and the headings that open before them.

const turnsPerPiece = 24;
const charactersPerPiece = 9000;
const headingPixels = 64;

/**
 * @typedef {object} Piece
 * @property {number} first
 * @property {number} end one past its last turn
 * @property {number} section the innermost one its turns stand in, -1 outside any
 * @property {number[]} opens sections whose headings stand before it; all but the last have no turns of their own here
 * @property {number} pixels guessed
 */

/** What a turn will take. @param {number} length @param {number} speaker @param {{ line: number, characters: number }} measure of a line */
const guess = (length, speaker, { line, characters }) => 12 + (speaker < 0 ? 0 : 17) + Math.ceil((length + 1) / characters) * line;

/**
 * In document order; each speaker's first turn introduces them.
 * @param {Inspect} transcript @param {{ line: number, characters: number }} measure pixels and characters of a line
 * @param {() => Promise<unknown>} pace called between pieces
 * @param {(first: number) => number[]} shapes of some turns from that one on the characters, speaker and section, -1 for none
 */
export async function outline({ turns, sections }, measure, pace, shapes) {
  /** @type {Piece[]} */ const pieces = [];
  /** @type {Set<number>} */ const introductions = new Set();
  const order = [...sections].sort((a, b) => a.first_turn - b.first_turn || a.level - b.level || a.id - b.id);
  const known = new Set();
  let next = 0, characters = 0;
  /** @type {Piece | null} */
  let piece = null;
  const opening = (/** @type {number} */ turn) => {
    const opens = [];
    for (; next < order.length && order[next].first_turn <= turn; next++) opens.push(order[next].id);
    return opens;
  };
  const begin = (/** @type {number} */ first, /** @type {number} */ section, /** @type {number[]} */ opens) => {
    characters = 0;
    pieces.push(piece = { first, end: first, section, opens, pixels: opens.length * headingPixels });
    return piece;
  };
  /** @type {number[]} */ let shape = [];
  for (let id = 0, at = 0; id < turns.length; id++, at += 3) {
    if (at === shape.length) {
      await pace();
      shape = shapes(id);
      at = 0;
      if (!shape.length) break; // another transcript is shown
    }
    const [length, speaker, section] = [shape[at], shape[at + 1], shape[at + 2]];
    const opens = opening(id);
    if (!piece || opens.length || section !== piece.section || id - piece.first >= turnsPerPiece || characters > charactersPerPiece) {
      await pace();
      piece = begin(id, section, opens);
    }
    piece.end = id + 1;
    piece.pixels += guess(length, speaker, measure);
    characters += length;
    if (speaker >= 0 && !known.has(speaker)) {
      known.add(speaker);
      introductions.add(id);
    }
  }
  const rest = opening(turns.length);
  if (rest.length) begin(turns.length, rest[rest.length - 1], rest);
  return { pieces, introductions };
}
