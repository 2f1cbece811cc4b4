// The frame of the reading pane: headings, and chunks of turns still empty, with the room they will take.

import { h } from '../dom.js';

const turnsPerChunk = 24;
const charactersPerChunk = 9000;
const charactersPerLine = 66;
const linePixels = 28;
const headingPixels = 64;

/**
 * @typedef {{ element: HTMLElement, first: number, end: number, pixels: number, built: boolean }} Chunk
 * @typedef {{ element: HTMLElement, chunks: Chunk[], pixels: number }} Block what the browser skips as one while it is
 *   off screen: a topic with all its chunks, or a chunk of its own
 */

/** What a turn will take. @param {InspectTurn} turn */
const guess = ({ text, speaker }) => 14 + (speaker === null ? 0 : 18) + Math.ceil((text.length + 1) / charactersPerLine) * linePixels;

/**
 * In document order; each speaker's first turn introduces them.
 * @param {HTMLElement} sheet @param {Inspect} transcript @param {() => Promise<unknown>} pace called between pieces
 */
export async function outline(sheet, { title, turns, sections }, pace) {
  /** @type {Chunk[]} */ const chunks = [];
  /** @type {Block[]} */ const blocks = [];
  /** @type {Map<number, HTMLElement>} */ const headings = new Map();
  /** @type {Set<number>} */ const introductions = new Set();
  const order = [...sections].sort((a, b) => a.first_turn - b.first_turn || a.level - b.level || a.id - b.id);
  /** @type {Map<number, HTMLElement>} */
  const boxes = new Map();
  const known = new Set();
  let next = 0;
  /** @type {HTMLElement | null} */
  let container = null;
  /** @type {Chunk | null} */
  let chunk = null;
  let characters = 0;
  const open = (/** @type {number} */ turn) => {
    for (; next < order.length && order[next].first_turn <= turn; next++) {
      const section = order[next];
      const heading = h(`h${Math.min(6, section.level + 1)}.heading`, { 'data-s': section.id }, section.title);
      heading.dir = 'auto';
      // A heading that opens the document and gives it its title stands above the text already.
      heading.classList.toggle('titled', section.first_turn === 0 && section.title === title);
      const box = h('section.topic', { 'data-kind': section.kind }, section.title ? heading : null);
      headings.set(section.id, heading);
      boxes.set(section.id, box);
      const home = boxes.get(section.parent ?? -1);
      (home ?? sheet).append(box);
      if (!home) blocks.push({ element: box, chunks: [], pixels: 0 });
      /** @type {Block} */ (blocks.at(-1)).pixels += headingPixels;
      chunk = null;
    }
  };
  for (const turn of turns) {
    open(turn.id);
    const home = boxes.get(turn.section ?? -1) ?? sheet;
    if (!chunk || home !== container || turn.id - chunk.first >= turnsPerChunk || characters > charactersPerChunk) {
      await pace();
      container = home;
      characters = 0;
      chunk = { element: h('div.chunk'), first: turn.id, end: turn.id, pixels: 0, built: false };
      home.append(chunk.element);
      chunks.push(chunk);
      if (home === sheet) blocks.push({ element: chunk.element, chunks: [], pixels: 0 });
      /** @type {Block} */ (blocks.at(-1)).chunks.push(chunk);
    }
    chunk.end = turn.id + 1;
    chunk.pixels += guess(turn);
    characters += turn.text.length;
    if (turn.speaker !== null && !known.has(turn.speaker)) {
      known.add(turn.speaker);
      introductions.add(turn.id);
    }
  }
  open(turns.length);
  const reserve = (/** @type {Chunk | Block} */ one) => { one.element.style.containIntrinsicBlockSize = `auto ${Math.round(one.pixels)}px`; };
  for (const block of blocks) {
    for (const one of block.chunks) {
      block.pixels += one.pixels;
      reserve(one);
    }
    reserve(block);
    await pace();
  }
  return { chunks, blocks, headings, introductions };
}
