// What stands behind <vis-a-vis> once it is near: where transcripts come from, what the page's address and the host's
// attributes ask for, notices. What it shows is the viewer's. Leaving frees all of it: the element makes another.

import { serviceWorker, vouched } from '../core/apart.js';
import { base, compile } from '../core/assets.js';
import { part } from '../core/parts.js';
import { h, icon } from '../dom.js';
import { refusal } from '../words/facts.js';
import { home } from '../hosts/home.js';
import { parse } from '../hosts/links.js';
import { OpeningError, accept, bytesOf, pick, isRecording } from '../hosts/opening.js';
import { themes, viewOf } from '../hosts/view.js';
import { skeleton } from './skeleton.js';
import { dressedFor, pageSheet, sheets } from '../styles/sheets.js';
import { Viewer } from './viewer.js';

const blinkMs = 150;
const quietBytes = 1 << 20;
/** Longer words that are pasted are no search. */
const mostSought = 200;
/** So many transcripts can be gone back to. */
const mostTaken = 5;
const themeKey = 'vis-a-vis-theme';

/** The address is written when the view rests: browsers bound how often that may be. */
const restMs = 400;

/**
 * What stands in the element: plain words as they are, and a document where there are paragraphs, lists or headings.
 * @param {HTMLElement} host
 */
function ownContent(host) {
  const text = host.querySelector('script[type="text/plain"]')?.textContent ?? (host.firstElementChild ? '' : host.textContent);
  const written = new XMLSerializer();
  return text?.trim() || `<!doctype html><body>${[...host.childNodes].map(node => written.serializeToString(node)).join('')}`;
}

export class Component {
  #host; #shadow; #page; #parts;
  /** The `color-scheme` of what is around. */ #around = '';
  #viewer;
  #opening = 0;
  /** Until what is being opened is there, or refused. */ #arriving = Promise.resolve();
  #openMs = /** @type {number | null} */ (null);
  #longestTaskMs = /** @type {number | null} */ (null);
  /** @type {(() => void)[]} */ #undo = [];
  /** A person, or a script, has done something since the page came. */ #touched = false;
  /** The view is one gone back to. */ #returned = false;
  /** Which transcript the page shows: an address, words in a link, or one of those taken. */ #shown = '';
  #takes = 0;
  /** What a person gave in this visit, as it was left; 0: what the page itself holds. @type {Map<number, import('./viewer.js').Kept | null>} */ #taken = new Map();
  #rest = 0;
  /** @type {import('../frame/quotebar.js').QuoteBar | null} */ #quotes = null;
  #selecting = 0;
  /** The recording, once one is named or given. @type {import('../media/media.js').Media | null} */ #media = null;
  /** A recording that a person gave. @type {File | null} */ #recording = null;
  /** Of the recording, where the last view that was gone to begins, in seconds. @type {number | null} */ #time = null;
  /** The page in a frame: its address is its own affair, and its height is told. */
  #framed;
  #gone = false;

