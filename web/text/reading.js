// The reading pane: the transcript as real text. Turns are built in chunks that the browser skips
// while they are off screen, so that a long one opens as fast as a short one.

import { clock, h } from '../dom.js';
import { outline } from './outline.js';
import { clamp, direction, place, round, search, verse } from './text.js';

const paintedAround = 80;

/** Highlight names are the document's, shared by every component in it. @param {string} name */
function sharedHighlight(name) {
  if (typeof Highlight !== 'function' || !CSS.highlights) return null;
  let highlight = CSS.highlights.get(name);
  if (!highlight) CSS.highlights.set(name, highlight = new Highlight());
  return highlight;
}

/** @import { Block, Chunk } from './outline.js' */
/** @typedef {{ highlight: Highlight, range: AbstractRange }} Mark */

export class Reading {
  /** @type {Inspect | null} */ #transcript = null;
  /** @type {Chunk[]} */ #chunks = [];
  /** @type {Block[]} */ #blocks = [];
  /** @type {Map<number, HTMLElement>} */ #turns = new Map();
  /** @type {Map<number, HTMLElement>} */ #headings = new Map();
  /** @type {Map<number, string>} */ #labels = new Map();
  /** @type {Map<number, number>} */ #slots = new Map();
  /** @type {Set<number>} */ #introductions = new Set();
  /** @type {Map<number, [number, number, number][]>} */ #hits = new Map();
  /** @type {Set<number>} */ #painted = new Set();
  /** @type {Mark[]} */ #marked = [];
  /** @type {Mark[]} */ #quoted = [];
  /** @type {AbstractRange | null} */ #current = null;
  /** @type {number | null} */ #selected = null;
  /** @type {number | null} */ #hovered = null;
  /** @type {[number, number] | null} */ #range = null;
  #filling = 0;
  #sheet = new CSSStyleSheet();
  #dimmed = '';

