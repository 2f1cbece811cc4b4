// <vis-a-vis>: shows one interview. The public face (attributes, properties, methods, events) and the
// flow between the core and the parts; see ARCHITECTURE.md for the contract.

import { Bits, Core, base, loadModule } from './core.js';
import { Corrections, lineMenu, readingSheet } from './corrections.js';
import { h, icon, plural } from './dom.js';
import { emptyState } from './empty.js';
import { press } from './keyboard.js';
import { Menus, item, keySheet } from './menus.js';
import { OpeningError, accept, bytesOf, pick, plainReading } from './opening.js';
import { Reading } from './reading.js';
import { skeleton } from './skeleton.js';
import { Stage } from './stage.js';
import { pageStyle, style } from './style.js';
import { Twins } from './twins.js';

const blinkMs = 150;
const quietBytes = 1 << 20;
const wide = 1000, roomy = 760, narrow = 560;
const themes = ['auto', 'light', 'dark'];

/** @param {string} text */
function sheetOf(text) {
  const made = new CSSStyleSheet();
  made.replaceSync(text);
  return made;
}
/** @type {CSSStyleSheet | null} */
let shared = null;

export class VisAVis extends HTMLElement {
  static observedAttributes = ['src', 'theme', 'view', 'height'];

  /** @type {Inspect | null} */ #transcript = null;
  /** @type {Core | null} */ #core = null;
  /** @type {CoreState | null} */ #state = null;
  /** @type {import('./opening.js').Source | null} */ #source = null;
  /** @type {Map<number, number>} */ #slots = new Map();
  #corrections = new Corrections();
  #page = this.hasAttribute('page');
  #parts = skeleton(this.#page);
  #shadow;
  #reading; #twins; #stage; #menus;
  #scrolledTo = 0;
  #quiet = false;
  #opening = 0;
  #hits = { query: '', list: /** @type {Hits['hits']} */ ([]), hit: /** @type {number | null} */ (null) };
  #fix = h('button.fix', { type: 'button', 'aria-label': 'Correct this line', title: 'Correct this line', 'aria-expanded': 'false' }, icon('more'));
  #openMs = /** @type {number | null} */ (null);
  #longestTaskMs = /** @type {number | null} */ (null);
  #wasWidth = 0;
  /** @type {(() => void)[]} */ #undo = [];

  constructor() {
    super();
    this.#shadow = this.attachShadow({ mode: 'open' });
    shared ??= sheetOf(style);
    this.#shadow.adoptedStyleSheets.push(shared);
    const { root, text, twins, panes, canvas } = this.#parts;
    this.#shadow.append(root);
    const send = (/** @type {string} */ line) => this.#send(line);
    this.#reading = new Reading(text, this.#shadow);
    this.#twins = new Twins(twins, send);
    this.#stage = new Stage(canvas, panes, root);
    this.#menus = new Menus(root);
    this.#stage.onChange = bits => this.#follow(bits);
    this.#stage.onDrawing = drawing => { root.dataset.drawing = drawing ? 'yes' : 'no'; };
    this.#wire();
  }

