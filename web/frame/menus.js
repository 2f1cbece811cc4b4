// Popovers and dialogs of the component: one menu open at a time, closed by Escape, a click beside
// it, or focus leaving it; sheets are modal dialogs.

import { h, icon, scaleOf } from '../dom.js';
import { dressed } from '../styles/dressed.js';
import css from '../styles/menus.css';
import english from '../words/english/menus.js';
import { speak } from '../words/say.js';

const say = speak(english);

/** @param {HTMLElement} root */
const dress = root => dressed(/** @type {ShadowRoot} */ (root.getRootNode()), 'menus', css);

export class Menus {
  /** @type {HTMLElement | null} */ #open = null;
  /** @type {HTMLElement | null} */ #anchor = null;
  #root;
  /** What stands in a menu may come later and make it wider. */
  #sizes = new ResizeObserver(() => { if (this.#open && this.#anchor) this.#place(this.#open, this.#anchor); });

  /** @param {HTMLElement} root positions the menus and holds them */
  constructor(root) {
    this.#root = root;
    dress(root);
    root.addEventListener('pointerdown', event => {
      const path = event.composedPath();
      if (this.#open && !path.includes(this.#open) && !(this.#anchor && path.includes(this.#anchor))) this.close();
    });
    // The text may still be on its way to the line: the menu stays beside it.
    root.addEventListener('scroll', event => {
      if (this.#open && this.#anchor && !this.#open.contains(/** @type {Node} */ (event.target))) this.#place(this.#open, this.#anchor);
    }, { capture: true, passive: true });
  }

  get isOpen() { return this.#open !== null; }

  /** Opens beside `anchor`, or closes if it was open there. @param {HTMLElement} anchor @param {string} name @param {(Node | string)[]} items */
  toggle(anchor, name, items) {
    const same = this.#anchor === anchor;
    this.close();
    if (!same) this.show(anchor, name, items);
  }

  /** @param {HTMLElement} anchor @param {string} name @param {(Node | string)[]} items */
  show(anchor, name, items) {
    this.close();
    const menu = h('div.menu', { role: 'dialog', 'aria-label': name, onkeydown: this.#keys }, ...items);
    menu.addEventListener('focusout', (/** @type {FocusEvent} */ event) => {
      const to = /** @type {Node | null} */ (event.relatedTarget);
      if (to && !menu.contains(to) && to !== anchor) this.close();
    });
    this.#root.append(menu);
    this.#place(menu, anchor);
    this.#open = menu;
    this.#anchor = anchor;
    this.#sizes.observe(menu);
    anchor.setAttribute('aria-expanded', 'true');
    /** @type {HTMLElement | null} */ (menu.querySelector('button,input,select'))?.focus();
  }

  /** @param {HTMLElement} menu @param {HTMLElement} anchor */
  #place(menu, anchor) {
    const root = this.#root.getBoundingClientRect(), at = anchor.getBoundingClientRect();
    const size = menu.getBoundingClientRect();
    const left = Math.max(8, Math.min(at.right - root.left - size.width, root.width - size.width - 8));
    const below = at.bottom - root.top + 4;
    const top = below + size.height < root.height - 8 ? below : Math.max(8, at.top - root.top - size.height - 4);
    const by = scaleOf(this.#root);
    menu.style.left = `${left / by}px`;
    menu.style.top = `${top / by}px`;
  }

  /** @returns {boolean} whether one was open */
  close() {
    if (!this.#open) return false;
    const menu = this.#open, anchor = this.#anchor;
    this.#sizes.disconnect();
    this.#open = this.#anchor = null;
    anchor?.setAttribute('aria-expanded', 'false');
    if (menu.contains(/** @type {ShadowRoot} */ (menu.getRootNode()).activeElement)) anchor?.focus();
    menu.remove();
    return true;
  }

  #keys = (/** @type {KeyboardEvent} */ event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || !this.#open || /** @type {HTMLElement} */ (event.target).localName === 'select') return; // its own arrows choose
    event.preventDefault();
    event.stopPropagation();
    const items = /** @type {HTMLElement[]} */ ([...this.#open.querySelectorAll('button,input,select')]);
    const at = items.indexOf(/** @type {HTMLElement} */ (/** @type {ShadowRoot} */ (this.#open.getRootNode()).activeElement));
    items[(at + step + items.length) % items.length]?.focus();
  };
}

/** A line of a menu. @param {string} label @param {() => void} act @param {Record<string, any>} [attributes] */
export const item = (label, act, attributes = {}) => h('button', { type: 'button', onclick: act, ...attributes }, label);

/**
 * A modal sheet; it leaves the document when closed.
 * @param {HTMLElement} root @param {string} title @param {(Node | string)[]} content
 * @returns {HTMLDialogElement}
 */
export function sheet(root, title, content) {
  dress(root);
  const dialog = h('dialog', { 'aria-label': title, onclose: () => dialog.remove(),
    onclick: (/** @type {Event} */ event) => { if (event.target === dialog) dialog.close(); } },
  h('div.sheet', {},
    h('div.sheet-head', {}, h('h2', {}, title),
      h('button.button.plain', { type: 'button', 'aria-label': say('close'), onclick: () => dialog.close() }, icon('close'))),
    ...content));
  root.append(dialog);
  dialog.showModal();
  return dialog;
}

/** @type {[string[], keyof typeof english][]} */
const keys = [
  [['/'], 'search-the-words-2'],
  [['Enter', 'n'], 'next-hit-2'],
  [['Shift Enter', 'p'], 'previous-hit-2'],
  [['j', 'k'], 'next-previous-turn'],
  [[']', '['], 'next-previous'],
  [['r'], 'measure-only-this-2'],
  [['J', 'K'], 'measure-from-the'],
  [['+', '−', '0'], 'zoom-the-timeline'],
  [[',', '.', 'z'], 'move-it-left'],
  [['1', '…', '8'], 'show-or-set'],
  [['e'], 'correct-the-chosen'],
  [['q'], 'quote-the-selected'],
  [['Ctrl Z', 'Ctrl Y'], 'take-a-correction'],
  [['t'], 'light-dark-or'],
  [['o'], 'open-a-transcript'],
  [['Esc'], 'close-then-clear'],
  [['?'], 'this-sheet'],
];

/** While a recording is there. @type {[string[], keyof typeof english][]} */
const playerKeys = [
  [['Space'], 'play-or-stop'],
  [['←', '→'], 'five-seconds-back'],
  [[',', '.'], 'a-second-back-on'],
  [['<', '>'], 'slower-faster'],
  [['Enter'], 'hear-the-chosen'],
  [['z'], 'the-timeline-to'],
];

/** @param {boolean} heard whether a recording is there: two of its keys are the timeline's otherwise */
export const keyList = heard => h('dl.keys', {}, ...(heard ? [...playerKeys, ...keys.filter(([[first]]) => first !== ',')] : keys).flatMap(([names, what]) =>
  [h('dt', {}, ...names.map(name => h('kbd', {}, name))), h('dd', {}, say(what))]));
