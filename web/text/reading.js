// The reading pane: the transcript as real text. What is read stays where it is, whatever changes around it.

import { scaleOf } from '../dom.js';
import { outline } from './outline.js';
import { Marks } from './marks.js';
import { rowOf } from './row.js';
import { Sheet } from './sheet.js';
import { clamp, round, search } from './text.js';

const paintedAround = 80;

/**
 * A place: a point of a turn stands right below the heading, `gap` pixels lower.
 * @typedef {{ turn: number, fraction: number, gap: number }} Place
 */

export class Reading {
  /** @type {Inspect | null} */ #transcript = null;
  /** @type {Sheet | null} */ #sheet = null;
  /** @type {Map<number, string>} */ #labels = new Map();
  /** @type {Map<number, number>} */ #slots = new Map();
  /** @type {Set<number>} */ #introductions = new Set();
  /** @type {number | null} */ #selected = null;
  /** @type {number | null} */ #hovered = null;
  /** @type {[number, number] | null} */ #range = null;
  /** @type {Place | null} null above the first turn */ #place = null;
  /** Where the pane was scrolled to by us. */ #scrolled = 0;
  #language = '';
  #way = 'ltr';
  #filling = 0;
  /** Every word is there to be printed: nothing is let go of. */ #complete = false;
  #rules = new CSSStyleSheet();
  #dimmed = '';
  #marks = new Marks(id => this.#sheet?.rows.get(id) ?? null);
  #sizes = new ResizeObserver(() => this.#resized());