  connectedCallback() {
    const { root } = this.#parts;
    const motion = matchMedia('(prefers-reduced-motion: reduce)');
    const schemes = matchMedia('(prefers-color-scheme: dark)');
    const still = () => this.#send(`motion ${motion.matches ? 1 : 0}`);
    const repaint = () => this.#stage.invalidate();
    motion.addEventListener('change', still);
    schemes.addEventListener('change', repaint);
    const sizes = new ResizeObserver(() => this.#resized());
    sizes.observe(root);
    const scrolled = () => this.#stage.invalidate();
    addEventListener('scroll', scrolled, { passive: true, capture: true });
    const unaccept = accept(this.#page ? window : this, root, (what, name) => { void this.#take(what, name); });
    const keyed = (/** @type {Event} */ event) => this.#pressed(/** @type {KeyboardEvent} */ (event));
    const keyTarget = this.#page ? window : this;
    keyTarget.addEventListener('keydown', keyed);
    this.#undo.push(() => motion.removeEventListener('change', still), () => schemes.removeEventListener('change', repaint),
      () => sizes.disconnect(), () => removeEventListener('scroll', scrolled, { capture: true }), unaccept,
      () => keyTarget.removeEventListener('keydown', keyed));
    this.#watchTasks();
    if (this.#page) this.#bePage();
    else if (this.hasAttribute('src')) void this.#openSrc();
    else if (this.textContent?.trim()) void this.#take(this.textContent.trim(), '');
    this.#showEmpty();
  }

  disconnectedCallback() {
    for (const undo of this.#undo.splice(0)) undo();
    this.#stage.use(null);
    this.#core?.destroy();
    this.#core = null;
  }

  /** @param {string} name @param {string | null} before @param {string | null} value */
  attributeChangedCallback(name, before, value) {
    if (before === value) return;
    if (name === 'src' && this.isConnected && value) void this.#openSrc();
    if (name === 'theme') this.#themed();
    if (name === 'view' && value) this.#show(value);
    if (name === 'height') this.style.setProperty('--vav-height', /^\d+$/.test(value ?? '') ? `${value}px` : value);
  }

  /** The transcript shown, as `inspect` gives it, frozen; null before the first. */
  get transcript() { return this.#transcript; }

  /** Counters since the element was made. @returns {Stats} */
  get stats() {
    const core = this.#core;
    return {
      frames: this.#stage.frames, lastFrameMs: this.#stage.lastFrameMs, openMs: this.#openMs,
      longestTaskMs: this.#longestTaskMs, heapBytes: core?.heapBytes ?? null, liveBytes: core?.liveBytes ?? null,
    };
  }

  /**
   * Opens a transcript; resolves with it once it is shown.
   * @param {string | URL | Blob | ArrayBuffer} what text, or where or what to read
   * @returns {Promise<Inspect>}
   */
  async open(what) {
    return this.#load(() => bytesOf(what));
  }

  /**
   * Goes to a place in the transcript, written as in a link: `turn=12`, `range=3-9`, `t=83.5`, `q=words`.
   * @param {string} fragment @returns {boolean} whether it named a place here
   */
  goTo(fragment) {
    const wants = parse(fragment);
    const turns = this.#transcript?.turns ?? [];
    let found = false;
    const to = (/** @type {string} */ line) => { found = this.#send(line) || found; };
    const turn = Number(wants.get('turn') ?? NaN);
    if (turns[turn]) to(`select ${turn}`);
    const seconds = Number(wants.get('t') ?? NaN);
    if (seconds >= 0) {
      const at = turns.filter(one => one.start_ms !== null && one.start_ms <= seconds * 1000).at(-1);
      if (at) to(`select ${at.id}`);
    }
    const range = /^(\d+)-(\d+)$/.exec(wants.get('range') ?? '');
    if (range && turns[Number(range[1])]) to(`range ${range[1]} ${range[2]}`);
    const words = wants.get('q');
    if (words && turns.length) this.#search(words);
    const view = wants.get('view');
    if (view) this.#show(view);
    const theme = wants.get('theme');
    if (theme && themes.includes(theme)) this.setAttribute('theme', theme);
    return found || !!words;
  }

  /** Room for the page's own ways: its address, its title, a drop anywhere. */
  #bePage() {
    document.adoptedStyleSheets.push(sheetOf(pageStyle));
    try {
      const kept = localStorage.getItem('vis-a-vis-theme');
      if (kept && !this.hasAttribute('theme')) this.setAttribute('theme', kept);
    } catch { /* storage can be refused; the system's theme serves */ }
    const follow = () => {
      const src = parse(location.hash).get('src');
      if (src) void this.#openUrl(src);
      else if (location.hash.length < 2 && this.#transcript && !this.#source?.bytes) this.#close();
      else this.goTo(location.hash);
    };
    addEventListener('hashchange', follow);
    this.#undo.push(() => removeEventListener('hashchange', follow));
    follow();
  }

  #openSrc() { return this.#openUrl(this.getAttribute('src') ?? ''); }

  /** @param {string} address */
  async #openUrl(address) {
    await this.#load(async () => {
      if (!URL.canParse(address, document.baseURI))
        throw new OpeningError('address', `“${address}” is no address.`, 'Check it, or open a file.');
      return bytesOf(new URL(address, document.baseURI));
    }).then(() => this.goTo(this.#page ? location.hash : this.getAttribute('at') ?? ''), () => {});
  }

  /** A drop, a paste or a picked file. @param {Blob | string} what @param {string} name */
  async #take(what, name) {
    if (this.#page && parse(location.hash).has('src')) history.replaceState(null, '', location.pathname + location.search);
    await this.#load(() => bytesOf(what, name)).catch(() => {});
  }

  /** @param {() => Promise<import('./opening.js').Source>} get @returns {Promise<Inspect>} */
  async #load(get) {
    const serial = ++this.#opening;
    const { root, notices } = this.#parts;
    const began = performance.now();
    const bar = h('div.progress', { role: 'progressbar', 'aria-label': 'Reading the transcript' });
    const slow = setTimeout(() => root.append(bar), blinkMs);
    notices.replaceChildren();
    this.#menus.close();
    try {
      const [source, module] = await Promise.all([get(), loadModule().catch(() => null)]);
      if (serial !== this.#opening) throw new OpeningError('superseded', 'Another transcript was opened.', '');
      if (source.bytes.length > quietBytes) {
        root.append(bar);
        await new Promise(painted => requestAnimationFrame(() => setTimeout(painted)));
      }
      const before = [this.#source, this.#corrections];
      this.#source = source;
      this.#corrections = new Corrections();
      const forced = this.getAttribute('format');
      if (forced) this.#corrections.lines.push(`format ${forced}`);
      const result = this.#read(module);
      if ('error' in result) {
        this.#source = /** @type {any} */ (before[0]);
        this.#corrections = /** @type {any} */ (before[1]);
        throw refusal(result.error, source.name);
      }
      this.#shown(result.transcript);
      requestAnimationFrame(() => { this.#openMs = performance.now() - began; });
      if (!module) this.#notice('This browser could not start the reader, so here is the text alone.', 'A current browser with WebAssembly shows the rest.');
      return result.transcript;
    } catch (error) {
      if (!(error instanceof OpeningError)) console.warn(error);
      const calm = error instanceof OpeningError ? error
        : new OpeningError('unknown', 'This could not be opened.', 'Try again, or open another file.');
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

  /** Reads the source, as corrected, in a context of its own. @param {WasmModule | null} module @returns {ReturnType<Core['open']>} */
  #read(module) {
    const source = /** @type {import('./opening.js').Source} */ (this.#source);
    if (!module) return { transcript: plainReading(source) };
    const core = new Core(module);
    const result = core.open(source.bytes, [...(source.name ? [`name ${source.name}`] : []), ...this.#corrections.lines]);
    if ('error' in result) {
      core.destroy();
      return result;
    }
    this.#stage.use(null);
    this.#core?.destroy();
    this.#core = core;
    core.onTrap = () => this.#trapped();
    core.command(`motion ${matchMedia('(prefers-reduced-motion: reduce)').matches ? 1 : 0}`);
    return result;
  }

  /** The core stopped: text and twins stay; one sentence says so. */
  #trapped() {
    this.#stage.use(null);
    this.#parts.root.dataset.drawing = 'no';
    this.#notice('The instruments stopped unexpectedly; the text and the figures are still here.', 'Open the transcript again to start them anew.');
  }

  /** @param {Inspect} transcript @param {boolean} [keepPlace] */
  #shown(transcript, keepPlace = false) {
    const { root, title, text, undo, redo } = this.#parts;
    const place = keepPlace ? text.scrollTop : 0;
    this.#transcript = freeze(transcript);
    this.#state = null;
    this.#hits = { query: '', list: [], hit: null };
    this.#scrolledTo = 0;
    root.dataset.state = 'reading';
    undo.hidden = !this.#corrections.canUndo;
    redo.hidden = !this.#corrections.canRedo;
    const state = /** @type {CoreState | null} */ (this.#core?.query('state'));
    const twin = /** @type {Twin | null} */ (this.#core?.query('twin'));
    this.#slots = new Map(state ? state.colours.map(({ speaker, slot }) => [speaker, slot]) : transcript.speakers.map(({ id }) => [id, id < 8 ? id + 1 : 0]));
    const labels = new Map(twin?.timeline.lanes.map(lane => [lane.speaker, lane.label]));
    const name = titleOf(transcript);
    title.textContent = name;
    if (this.#page) document.title = `${name} · Vis-à-vis`;
    this.#reading.show(transcript, { labels, slots: this.#slots, language: this.lang || transcript.language || '',
      head: documentHead(transcript, name, this.#slots, this.#page ? 'h1' : 'h2') });
    if (twin) this.#twins.show(twin, this.#slots); else this.#twins.clear();
    this.#resized();
    if (state) this.#apply(state);
    this.#stage.use(this.#core);
    text.scrollTop = place;
    this.#reportReading();
    this.#emit('ready', { transcript });
  }

  #close() {
    this.#stage.use(null);
    this.#core?.destroy();
    this.#core = null;
    this.#transcript = this.#source = this.#state = null;
    this.#parts.root.dataset.state = 'empty';
    this.#parts.title.textContent = '';
    this.#reading.clear();
    this.#twins.clear();
    if (this.#page) document.title = 'Vis-à-vis';
  }

  #showEmpty() {
    this.#parts.empty.replaceChildren(emptyState({
      heading: this.#page ? 'h1' : 'h2', sampleBase: new URL('samples/', base).href.replace(new URL('.', document.baseURI).href, ''),
      pick: () => this.#pick(), paste: text => { void this.#take(text, ''); },
    }));
  }

  #pick() { pick(file => { void this.#take(file, file.name); }); }

  /** One command line to the core. @param {string} line */
  #send(line) {
    const known = this.#core?.command(line) ?? false;
    if (known) this.#stage.arm();
    return known;
  }

  /** @param {number} bits what a frame changed */
  #follow(bits) {
    if (bits & Bits.twin) {
      const twin = this.#core?.query('twin');
      if (twin) this.#twins.show(twin, this.#slots);
    }
    if (bits & (Bits.state | Bits.heights)) {
      const state = this.#core?.query('state');
      if (state) this.#apply(state);
    }
  }

  /** Brings the DOM to the core's state. @param {CoreState} state */
  #apply(state) {
    const { root, panes, input, search } = this.#parts;
    const before = this.#state;
    this.#state = state;
    for (const name of /** @type {PaneName[]} */ (['timeline', 'balance', 'topics'])) {
      const height = `${Math.ceil(state.heights[name] ?? 0)}px`;
      if (state.heights[name] && panes[name].style.blockSize !== height) {
        panes[name].style.blockSize = height;
        this.#stage.invalidate();
      }
      panes[name].style.cursor = state.cursor;
    }
    root.toggleAttribute('data-ranged', state.range !== null);
    this.#twins.reflect(state);
    this.#reading.select(state.selected);
    this.#reading.hover(state.hover.turn);
    this.#reading.dimSpeakers(state.filtered ? (this.#transcript?.speakers ?? []).map(speaker => speaker.id).filter(id => !state.shown.includes(id)) : []);
    this.#reading.dimOutside(state.range);
    if (state.selected !== (before?.selected ?? null)) {
      this.#placeFix(state.selected);
      if (before) this.#emit('select', { turn: state.selected });
    }
    this.#markHits(state);
    if (this.#shadow.activeElement !== input && input.value !== state.query) input.value = state.query;
    search.classList.toggle('found', state.query !== '');
    const smooth = !this.#stage.dragging && !matchMedia('(prefers-reduced-motion: reduce)').matches;
    const to = state.scrollTo;
    if (to && to.serial > this.#scrolledTo) {
      this.#scrolledTo = to.serial;
      const hitMoved = state.hit !== null && state.hit !== before?.hit;
      if (this.#quiet) this.#quiet = false;
      else if (hitMoved) this.#reading.goToHit(smooth);
      else this.#reading.goTo(to.turn, to.fraction, smooth);
      if (before && !hitMoved && root.dataset.layout === 'narrow' && !this.#stage.dragging) this.#show('text');
    }
  }

  /** @param {CoreState} state */
  #markHits(state) {
    const known = this.#hits;
    if (state.query === known.query && state.hit === known.hit) return;
    if (state.query !== known.query) known.list = state.query ? this.#core?.query('hits')?.hits ?? [] : [];
    known.query = state.query;
    known.hit = state.hit;
    this.#reading.mark(known.list, state.hit);
    this.#parts.count.textContent = !state.query ? ''
      : state.hits === 0 ? 'no hits'
        : state.hit === null ? plural(state.hits, 'hit') : `${state.hit + 1} of ${state.hits}`;
  }

  /** @param {string} words */
  #search(words) {
    this.#parts.input.value = words;
    this.#send(`search ${words}`.trim());
  }

  #scrollRequest = 0;
  #reportReading = () => {
    cancelAnimationFrame(this.#scrollRequest);
    this.#scrollRequest = requestAnimationFrame(() => {
      const { root, text, title } = this.#parts;
      if (!this.#transcript || !text.clientHeight) return;
      const sight = this.#reading.inSight();
      root.toggleAttribute('data-scrolled', text.scrollTop > 60);
      title.toggleAttribute('data-shown', text.scrollTop > 60);
      if (sight) this.#send(`reading ${sight.join(' ')}`);
    });
  };

  #resized() {
    const { root, tabs, sections, column, side } = this.#parts;
    const width = root.clientWidth;
    if (!width) return;
    const layout = width <= narrow ? 'narrow' : width <= wide ? 'medium' : 'wide';
    root.dataset.layout = layout;
    // The side column starts open where there is room beside the text, and stays as the reader sets it.
    if ((width > roomy) !== (this.#wasWidth > roomy) || !this.#wasWidth) this.#side(width > roomy);
    this.#wasWidth = width;
    const tabbed = layout === 'narrow';
    for (const [name, section] of Object.entries(sections)) {
      section.setAttribute('role', tabbed ? 'tabpanel' : name === 'text' ? this.#page ? 'main' : 'region' : 'region');
    }
    column.setAttribute('role', tabbed ? 'presentation' : 'complementary');
    tabs.hidden = !tabbed;
    side.hidden = layout === 'wide';
    this.#show(this.#parts.root.dataset.view ?? 'text');
    this.#stage.invalidate();
    this.#reportReading();
  }

  /** @param {boolean} open */
  #side(open) {
    this.#parts.root.dataset.side = open ? 'open' : 'closed';
    this.#parts.side.setAttribute('aria-expanded', String(open));
    this.#stage.invalidate();
    this.#reportReading();
  }

  /** @param {string} view which pane a narrow page shows */
  #show(view) {
    if (!['text', 'topics', 'balance'].includes(view)) return;
    const { root, tabs } = this.#parts;
    root.dataset.view = view;
    for (const tab of tabs.children) {
      const on = tab.dataset.view === view;
      tab.setAttribute('aria-selected', String(on));
      tab.tabIndex = on ? 0 : -1;
    }
    this.#stage.invalidate();
    this.#reportReading();
  }

  #themed() {
    const theme = this.getAttribute('theme') ?? 'auto';
    const label = { auto: 'Theme: as the system', light: 'Theme: light', dark: 'Theme: dark' }[theme] ?? 'Theme';
    const { theme: button } = this.#parts;
    button.replaceChildren(icon(themes.includes(theme) ? theme : 'auto'), h('span.label-only', {}, label));
    button.title = label;
    button.setAttribute('aria-label', label);
    if (this.#page) {
      document.documentElement.dataset.theme = theme;
      try { localStorage.setItem('vis-a-vis-theme', theme); } catch { /* not kept, still shown */ }
    }
    this.#stage.invalidate();
  }

  #nextTheme() {
    const at = themes.indexOf(this.getAttribute('theme') ?? 'auto');
    this.setAttribute('theme', themes[(at + 1) % themes.length]);
  }

  /** @param {string} message @param {string} remedy */
  #notice(message, remedy) {
    const notice = h('div.notice', {}, h('div', {}, h('p', {}, message), remedy ? h('p', {}, remedy) : ''),
      h('button.button.plain', { type: 'button', 'aria-label': 'Dismiss', onclick: () => notice.remove() }, icon('close')));
    this.#parts.notices.replaceChildren(notice);
  }

  /** @param {'ready' | 'select' | 'error'} name @param {object} detail */
  #emit(name, detail) {
    this.dispatchEvent(new CustomEvent(`vis-a-vis:${name}`, { bubbles: true, composed: true, detail }));
  }

  #watchTasks() {
    if (typeof PerformanceObserver !== 'function' || !PerformanceObserver.supportedEntryTypes?.includes('longtask')) return;
    this.#longestTaskMs = 0;
    const observer = new PerformanceObserver(list => {
      for (const entry of list.getEntries()) this.#longestTaskMs = Math.max(this.#longestTaskMs ?? 0, entry.duration);
    });
    observer.observe({ type: 'longtask', buffered: true });
    this.#undo.push(() => observer.disconnect());
  }

  /** The one button for corrections goes to the chosen or pointed-at line. @param {number | null} turn @param {HTMLElement} [heading] */
  #placeFix(turn, heading) {
    if (this.#menus.isOpen) return;
    const row = heading ?? (turn === null ? null : this.#reading.turn(turn));
    if (!row || !this.#core) return this.#fix.remove();
    if (row !== this.#fix.parentElement) row.append(this.#fix);
  }

  #correct() {
    const row = this.#fix.parentElement;
    const transcript = this.#transcript;
    if (!row || !transcript) return;
    const turn = row.dataset.t ? transcript.turns[Number(row.dataset.t)] : undefined;
    const section = row.dataset.s ? transcript.sections[Number(row.dataset.s)] : undefined;
    const items = lineMenu(this.#editor(), { turn, section });
    this.#menus.toggle(this.#fix, 'Correct this line', items.length ? items : [h('p', {}, 'Nothing here can be corrected.')]);
  }

  /** @returns {import('./corrections.js').Editor} */
  #editor() {
    return {
      root: this.#parts.root, transcript: /** @type {Inspect} */ (this.#transcript), corrections: this.#corrections,
      formats: this.#core?.query('formats') ?? ['interview', 'webvtt'], slots: this.#slots,
      apply: () => { void this.#reread(); }, goTo: turn => this.#send(`select ${turn}`),
    };
  }

  /** Reads the same source with the corrections as they are now. */
  async #reread() {
    this.#menus.close();
    this.#fix.remove();
    const result = this.#read(await loadModule().catch(() => null));
    if ('error' in result) {
      this.#corrections.drop();
      const calm = refusal(result.error, this.#source?.name ?? '');
      this.#notice(calm.message, 'The reading stays as it was.');
      return;
    }
    this.#shown(result.transcript, true);
    this.#parts.said.textContent = 'Read again with the correction.';
  }

  /** @param {'undo' | 'redo'} step */
  #history(step) {
    const able = step === 'undo' ? this.#corrections.canUndo : this.#corrections.canRedo;
    if (!able || !this.#source) return;
    this.#corrections[step]();
    void this.#reread();
  }

  /** @param {string} format */
  #save(format) {
    const bytes = this.#core?.bytes(`export ${format}`) ?? (format === 'inspect' ? new TextEncoder().encode(JSON.stringify(this.#transcript, null, 1)) : null);
    if (!bytes) return this.#notice('This could not be saved in that format.', 'Try another one.');
    const extension = { inspect: 'json', webvtt: 'vtt', markdown: 'md', text: 'txt' }[format] ?? format;
    const stem = (this.#source?.name ?? '').replace(/\.[^.]*$/, '') || 'interview';
    const url = URL.createObjectURL(new Blob([bytes]));
    const link = h('a', { href: url, download: `${stem}.${extension}` });
    link.click();
    setTimeout(() => URL.revokeObjectURL(url), 10_000);
  }

  /** @param {KeyboardEvent} event */
  #pressed(event) {
    if (event.defaultPrevented) return;
    const onPage = this.#page && (event.target === document.body || event.target === document.documentElement);
    if (!onPage && !event.composedPath().includes(this)) return;
    const turns = this.#transcript?.turns.length ?? 0;
    const state = this.#state;
    const used = press(event, {
      search: () => this.#focusSearch(),
      send: line => { this.#send(line); },
      turn: step => {
        const from = state?.selected ?? (this.#reading.inSight()?.[0] ?? 0) - step;
        if (turns) this.#send(`select ${Math.min(turns - 1, Math.max(0, from + step))}`);
      },
      topic: step => this.#topic(step),
      range: () => {
        const section = state?.openSection ?? state?.section;
        if (state?.range) this.#send('range none');
        else if (section !== null && section !== undefined) this.#send(`range section ${section}`);
      },
      speaker: index => { const lane = this.#transcript?.speakers[index]; if (lane) this.#send(`speaker ${lane.id} toggle`); },
      theme: () => this.#nextTheme(),
      open: () => this.#pick(),
      keys: () => { keySheet(this.#parts.root); },
      correct: () => this.#correct(),
      history: step => this.#history(step),
      escape: () => this.#escape(),
    });
    if (used) event.preventDefault();
  }

  /** @param {1 | -1} step */
  #topic(step) {
    const sections = this.#transcript?.sections ?? [];
    if (!sections.length) return;
    const at = this.#state?.section ?? (step > 0 ? -1 : sections.length);
    this.#send(`open section ${Math.min(sections.length - 1, Math.max(0, at + step))}`);
  }

  #focusSearch() {
    this.#parts.search.classList.add('open');
    this.#parts.input.focus();
    this.#parts.input.select();
  }

  /** Closes the topmost thing, or clears what was chosen last. */
  #escape() {
    const { more, search, input, text, notices } = this.#parts;
    const state = this.#state;
    if (this.#shadow.querySelector('dialog')) return false;
    if (this.#menus.close()) return true;
    if (more.classList.contains('open')) return this.#more(false);
    if (notices.firstChild) {
      notices.replaceChildren();
      return true;
    }
    if (state?.query || this.#shadow.activeElement === input) {
      this.#search('');
      search.classList.remove('open');
      text.focus({ preventScroll: true });
      return true;
    }
    const line = state?.selected !== null ? 'select none' : state.range ? 'range none'
      : state.filtered ? 'speaker all' : state.openSection !== null ? 'open none' : state.zoomed ? 'zoom fit' : '';
    return line !== '' && state !== null && this.#send(line);
  }

  /** @param {boolean} open */
  #more(open) {
    this.#parts.more.classList.toggle('open', open);
    this.#parts.toggleMore.setAttribute('aria-expanded', String(open));
    return true;
  }

  #wire() {
    const parts = this.#parts;
    const { text, input, search, tabs } = parts;
    text.addEventListener('scroll', this.#reportReading, { passive: true });
    text.addEventListener('pointerover', (/** @type {PointerEvent} */ event) => {
      if (event.buttons) return;
      const target = /** @type {Element} */ (event.target);
      const row = /** @type {HTMLElement | null} */ (target.closest('[data-t]'));
      const heading = /** @type {HTMLElement | null} */ (target.closest('[data-s]'));
      if (row) this.#send(`hover turn ${row.dataset.t}`);
      else if (heading) this.#send(`hover section ${heading.dataset.s}`);
      else this.#send('hover none');
      if (event.pointerType === 'mouse' && (row || heading)) this.#placeFix(row ? Number(row.dataset.t) : null, heading ?? undefined);
    });
    text.addEventListener('pointerleave', () => {
      this.#send('hover none');
      this.#placeFix(this.#state?.selected ?? null);
    });
    text.addEventListener('click', (/** @type {MouseEvent} */ event) => {
      const target = /** @type {Element} */ (event.target);
      const row = /** @type {HTMLElement | null} */ (target.closest('[data-t]'));
      const selection = /** @type {any} */ (this.#shadow).getSelection?.() ?? getSelection();
      if (!row || target.closest('button') || (selection && !selection.isCollapsed)) return;
      // The reader is looking at it already: the text must not move under the pointer.
      this.#quiet = this.#send(`select ${row.dataset.t}`);
      setTimeout(() => { this.#quiet = false; }, 200);
    });
    this.#fix.addEventListener('click', () => this.#correct());
    input.addEventListener('input', () => this.#search(input.value));
    search.addEventListener('submit', (/** @type {Event} */ event) => { event.preventDefault(); this.#send('hit next'); });
    input.addEventListener('keydown', (/** @type {KeyboardEvent} */ event) => {
      if (event.key !== 'Enter' || !event.shiftKey) return;
      event.preventDefault();
      this.#send('hit prev');
    });
    parts.previous.addEventListener('click', () => this.#send('hit prev'));
    parts.next.addEventListener('click', () => this.#send('hit next'));
    parts.closeSearch.addEventListener('click', () => { this.#search(''); search.classList.remove('open'); parts.lookUp.focus(); });
    parts.lookUp.addEventListener('click', () => this.#focusSearch());
    parts.open.addEventListener('click', () => this.#pick());
    parts.save.addEventListener('click', () => this.#saveMenu());
    parts.reading.addEventListener('click', () => { this.#more(false); if (this.#transcript) readingSheet(this.#editor()); });
    parts.undo.addEventListener('click', () => this.#history('undo'));
    parts.redo.addEventListener('click', () => this.#history('redo'));
    parts.theme.addEventListener('click', () => this.#nextTheme());
    parts.keys.addEventListener('click', () => { this.#more(false); keySheet(parts.root); });
    parts.side.addEventListener('click', () => this.#side(parts.root.dataset.side !== 'open'));
    parts.toggleMore.addEventListener('click', () => this.#more(!parts.more.classList.contains('open')));
    tabs.addEventListener('click', (/** @type {Event} */ event) => this.#show(/** @type {HTMLElement} */ (event.target).dataset.view ?? ''));
    tabs.addEventListener('keydown', (/** @type {KeyboardEvent} */ event) => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (!step) return;
      const list = [...tabs.children];
      const to = list[(list.findIndex(tab => tab.tabIndex === 0) + step + list.length) % list.length];
      this.#show(to.dataset.view);
      to.focus();
      event.preventDefault();
    });
    this.#themed();
  }

  #saveMenu() {
    if (!this.#transcript) return;
    const names = /** @type {string[]} */ (this.#core?.query('exports') ?? ['inspect']);
    this.#menus.toggle(this.#parts.save, 'Save as', names.map(name => item(saveNames[name] ?? name, () => {
      this.#menus.close();
      this.#save(name);
    })));
  }
}

/** @type {Record<string, string>} */
const saveNames = {
  inspect: 'Vis-à-vis JSON', webvtt: 'WebVTT subtitles', srt: 'SubRip subtitles', csv: 'Table (CSV)', markdown: 'Markdown',
  text: 'Plain text', html: 'Web page', svg: 'Picture (SVG)',
};

/** `key=value` pairs joined by `&`, values percent-encoded, a plus is a plus. @param {string} fragment */
function parse(fragment) {
  /** @type {Map<string, string>} */
  const pairs = new Map();
  for (const pair of fragment.replace(/^#/, '').split('&')) {
    const at = pair.indexOf('=');
    if (at < 1) continue;
    try {
      pairs.set(pair.slice(0, at), decodeURIComponent(pair.slice(at + 1)));
    } catch { /* a broken escape: the pair says nothing */ }
  }
  return pairs;
}

/** The file's own title, or who speaks with whom. @param {Inspect} transcript */
function titleOf({ title, speakers }) {
  if (title) return title;
  if (!speakers.length) return 'A text without speakers';
  const guests = speakers.filter(one => one.role === 'interviewee'), hosts = speakers.filter(one => one.role === 'interviewer');
  const list = (/** @type {InspectSpeaker[]} */ people) => new Intl.ListFormat('en').format(
    people.length > 3 ? [...people.slice(0, 2).map(one => one.name), `${people.length - 2} others`] : people.map(one => one.name));
  if (guests.length && hosts.length) return `${list(guests)} in conversation with ${list(hosts)}`;
  return speakers.length === 1 ? speakers[0].name : list(speakers);
}

/** @param {Inspect} transcript @param {string} name @param {Map<number, number>} slots @param {string} tag */
function documentHead({ speakers, sections, turns }, name, slots, tag) {
  const words = speakers.reduce((sum, speaker) => sum + speaker.words, 0);
  const facts = [plural(turns.length, 'turn'), words ? plural(words, 'word') : '', sections.length ? plural(sections.length, 'heading') : ''];
  return h('header.head', {}, h(tag, { dir: 'auto' }, name), h('p', {},
    ...speakers.slice(0, 8).map(speaker => h('span', { 'data-slot': slots.get(speaker.id) ?? 0 }, h('i.dot'), speaker.name)),
    h('span', {}, facts.filter(Boolean).join(' · '))));
}

/** @param {ReadError} error @param {string} name */
function refusal({ line, code, message }, name) {
  const where = [name, line ? `line ${line}` : ''].filter(Boolean).join(', ');
  const text = message ? message[0].toUpperCase() + message.slice(1) : 'This is not a transcript that can be read';
  return new OpeningError(code, `${where ? `${where}: ` : ''}${where ? message : text}.`.replace(/\.\.$/, '.'),
    'Open another file, or paste the words themselves.');
}

/** @param {Inspect} transcript */
function freeze(transcript) {
  for (const list of [transcript.turns, transcript.speakers, transcript.sections, transcript.report]) {
    for (const one of list) Object.freeze(one);
    Object.freeze(list);
  }
  return Object.freeze(transcript);
}

customElements.define('vis-a-vis', VisAVis);