  /** @param {HTMLElement} host the element @param {ShadowRoot} shadow its own, emptied for this @param {boolean} opening something is opened at once: not what the element names */
  constructor(host, shadow, opening) {
    this.#host = host;
    this.#shadow = shadow;
    this.#page = host.hasAttribute('page');
    this.#framed = this.#page && /[?&]embed\b/.test(location.search);
    this.#parts = skeleton(this.#page);
    const around = getComputedStyle(host);
    this.#around = around.colorScheme;
    if (!this.#page && !around.getPropertyValue('--vav-text-size')) this.#parts.root.style.setProperty('--vav-text-size', around.fontSize);
    shadow.adoptedStyleSheets = sheets();
    shadow.replaceChildren(this.#parts.root);
    this.#viewer = new Viewer(this.#parts, shadow, {
      page: this.#page, pick: () => this.#pick(), nextTheme: () => this.#nextTheme(), language: () => host.lang,
      notice: (message, remedy) => this.#notice(message, remedy), emit: (name, detail) => this.#emit(name, detail),
      viewed: () => this.#viewed(), share: at => { void this.#share(at); },
      quote: row => { void this.#quote(row, true); },
    });
    this.#themed(host.getAttribute('theme'));
    this.#control(host.getAttribute('controls'));
    this.#viewer.layout.show(host.getAttribute('view') ?? '');
    this.#begin(opening);
  }

  /** @param {boolean} opening */
  #begin(opening) {
    const host = this.#host;
    const { root } = this.#parts;
    const viewer = this.#viewer;
    this.#on(matchMedia('(prefers-reduced-motion: reduce)'), 'change', () => viewer.motion());
    this.#on(window, 'beforeprint', () => viewer.reading.complete(true));
    this.#on(window, 'afterprint', () => viewer.reading.complete(false));
    this.#on(matchMedia('(prefers-color-scheme: dark)'), 'change', () => this.#themed(host.getAttribute('theme')));
    this.#on(window, 'scroll', () => viewer.stage.invalidate(), { passive: true, capture: true });
    this.#on(this.#page ? window : host, 'keydown', event => this.#key(/** @type {KeyboardEvent} */ (event)));
    const sizes = new ResizeObserver(() => viewer.layout.measure());
    sizes.observe(root);
    this.#undo.push(() => sizes.disconnect(),
      accept(this.#page ? window : host, root, (what, name, pasted, others) => { this.#given(what, name, pasted, others); }));
    this.#on(document, 'selectionchange', () => {
      clearTimeout(this.#selecting);
      this.#selecting = window.setTimeout(() => { void this.#quote(null, false); }, blinkMs);
    });
    this.#watchTasks();
    this.#on(host, 'vis-a-vis:ready', () => {
      if (this.#media) this.#media.show(); else void this.#listen();
    });
    if (this.#page) this.#bePage();
    else if (opening) return;
    else if (host.hasAttribute('src')) void this.#openAddress(host.getAttribute('src') ?? '');
    else if (host.textContent?.trim()) void this.#take(ownContent(host), '');
    else void this.#invite();
  }

