// Pictures of figures that the page shows as tables and lists: drawn when they are saved.

import { h, svg } from '../dom.js';
import { pictures } from './picture.js';

const width = 720, edge = 16, line = 26, bar = 14, from = 232, to = 588;

/** @param {number} x @param {number} y @param {string} words @param {'start' | 'middle' | 'end'} [anchor] */
function label(x, y, words, anchor = 'start') {
  const one = svg('text', { x, y, 'text-anchor': anchor, class: 'drawn-words' });
  one.textContent = words;
  return one;
}

/** @param {string} words @param {number} most */
const cut = (words, most) => {
  const all = [...words];
  return all.length > most ? `${all.slice(0, most - 1).join('')}…` : words;
};

/** @param {number} height @param {SVGElement[]} inside */
const sheet = (height, inside) => svg('svg', { viewBox: `0 0 ${width} ${height}` }, ...inside);

/**
 * A row each: a name, pieces along a line of length one in the colours of speakers, and what is said of it.
 * @param {{ name: string, note: string, pieces: { at: number, size: number, slot: string | undefined, faint?: boolean }[] }[]} all
 */
export function rows(all) {
  const place = (/** @type {number} */ part) => part * (to - from);
  return sheet(all.length * line + 2 * edge, all.flatMap(({ name, note, pieces }, at) => {
    const top = edge + at * line;
    return [label(edge, top + bar - 2, cut(name, 32)), label(width - edge, top + bar - 2, note, 'end'),
      ...pieces.map(({ at: begin, size, slot, faint }) => svg('rect', { x: (from + place(begin)).toFixed(1), y: top, width: Math.max(1, place(size)).toFixed(1), height: bar,
        class: 'band', 'fill-opacity': faint ? .4 : 1, 'data-slot': slot }))];
  }));
}

/**
 * Columns, those before zero apart from those behind it.
 * @param {{ counts: readonly number[], before: number, first: string, last: string, zero: string }} what `before`: how many stand before zero
 */
export function columns({ counts, before, first, last, zero }) {
  const high = 180, most = Math.max(1, ...counts), step = (width - 2 * edge) / counts.length, base = edge + high;
  return sheet(high + 3 * edge + 8, [
    ...counts.map((count, at) => {
      const size = count / most * high;
      return svg('rect', { x: (edge + at * step + 1).toFixed(1), y: (base - size).toFixed(1), width: (step - 2).toFixed(1), height: size.toFixed(1), class: at < before ? 'drawn-before' : 'drawn-after' });
    }),
    label(edge, base + 18, first), label(edge + before * step, base + 18, zero, 'middle'), label(width - edge, base + 18, last, 'end'),
    label(edge, edge - 3, String(most)),
  ]);
}

/** Buttons that save such a picture. @param {() => SVGElement} draw @param {string} name @param {import('./figures.js').Told} told */
export function drawnPictures(draw, name, told) {
  const place = h('div.drawn', { 'aria-hidden': 'true' });
  return [pictures(() => {
    place.replaceChildren(draw());
    return place.firstChild;
  }, name, told), place];
}
