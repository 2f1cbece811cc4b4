// What stands behind <vis-a-vis> once it is near: the host it stands in (hosts/host.js), the viewer, what is opened and
// heard in it, notices. Leaving frees all of it: the element makes another.

import { assets } from '../core/assets.js';
import { part } from '../core/parts.js';
import { h, icon } from '../dom.js';
import { hostOf } from '../hosts/here.js';
import { parse } from '../hosts/links.js';
import { accept, bytesOf, pick } from '../hosts/opening.js';
import { themes, viewOf } from '../hosts/view.js';
import { dressedFor, sheets } from '../styles/sheets.js';
import { Openings } from './openings.js';
import { hush } from './notices.js';
import { Recording } from './recording.js';
import { skeleton } from './skeleton.js';
import { Viewer } from './viewer.js';
import english from '../words/english/page.js';
import { speak } from '../words/say.js';

const say = speak(english);

const blinkMs = 150;

/** @typedef {import('./viewer.js').Outside} Outside */
/** @implements {Outside} */
export class Component {
  gone = false;
  /** What ends with it. @type {(() => void)[]} */ leaving = [];
  #longestTaskMs = /** @type {number | null} */ (null);
  /** @type {import('../frame/quotebar.js').QuoteBar | null} */ #quotes = null;
  #selecting = 0;

  /** @param {HTMLElement} element @param {ShadowRoot} shadow its own, emptied for this @param {boolean} opening something is opened at once: not what the element names @param {typeof import('../hosts/article.js').Article} [Article] the host where it is no page */
  constructor(element, shadow, opening, Article) {
    this.element = element;
    this.shadow = shadow;
    const host = this.host = hostOf(this, Article);
    const { root } = this.parts = skeleton(host);
    if (host.textSize) root.style.setProperty('--vav-text-size', host.textSize);
    shadow.adoptedStyleSheets = sheets();
    shadow.replaceChildren(root);
    this.viewer = new Viewer(this.parts, shadow, this);
    this.openings = new Openings(this);
    this.recording = new Recording(this);
    this.#themed();
    this.#control();
    this.viewer.layout.show(element.getAttribute('view') ?? '');
    this.#wire();
    host.begin(opening);
  }