  /** Ends everything; nothing of it is used again. */
  leave() {
    this.#gone = true;
    clearTimeout(this.#rest);
    clearTimeout(this.#selecting);
    this.#quotes?.hide();
    for (const undo of this.#undo.splice(0)) undo();
    this.#opening++;
    this.#media?.leave();
    this.#viewer.close();
    this.#viewer.stage.free();
  }

  /** An attribute of the element has another value. @param {string} name @param {string | null} value */
  changed(name, value) {
    if (name === 'src' && value) void this.#openAddress(value);
    if (name === 'theme') this.#themed(value);
    if (name === 'media') {
      this.#hush();
      if (this.transcript) void this.#listen();
    }
    if (name === 'controls') this.#control(value);
    if (name === 'view' && value) this.#viewer.layout.show(value);
  }

  /** Browsers keep few GL contexts: what is far from the viewport lends its own. @param {boolean} near */
  near(near) { this.#viewer.stage.near(near); }

  /** A recording goes with what is opened next, not with what comes after. @param {File | null} [recording] */
  #forget(recording = null) {
    if (!recording && !this.transcript) return;
    this.#hush();
    this.#recording = recording;
  }

  #hush() {
    this.#media?.leave();
    this.#media = null;
  }

  /** The recording that was given or that the element names, beside the words. */
  async #listen() {
    const named = this.#recording ?? this.#host.getAttribute('media');
    if (!named) return;
    try {
      const { Media } = await part('media');
      if (this.#gone || this.#media || named !== (this.#recording ?? this.#host.getAttribute('media'))) return;
      this.#media = new Media(this.#viewer, this.#parts, this.#host, named);
      if (this.#time !== null) this.#media.seek(this.#time);
    } catch (error) {
      console.error(error);
      this.#notice('The recording could not be loaded.', 'The words are all here.');
    }
  }

  get transcript() { return this.#viewer.transcript; }

  /** Counters since the element was made. @returns {Stats} */
  get stats() {
    const { stage, core } = this.#viewer;
    return {
      frames: stage.frames, lastFrameMs: stage.lastFrameMs, openMs: this.#openMs, longestTaskMs: this.#longestTaskMs,
      heapBytes: core?.heapBytes ?? null, liveBytes: core?.liveBytes ?? null,
    };
  }

  /**
   * Opens a transcript; resolves with it once it is shown.
   * @param {string | URL | Blob | ArrayBuffer} what the text itself, or where or what to read
   * @returns {Promise<Inspect>}
   */
  async open(what) {
    await this.#load(() => bytesOf(what));
    return /** @type {Inspect} */ (this.transcript);
  }

  /**
   * Goes to a place, written as in a link: `turn=12`, `range=3-9`, `t=83.5`, `q=words`, `who=names`, `quote=words`,
   * `topic=3`, `place=`, `view=`, `theme=`. Words of a quote that stand nowhere are told in a notice.
   * @param {string} fragment @returns {boolean} whether it named a place in this transcript
   */
  goTo(fragment) {
    this.#touched = true;
    const view = viewOf(parse(String(fragment)));
    if (view.theme) this.#keepTheme(view.theme);
    return this.#go(view, false);
  }

  /** @param {import('../hosts/view.js').View} view @param {boolean} whole see Viewer.go */
  #go(view, whole) {
    if (view.pane || whole) this.#viewer.layout.show(view.pane || 'text');
    if (view.theme) this.#host.setAttribute('theme', view.theme);
    if (!this.transcript) return false;
    const found = this.#viewer.go(view, whole);
    this.#time = view.time;
    if (view.time !== null) this.#media?.seek(view.time);
    if (view.quote) void this.#goToQuote(view, view.quote, this.transcript);
    return found || view.quote !== null;
  }

  /** @param {import('../hosts/view.js').View} view @param {import('../hosts/view.js').Words} words @param {Inspect} transcript */
  async #goToQuote(view, words, transcript) {
    const quote = { quote: words.words, before: words.before, after: words.after, turn: view.turn };
    try {
      const { find, place } = await part('share');
      const pieces = await find(transcript, quote);
      if (this.transcript !== transcript) return;
      if (pieces) {
        this.#viewer.showQuote(pieces, words);
        return;
      }
      const near = await place(transcript, quote);
      if (this.transcript !== transcript) return;
      if (near !== null) this.#viewer.send(`select ${near}`);
      this.#notice('The quoted words are not in this transcript.', near !== null ? 'This is where they stood.' : view.time !== null ? 'This is the time they were said at.' : 'They may have been edited since.');
    } catch (error) {
      console.error(error);
      this.#notice('The quote could not be looked for.', 'Load the page again.');
    }
  }

  /**
   * The address of a link to what is shown: to where it came from, or with the words in it.
   * @param {import('../hosts/sending.js').Sending} [how] `view: false` for its beginning, `carry`, `turns: [first, last]`, `passphrase`
   * @returns {Promise<string>}
   */
  async link(how = {}) {
    await this.#arriving;
    return (await part('send')).linkFor(this.#sender(), { view: true, ...how });
  }

  /** Links lead to the page, or to the viewer beside this script. @returns {import('../hosts/sending.js').Sender} */
  #sender() {
    const viewer = this.#host.getAttribute('viewer');
    const to = this.#page ? location.pathname.replace(/\/index\.html$/, '/') + location.search : viewer ?? base;
    const address = new URL(to, document.baseURI);
    address.hash = '';
    return { viewer: this.#viewer, theme: this.#host.getAttribute('theme'), base: address.href };
  }

  /** A sheet, or to a place of the transcript a link that is copied at once. @param {Partial<import('../hosts/view.js').View> | 'less'} [at] */
  async #share(at) {
    try {
      const { shareSheet, copyLink, lessSheet } = await part('send');
      const say = (/** @type {string} */ text) => { this.#parts.said.textContent = text; };
      if (!at) shareSheet(this.#sender(), this.#parts.root, { say, saveFile: () => { this.#viewer.save(); }, less: () => { void this.#share('less'); } });
      else if (at === 'less') await lessSheet(this.#sender(), this.#parts.root, say);
      else if (await copyLink(this.#sender(), at)) this.#notice('The link is copied.', '');
      else this.#notice('The link could not be copied.', 'Share shows it, to be copied from there.');
    } catch (error) {
      console.error(error);
      this.#notice('What shares could not be loaded.', 'Load the page again.');
    }
  }

  /**
   * The transcript as shown, corrections included, as a file.
   * @param {string} kind a name of Save's formats: `offline`, `inspect`, `webvtt`, `srt`, `csv`, `markdown`, `text`, `html`
   * @returns {Promise<Blob>}
   */
  async exportAs(kind) {
    await this.#arriving;
    const { exported, typeOf } = await part('desk');
    const bytes = await exported(this.#viewer, kind);
    if (!bytes) throw new RangeError(`nothing to write as ${kind}`);
    return new Blob([bytes], { type: typeOf(kind) });
  }

  /**
   * @param {EventTarget} target @param {string} name @param {(event: Event) => void} act
   * @param {AddEventListenerOptions} [options]
   */
  #on(target, name, act, options) {
    target.addEventListener(name, act, options);
    this.#undo.push(() => target.removeEventListener(name, act, options));
  }

  /** What stands where no transcript does: loaded when that is so. */
  async #invite() {
    const { empty } = this.#parts;
    if (!empty.firstChild) {
      const { emptyState } = await part('empty');
      empty.replaceChildren(emptyState({
        heading: this.#page ? 'h1' : 'h2', sampleBase: new URL('samples/', base).href.replace(new URL('.', document.baseURI).href, ''),
        pick: () => this.#pick(), paste: (/** @type {string} */ text) => { void this.#take(text, ''); },
      }));
    }
    if (this.#page && !home && !this.#framed) void part('kept').then(({ recents }) => recents(this.#shadow, empty, id => {
      history.pushState({ visavis: true, kept: id }, '', location.pathname + location.search);
      dispatchEvent(new PopStateEvent('popstate'));
    })).catch(() => {});
  }

  /** The page's own ways: its address, its title, its memory of the theme. */
  #bePage() {
    document.adoptedStyleSheets.push(pageSheet());
    try {
      const kept = localStorage.getItem(themeKey);
      if (kept && !this.#host.hasAttribute('theme')) this.#host.setAttribute('theme', kept);
    } catch { /* storage can be refused; the system's theme serves */ }
    const follow = () => {
      const wants = parse(location.hash), taken = history.state?.taken ?? 0;
      const doc = wants.get('doc') ?? '', src = wants.get('src') ?? '';
      const kept = history.state?.kept ?? '';
      const wanted = doc || src || (this.#taken.has(taken) || (home && !taken) ? `taken ${taken}` : kept && `kept ${kept}`);
      const before = this.#shown;
      if (wanted !== before) this.#leave();
      this.#shown = wanted;
      if (wanted && wanted !== before) {
        const before = this.#taken.get(taken);
        void (doc ? this.#openCarried(doc) : src ? this.#openAddress(src) : before ? this.#restore(before, viewOf(wants)) : home ? this.#arrive(home) : this.#openKept(kept));
      } else if (wanted || (!before && this.transcript)) {
        void this.#return(viewOf(wants));
      } else if (before) {
        this.#viewer.close();
        document.title = 'Vis-à-vis';
      }
      if (!wanted) void this.#invite();
    };
    if (this.#framed) {
      this.#parts.root.dataset.framed = '';
      void part('frame').then(({ tellHeight }) => {
        if (!this.#gone) this.#undo.push(tellHeight(this.#host, this.#parts));
      });
    }
    if (!this.#framed) {
      const page = { worker: vouched(serviceWorker), take: (/** @type {File} */ file) => { void this.#take(file, file.name); },
        notice: (/** @type {string} */ message, /** @type {string} */ remedy) => this.#notice(message, remedy) };
      const beApp = () => { part('app').then(app => app.beApp(page), () => {}); };
      // As an app it may have been handed a file; else nothing of it comes before what a person came for.
      if (matchMedia('(display-mode:standalone)').matches) beApp();
      else this.#on(this.#host, 'vis-a-vis:ready', beApp, { once: true });
    }
    this.#on(window, 'hashchange', follow);
    this.#on(window, 'popstate', () => { if (/^(taken|kept)/.test(this.#shown) || history.state?.taken || history.state?.kept) follow(); });
    this.#on(window, 'beforeunload', event => {
      if (/^taken/.test(this.#shown) && !history.state?.kept && this.#viewer.editing.corrections.canUndo) event.preventDefault();
    });
    for (const name of ['pointerdown', 'keydown', 'wheel', 'touchstart'])
      this.#on(window, name, () => { this.#touched = true; }, { capture: true, passive: true, once: true });
    if (!home && !this.#framed) this.#on(this.#host, 'vis-a-vis:ready', () => {
      // After the way to it stands in the history.
      setTimeout(() => {
        if (!this.#gone && /^(taken|kept)/.test(this.#shown)) void part('kept').then(({ keepLine }) => keepLine(this.#viewer, { id: history.state?.kept ?? '', title: this.#parts.title.textContent,
          kept: id => { history.replaceState({ ...history.state, kept: id }, ''); }, say: text => { this.#parts.said.textContent = text; } })).catch(() => {});
      });
    });
    this.#on(this.#host, 'vis-a-vis:ready', () => { document.title = `${this.#parts.title.textContent} · Vis-à-vis`; });
    this.#parts.top.querySelector('.brand')?.addEventListener('click', (/** @type {Event} */ event) => {
      event.preventDefault();
      this.#leave();
      history.pushState(null, '', location.pathname + location.search);
      this.#shown = '';
      this.#viewer.close();
      document.title = 'Vis-à-vis';
      follow();
    });
    follow();
  }

  /** The address was changed, or gone back to: everything comes to its view. @param {import('../hosts/view.js').View} view */
  async #return(view) {
    // Corrections are no part of the way back: an entry of before them must not undo them.
    if (!history.state?.visavis) await this.#viewer.correct(view.corrections);
    this.#returned = true;
    this.#go(view, true);
  }

  /** The view may have changed: once a person has done something, the page's address says so. */
  #viewed() {
    if (!this.#page || this.#framed || !this.#touched || !this.transcript) return;
    clearTimeout(this.#rest);
    this.#rest = window.setTimeout(async () => {
      const { mirror } = await part('address');
      if (!this.transcript || this.#gone) return;
      if (this.#viewer.stage.dragging) return this.#viewed();
      mirror(this.#viewer, this.#host.getAttribute('theme'), !this.#returned);
      const kept = history.state?.kept;
      if (kept) void part('kept').then(({ left }) => left(kept, location.hash.slice(1), this.#parts.title.textContent)).catch(() => {});
      this.#returned = false;
    }, restMs);
  }

  /** The bar beside selected words, loaded with the first of them. @param {HTMLElement | null} row a turn, where nothing is selected @param {boolean} focus */
  async #quote(row, focus) {
    const selection = /** @type {any} */ (this.#shadow).getSelection?.() ?? getSelection();
    if (!this.transcript || (!row && !this.#quotes && (!selection || (selection.isCollapsed && !String(selection))))) return;
    try {
      const { QuoteBar } = await part('send');
      this.#quotes ??= new QuoteBar(this.#sender(), this.#parts.root, text => { this.#parts.said.textContent = text; });
      if (!this.#quotes.shown || !focus) this.#quotes.show(row);
      if (focus) this.#quotes.focus();
    } catch (error) { console.error(error); }
  }

  /** @param {string} address */
  #openAddress(address) {
    return this.#arrive(async () => {
      if (!URL.canParse(address, document.baseURI))
        throw new OpeningError('address', `“${address}” is no address.`, 'Check it, or open a file.');
      return bytesOf(new URL(address, document.baseURI));
    });
  }

  /** What this browser keeps. @param {string} id */
  #openKept(id) {
    return this.#arrive(async () => {
      const source = await (await part('kept')).sourceOf(id);
      if (!source) throw new OpeningError('forgotten', 'This browser does not keep this transcript any more.', 'Open its file again.');
      return source;
    });
  }

  /** @param {string} doc the transcript itself, as a link carries it */
  #openCarried(doc) {
    return this.#arrive(async () => {
      const carried = await (await part('share')).carriedBy(doc, this.#parts.root);
      if (!carried) throw new OpeningError('locked', 'This transcript stayed locked.', 'Load the page again to be asked for the passphrase.');
      if ('message' in carried) throw new OpeningError('link', carried.message, carried.remedy);
      return { name: '', ...carried };
    });
  }

  /** Opens it, and goes to the place that the link names. @param {() => import('../hosts/opening.js').Source | Promise<import('../hosts/opening.js').Source>} get */
  async #arrive(get) {
    this.#forget();
    const named = parse(this.#page ? location.hash : this.#host.getAttribute('at') ?? '');
    try {
      const { fragment } = await this.#load(get, ({ fragment = '' }) => viewOf(new Map([...parse(fragment), ...named])).corrections);
      this.#returned = true;
      this.#go(viewOf(new Map([...parse(fragment ?? ''), ...named])), false);
    } catch { /* said already */ }
  }

  /**
   * A drop or a paste. A word or a sentence is looked for in what is open; in an article what is open stays, unless
   * the element says that another may be opened.
   * @param {Blob | string} what @param {string} name @param {boolean} pasted @param {File[]} others given with it
   */
  #given(what, name, pasted, others) {
    if (this.transcript && pasted && typeof what === 'string' && what.length <= mostSought && !/\S\s*\n\s*\S/.test(what)) {
      this.#viewer.search.focus();
      this.#viewer.search.for(what.trim());
    } else if (this.#page || !this.transcript || /\bopen\b/.test(this.#host.getAttribute('controls') ?? '')) {
      void this.#take(what, name, others);
    }
  }

  /** What a person gives: shown as a step that can be gone back from. @param {Blob | string} what @param {string} name @param {File[]} [others] to be read instead */
  async #take(what, name, others = []) {
    const given = [what, ...others], recording = /** @type {File | undefined} */ (given.find(isRecording));
    if (recording) {
      [what, ...others] = /** @type {File[]} */ (given.filter(one => one !== recording));
      name = /** @type {File | undefined} */ (what)?.name ?? '';
    }
    this.#forget(recording);
    if (!what) {
      if (this.transcript) void this.#listen();
      else this.#notice(`“${/** @type {File} */ (recording).name}” is a recording.`, 'Drop its transcript too, and it is heard beside the words.');
      return;
    }
    this.#leave();
    const former = this.#viewer.kept;
    try { await this.#load(() => bytesOf(what, name)); } catch { return; }
    if (this.#page) {
      this.#taken.set(++this.#takes, null);
      this.#shown = `taken ${this.#takes}`;
      history.pushState({ visavis: true, taken: this.#takes }, '', location.pathname + location.search);
      if (this.#taken.size > mostTaken) this.#taken.delete([...this.#taken.keys()][0]);
    }
    const { notices } = this.#parts;
    const way = (/** @type {string} */ label, /** @type {() => void} */ act) =>
      h('button.button', { type: 'button', onclick: () => { notices.replaceChildren(); act(); } }, label);
    const ways = others.map(other => way(`Open ${other.name}`, () => { void this.#take(other, other.name, others.filter(one => one !== other)); }));
    if (former) ways.unshift(way('Undo', () => { if (this.#page) history.back(); else void this.#restore(former, null); }));
    if (!ways.length) return;
    const said = notices.querySelector('.notice>div')
      ?? this.#notice(former ? `This took the place of “${former.title}”.` : `Of ${others.length + 1} files this is the first.`, '');
    said.append(h('div.row', {}, ...ways));
  }

  /** Keeps what is shown as it is now, for the way back to it. */
  #leave() {
    const kept = this.#viewer.kept, [, id] = /^taken (\d+)$/.exec(this.#shown) ?? [];
    if (id && kept) this.#taken.set(Number(id), kept);
  }

  /** @param {import('./viewer.js').Kept} kept @param {import('../hosts/view.js').View | null} view where in it, if not where it was left */
  async #restore(kept, view) {
    const serial = ++this.#opening;
    this.#forget();
    this.#parts.notices.replaceChildren();
    const result = await this.#viewer.reopen(kept);
    if (serial !== this.#opening || 'error' in result) return;
    this.#returned = true;
    this.#go(view ?? viewOf(parse(`place=${kept.place}`)), false);
  }

  #pick() { pick((file, others) => { void this.#take(file, file.name, others); }); }

  /**
   * @param {() => import('../hosts/opening.js').Source | Promise<import('../hosts/opening.js').Source>} get
   * @param {(source: import('../hosts/opening.js').Source) => string[]} [made] the corrections that come with it
   * @returns {Promise<import('../hosts/opening.js').Source>} once it is shown
   */
  #load(get, made = () => []) {
    const read = this.#read(get, made);
    this.#arriving = read.then(() => {}, () => {});
    return read;
  }

  /**
   * @param {() => import('../hosts/opening.js').Source | Promise<import('../hosts/opening.js').Source>} get
   * @param {(source: import('../hosts/opening.js').Source) => string[]} made
   * @returns {Promise<import('../hosts/opening.js').Source>}
   */
  async #read(get, made) {
    const serial = ++this.#opening;
    this.#viewer.cancel();
    const { root, notices } = this.#parts;
    const first = root.dataset.state === 'empty';
    if (first) root.dataset.state = 'opening';
    const began = performance.now();
    const bar = h('div.progress', { role: 'progressbar', 'aria-label': 'Reading the transcript' });
    const slow = setTimeout(() => root.append(bar), first ? 0 : blinkMs);
    notices.replaceChildren();
    this.#viewer.desk?.menus.close();
    try {
      compile('visavis').catch(() => {}); // meanwhile
      const source = await get();
      if (source.bytes.length > quietBytes) root.append(bar);
      const superseded = () => new OpeningError('superseded', 'Another transcript was opened.', '');
      if (serial !== this.#opening) throw superseded();
      const result = await this.#viewer.open(source, this.#host.getAttribute('format'), made(source));
      if (serial !== this.#opening) throw superseded();
      if ('error' in result) throw refusal(result.error, source.name);
      requestAnimationFrame(() => { this.#openMs = performance.now() - began; });
      const lost = result.transcript.report.filter(note => note.level === 'loss');
      if (lost.length) this.#notice(lost.length === 1 ? lost[0].message : `${lost.length} parts of the file are not in this reading.`, '“Reading” says which, line by line.');
      if (!this.#viewer.core) this.#notice('This browser could not start the reader, so here is the text alone.', 'A current browser with WebAssembly shows the rest.');
      return source;
    } catch (error) {
      if (serial === this.#opening && root.dataset.state === 'opening') {
        root.dataset.state = 'empty';
        void this.#invite();
      }
      const calm = error instanceof OpeningError ? error
        : new OpeningError('unknown', 'This could not be opened.', 'Try again, or open another file.');
      if (calm !== error) console.error(error);
      if (calm.code !== 'superseded') {
        this.#notice(calm.message, calm.remedy);
        this.#emit('error', { code: calm.code, message: calm.message });
      }
      throw calm;
    } finally {
      clearTimeout(slow);
      bar.remove();
    }
  }

  /** What a person chose, or a script for them, kept for the next visit; what an address asks for is not. @param {string} theme */
  #keepTheme(theme) {
    this.#host.setAttribute('theme', theme);
    this.#viewed();
    if (!this.#page) return;
    try { localStorage.setItem(themeKey, theme); } catch { /* not kept, still shown */ }
  }

  /** Which of search, open, save and share are shown; all, where nothing is said of it. @param {string | null} controls */
  #control(controls) {
    const { root } = this.#parts;
    if (controls === null) delete root.dataset.controls; else root.dataset.controls = controls;
  }

  /** @param {string | null} theme */
  #themed(theme) {
    dressedFor(this.#shadow, theme, this.#page ? '' : this.#around);
    this.#viewer.layout.themed(theme);
    if (!this.#page) return;
    document.documentElement.dataset.theme = theme ?? 'auto';
  }

  #nextTheme() {
    const theme = themes[(themes.indexOf(this.#host.getAttribute('theme') ?? 'auto') + 1) % themes.length];
    this.#keepTheme(theme);
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (event.defaultPrevented) return;
    const loose = this.#page && (event.target === document.body || event.target === document.documentElement);
    if ((loose || event.composedPath().includes(this.#host)) && (this.#media?.key(event) || this.#viewer.key(event) || (loose && this.#viewer.scrolls(event)))) event.preventDefault();
  }

  /** @param {string} message @param {string} remedy @returns {HTMLElement} where more can be said */
  #notice(message, remedy) {
    const said = h('div', {}, h('p', {}, message), remedy ? h('p', {}, remedy) : '');
    const notice = h('div.notice', {}, said,
      h('button.button.plain', { type: 'button', 'aria-label': 'Dismiss', onclick: () => notice.remove() }, icon('close')));
    this.#parts.notices.replaceChildren(notice);
    return said;
  }

  /** @param {'ready' | 'select' | 'error'} name @param {object} detail */
  #emit(name, detail) {
    this.#host.dispatchEvent(new CustomEvent(`vis-a-vis:${name}`, { bubbles: true, composed: true, detail }));
  }

  #watchTasks() {
    if (typeof PerformanceObserver !== 'function' || !PerformanceObserver.supportedEntryTypes?.includes('longtask')) return;
    this.#longestTaskMs ??= 0;
    const observer = new PerformanceObserver(list => {
      for (const entry of list.getEntries()) this.#longestTaskMs = Math.max(this.#longestTaskMs ?? 0, entry.duration);
    });
    observer.observe({ type: 'longtask', buffered: true });
    this.#undo.push(() => observer.disconnect());
  }
}
