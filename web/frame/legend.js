// "What am I looking at?": numbers on the panels that are there, each with a callout that says what is under it. The panels
// stay as live as they are. Places are found as the pointer finds them: what it would come to is what is explained.

import { along, h, icon, scaleOf } from '../dom.js';
import { dressed } from '../styles/dressed.js';
import css from '../styles/legend.css';
import english from '../words/english/desk.js';
import { speak, way } from '../words/say.js';
import { certainty, moving, partOf, told } from './terms.js';

const say = speak(english);

/** @typedef {{ term: string, x: number, y: number, pane?: DOMRect }} Place in client coordinates */

/** Where along a pane each is best pointed at: not one above the other. @type {[pane: PaneName, term: string, along: number][]} */
const wanted = [
  ['timeline', 'bands', 0.1], ['timeline', 'found', 0.82], ['timeline', 'lanes', 0.25], ['timeline', 'questions', 0.4], ['timeline', 'river', 0.55], ['timeline', 'axis', 0.7],
  ['timeline', 'window', 0.02], ['balance', 'shares', 0.6], ['balance', 'index', 0.95], ['balance', 'heads', 0.4], ['balance', 'figures', 0.8], ['topics', 'bands', 0.7],
];
/** Kinds and parts as the core numbers them (scene/view_state.h). */
const parts = ['', 'river', 'questions', 'found', 'axis', 'index'];
const turnKind = 1, sectionKind = 2, speakerKind = 3, windowKind = 6, sortKind = 7, figureKind = 8, moveKind = 0, leaveKind = 3;
/** Where the twins are the panels. @type {Record<string, string>} */
const inTwins = { bands: '.bands,.outline', lanes: '.lanes', shares: '.split', index: '.index', heads: '.figures thead', figures: '.figures tbody button' };

const stepY = 4, columns = 12, apart = 26, away = 18, edge = 8;

export class Legend {
  #viewer; #parts; #keys;
  #element = h('div'); #list = h('ol'); #callout = h('div');
  /** @type {Place[]} */ #places = [];
  #at = 0;
  /** @type {HTMLElement | null} */ #from = null;
  /** What ends with it. @type {AbortController | null} */ #open = null;
  #frame = 0;

  /** @param {import('../element/viewer.js').Viewer} viewer @param {import('../element/skeleton.js').Parts} parts @param {() => void} keys opens the sheet of keys */
  constructor(viewer, parts, keys) {
    this.#viewer = viewer;
    this.#parts = parts;
    this.#keys = keys;
    dressed(viewer.shadow, 'legend', css);
  }