  /**
   * @param {HTMLElement} pane the scrolling element
   * @param {ShadowRoot} root
   */
  constructor(pane, root) {
    this.pane = pane;
    root.adoptedStyleSheets.push(this.#sheet);
  }

  /**
   * The pane's frame for a transcript, out of sight and in pieces.
   * @param {Inspect} transcript
   * @param {{ labels: Map<number, string>, slots: Map<number, number>, head: HTMLElement, language: string }} looks
   * @param {() => Promise<unknown>} pace
   */
  async prepare(transcript, { labels, slots, head, language }, pace) {
    const sheet = h('div.doc', { lang: language || null }, head);
    return { transcript, labels, slots, sheet, ...await outline(sheet, transcript, pace) };
  }

  /** @param {Awaited<ReturnType<Reading['prepare']>>} prepared */
  show({ transcript, labels, slots, sheet, chunks, blocks, headings, introductions }) {
    this.clear();
    this.#transcript = transcript;
    this.#labels = labels;
    this.#slots = slots;
    this.#chunks = chunks;
    this.#blocks = blocks;
    this.#headings = headings;
    this.#introductions = introductions;
    // Enough for the first screens at once, the rest while nothing else happens.
    let room = this.pane.clientHeight * 2 + 600;
    for (const chunk of chunks) {
      if (room < 0) break;
      room -= chunk.pixels;
      this.#build(chunk);
    }
    this.pane.append(sheet);
    this.pane.scrollTop = 0;
    this.#fill();
  }

  clear() {
    clearTimeout(this.#filling);
    this.mark([], null);
    this.#unmark(this.#quoted);
    this.pane.replaceChildren();
    this.#transcript = null;
    this.#chunks = [];
    this.#blocks = [];
    this.#turns.clear();
    this.#headings = new Map();
    this.#selected = this.#hovered = this.#range = null;
  }

  #fill() {
    const pending = this.#chunks.filter(chunk => !chunk.built);
    const step = () => {
      const until = performance.now() + 8;
      while (pending.length && performance.now() < until)
        this.#build(/** @type {Chunk} */ (pending.shift()));
      if (pending.length) this.#filling = window.setTimeout(step, 16);
    };
    if (pending.length) this.#filling = window.setTimeout(step, 60);
  }

  /** @param {Chunk} chunk */
  #build(chunk) {
    if (chunk.built) return;
    chunk.built = true;
    const { turns } = /** @type {Inspect} */ (this.#transcript);
    const rows = [];
    for (let id = chunk.first; id < chunk.end; id++) {
      const row = this.#turn(turns[id]);
      this.#turns.set(id, row);
      rows.push(row);
    }
    chunk.element.append(...rows);
    this.#dimChunk(chunk);
  }

  /** @param {InspectTurn} turn @returns {HTMLElement} */
  #turn(turn) {
    const words = h('div.words');
    // Blank lines part paragraphs. A single break stays one unless the lines look wrapped by hand.
    for (const piece of turn.text.split(/(\n[ \t]*\n\s*)/)) {
      if (!piece) continue;
      words.append(/^\s+$/.test(piece) ? piece : h(`span.para${verse(piece) ? '.lines' : ''}`, {}, piece));
    }
    if (turn.speaker === null)
      return h('div.turn.aside', { 'data-t': turn.id, dir: direction(turn.text) }, words);
    const speaker = /** @type {Inspect} */ (this.#transcript).speakers[turn.speaker];
    const name = this.#introductions.has(turn.id) ? speaker.name : this.#labels.get(turn.speaker) ?? speaker.name;
    return h('div.turn', { 'data-t': turn.id, 'data-p': turn.speaker, 'data-slot': this.#slots.get(turn.speaker) ?? 0, dir: direction(turn.text) },
      h('div.who', {}, h('bdi.name', {}, name),
        turn.start_ms === null ? null : h('time', {}, clock(turn.start_ms))),
      words);
  }

  /** The turn's element, built if need be. @param {number} id @returns {HTMLElement | null} */
  turn(id) {
    const found = this.#turns.get(id);
    if (found) return found;
    const chunk = this.#chunks[search(this.#chunks.length, i => this.#chunks[i].end > id)];
    if (!chunk || id < chunk.first) return null;
    this.#build(chunk);
    return this.#turns.get(id) ?? null;
  }

  /** @param {number} id */
  heading(id) { return this.#headings.get(id) ?? null; }

  // How much of the top a sticky heading hides.
  #covered() { return this.#headings.size ? 44 : 8; }

  /**
   * Brings a place to the top of the pane.
   * @param {number} id @param {number} fraction of the turn's height @param {boolean} smooth
   */
  goTo(id, fraction, smooth) {
    const turn = this.turn(id);
    if (!turn) return;
    const section = this.#transcript?.turns[id].section ?? null;
    const opens = section !== null && fraction === 0 && this.#transcript?.sections[section]?.first_turn === id;
    const target = (opens && this.heading(/** @type {number} */ (section))) || turn;
    const top = () => {
      const box = target === turn ? turn.getBoundingClientRect()
        : /** @type {HTMLElement} */ (target.parentElement).getBoundingClientRect();
      const inside = target === turn ? fraction * box.height - this.#covered() - 8 : 0;
      return this.pane.scrollTop + box.top - this.pane.getBoundingClientRect().top + inside;
    };
    const far = Math.abs(top() - this.pane.scrollTop) > this.pane.clientHeight * 3;
    if (smooth && !far) {
      this.pane.scrollTo({ top: top(), behavior: 'smooth' });
      return;
    }
    // Skipped chunks have guessed heights until they are shown; a second look settles it.
    for (let i = 0; i < 3; i++) this.pane.scrollTo({ top: top(), behavior: 'instant' });
  }

  /** @param {boolean} smooth */
  goToHit(smooth) { if (this.#current) this.#bring(this.#current, smooth); }

  /** Marks the words of a quote, and no others, and brings them in sight. @param {[number, number, number][]} pieces */
  quote(pieces) {
    this.#unmark(this.#quoted);
    const ranges = pieces.map(([id, start, length]) => {
      const row = this.turn(id);
      return row && this.#paint('vav-quote', row, start, length, this.#quoted);
    });
    if (ranges[0]) this.#bring(ranges[0], false);
  }

  /** Brings words to the upper third, if they aren't in sight. @param {AbstractRange} words @param {boolean} smooth */
  #bring(words, smooth) {
    const range = document.createRange();
    range.setStart(words.startContainer, words.startOffset);
    range.setEnd(words.endContainer, words.endOffset);
    const pane = this.pane.getBoundingClientRect();
    for (let i = 0; i < 3; i++) {
      const box = range.getBoundingClientRect();
      if (box.top > pane.top + this.#covered() && box.bottom < pane.bottom - 24) return;
      const top = this.pane.scrollTop + box.top - pane.top - pane.height / 3;
      const near = Math.abs(top - this.pane.scrollTop) < pane.height * 3;
      this.pane.scrollTo({ top, behavior: smooth && near ? 'smooth' : 'instant' });
      if (smooth && near) return;
    }
  }

  /** What is in sight, in turns and fractions of their height. @returns {[number, number, number, number] | null} */
  inSight() {
    const pane = this.pane.getBoundingClientRect();
    if (!this.#chunks.length || pane.height < 2) return null;
    const from = pane.top + this.#covered(), to = pane.bottom;
    const first = this.#at(from), last = this.#at(to);
    this.#paintAround(first[0], last[0]);
    return [first[0], first[1], last[0], last[1]];
  }

  /** @param {number} y client coordinate @returns {[number, number]} */
  #at(y) {
    const below = (/** @type {{ element: HTMLElement }[]} */ list) =>
      Math.min(list.length - 1, search(list.length, i => list[i].element.getBoundingClientRect().bottom > y));
    let at = below(this.#blocks);
    while (at > 0 && !this.#blocks[at].chunks.length) at--;
    const { chunks } = this.#blocks[at];
    const chunk = chunks[below(chunks)] ?? this.#chunks[0];
    const box = chunk.element.getBoundingClientRect();
    if (!chunk.built) {
      const part = clamp((y - box.top) / Math.max(1, box.height)) * (chunk.end - chunk.first);
      const whole = Math.min(chunk.end - chunk.first - 1, Math.floor(part));
      return [chunk.first + whole, round(part - whole)];
    }
    const rows = chunk.element.children;
    const row = Math.min(rows.length - 1, search(rows.length, i => rows[i].getBoundingClientRect().bottom > y));
    const turn = rows[row].getBoundingClientRect();
    return [chunk.first + row, round(clamp((y - turn.top) / Math.max(1, turn.height)))];
  }

  /** @param {number | null} id */
  select(id) {
    if (id === this.#selected) return;
    this.#swap(this.#selected, id, 'selected');
    if (this.#selected !== null) this.#turns.get(this.#selected)?.removeAttribute('aria-current');
    if (id !== null) this.turn(id)?.setAttribute('aria-current', 'true');
    this.#selected = id;
  }

  /** @param {number | null} id */
  hover(id) {
    if (id === this.#hovered) return;
    this.#swap(this.#hovered, id, 'hover');
    this.#hovered = id;
  }

  /** @param {number | null} from @param {number | null} to @param {string} name */
  #swap(from, to, name) {
    if (from !== null) this.#turns.get(from)?.classList.remove(name);
    if (to !== null) this.turn(to)?.classList.add(name);
  }

  /** Sets back the speakers not shown: one rule each, however many turns. @param {number[]} hidden */
  dimSpeakers(hidden) {
    const key = hidden.join();
    if (key === this.#dimmed) return;
    this.#dimmed = key;
    this.#sheet.replaceSync(hidden.length
      ? `.turn:is(${hidden.map(id => `[data-p="${id}"]`).join()}){--c:var(--vav-line);color:var(--vav-soft)}` +
        `.turn:is(${hidden.map(id => `[data-p="${id}"]`).join()}) .name{color:var(--vav-soft)}` : '');
  }

  /** Sets back what is outside the range. @param {[number, number] | null} range */
  dimOutside(range) {
    if (range?.[0] === this.#range?.[0] && range?.[1] === this.#range?.[1]) return;
    this.#range = range;
    for (const chunk of this.#chunks) this.#dimChunk(chunk);
  }

  /** @param {Chunk} chunk */
  #dimChunk(chunk) {
    const [from, to] = this.#range ?? [0, Infinity];
    const outside = chunk.end <= from || chunk.first > to;
    chunk.element.classList.toggle('outside', outside);
    const mixed = !outside && (chunk.first < from || chunk.end - 1 > to);
    if (!mixed && !chunk.element.classList.contains('mixed')) return;
    chunk.element.classList.toggle('mixed', mixed);
    for (let id = chunk.first; id < chunk.end; id++)
      this.#turns.get(id)?.classList.toggle('outside', mixed && (id < from || id > to));
  }

  /** Paints the hits; `current` indexes them. @param {[number, number, number][]} hits @param {number | null} current */
  mark(hits, current) {
    this.#unmark(this.#marked);
    this.#current = null;
    for (const id of this.#painted) this.#turns.get(id)?.classList.remove('hit');
    this.#painted.clear();
    this.#hits.clear();
    for (const hit of hits) {
      const list = this.#hits.get(hit[0]);
      if (list) list.push(hit); else this.#hits.set(hit[0], [hit]);
    }
    this.inSight();
    if (current !== null && hits[current]) {
      const [turn, start, length] = hits[current];
      const row = this.turn(turn);
      if (row) this.#current = this.#paint('vav-current', row, start, length);
    }
  }

  /** @param {Mark[]} list */
  #unmark(list) { for (const { highlight, range } of list.splice(0)) highlight.delete(range); }

  /** Hits are painted as they come near: there can be a million. @param {number} first @param {number} last */
  #paintAround(first, last) {
    if (!this.#hits.size) return;
    for (let id = Math.max(0, first - paintedAround); id <= last + paintedAround; id++) this.#markTurn(id);
  }

  /** @param {number} id */
  #markTurn(id) {
    const hits = this.#hits.get(id);
    const row = this.#turns.get(id);
    if (!hits || !row || this.#painted.has(id)) return;
    this.#painted.add(id);
    // Where the browser has no highlights, the turn itself carries the mark.
    row.classList.toggle('hit', !sharedHighlight('vav-hit'));
    for (const [, start, length] of hits) this.#paint('vav-hit', row, start, length);
  }

  /** @param {string} name @param {HTMLElement} row @param {number} start @param {number} length */
  #paint(name, row, start, length, list = this.#marked) {
    const from = place(row, start), to = place(row, start + length);
    if (!from || !to) return null;
    const range = new StaticRange({
      startContainer: from[0], startOffset: from[1], endContainer: to[0], endOffset: to[1] });
    const highlight = sharedHighlight(name);
    if (highlight) {
      if (name === 'vav-current') highlight.priority = 1;
      highlight.add(range);
      list.push({ highlight, range });
    }
    return range;
  }
}