  #wire() {
    const { element, viewer, host: { ground }, parts: { root } } = this;
    this.on(matchMedia('(prefers-reduced-motion: reduce)'), 'change', () => viewer.motion());
    this.on(window, 'beforeprint', () => viewer.reading.complete(true));
    this.on(window, 'afterprint', () => viewer.reading.complete(false));
    for (const wish of ['prefers-color-scheme: dark', 'prefers-contrast: more', 'forced-colors: active']) this.on(matchMedia(`(${wish})`), 'change', () => this.#themed());
    this.on(window, 'scroll', () => viewer.stage.invalidate(), { passive: true, capture: true });
    this.on(ground, 'keydown', event => this.#key(/** @type {KeyboardEvent} */ (event)));
    const sizes = new ResizeObserver(() => viewer.layout.measure());
    sizes.observe(root);
    this.leaving.push(() => sizes.disconnect(),
      accept(ground, root, (what, name, pasted, others) => { this.openings.given(what, name, pasted, others); }));
    this.on(document, 'selectionchange', () => {
      clearTimeout(this.#selecting);
      this.#selecting = window.setTimeout(() => this.#quote(null, false), blinkMs);
    });
    this.#watchTasks();
    this.on(element, 'vis-a-vis:ready', () => this.recording.follow());
  }

  /** Ends everything; nothing of it is used again. */
  leave() {
    this.gone = true;
    clearTimeout(this.#selecting);
    this.#quotes?.hide();
    this.host.leave();
    for (const undo of this.leaving.splice(0)) undo();
    this.openings.cancel();
    this.recording.hush();
    this.viewer.close();
    this.viewer.stage.free();
  }

  /** An attribute of the element has another value. @param {string} name @param {string | null} value */
  changed(name, value) {
    if (name === 'src' && value) void this.openings.address(value);
    if (name === 'theme') this.#themed();
    if (name === 'media') {
      this.recording.hush();
      if (this.transcript) void this.recording.listen();
    }
    if (name === 'controls') this.#control();
    if (name === 'view' && value) this.viewer.layout.show(value);
  }

  /** Browsers keep few GL contexts: what is far from the viewport lends its own. @param {boolean} near */
  near(near) { this.viewer.stage.near(near); }

  /** Where the program lies. */
  get base() { return assets.base; }
  get transcript() { return this.viewer.transcript; }
  get title() { return this.parts.title.textContent ?? ''; }
  get heading() { return this.host.tags.heading; }
  get language() { return this.element.lang; }
  get theme() { return this.element.getAttribute('theme'); }

  /** Counters since the element was made. @returns {Stats} */
  get stats() {
    const { stage, core } = this.viewer;
    return {
      frames: stage.frames, lastFrameMs: stage.lastFrameMs, openMs: this.openings.ms, longestTaskMs: this.#longestTaskMs,
      heapBytes: core?.heapBytes ?? null, liveBytes: core?.liveBytes ?? null,
    };
  }

  /** See VisAVis.open. @param {string | URL | Blob | ArrayBuffer} what @returns {Promise<Inspect>} */
  async open(what) {
    await this.openings.load(() => bytesOf(what));
    return /** @type {Inspect} */ (this.transcript);
  }

  /** See VisAVis.goTo. @param {string} fragment @returns {boolean} whether it named a place in this transcript */
  goTo(fragment) {
    this.host.touch();
    const view = viewOf(parse(String(fragment)));
    if (view.theme) this.#keepTheme(view.theme);
    return this.go(view, false);
  }

  /** @param {import('../hosts/view.js').View} view @param {boolean} whole see Viewer.go */
  go(view, whole) {
    if (view.pane || whole) this.viewer.layout.show(view.pane || 'text');
    if (view.theme) this.element.setAttribute('theme', view.theme);
    const { transcript } = this;
    if (!transcript) return false;
    const found = this.viewer.go(view, whole);
    this.recording.seek(view.time);
    if (view.quote) part('share').then(({ goToQuote }) => goToQuote(this, view, transcript)).catch(this.failed(say('the-quote-could')));
    return found || view.quote !== null;
  }

  /** See VisAVis.link. @param {import('../hosts/sending.js').Sending} [how] @returns {Promise<string>} */
  async link(how = {}) {
    await this.openings.arriving;
    const { linkFor, senderOf } = await part('send');
    return linkFor(senderOf(this), { view: true, ...how });
  }

  /** A sheet, or to a place of the transcript a link that is copied at once. @param {Partial<import('../hosts/view.js').View> | 'less'} [at] */
  share(at) {
    part('send').then(({ share }) => share(this, at)).catch(this.failed(say('what-shares-could')));
  }

  /** See VisAVis.exportAs. @param {string} kind @returns {Promise<Blob>} */
  async exportAs(kind) {
    await this.openings.arriving;
    const { exported, typeOf } = await part('desk');
    const bytes = await exported(this.viewer, kind);
    if (!bytes) throw new RangeError(`nothing to write as ${kind}`);
    return new Blob([bytes], { type: typeOf(kind) });
  }

  /**
   * @param {EventTarget} target @param {string} name @param {(event: Event) => void} act
   * @param {AddEventListenerOptions} [options]
   */
  on(target, name, act, options) {
    target.addEventListener(name, act, options);
    this.leaving.push(() => target.removeEventListener(name, act, options));
  }

  /** What stands where no transcript does: loaded when that is so. */
  async invite() {
    const { empty } = this.parts;
    if (!empty.firstChild) empty.replaceChildren((await part('empty')).emptyState(this));
    this.host.invited();
  }

  viewed() { this.host.viewed(); }

  /** The bar beside selected words, loaded with the first of them. @param {HTMLElement | null} row a turn, where nothing is selected @param {boolean} focus */
  #quote(row, focus) {
    const selection = /** @type {any} */ (this.shadow).getSelection?.() ?? getSelection();
    if (!this.transcript || this.viewer.beginning || (!row && !this.#quotes && (!selection || (selection.isCollapsed && !String(selection))))) return;
    part('send').then(({ QuoteBar }) => {
      this.#quotes ??= new QuoteBar(this);
      if (!this.#quotes.shown || !focus) this.#quotes.show(row);
      if (focus) this.#quotes.focus();
    }).catch(console.error);
  }

  /** @param {HTMLElement | null} row */
  quote(row) { this.#quote(row, true); }

  pick() {
    if (this.transcript && !this.host.welcomes) return;
    pick((file, others) => { void this.openings.take(file, file.name, others); });
  }

  /** What a person chose, or a script for them, kept for the next visit; what an address asks for is not. @param {string} theme */
  #keepTheme(theme) {
    this.element.setAttribute('theme', theme);
    this.viewed();
    this.host.remember(theme);
  }

  /** Which of search, open, save and share are shown; all, where neither the element nor the host says any. */
  #control() {
    const { dataset } = this.parts.root, controls = this.element.getAttribute('controls') ?? this.host.controls;
    if (controls === null) delete dataset.controls; else dataset.controls = controls;
  }

  #themed() {
    const { theme, host } = this;
    dressedFor(this.shadow, theme, host.scheme);
    this.viewer.layout.themed(theme);
    host.themed(theme);
  }

  nextTheme() { this.#keepTheme(themes[(themes.indexOf(this.theme ?? 'auto') + 1) % themes.length]); }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (event.defaultPrevented || this.viewer.beginning) return;
    const { keys } = this.viewer, loose = this.host.loose(event.target);
    if ((loose || event.composedPath().includes(this.element)) && (this.recording.key(event) || keys.press(event) || (loose && keys.scrolls(event)))) event.preventDefault();
  }

  /** To those who listen. @param {string} text */
  say(text) { this.parts.said.textContent = text; }

  /** @param {string} message @param {string} remedy @returns {HTMLElement} where more can be said */
  notice(message, remedy) {
    const said = h('div', {}, h('p', {}, message), remedy ? h('p', {}, remedy) : '');
    const notice = h('div.notice', {}, said,
      h('button.button.plain', { type: 'button', 'aria-label': say('dismiss'), onclick: () => hush(this.parts) }, icon('close')));
    this.parts.notices.replaceChildren(notice);
    return said;
  }

  /** Tells of a failure. @param {string} message @param {string} [remedy] @returns {(error: unknown) => void} */
  failed(message, remedy = say('load-the-page')) {
    return error => {
      console.error(error);
      this.notice(message, remedy);
    };
  }

  /** @param {'ready' | 'select' | 'error'} name @param {object} detail */
  emit(name, detail) {
    this.element.dispatchEvent(new CustomEvent(`vis-a-vis:${name}`, { bubbles: true, composed: true, detail }));
  }

  #watchTasks() {
    if (typeof PerformanceObserver !== 'function' || !PerformanceObserver.supportedEntryTypes?.includes('longtask')) return;
    this.#longestTaskMs ??= 0;
    const observer = new PerformanceObserver(list => {
      for (const entry of list.getEntries()) this.#longestTaskMs = Math.max(this.#longestTaskMs ?? 0, entry.duration);
    });
    observer.observe({ type: 'longtask', buffered: true });
    this.leaving.push(() => observer.disconnect());
  }
}
