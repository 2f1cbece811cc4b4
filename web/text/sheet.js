// The paper in the reading pane. A transcript of ordinary length lies on it whole, so that the browser's own search
// finds every word, and the browser skips what is far; of a very long one it holds what is near.

import { h, scaleOf } from '../dom.js';
import { Heights } from './heights.js';
import { search } from './text.js';

/** Up to here all words are in the document. */
const wholeTurns = 20000;
/** Engines draw nothing below some ten million pixels: what lies above and below is told on a smaller scale then. */
const tallestPixels = 8e6;

/** @import { Piece } from './outline.js' */

export class Sheet {
  /** @type {Map<number, HTMLElement>} by turn */ rows = new Map();
  /** @type {Map<number, HTMLElement>} by piece */ #chunks = new Map();
  /** @type {Map<number, { box: HTMLElement, heading: HTMLElement | null }>} by the piece that begins it */ #boxes = new Map();
  /** @type {Map<number, HTMLElement[]>} headings without turns of their own, by the piece they stand before */ #leads = new Map();
  /** @type {Set<number>} */ #near = new Set();
  #built = new Set();
  #from = 0;
  #to = 0;
  #above = h('div.room'); #below = h('div.room');
  /** The piece that begins the run of the same section, for each. @type {Int32Array} */ #begins;
  #heights; #transcript; #makeRow; #onBuilt;

