// The page itself: its address says what is shown and follows the view, its history leads back to what a person gave, its
// title is the transcript's, and it remembers the theme.

import { serviceWorker, vouched } from '../core/apart.js';
import { part } from '../core/parts.js';
import { h } from '../dom.js';
import { pageSheet } from '../styles/sheets.js';
import { Host } from './host.js';
import { parse } from './links.js';
import { viewOf } from './view.js';
import english from '../words/english/page.js';
import { speak, spoken } from '../words/say.js';

const say = speak(english);

/** So many transcripts can be gone back to. */
const mostTaken = 5;
/** The address is written when the view rests: browsers bound how often that may be. */
const restMs = 400;
const themeKey = 'vis-a-vis-theme';

const bare = () => location.pathname + location.search;

export class Page extends Host {
  tags = { top: 'header.top', all: 'main.all-of-it', heading: 'h1' };
  brand = h('a.brand', { href: '#', title: say('start-again') }, 'Vis-à-vis');
  /** The transcript that the page holds. @type {import('../element/openings.js').Get | null} */ home = null;
  /** Whether its address follows the view, it is an app, and a browser may keep what is shown. */ own = true;
  /** A person, or a script, has done something since the page came. */ #touched = false;
  #returned = false;
  /** Which transcript is shown: an address, words in a link, one of those taken or kept. */ #shown = '';
  static #takes = 0;
  /** What a person gave in this visit, as it was left; 0: what the page itself holds. @type {Map<number, import('../element/viewer.js').Kept | null>} */ static #taken = new Map();
  #rest = 0;

  get ground() { return window; }
  get wants() { return parse(location.hash); }
  get viewer() { return location.pathname.replace(/\/index\.html$/, '/') + location.search; }
  /** Whether this browser may be asked to keep what is shown. */
  get #keeps() { return this.own && !this.home; }