  toggle() { if (this.#open) this.close(); else this.#show(); }

  close() {
    if (!this.#open) return;
    this.#open.abort();
    this.#open = null;
    cancelAnimationFrame(this.#frame);
    const within = this.#element.contains(this.#viewer.shadow.activeElement);
    this.#element.remove();
    if (within) (this.#from?.isConnected && this.#from.checkVisibility() ? this.#from : this.#parts.text).focus({ preventScroll: true });
  }

  #show() {
    const { shadow } = this.#viewer, { root } = this.#parts;
    this.#from = /** @type {HTMLElement | null} */ (shadow.activeElement);
    this.#list = h('ol');
    this.#callout = h('div.callout', { id: 'legend-callout', dir: way() });
    this.#element = h('div.legend', { role: 'dialog', 'aria-label': say('what-am-i'), onkeydown: this.#key }, this.#list, this.#callout);
    const { signal } = this.#open = new AbortController();
    const again = () => {
      cancelAnimationFrame(this.#frame);
      this.#frame = requestAnimationFrame(() => this.#place());
    };
    root.addEventListener('pointerdown', (/** @type {PointerEvent} */ event) => { if (!event.composedPath().includes(this.#element)) this.close(); }, { signal, capture: true, passive: true });
    root.addEventListener('scroll', (/** @type {Event} */ event) => { if (!this.#element.contains(/** @type {Node} */ (event.target))) again(); }, { signal, capture: true, passive: true });
    root.addEventListener('keydown', (/** @type {KeyboardEvent} */ event) => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      event.preventDefault();
      this.close();
    }, { signal, capture: true });
    shadow.host.addEventListener('vis-a-vis:ready', () => this.close(), { signal });
    const sizes = new ResizeObserver(again);
    sizes.observe(root);
    signal.addEventListener('abort', () => sizes.disconnect());
    root.append(this.#element);
    this.#at = 0;
    this.#place();
    this.#focus();
  }

  /** @param {KeyboardEvent} event */
  #key = event => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key] ?? along(event), ends = ['Home', 'End'].indexOf(event.key);
    if ((!step && ends < 0) || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    this.#go(step ? this.#at + step : ends * (this.#places.length - 1));
  };

  /** @param {number} to */
  #go(to) {
    this.#at = (to + this.#places.length) % this.#places.length;
    this.#explain();
    this.#focus();
  }

  #focus() { /** @type {HTMLElement | undefined} */ (this.#list.children[this.#at]?.firstChild)?.focus({ preventScroll: true }); }

  /** Numbers where things are now; the one that is explained stays it. */
  #place() {
    const before = this.#places[this.#at];
    this.#places = this.#find();
    if (!this.#places.length) return this.close();
    this.#at = Math.max(0, this.#places.findIndex(one => one.term === before?.term));
    const held = this.#list.contains(this.#viewer.shadow.activeElement);
    const root = this.#parts.root.getBoundingClientRect(), by = scaleOf(this.#parts.root);
    this.#list.replaceChildren(...this.#places.map(({ term, x, y }, at) => {
      const title = told(this.#viewer, term)?.title ?? '';
      const pin = h('button.pin', { type: 'button', 'aria-label': `${at + 1} ${title}`, 'aria-describedby': 'legend-callout', onclick: () => this.#go(at) }, String(at + 1));
      pin.style.left = `${(x - root.left) / by}px`;
      pin.style.top = `${(y - root.top) / by}px`;
      return h('li', {}, pin);
    }));
    this.#explain();
    if (held) this.#focus();
  }

  /** The callout of the number that is chosen. */
  #explain() {
    const viewer = this.#viewer, { term, x, y, pane } = this.#places[this.#at];
    const of = told(viewer, term, term === 'river' ? this.#window : '');
    if (!of) return;
    for (const [at, { firstChild }] of [...this.#list.children].entries()) {
      const pin = /** @type {HTMLElement} */ (firstChild);
      pin.tabIndex = at === this.#at ? 0 : -1;
      pin.setAttribute('aria-expanded', String(at === this.#at));
    }
    const button = (/** @type {string} */ label, /** @type {string} */ image, /** @type {() => void} */ act) =>
      h('button.button.plain', { type: 'button', 'aria-label': label, title: label, onclick: act }, icon(image));
    this.#callout.replaceChildren(
      h('p.step', {}, partOf(this.#at + 1, this.#places.length), button(say('close'), 'close', () => this.close())),
      h('p', {}, h('b', {}, of.title)), h('p', {}, of.what), of.sure ? h('p.facts', {}, certainty(of.sure)) : '',
      h('div.moves', {}, button(moving.previous(), 'previous', () => this.#go(this.#at - 1)), button(moving.next(), 'next', () => this.#go(this.#at + 1)),
        h('button.button', { type: 'button', onclick: () => { this.close(); this.#keys(); } }, say('keys'))));
    const root = this.#parts.root.getBoundingClientRect(), size = this.#callout.getBoundingClientRect();
    // Beside the panel that is explained, or below the timeline, if there is room: what it says of is seen.
    const wide = pane && pane.width > root.width * 0.7, before = pane && !wide ? pane.left - root.left - size.width - edge : 0, after = pane && !wide ? pane.right - root.left + edge : root.width;
    const beside = before > edge ? before : after + size.width < root.width - edge ? after : null;
    const left = beside ?? Math.max(edge, Math.min(x - root.left - size.width / 2, root.width - size.width - edge));
    const under = pane && wide && pane.height < root.height / 3 ? pane.bottom - root.top + edge : y - root.top + away;
    const lowest = root.height - size.height - edge, above = y - root.top - away - size.height;
    const top = beside !== null ? Math.min(y - root.top - 40, lowest) : under < lowest || above < edge ? Math.min(under, lowest) : above;
    const by = scaleOf(this.#parts.root);
    this.#callout.style.left = `${left / by}px`;
    this.#callout.style.top = `${Math.max(edge, top) / by}px`;
  }

  /** What of the river is told: how wide its window is. */ #window = '';

  /** What is in sight, in the order of the page. @returns {Place[]} */
  #find() {
    const { shadow, stage, core } = this.#viewer, { panes, text } = this.#parts;
    /** @type {Place[]} */ const found = [];
    const paper = text.getBoundingClientRect();
    const row = paper.height ? [...text.querySelectorAll('.turn')].map(one => one.getBoundingClientRect()).find(one => one.bottom > paper.top + 60 && one.top < paper.bottom) : undefined;
    /** @param {string} term @param {number} x @param {number} y */
    const put = (term, x, y, /** @type {DOMRect} */ pane) => {
      while (found.some(one => Math.abs(one.x - x) < apart && Math.abs(one.y - y) < apart)) x += apart;
      found.push({ term, x, y, pane });
    };
    for (const [name, pane] of Object.entries(panes)) {
      const box = pane.getBoundingClientRect(), clip = (pane.closest('.side,.timeline') ?? pane).getBoundingClientRect();
      const top = Math.max(box.top, clip.top), bottom = Math.min(box.bottom, clip.bottom, innerHeight);
      if (!box.width || bottom - top < 20 || !pane.checkVisibility({ opacityProperty: false })) continue;
      const leftward = !!shadow.querySelector('.grid[dir=rtl]');
      const terms = wanted.filter(([of]) => of === name).map(([of, term, part]) => /** @type {const} */ ([of, term, leftward ? 1 - part : part]));
      if (!stage.drawing || !core) {
        for (const [, term, part] of terms) {
          const at = inTwins[term] && [...pane.querySelectorAll(inTwins[term])].find(one => one.checkVisibility())?.getBoundingClientRect();
          if (at && at.bottom > top && at.top < bottom) put(term, at.left + at.width * part, at.top + Math.min(at.height / 2, 16), box);
        }
        continue;
      }
      /** @type {Map<string, { x: number, y: number, part: number }[]>} */ const seen = new Map();
      for (let i = 0; i < columns; i++) {
        const part = (i + 0.5) / columns, x = box.left + box.width * part;
        for (let y = top + 2; y < bottom; y += stepY) {
          stage.point(moveKind, x, y);
          const [kind, , of, , window] = core.query('under') ?? [0, 0, 0];
          const term = kind === sectionKind ? 'bands' : kind === turnKind ? 'lanes' : kind === sortKind ? 'heads' : kind === figureKind ? 'figures'
            : kind === speakerKind ? (name !== 'balance' || of || y > (seen.get('index')?.[0].y ?? Infinity) ? '' : 'shares') : parts[of] || (kind === windowKind ? 'window' : '');
          if (window) this.#window = window;
          if (!term) continue;
          if (!seen.has(term)) seen.set(term, []);
          seen.get(term)?.push({ x, y, part });
        }
      }
      stage.point(leaveKind, 0, 0);
      for (const [, term, part] of terms) {
        const all = seen.get(term);
        if (!all) continue;
        const best = all.reduce((a, b) => Math.abs(b.part - part) < Math.abs(a.part - part) - 1e-6 ? b : a);
        // The middle of the first run below each other.
        let last = best.y;
        for (const one of all) if (one.x === best.x && one.y > last && one.y - last <= stepY) last = one.y;
        // Beside a figure, which is small.
        put(term, best.x + (term !== 'figures' ? 0 : leftward ? -apart : apart), (best.y + Math.min(last, best.y + 40)) / 2, box);
      }
      stage.arm();
    }
    if (row) found.push({ term: 'text', x: way() === 'rtl' || shadow.querySelector('.grid[dir=rtl]') ? row.right - 2 : row.left + 2, y: Math.max(row.top, paper.top + 60) + 14 });
    return found;
  }
}