  /**
   * @param {HTMLElement} pane the scrolling element
   * @param {ShadowRoot} root
   */
  constructor(pane, root) {
    this.pane = pane;
    root.adoptedStyleSheets.push(this.#rules);
    pane.addEventListener('scroll', () => this.#follow(), { passive: true });
    this.#sizes.observe(pane);
  }

  /**
   * The pane's paper for a transcript, out of sight and in pieces.
   * @param {Inspect} transcript
   * @param {{ labels: Map<number, string>, slots: Map<number, number>, head: HTMLElement, language: string, way: string }} looks
   * @param {() => Promise<unknown>} pace
   * @param {(first: number) => number[]} shapes see outline.js
   */
  async prepare(transcript, { labels, slots, head, language, way }, pace, shapes) {
    const style = getComputedStyle(this.pane);
    const letter = parseFloat(style.getPropertyValue('--vav-text-size')) || 17;
    const width = Math.min(690, (this.pane.clientWidth || 690) - 64);
    const { pieces, introductions } = await outline(transcript, { line: letter * 1.62, characters: Math.max(12, width / (letter * 0.5)) }, pace, shapes);
    return { transcript, labels, slots, introductions, head, language, way, pieces };
  }

  /** @param {Awaited<ReturnType<Reading['prepare']>>} prepared @param {Place | null} place of another reading of the same words */
  show({ transcript, labels, slots, introductions, head, language, way, pieces }, place = null) {
    this.clear();
    this.#transcript = transcript;
    this.#labels = labels;
    this.#slots = slots;
    this.#introductions = introductions;
    this.#language = language;
    this.#way = way;
    const sheet = this.#sheet = new Sheet(head, { transcript, pieces, language }, turn => this.#row(turn), piece => this.#dress(piece.first, piece.end));
    this.pane.append(sheet.element);
    this.#sizes.observe(sheet.element);
    if (place) {
      this.#land(place);
    } else {
      sheet.around(0, 0, this.#height * 2);
      this.#end();
      this.#scrollTo(0);
    }
    if (sheet.whole) this.#fill(sheet);
  }

  clear() {
    clearTimeout(this.#filling);
    this.#marks.clear();
    if (this.#sheet) this.#sizes.unobserve(this.#sheet.element);
    this.pane.replaceChildren();
    this.#transcript = this.#sheet = this.#place = null;
    this.#selected = this.#hovered = this.#range = null;
  }

  /** The rest of the words, while nothing else happens: the browser's own search finds what is in the document. @param {Sheet} sheet */
  #fill(sheet) {
    let at = 0;
    const step = () => {
      const until = performance.now() + 8;
      while (at < sheet.pieces.length && performance.now() < until) sheet.build(at++);
      if (at < sheet.pieces.length) this.#filling = window.setTimeout(step, 16);
    };
    this.#filling = window.setTimeout(step, 60);
  }

  /** @param {InspectTurn} turn */
  #row(turn) {
    if (turn.speaker === null) return rowOf(turn, null, !this.#transcript?.speakers.length, this.#language, this.#way);
    const speaker = /** @type {Inspect} */ (this.#transcript).speakers[turn.speaker];
    const name = this.#introductions.has(turn.id) ? speaker.name : this.#labels.get(turn.speaker) ?? speaker.name;
    return rowOf(turn, { name, slot: this.#slots.get(turn.speaker) ?? 0 }, false, this.#language, this.#way);
  }

  /** The turn's element, built if need be; null where a long transcript has it not at hand. @param {number} id @returns {HTMLElement | null} */
  turn(id) {
    const sheet = this.#sheet;
    if (sheet?.whole && !sheet.rows.has(id) && sheet.pieces.length) sheet.build(sheet.pieceOf(id));
    return sheet?.rows.get(id) ?? null;
  }

  get #height() { return this.pane.clientHeight; }
  get #by() { return scaleOf(this.pane); }

  /** Brings a point of a turn to its place below the heading. @param {number} turn @param {number} fraction of its height */
  goTo(turn, fraction) { this.#land({ turn, fraction, gap: 0 }); }

  /** All words are in the document, as printing wants them, or as reading does again. @param {boolean} all */
  complete(all) {
    this.#complete = all;
    if (all) this.#sheet?.complete();
    else if (this.#sheet && !this.#sheet.whole) this.#land(this.#place ?? { turn: 0, fraction: 0, gap: 0 });
  }

  /** To the very beginning, title and all. */
  goHome() {
    this.#sheet?.around(0, 0, this.#height * 2);
    this.#place = null;
    this.#scrollTo(0);
  }

  goEnd() {
    const last = (this.#transcript?.turns.length ?? 0) - 1;
    if (last >= 0) this.goTo(last, 0);
  }

  /** @param {Place} place */
  #land(place) {
    const sheet = this.#sheet;
    if (!sheet || !this.#transcript?.turns[place.turn]) return;
    this.#place = place;
    if (!this.#height || this.#complete) return; // out of sight or on its way to paper: when it comes back
    sheet.around(sheet.pieceOf(place.turn), this.#height, this.#height * 2);
    this.#end();
    this.#keep();
  }

  /** Scrolls so that the place is where it should be. */
  #keep() {
    const sheet = this.#sheet, place = this.#place;
    if (!sheet || !this.#height) return;
    const row = place && sheet.rows.get(place.turn);
    if (!place || !row) {
      this.#scrolled = this.pane.scrollTop;
      return;
    }
    const by = this.#by;
    const off = () => {
      const box = row.getBoundingClientRect();
      return (box.top + place.fraction * box.height - this.pane.getBoundingClientRect().top) / by - place.gap - sheet.covered(sheet.pieceOf(place.turn));
    };
    // Under a scale, which is known but nearly, once more.
    for (let tries = by === 1 ? 1 : 2; tries-- && Math.abs(off()) >= 0.5;) this.#scrollTo(this.pane.scrollTop + off());
    this.#scrolled = this.pane.scrollTop;
  }

  /** @param {number} top */
  #scrollTo(top) {
    this.pane.scrollTo({ top, behavior: 'instant' });
    this.#scrolled = this.pane.scrollTop;
  }

  /** Room for the last turn to come right below its heading. */
  #end() {
    const sheet = this.#sheet, last = (this.#transcript?.turns.length ?? 0) - 1;
    if (!sheet || last < 0 || !this.#height) return;
    const row = sheet.rows.get(last);
    if (!row) return;
    const after = sheet.element.lastElementChild?.getBoundingClientRect().bottom ?? 0;
    const room = this.#height - sheet.covered(sheet.pieceOf(last)) - (after - row.getBoundingClientRect().top) / this.#by;
    sheet.element.style.paddingBlockEnd = `${Math.max(24, Math.floor(room))}px`;
  }

  /** The pane or what is in it came to another size: a window, a panel, a font, words that are laid out for the first time. */
  #resized() {
    const sheet = this.#sheet;
    if (!sheet || !this.#height || this.#complete) return;
    this.#end();
    if (this.#place && !sheet.rows.has(this.#place.turn)) this.#land(this.#place); else this.#keep();
  }

  /** The reader scrolls: here is the new place. */
  #follow() {
    const sheet = this.#sheet;
    if (!sheet || !this.#height || this.#complete || Math.abs(this.pane.scrollTop - this.#scrolled) < 1) return;
    this.#scrolled = this.pane.scrollTop;
    const top = this.pane.getBoundingClientRect().top;
    const far = sheet.far(top + 1), height = this.#height * this.#by;
    if (far) {
      const { first, end } = sheet.pieces[far.piece];
      this.#land({ turn: Math.min(Math.max(first, end - 1), first + Math.floor(far.part * (end - first))), fraction: 0, gap: 0 });
      return;
    }
    this.#place = this.#placeNow();
    if (!sheet.whole && (sheet.far(top - height) || sheet.far(top + height * 2))) {
      sheet.around(this.#place ? sheet.pieceOf(this.#place.turn) : 0, this.#height * 2, this.#height * 3);
      this.#end();
      this.#keep();
    }
  }

  /** @returns {Place | null} */
  #placeNow() {
    const sheet = this.#sheet;
    const pane = this.pane.getBoundingClientRect();
    if (!sheet || !sheet.pieces.length || pane.height < 2) return null;
    const by = this.#by, y = pane.top + by * sheet.covered(sheet.pieceOf(this.#at(pane.top + 1)[0]));
    const [turn, fraction] = this.#at(y);
    const row = sheet.rows.get(turn);
    if (!row) return { turn, fraction, gap: 0 };
    const box = row.getBoundingClientRect();
    if (turn === 0 && box.top > y) return null;
    return { turn, fraction: clamp((y - box.top) / Math.max(1, box.height)), gap: Math.max(0, box.top - y) / by };
  }

  /** The place as another reading of the same words can find it. @returns {{ line: number, text: string, place: Place } | null} */
  get place() {
    const turn = this.#place && this.#transcript?.turns[this.#place.turn];
    return this.#place && turn ? { line: turn.line, text: turn.text, place: this.#place } : null;
  }

  /** Brings the current hit's turn to its place, and its words in sight. */
  goToHit() {
    const hit = this.#marks.hit;
    if (hit) this.#goToWords([hit], () => this.#marks.paintHit());
  }

  /** Marks the words of a quote, and no others, and brings them in sight; none: marks nothing. @param {[number, number, number][]} pieces */
  quote(pieces) {
    if (pieces.length) this.#goToWords(pieces, () => this.#marks.quote(pieces));
    else this.#marks.quote(pieces);
  }

  /** @param {[number, number, number][]} pieces @param {() => AbstractRange | null} paint */
  #goToWords(pieces, paint) {
    const inSight = () => {
      const words = paint();
      if (!words) return null;
      const range = document.createRange();
      range.setStart(words.startContainer, words.startOffset);
      range.setEnd(words.endContainer, words.endOffset);
      const box = range.getBoundingClientRect(), pane = this.pane.getBoundingClientRect();
      const by = this.#by, covered = by * (this.#sheet?.covered(this.#sheet.pieceOf(pieces[0][0])) ?? 0);
      return { seen: box.top >= pane.top + covered && box.bottom <= pane.bottom - 24 * by, off: (box.top - pane.top - pane.height / 3) / by };
    };
    if (this.turn(pieces[0][0]) && inSight()?.seen) return;
    this.goTo(pieces[0][0], 0);
    const words = inSight();
    if (!words || words.seen) return;
    this.#scrollTo(this.pane.scrollTop + words.off);
    this.#place = this.#placeNow();
  }

  /** What is in sight, in turns and fractions of their height. @returns {[number, number, number, number] | null} */
  inSight() {
    const pane = this.pane.getBoundingClientRect(), sheet = this.#sheet;
    if (!sheet?.pieces.length || pane.height < 2) return null;
    const covered = this.#by * sheet.covered(sheet.pieceOf(this.#at(pane.top + 1)[0]));
    const first = this.#at(pane.top + covered), last = this.#at(pane.bottom);
    this.#marks.paint(first[0] - paintedAround, last[0] + paintedAround);
    return [first[0], round(first[1]), last[0], round(last[1])];
  }

  /** @param {number} y client coordinate @returns {[number, number]} */
  #at(y) {
    const sheet = /** @type {Sheet} */ (this.#sheet);
    const [from, to] = sheet.mounted;
    const box = (/** @type {number} */ piece) => /** @type {HTMLElement} */ (sheet.chunk(piece)).getBoundingClientRect();
    let piece = from + Math.min(to - from - 1, search(to - from, i => box(from + i).bottom > y));
    while (piece > from && sheet.pieces[piece].end === sheet.pieces[piece].first) piece--;
    const { first, end } = sheet.pieces[piece];
    if (!sheet.built(piece)) {
      const { top, height } = box(piece);
      const part = clamp((y - top) / Math.max(1, height)) * (end - first);
      const whole = Math.min(end - first - 1, Math.floor(part));
      return [first + whole, clamp(part - whole)];
    }
    const turn = (/** @type {number} */ id) => /** @type {HTMLElement} */ (sheet.rows.get(id)).getBoundingClientRect();
    const id = first + Math.min(end - first - 1, search(end - first, i => turn(first + i).bottom > y));
    const { top, height } = turn(id);
    return [id, clamp((y - top) / Math.max(1, height))];
  }

  /** @param {number | null} id */
  select(id) {
    if (id === this.#selected) return;
    const before = this.#selected === null ? null : this.#sheet?.rows.get(this.#selected);
    before?.classList.remove('selected');
    before?.removeAttribute('aria-current');
    this.#selected = id;
    if (id !== null) this.#dress(id, id + 1);
  }

  /** @param {number | null} id */
  hover(id) {
    if (id === this.#hovered) return;
    if (this.#hovered !== null) this.#sheet?.rows.get(this.#hovered)?.classList.remove('hover');
    this.#hovered = id;
    if (id !== null) this.#dress(id, id + 1);
  }

  /** Sets back the speakers not shown: one rule each, however many turns. @param {number[]} hidden */
  dimSpeakers(hidden) {
    const key = hidden.join();
    if (key === this.#dimmed) return;
    this.#dimmed = key;
    this.#rules.replaceSync(hidden.length
      ? `.turn:is(${hidden.map(id => `[data-p="${id}"]`).join()}){--c:var(--vav-line);color:var(--vav-soft)}` +
        `.turn:is(${hidden.map(id => `[data-p="${id}"]`).join()}) .name{color:var(--vav-soft)}` : '');
  }

  /** Sets back what is outside the range. @param {[number, number] | null} range */
  dimOutside(range) {
    if (range?.[0] === this.#range?.[0] && range?.[1] === this.#range?.[1]) return;
    this.#range = range;
    for (const [id, row] of this.#sheet?.rows ?? []) row.classList.toggle('outside', this.#outside(id));
  }

  /** @param {number} id */
  #outside(id) { return this.#range !== null && (id < this.#range[0] || id > this.#range[1]); }

  /** Gives turns what is said of them. @param {number} first @param {number} end */
  #dress(first, end) {
    for (let id = first; id < end; id++) {
      const row = this.#sheet?.rows.get(id);
      if (!row) continue;
      row.classList.toggle('selected', id === this.#selected);
      if (id === this.#selected) row.setAttribute('aria-current', 'true');
      row.classList.toggle('hover', id === this.#hovered);
      row.classList.toggle('outside', this.#outside(id));
    }
    this.#marks.renew(first, end);
  }

  /** Paints the hits; `current` indexes them. @param {[number, number, number][]} hits @param {number | null} current */
  mark(hits, current) {
    this.#marks.mark(hits, current);
    this.inSight();
  }
}