  /** @param {boolean} opening */
  begin(opening) {
    const { component, brand } = this, { element, viewer, parts: { theme } } = component;
    document.adoptedStyleSheets.push(pageSheet());
    try {
      const kept = localStorage.getItem(themeKey);
      if (kept && !element.hasAttribute('theme')) element.setAttribute('theme', kept);
    } catch { /* storage can be refused; the system's theme serves */ }
    if (this.own) {
      document.documentElement.lang = spoken.tag;
      // Named by what is seen of it, in that order (WCAG 2.2, 2.5.3).
      const label = say('language'), tag = spoken.tag.toUpperCase();
      const tongue = h('button.button.plain.tongue', { type: 'button', title: label, 'aria-label': `${tag} ${label}`,
        onclick: () => { viewer.atDesk(desk => desk.tongues(tongue)); } }, tag, h('span.label-only', {}, ` ${label}`));
      theme.before(tongue);
      const beApp = () => { part('app').then(app => app.beApp(component, vouched(serviceWorker)), () => {}); };
      // As an app it may have been handed a file; else nothing of it comes before what a person came for.
      if (matchMedia('(display-mode:standalone)').matches) beApp();
      else component.on(element, 'vis-a-vis:ready', beApp, { once: true });
    }
    component.on(window, 'hashchange', () => this.#follow());
    component.on(window, 'popstate', () => { if (/^(taken|kept)/.test(this.#shown) || history.state?.taken || history.state?.kept) this.#follow(); });
    component.on(window, 'beforeunload', event => {
      if (/^taken/.test(this.#shown) && !history.state?.kept && viewer.editing.corrections.canUndo) event.preventDefault();
    });
    for (const name of ['pointerdown', 'keydown', 'wheel', 'touchstart'])
      component.on(window, name, () => this.touch(), { capture: true, passive: true, once: true });
    component.on(element, 'vis-a-vis:ready', () => {
      document.title = `${component.title} · Vis-à-vis`;
      // After the way to it stands in the history.
      if (this.#keeps) setTimeout(() => {
        if (!component.gone && /^(taken|kept)/.test(this.#shown)) void part('kept').then(({ keepLine }) => keepLine(component)).catch(() => {});
      });
    });
    brand.addEventListener('click', (/** @type {Event} */ event) => {
      event.preventDefault();
      this.give();
      history.pushState(null, '', bare());
      this.#shown = '';
      this.#close();
      this.#follow();
    });
    this.#follow(opening);
  }

  #close() {
    this.component.viewer.close();
    document.title = 'Vis-à-vis';
  }

  /** Comes to what the address asks for. @param {boolean} [opening] that is being opened already */
  #follow(opening = false) {
    const { component, home, wants } = this, { openings } = component;
    const taken = history.state?.taken ?? 0, kept = history.state?.kept ?? '';
    const doc = wants.get('doc') ?? '', src = wants.get('src') ?? '';
    const wanted = doc || src || (Page.#taken.has(taken) || (home && !taken) ? `taken ${taken}` : kept && `kept ${kept}`);
    const before = this.#shown;
    if (wanted !== before) this.give();
    this.#shown = wanted;
    if (opening) return;
    if (wanted && wanted !== before) {
      const left = Page.#taken.get(taken);
      void (doc ? openings.arrive(async () => (await part('share')).carriedBy(doc, component.parts.root)) : src ? openings.address(src) : left ? openings.restore(left, viewOf(wants)) : home ? openings.arrive(home) : openings.arrive(async () => (await part('kept')).sourceOf(kept)));
    } else if (wanted || (!before && component.transcript)) {
      void this.#return(viewOf(wants));
    } else if (before) {
      this.#close();
    }
    if (!wanted) void component.invite();
  }

  /** The address was changed, or gone back to: everything comes to its view. @param {import('./view.js').View} view */
  async #return(view) {
    // Corrections are no part of the way back: an entry of before them must not undo them.
    if (!history.state?.visavis) await this.component.viewer.correct(view.corrections);
    this.returned();
    this.component.go(view, true);
  }

  /** @param {EventTarget | null} target */
  loose(target) { return target === document.body || target === document.documentElement; }
  touch() { this.#touched = true; }
  returned() { this.#returned = true; }

  /** Once a person has done something the address says what the view is. */
  viewed() {
    const { component } = this, { viewer } = component;
    if (!this.own || !this.#touched || !component.transcript) return;
    clearTimeout(this.#rest);
    this.#rest = window.setTimeout(async () => {
      const { mirror } = await part('address');
      if (!component.transcript || component.gone) return;
      if (viewer.stage.dragging) return this.viewed();
      mirror(viewer, component.element.getAttribute('theme'), !this.#returned);
      const kept = history.state?.kept;
      if (kept) void part('kept').then(({ left }) => left(kept, component.title)).catch(() => {});
      this.#returned = false;
    }, restMs);
  }

  /** Keeps what is shown as it is now, for the way back to it. */
  give() {
    const kept = this.component.viewer.kept, [, id] = /^taken (\d+)$/.exec(this.#shown) ?? [];
    if (id && kept) Page.#taken.set(Number(id), kept);
  }

  given() {
    Page.#taken.set(++Page.#takes, null);
    this.#shown = `taken ${Page.#takes}`;
    history.pushState({ visavis: true, taken: Page.#takes }, '', bare());
    if (Page.#taken.size > mostTaken) Page.#taken.delete([...Page.#taken.keys()][0]);
  }

  back() { history.back(); }

  /** @param {string | null} theme */
  themed(theme) { document.documentElement.dataset.theme = theme ?? 'auto'; }

  /** @param {string} theme */
  remember(theme) {
    try { localStorage.setItem(themeKey, theme); } catch { /* not kept, still shown */ }
  }

  invited() {
    if (this.#keeps) void part('kept').then(({ recents }) => recents(this.component)).catch(() => {});
  }

  leave() { clearTimeout(this.#rest); }
}