  /**
   * @param {HTMLElement} head
   * @param {{ transcript: Inspect, pieces: Piece[], language: string }} what
   * @param {(turn: InspectTurn) => HTMLElement} makeRow
   * @param {(piece: Piece) => void} onBuilt
   */
  constructor(head, { transcript, pieces, language }, makeRow, onBuilt) {
    this.#transcript = transcript;
    this.pieces = pieces;
    this.#makeRow = makeRow;
    this.#onBuilt = onBuilt;
    this.whole = transcript.turns.length <= wholeTurns;
    this.#begins = new Int32Array(pieces.length);
    for (let i = 1; i < pieces.length; i++)
      this.#begins[i] = pieces[i].opens.length || pieces[i].section !== pieces[i - 1].section ? i : this.#begins[i - 1];
    this.#heights = this.whole ? null : new Heights(pieces.map(piece => piece.pixels));
    this.element = h(`div.doc${this.whole ? '' : '.windowed'}`, { lang: language || null }, head, this.#above, this.#below);
    if (this.whole) while (this.#to < pieces.length) this.#mount(this.#to);
  }

  get mounted() { return /** @type {const} */ ([this.#from, this.#to]); }

  /** @param {number} turn @returns {number} its piece */
  pieceOf(turn) { return Math.min(this.pieces.length - 1, search(this.pieces.length, i => this.pieces[i].end > turn)); }

  /** @param {number} piece @returns {HTMLElement | undefined} */
  chunk(piece) { return this.#chunks.get(piece); }

  /** @param {number} piece @returns {boolean} */
  built(piece) { return this.#built.has(piece); }

  /** How much of the top the heading hides that stays there while the piece is read. @param {number} piece */
  covered(piece) { return this.#boxes.get(this.#begins[piece])?.heading?.offsetHeight ?? 0; }

  /**
   * What stands at a height where nothing is mounted, null where something is.
   * @param {number} y client coordinate @returns {{ piece: number, part: number } | null}
   */
  far(y) {
    const heights = this.#heights;
    if (!heights) return null;
    const above = this.#above.getBoundingClientRect(), below = this.#below.getBoundingClientRect();
    if (y >= above.bottom && y < below.top) return null;
    const scale = this.#scale * scaleOf(this.element);
    const at = y < above.bottom ? (y - above.top) / scale : heights.before(this.#to) + (y - below.top) / scale;
    const piece = heights.at(at);
    return { piece, part: Math.min(1, Math.max(0, (at - heights.before(piece)) / Math.max(1, heights.height(piece)))) };
  }

  get #scale() { return this.#heights ? Math.min(1, tallestPixels / this.#heights.total) : 1; }

  /** @param {number} piece whose turns become elements */
  build(piece) {
    const chunk = this.#chunks.get(piece);
    if (!chunk || this.#built.has(piece)) return;
    this.#built.add(piece);
    const { first, end } = this.pieces[piece];
    const rows = [];
    for (let id = first; id < end; id++) {
      const row = this.#makeRow(this.#transcript.turns[id]);
      this.rows.set(id, row);
      rows.push(row);
    }
    chunk.append(...rows);
    this.#onBuilt(this.pieces[piece]);
  }

  /** @param {number} id of a section */
  #heading(id) {
    const { level, title, first_turn } = this.#transcript.sections[id];
    if (!title) return null;
    const heading = h(`h${Math.min(6, level + 1)}.heading`, { 'data-s': id, dir: 'auto' }, title);
    // A heading that opens the document and gives it its title stands above the text already.
    heading.classList.toggle('titled', first_turn === 0 && title === this.#transcript.title);
    return heading;
  }

  /** @param {HTMLElement | null} heading @param {number} section */
  #box(heading, section) {
    const { kind = null, level = null } = this.#transcript.sections[section] ?? {};
    return h('section.topic', { 'data-kind': kind, 'data-level': level }, heading);
  }

  /** Puts a piece beside those that are there. @param {number} at the one before the first or after the last */
  #mount(at) {
    const piece = this.pieces[at], begin = this.#begins[at];
    let home = this.#boxes.get(begin);
    if (!home) {
      const opens = this.pieces[begin].opens;
      const heading = opens.at(-1) === piece.section ? this.#heading(piece.section) : null;
      home = { box: this.#box(heading, piece.section), heading };
      this.#boxes.set(begin, home);
      if (at >= this.#to) this.#below.before(home.box); else this.#above.after(home.box);
    }
    if (at === begin) {
      const leads = (piece.opens.at(-1) === piece.section ? piece.opens.slice(0, -1) : piece.opens).map(id => this.#box(this.#heading(id), id));
      this.#leads.set(at, leads);
      home.box.before(...leads);
    }
    const chunk = h('div.chunk');
    chunk.style.containIntrinsicBlockSize = `auto ${Math.round(piece.pixels)}px`;
    if (at >= this.#to) home.box.append(chunk);
    else if (home.heading) home.heading.after(chunk);
    else home.box.prepend(chunk);
    this.#chunks.set(at, chunk);
    if (at >= this.#to) this.#to = at + 1; else this.#from = at;
  }

  /** @param {number} at the first or the last one that is there */
  #unmount(at) {
    const begin = this.#begins[at], { first, end } = this.pieces[at];
    this.#chunks.get(at)?.remove();
    this.#chunks.delete(at);
    this.#built.delete(at);
    for (let id = first; id < end; id++) this.rows.delete(id);
    for (const lead of this.#leads.get(at) ?? []) lead.remove();
    this.#leads.delete(at);
    if (at === this.#from) this.#from++; else this.#to--;
    const beside = at < this.#from ? this.#from : this.#to - 1;
    if (this.#from < this.#to && this.#begins[beside] === begin) return;
    this.#boxes.get(begin)?.box.remove();
    this.#boxes.delete(begin);
  }

  /** Where a piece begins, headings before it included. @param {number} at */
  #start(at) {
    const begin = this.#begins[at];
    return /** @type {HTMLElement} */ (begin === at ? this.#leads.get(at)?.[0] ?? this.#boxes.get(at)?.box : this.#chunks.get(at));
  }

  /** @param {number} at client coordinate of where a piece begins, or where the last one there ends */
  #top(at) { return (at < this.#to ? this.#start(at) : this.#below).getBoundingClientRect().top; }

  /**
   * Makes what is around a piece real: there, built and laid out at its true height.
   * @param {number} piece @param {number} above pixels before its start @param {number} below pixels from its start on
   */
  around(piece, above, below) {
    if (!this.pieces.length) return;
    const near = new Set();
    const show = (/** @type {number} */ at) => {
      if (!this.whole && (at < this.#from || at >= this.#to)) this.#mount(at);
      this.build(at);
      this.#chunks.get(at)?.classList.add('near');
      near.add(at);
    };
    if (!this.whole && (piece < this.#from || piece >= this.#to)) {
      while (this.#from < this.#to) this.#unmount(this.#from);
      this.#from = this.#to = piece;
    }
    let first = piece, last = piece;
    const by = scaleOf(this.element);
    show(piece);
    // By what was guessed, then by what it came to: short ones want more.
    const end = this.pieces.length - 1, guessed = (/** @type {number} */ at) => this.pieces[at].pixels;
    for (let up = above, down = below - guessed(piece); ;) {
      for (; up > 0 && first > 0; up -= guessed(first)) show(--first);
      for (; down > 0 && last < end; down -= guessed(last)) show(++last);
      up = above - (this.#top(piece) - this.#top(first)) / by;
      down = below - (this.#top(last + 1) - this.#top(piece)) / by;
      if ((up <= 0 || first === 0) && (down <= 0 || last === end)) break;
    }
    for (const at of this.#near) if (!near.has(at)) this.#chunks.get(at)?.classList.remove('near');
    this.#near = near;
    if (this.whole) return;
    this.element.classList.add('windowed');
    this.measure();
    while (this.#from < first - 8) this.#unmount(this.#from);
    while (this.#to > last + 9) this.#unmount(this.#to - 1);
    this.#room();
  }

  /** Makes every piece real, however many; `around` lets those that are far go again. */
  complete() {
    this.element.classList.remove('windowed');
    while (this.#from > 0) this.#mount(this.#from - 1);
    while (this.#to < this.pieces.length) this.#mount(this.#to);
    for (let at = 0; at < this.pieces.length; at++) this.build(at);
    if (!this.whole) this.#room();
  }

  /** Takes down the heights of what is there. */
  measure() {
    if (!this.#heights) return;
    const by = scaleOf(this.element);
    for (let at = this.#from; at < this.#to; at++) {
      const height = (this.#top(at + 1) - this.#top(at)) / by;
      if (height > 0) this.#heights.set(at, height);
    }
  }

  /** Leaves as much room above and below as what is not there would take. */
  #room() {
    const heights = /** @type {Heights} */ (this.#heights);
    this.#above.style.blockSize = `${heights.before(this.#from) * this.#scale}px`;
    this.#below.style.blockSize = `${(heights.total - heights.before(this.#to)) * this.#scale}px`;
  }
}
