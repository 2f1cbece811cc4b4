// Marks on words: the hits of a search, the one gone to, a quote. They are painted by the browser's highlights as
// their turns come near, for there can be a million.

import { place } from './text.js';

/** @typedef {[turn: number, start: number, length: number]} Words */
/** @typedef {{ highlight: Highlight, range: AbstractRange }} Mark */

/** Highlight names are the document's, shared by every component in it. @param {string} name */
function sharedHighlight(name) {
  if (typeof Highlight !== 'function' || !CSS.highlights) return null;
  let highlight = CSS.highlights.get(name);
  if (!highlight) CSS.highlights.set(name, highlight = new Highlight());
  return highlight;
}

export class Marks {
  /** @type {Map<number, Words[]>} */ #hits = new Map();
  /** @type {Words | null} */ #current = null;
  /** @type {Words[]} */ #quote = [];
  /** @type {Map<number, Mark[]>} by turn */ #painted = new Map();
  /** @type {Mark[]} */ #hitMark = [];
  /** @type {Mark[]} */ #quoted = [];
  #rowOf;

  /** @param {(turn: number) => HTMLElement | null} rowOf null while the turn has no element */
  constructor(rowOf) { this.#rowOf = rowOf; }

  clear() {
    this.mark([], null);
    this.#quote = [];
    this.#unmark(this.#quoted);
  }

  /** The hit gone to. */
  get hit() { return this.#current; }

  /** @param {Words[]} hits @param {number | null} current indexes them */
  mark(hits, current) {
    for (const id of this.#painted.keys()) this.#rowOf(id)?.classList.remove('hit');
    for (const marks of this.#painted.values()) this.#unmark(marks);
    this.#painted.clear();
    this.#unmark(this.#hitMark);
    this.#hits.clear();
    for (const hit of hits) {
      const list = this.#hits.get(hit[0]);
      if (list) list.push(hit); else this.#hits.set(hit[0], [hit]);
    }
    this.#current = current === null ? null : hits[current] ?? null;
    this.paintHit();
  }

  /** @returns {AbstractRange | null} */
  paintHit() {
    this.#unmark(this.#hitMark);
    return this.#current && this.#paint('vav-current', this.#current, this.#hitMark);
  }

  /** @param {Words[]} pieces @returns {AbstractRange | null} the first one's, null while its turn has no element */
  quote(pieces) {
    this.#quote = pieces;
    this.#unmark(this.#quoted);
    return pieces.map(words => this.#paint('vav-quote', words, this.#quoted))[0] ?? null;
  }

  /** Paints the hits of those of the turns that have an element. @param {number} first @param {number} last */
  paint(first, last) {
    if (!this.#hits.size) return;
    for (let id = Math.max(0, first); id <= last; id++) this.#markTurn(id);
  }

  /** The turns have new elements. @param {number} first @param {number} end */
  renew(first, end) {
    if (!this.#hits.size && !this.#quote.length) return;
    for (let id = first; id < end; id++) {
      if (!this.#painted.has(id)) continue;
      this.#unmark(this.#painted.get(id) ?? []);
      this.#painted.delete(id);
      this.#markTurn(id);
    }
    if (this.#current && this.#current[0] >= first && this.#current[0] < end) this.paintHit();
    if (this.#quote.some(([id]) => id >= first && id < end)) this.quote(this.#quote);
  }

  /** @param {number} id */
  #markTurn(id) {
    const hits = this.#hits.get(id), row = this.#rowOf(id);
    if (!hits || !row || this.#painted.has(id)) return;
    /** @type {Mark[]} */ const marks = [];
    this.#painted.set(id, marks);
    // Where the browser has no highlights, the turn itself carries the mark.
    row.classList.toggle('hit', !sharedHighlight('vav-hit'));
    for (const hit of hits) this.#paint('vav-hit', hit, marks);
  }

  /** @param {Mark[]} list */
  #unmark(list) { for (const { highlight, range } of list.splice(0)) highlight.delete(range); }

  /** @param {string} name @param {Words} words @param {Mark[]} list @returns {AbstractRange | null} */
  #paint(name, [id, start, length], list) {
    const row = this.#rowOf(id);
    const from = row && place(row, start), to = row && place(row, start + length);
    if (!from || !to) return null;
    const range = new StaticRange({ startContainer: from[0], startOffset: from[1], endContainer: to[0], endOffset: to[1] });
    const highlight = sharedHighlight(name);
    if (highlight) {
      if (name === 'vav-current') highlight.priority = 1;
      highlight.add(range);
      list.push({ highlight, range });
    }
    return range;
  }
}
