// How a card comes, where it stands and how it goes: beside a point, it can be gone over, and it goes with Escape, with
// scrolling and once it was left (WCAG 2.2, 1.4.13).

import { h, scaleOf } from '../dom.js';
import { dressed } from '../styles/dressed.js';
import css from '../styles/card.css';

/** Until a pointer that rests is taken for a question. */
export const restMs = 350;
/** A finger that stays asks too. */
export const holdMs = 500;
/** Until a card that was left goes. */
const leaveMs = 200;
export const away = 14;

export class Tip {
  #root; #grid; #element = h('div');
  #timer = 0;
  #scrolls = false;
  /** @type {Element | null} */ #of = null;
  /** What is explained, empty where nothing is. */
  shown = '';
  /** A finger asked for it: it stays when that is lifted, until something else is touched. */
  held = false;
  /** Wherever the focus is. @param {KeyboardEvent} event */
  #onKey = event => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    event.preventDefault();
    this.hide();
  };

  /** @param {import('../element/viewer.js').Viewer} viewer @param {import('../element/skeleton.js').Parts} parts */
  constructor(viewer, { root, grid }) {
    this.#root = root;
    this.#grid = grid;
    dressed(viewer.shadow, 'card', css);
    root.addEventListener('scroll', () => { if (this.shown || !this.#scrolls) this.hide(); }, { capture: true, passive: true });
    root.addEventListener('pointerdown', (/** @type {PointerEvent} */ event) => {
      if (this.held && !event.composedPath().includes(this.#element)) this.hide();
    }, { capture: true, passive: true });
    viewer.shadow.host.addEventListener('vis-a-vis:ready', () => this.hide());
  }

  /** The talk runs from right to left. */
  get leftward() { return this.#grid.dir === 'rtl'; }

  hide() {
    clearTimeout(this.#timer);
    removeEventListener('keydown', this.#onKey, { capture: true });
    this.shown = '';
    this.held = false;
    this.#of?.removeAttribute('aria-describedby');
    this.#element.remove();
  }

  /** @param {(() => void) | null} act @param {number} ms @param {boolean} [scrolls] whether it stands when what it is about scrolls: what gets the focus is scrolled to */
  soon(act, ms, scrolls = false) {
    clearTimeout(this.#timer);
    this.#scrolls = scrolls;
    if (act) this.#timer = window.setTimeout(act, ms);
  }

  leave() { this.soon(() => this.hide(), leaveMs); }

  /**
   * @param {string} name of what is explained @param {(Node | string)[]} content @param {number} x @param {number} y client coordinates
   * @param {Element} [of] the control that it describes
   */
  show(name, content, x, y, of) {
    this.hide();
    this.shown = name;
    this.#element = h('div.card', { id: 'card', role: 'tooltip', dir: this.#grid.dir, onpointerenter: () => clearTimeout(this.#timer), onpointerleave: () => { if (!this.held) this.leave(); } }, ...content);
    this.#root.append(this.#element);
    addEventListener('keydown', this.#onKey, { capture: true });
    this.#of = of ?? null;
    of?.setAttribute('aria-describedby', 'card');
    const root = this.#root.getBoundingClientRect(), size = this.#element.getBoundingClientRect();
    // On the side where there is room: what the pointer goes on to is not below the card.
    const after = x - root.left + away, before = x - root.left - away - size.width;
    const beside = this.leftward ? before > 8 ? before : after : after + size.width < root.width - 8 ? after : before;
    const left = Math.max(8, Math.min(beside, root.width - size.width - 8));
    const below = y - root.top + away, above = y - root.top - away - size.height;
    const by = scaleOf(this.#root);
    this.#element.style.left = `${left / by}px`;
    this.#element.style.top = `${(below + size.height < root.height - 8 || above < 8 ? below : above) / by}px`;
  }
}
