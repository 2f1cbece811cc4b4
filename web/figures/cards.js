// Cards of the views' marks and of the names of their figures: what it is, in which unit, whether it is measured,
// estimated or unknown. A pointer that rests, the keyboard and a finger that stays ask for them.

import { h } from '../dom.js';
import { Tip, away, holdMs, restMs } from '../frame/tip.js';
import english from '../words/english/figures.js';
import { speak, way } from '../words/say.js';

const say = speak(english);

/** @typedef {'measured' | 'estimated' | 'marked' | 'unknown'} Known how a figure is known; `marked`: the file says so */
/** What a card says. @typedef {{ name: string, slot?: string, facts?: string[], line?: string, more?: string[] }} Explained */
/** Asked when a card is to be shown, of a mark that is drawn wide with the place along it. @typedef {(x: number) => Explained} Explain */

const longestLine = 140;

/** A figure with what it is known by. @param {string} label @param {string} value @param {Known} known */
export const known = (label, value, known) => say('figure-known', label, value, say(`known-${known}`));

/** What a figure's name says of it. @param {string} unit @param {Known} known @param {string} what its definition @returns {(name: string) => Explained} */
export const defines = (unit, known, what) => name => ({ name, facts: [say('unit-named', unit), say(`known-${known}`)], more: [what] });

/** @param {string} text */
const short = text => text.length > longestLine ? `${text.slice(0, longestLine).replace(/\s+\S*$/, '')} …` : text;

export class Cards {
  #tip;
  /** @type {WeakMap<Element, Explain>} */ #of = new WeakMap();
  #names = new WeakMap();
  #last = 0;
  #held = false;
  /** Of the pointer. */ #x = NaN; #y = NaN;
  /** By the keyboard: the card stays as long as the focus. */ #focused = false;

  /** @param {import('../element/viewer.js').Viewer} viewer @param {import('../element/skeleton.js').Parts} parts @param {HTMLElement} box of the views */
  constructor(viewer, parts, box) {
    const tip = this.#tip = new Tip(viewer, parts);
    box.addEventListener('pointermove', (/** @type {PointerEvent} */ { target, buttons, clientX, clientY }) => {
      // What scrolls beneath a pointer that rests is no question.
      if (Math.abs(clientX - this.#x) < 1 && Math.abs(clientY - this.#y) < 1) return;
      [this.#x, this.#y] = [clientX, clientY];
      const mark = this.#mark(target);
      if (!mark) this.#leave();
      // On the way to a card the pointer may cross other marks: the one it rests on has the next card.
      else if (!buttons && tip.shown !== this.#named(mark, clientX)) tip.soon(() => this.#show(mark, clientX, clientY), restMs);
      else tip.soon(null, 0);
    }, { passive: true });
    box.addEventListener('pointerleave', () => this.#leave());
    box.addEventListener('pointerdown', (/** @type {PointerEvent} */ { target, pointerType, clientX, clientY }) => {
      const mark = this.#mark(target);
      this.#held = false;
      tip.hide();
      tip.soon(mark && pointerType === 'touch' ? () => {
        this.#held = true;
        this.#show(mark, clientX, clientY);
      } : null, holdMs);
    }, { passive: true });
    // A finger that stayed has asked, not pressed.
    box.addEventListener('click', (/** @type {Event} */ event) => {
      if (!this.#held) return;
      this.#held = false;
      event.stopPropagation();
      event.preventDefault();
    }, { capture: true });
    box.addEventListener('focusin', (/** @type {Event} */ { target }) => {
      const mark = this.#mark(target);
      if (!mark || !/** @type {Element} */ (target).matches(':focus-visible')) return;
      this.#focused = true;
      tip.soon(() => this.#beside(mark), restMs, true);
    });
    box.addEventListener('focusout', () => {
      this.#focused = false;
      tip.hide();
    });
  }

  /** @template {Element} T @param {T} element @param {Explain} explain @returns {T} */
  explain(element, explain) {
    this.#of.set(element, explain);
    this.#names.set(element, ++this.#last);
    element.toggleAttribute('data-card', true);
    return element;
  }

  /** The name of a figure, which says what it is. @param {string} name @param {(name: string) => Explained} what */
  term(name, what) {
    const button = h('button.term', { type: 'button', tabindex: '-1', onclick: () => { this.#beside(button); } }, name);
    return this.explain(button, () => what(name));
  }

  hide() { this.#tip.hide(); }

  #leave() { if (!this.#focused) this.#tip.leave(); }

  /** @param {EventTarget | null} target @returns {Element | null} */
  #mark(target) {
    const mark = /** @type {Element} */ (target).closest('[data-card]');
    return mark && this.#of.has(mark) ? mark : null;
  }

  /** @param {Element} mark @param {number} x */
  #named(mark, x) { return `${this.#names.get(mark)} ${this.#of.get(mark)?.(x).name}`; }

  /** @param {Element} mark */
  #beside(mark) {
    const box = mark.getBoundingClientRect();
    this.#show(mark, this.#tip.leftward ? box.right : box.left, box.bottom - away + 4, true);
  }

  /** @param {Element} mark @param {number} x @param {number} y @param {boolean} [described] whether the mark has the focus */
  #show(mark, x, y, described = false) {
    const explained = mark.isConnected && this.#of.get(mark)?.(x);
    if (!explained) return;
    const { name, slot, facts = [], line, more = [] } = explained;
    const own = (/** @type {string} */ said) => h('p.facts', {}, h('bdi', { dir: way() }, said));
    this.#tip.show(this.#named(mark, x), [h('p', { dir: 'auto' }, slot === undefined ? '' : h('i.dot', { 'data-slot': slot }), h('b', {}, short(name))),
      ...facts.length ? [own(facts.join(' · '))] : [], ...line ? [h('p.line', { dir: 'auto' }, short(line))] : [], ...more.map(own)], x, y, described ? mark : undefined);
  }
}
