// <vis-a-vis>: shows one interview. This is its public face, and all that a page loads for it at first: the component
// behind it, shared by all elements of a page, comes when one nears the viewport or a script asks it for something.
// Until then, and where it can't come, the element's own content shows, in the room the component will have.

import english from '../words/english/element.js';
import { plain, spoken } from '../words/say.js';

const say = plain(english);

/** How far from the viewport a component is made, and may keep its GL context. */
const nearby = '100% 0px';

/** Where there is no document, as on a server, the module can be imported and does nothing. */
const Base = /** @type {typeof HTMLElement} */ (globalThis.HTMLElement ?? class {});

/** @type {CSSStyleSheet | null} */ let waiting = null;
/** @returns {CSSStyleSheet} */
function waitingSheet() {
  if (!waiting) {
    waiting = new CSSStyleSheet();
    waiting.replaceSync(':host{display:block;contain:content;overflow:auto;block-size:var(--vav-height,640px)}:host([hidden]){display:none}');
  }
  return waiting;
}

/** What a person chose for this page. @returns {string | null} */
function chosen() {
  try { return localStorage.getItem('vis-a-vis-language'); } catch { return null; }
}

/**
 * Languages to speak, the best first: what the element says, what was chosen on the page or the document around is
 * written in, what the reader's browser asks for.
 * @param {HTMLElement} element @returns {string[]}
 */
const tonguesFor = element => [element.getAttribute('language'),
  element.hasAttribute('page') ? chosen() : /** @type {HTMLElement | null} */ (element.parentElement?.closest('[lang]'))?.lang, ...navigator.languages].flatMap(tag => tag || []);

export class VisAVis extends Base {
  static observedAttributes = ['src', 'theme', 'view', 'height', 'media', 'controls', 'language'];

  /** @type {IntersectionObserver | null} */ static #watch = null;
  static #watcher() {
    return VisAVis.#watch ??= new IntersectionObserver(entries => {
      for (const { target, isIntersecting } of entries) /** @type {VisAVis} */ (target).#near(isIntersecting);
    }, { rootMargin: nearby });
  }

  #shadow;
  /** @type {import('./component.js').Component | null} */ #inside = null;
  /** @type {Promise<import('./component.js').Component> | null} */ #coming = null;

  constructor() {
    super();
    this.#shadow = this.attachShadow({ mode: 'open' });
    this.#rest();
  }

  connectedCallback() {
    if (this.hasAttribute('page') || typeof IntersectionObserver !== 'function') this.#wake().catch(() => {});
    else VisAVis.#watcher().observe(this);
  }

  disconnectedCallback() {
    VisAVis.#watch?.unobserve(this);
    // Moved within the document it goes on as it is.
    queueMicrotask(() => { if (!this.isConnected) this.#leave(); });
  }

  /** @param {string} name @param {string | null} before @param {string | null} value */
  attributeChangedCallback(name, before, value) {
    if (before === value) return;
    if (name === 'height') {
      const size = value && !isNaN(+value) ? `${value}px` : value ?? '';
      this.style.setProperty('--vav-height', CSS.supports('block-size', size) ? size : '');
    }
    else if (name === 'language') void this.#speak();
    else this.#inside?.changed(name, value);
  }

  /** The transcript shown, as `inspect` gives it, frozen; null before the first. */
  get transcript() { return this.#inside?.transcript ?? null; }

  /** Counters since the component was made. @returns {Stats} */
  get stats() {
    return this.#inside?.stats ?? { frames: 0, lastFrameMs: null, openMs: null, longestTaskMs: null, heapBytes: null, liveBytes: null };
  }

  /**
   * Opens a transcript; resolves with it once it is shown.
   * @param {string | URL | Blob | ArrayBuffer} what the text itself, or where or what to read
   * @returns {Promise<Inspect>}
   */
  async open(what) { return (await this.#wake(true)).open(what); }

  /**
   * Goes to a place, written as in a link: `turn=12`, `range=3-9`, `t=83.5`, `q=words`, `who=names`, `quote=words`,
   * `topic=3`, `place=`, `view=`, `theme=`. Words of a quote that stand nowhere are told in a notice.
   * @param {string} fragment @returns {boolean} whether it named a place in this transcript
   */
  goTo(fragment) { return this.#inside?.goTo(fragment) ?? false; }

  /**
   * The address of a link to what is shown: to where it came from, or with the words in it.
   * @param {import('../hosts/sending.js').Sending} [how] `view: false` for its beginning, `carry`, `turns: [first, last]`, `passphrase`
   * @returns {Promise<string>}
   */
  async link(how) { return (await this.#wake()).link(how); }

  /**
   * The transcript as shown, corrections included, as a file.
   * @param {string} kind a name of Save's formats: `timeline.svg`, `all.png` and their like, `speakers.csv`, `topics.csv`, `offline`, `inspect`, `webvtt`, `srt`, `csv`, `markdown`, `text`, `html`
   * @returns {Promise<Blob>}
   */
  async exportAs(kind) { return (await this.#wake()).exportAs(kind); }

  /** @param {boolean} near */
  #near(near) {
    if (this.#inside) this.#inside.near(near);
    else if (near) this.#wake().catch(() => {});
  }

  /** The component, loaded and made. @param {boolean} [opening] something else than the element's own is opened at once */
  #wake(opening = false) {
    return this.#coming ??= Promise.all([import('./component.js'), this.hasAttribute('page') ? undefined : import('../hosts/article.js'), this.#spoken(tonguesFor(this))])
      .then(([{ Component }, guest]) => this.#inside = new Component(this, this.#shadow, opening, guest?.Article))
      .catch(error => {
        console.error(error);
        this.#coming = null;
        const message = say('the-viewer-could');
        const said = document.createElement('p');
        said.textContent = message;
        this.#shadow.replaceChildren(said, document.createElement('slot'));
        this.dispatchEvent(new CustomEvent('vis-a-vis:error', { bubbles: true, composed: true, detail: { code: 'module', message } }));
        throw error;
      });
  }

  /** Without words for one the page goes on as it was. @param {string[]} tags */
  async #spoken([first = 'en', ...others]) {
    if (first.slice(0, 2) !== spoken.tag) await import('../words/language.js').then(({ speak }) => speak([first, ...others])).catch(console.error);
  }

  /** Another language is wanted: what is shown is shown in it. */
  async #speak() {
    const former = await this.#coming?.catch(() => null);
    const next = former && await import('../words/language.js').then(({ saidAnew }) => saidAnew(former, tonguesFor(this))).catch(console.error);
    if (next && this.#inside === former) this.#coming = Promise.resolve(this.#inside = next);
    else next?.leave();
  }

  /** As before the component came. */
  #rest() {
    this.#shadow.adoptedStyleSheets = [waitingSheet()];
    this.#shadow.replaceChildren(document.createElement('slot'));
  }

  #leave() {
    const coming = this.#coming;
    this.#coming = this.#inside = null;
    void coming?.then(component => {
      component.leave();
      if (this.#inside === component) this.#inside = null;
      if (!this.#inside) this.#rest();
    }, () => {});
  }
}

const registry = globalThis.customElements;
if (registry && !registry.get('vis-a-vis')) registry.define('vis-a-vis', VisAVis);
