// What the element is inside: one transcript in one core, its parts drawn from the core's state. Events become commands
// (controls.js, keys.js); the core's answers come back through reflection.js, and nothing else changes the page.

import { part } from '../core/parts.js';
import { Core, Origin } from '../core/core.js';
import { superseded } from '../core/reader.js';
import { Corrections } from '../frame/corrections.js';
import { Editing } from '../frame/editing.js';
import { documentHead, freeze, titleOf } from '../words/facts.js';
import { Layout } from '../panes/layout.js';
import { pacer, painted } from '../core/pace.js';
import { commandsFor } from '../hosts/links.js';
import { Reading } from '../text/reading.js';
import { Search } from '../text/search.js';
import { direction, search, tongue } from '../text/text.js';
import { Stage } from '../panes/stage.js';
import { Twins } from '../panes/twins.js';
import { wire } from './controls.js';
import { Keys } from './keys.js';
import { Reflection } from './reflection.js';
import english from '../words/english/page.js';
import { speak, way as wayOfPage } from '../words/say.js';

const say = speak(english);

const manyTurns = 2000;
/** Fewer turns have no topics. */
const fewestTurns = 12;
/** Of more, topics are not looked for: what would find them copies all of it, three times. */
const mostTurns = 250_000;
/** In words: as analysis/topics.h has it. */
const longSection = 3000;
const restMs = 400;

/**
 * @typedef {object} Outside what the viewer asks of the element around it
 * @property {string} heading the tag of a title
 * @property {string} language of the element
 * @property {string | null} theme
 * @property {() => void} pick
 * @property {() => void} nextTheme
 * @property {(name: 'ready' | 'select', detail: object) => void} emit
 * @property {(message: string, remedy: string) => HTMLElement} notice
 * @property {(message: string) => (error: unknown) => void} failed tells of a failure
 * @property {(at?: Partial<import('../hosts/view.js').View> | 'less') => void} share opens a sheet, or copies a link to a place
 * @property {(row: HTMLElement | null) => void} quote shows the quote bar for the selection, or for a turn
 * @property {() => void} viewed hears that the view may have changed
 */

/** What was shown, to be shown again. @typedef {{ source: import('../hosts/opening.js').Source, corrections: Corrections, title: string, place: number }} Kept */

export class Viewer {
  /** @type {Inspect | null} */ transcript = null;
  /** @type {Core | null} */ core = null;
  /** @type {CoreState | null} */ state = null;
  /** @type {import('../hosts/opening.js').Source | null} */ source = null;
  /** Topics that were found, as sections behind the author's. @type {InspectSection[]} */ found = [];
  /** The quote that is marked. @type {import('../hosts/view.js').Words | null} */ quoted = null;
  /** Its turn. @type {number | null} */ quotedTurn = null;
  /** A second interview beside this one, as a link carries it. */ beside = '';
  /** The speakers who are not filtered out. @type {number[]} */ shown = [];
  /** The colour of each speaker. @type {Map<number, number>} */ slots = new Map();
  /** What is counted: characters where a script has no spaces. @type {Unit} */ unit = 'words';
  /** What is shown of a large file until the whole is there (text/beginning.js). @type {{ place: Reading['place'], end: () => void } | null} */ beginning = null;
  /** Hears that other topics are shown. */ onTopics = () => {};
  /** Menus and sheets, once one was asked for. @type {import('../frame/desk.js').Desk | null} */ desk = null;
  #parts; #outside;
  #revived = false;
  #reflection;
  #opening = 0;
  /** Ends the opening that is under way. */ #cancel = new AbortController();
  /** Ends the showing that another overtakes. */ #shows = new AbortController();
  #still = matchMedia('(prefers-reduced-motion: reduce)');
  #scrollRequest = 0;

  /** @param {import('./skeleton.js').Parts} parts @param {ShadowRoot} shadow @param {Outside} outside */
  constructor(parts, shadow, outside) {
    this.#parts = parts;
    this.#outside = outside;
    const { root, text, twins, panes, canvas } = parts;
    this.shadow = shadow;
    this.reading = new Reading(text, shadow);
    this.twins = new Twins(twins, line => { this.send(line); });
    this.stage = new Stage(canvas, panes, root);
    this.search = new Search(this, parts);
    this.layout = new Layout(parts, () => {
      this.stage.invalidate();
      this.reportReading();
      outside.viewed();
    });
    this.editing = new Editing({
      ask: button => { this.atDesk(desk => desk.correct(button)); }, asking: () => !!this.desk?.menus.isOpen,
      leave: () => { this.desk?.menus.close(); }, reread: () => this.#reread(),
    });
    const reflection = this.#reflection = new Reflection(this, parts, outside);
    this.keys = new Keys(this, parts, outside);
    this.stage.onChange = bits => reflection.follow(bits);
    this.stage.onDrawing = drawing => { root.dataset.drawing = drawing ? 'yes' : 'no'; };
    wire(this, parts, outside);
  }

  /** @returns {Kept | null} */
  get kept() {
    const { source, editing: { corrections }, reading: { place } } = this;
    return this.transcript && source ? { source, corrections, title: titleOf(this.transcript), place: place?.place.turn ?? 0 } : null;
  }

  /** The author's, and those found. @returns {InspectSection[]} */
  get sections() { return [...this.transcript?.sections ?? [], ...this.found]; }

  /** Shows what is shown with the topics in `block`; all else stays. @param {Uint8Array} block @returns {Promise<boolean>} */
  async refine(block) {
    const { core, transcript } = this;
    // An opening that is under way ends in topics of its own.
    const sections = this.#opening ? null : await core?.refine(block, this.#cancel.signal);
    if (!core || !transcript || !sections || transcript !== this.transcript) return false;
    this.found = sections.slice(transcript.sections.length);
    this.#reflection.twin(core.query('twin') ?? {});
    this.#reflection.apply(core.query('state'));
    this.stage.invalidate();
    this.onTopics();
    return true;
  }

  /** One command line to the core. @param {Line} line @param {number} [origin] @returns {boolean} whether it was understood */
  send(line, origin = Origin.person) {
    const known = this.core?.command(line, origin) ?? false;
    if (known) this.stage.arm();
    return known;
  }

  /** Marks quoted words and brings them in sight. @param {[number, number, number][]} pieces @param {import('../hosts/view.js').Words} words */
  showQuote(pieces, words) {
    this.send(`select ${pieces[0][0]}`, Origin.text);
    if (this.layout.name === 'narrow') this.layout.show('text');
    this.reading.quote(pieces);
    this.quoted = words;
    this.quotedTurn = pieces[0][0];
  }

  /**
   * Brings everything to a view.
   * @param {import('../hosts/view.js').View} view @param {boolean} whole also what the view does not name, to how a view begins
   * @returns {boolean} whether it named something in this transcript
   */
  go(view, whole) {
    const { transcript } = this;
    if (!transcript) return false;
    const { sections } = this, { turn, time, quote, topic, range } = view;
    // A part that is all a link names is where it opens.
    const place = view.place ?? (range && turn === null && time === null && !quote && topic === null ? range[0] : null);
    const placed = place !== null && !!transcript.turns[place];
    const found = commandsFor(view, { ...transcript, sections }, whole, this.core).filter(line => this.send(line, placed ? Origin.text : Origin.link));
    if (view.search || whole) this.search.for(view.search, view.how);
    if (view.beside) this.atDesk(desk => desk.beside(view.beside));
    if (place !== null && placed) this.reading.goTo(place, 0);
    return found.length > 0 || view.search !== '' || view.place !== null;
  }

  motion() { this.send(`motion ${this.#still.matches ? 1 : 0}`); }

  /**
   * Reads a source with fresh corrections and shows it; without a module, as plain text.
   * @param {import('../hosts/opening.js').Source} source @param {string | null} format
   * @param {string[]} [made] corrections that are made already
   * @returns {Promise<{ transcript: Inspect } | { error: ReadError }>}
   */
  async open(source, format, made = []) {
    const start = format ? [`format ${format}`] : [];
    let result = await this.reopen({ source, corrections: new Corrections(start, made) });
    if ('error' in result && result.error.code !== 'superseded' && made.length) {
      result = await this.reopen({ source, corrections: new Corrections(start) });
      if (!('error' in result)) this.#outside.notice(say('the-corrections-in'), say('it-is-shown'));
    }
    return result;
  }

  /** Reads with these corrections, and shows it: anew, or again as it was left. @param {Pick<Kept, 'source' | 'corrections'>} kept @returns {Promise<{ transcript: Inspect } | { error: ReadError }>} */
  async reopen({ source, corrections }) {
    const result = await this.#read(source, corrections);
    if ('error' in result) return result;
    this.source = source;
    this.beside = '';
    this.#revived = false;
    this.editing.corrections = corrections;
    await this.#show(result.transcript, false);
    return result;
  }

  /** Ends an opening that is under way. */
  cancel() {
    this.#cancel.abort();
    this.#cancel = new AbortController();
  }

  /** @param {import('../hosts/opening.js').Source} source @param {Corrections} corrections @returns {ReturnType<Core['open']>} */
  async #read(source, corrections) {
    this.cancel();
    const { signal } = this.#cancel;
    const core = this.core && !this.core.dead ? this.core : await Core.create().catch(() => null);
    if (signal.aborted) {
      if (core !== this.core) core?.destroy();
      return superseded;
    }
    if (!core) return { transcript: (await part('plain')).plainReading(source) };
    this.#opening++;
    const result = await core.open(source.bytes, corrections.lines, signal).finally(() => { this.#opening--; });
    if (core === this.core) return result;
    if ('error' in result || signal.aborted) {
      core.destroy();
    } else {
      this.stage.use(null);
      this.core?.destroy();
      this.core = core;
      core.onTrap = () => { void this.#trapped(); };
    }
    return result;
  }

  /** Reads again with other corrections, if they are others. @param {string[]} lines */
  async correct(lines) {
    if (String(lines) === String(this.editing.corrections.lines)) return;
    const before = this.editing.corrections;
    this.editing.corrections = new Corrections([], lines);
    if (!await this.#reread()) this.editing.corrections = before;
  }

  /** The same source with the corrections as they are now. */
  async #reread() {
    if (!this.source) return false;
    const query = this.state?.query;
    const result = await this.#read(this.source, this.editing.corrections);
    if ('error' in result && result.error.code === 'superseded') return true;
    if ('error' in result) {
      this.#outside.notice(say('with-that', result.error.message), say('the-reading-stays'));
      return false;
    }
    await this.#show(result.transcript, true);
    if (query) this.search.for(query);
    this.#parts.said.textContent = say('read-again-with');
    return true;
  }

  /** The core stopped: text and twins stay, and a new core is tried, once. */
  async #trapped() {
    this.stage.use(null);
    this.#parts.root.dataset.drawing = 'no';
    if (!this.#revived) {
      this.#revived = true;
      if (await this.#reread()) return;
    }
    this.#outside.notice(say('the-instruments'), say('open-the'));
  }

  /** In pieces, so that a long transcript keeps nobody waiting. @param {Inspect} transcript @param {boolean} keepPlace */
  async #show(transcript, keepPlace) {
    const { root, grid, title, undo, redo } = this.#parts;
    this.#shows.abort();
    const { signal } = this.#shows = new AbortController();
    const pace = pacer(signal);
    const was = keepPlace ? this.reading.place : null;
    this.stage.rest();
    this.core?.show();
    this.motion();
    const state = /** @type {CoreState | null} */ (this.core?.query('state') ?? null);
    const twin = /** @type {Twin | null} */ (this.core?.query('twin') ?? null);
    const unit = twin?.balance.measure ?? 'words';
    const slots = new Map(state ? this.core?.query('colours').map((/** @type {{ speaker: number, slot: number }} */ { speaker, slot }) => [speaker, slot])
      : transcript.speakers.map(({ id }) => [id, id < 8 ? id + 1 : 0]));
    const heading = titleOf(transcript), sample = transcript.turns.slice(0, 40).map(turn => turn.text.slice(0, 40)).join(' ');
    const way = direction(sample) ?? 'ltr';
    const last = transcript.speakers.length ? null : this.core?.query(`mark turn ${transcript.turns.length - 1}`);
    const prepared = await this.reading.prepare(transcript, {
      labels: new Map(twin?.timeline.lanes.map(lane => [lane.speaker, lane.label])), slots,
      language: this.#outside.language || transcript.language || tongue(sample), way,
      head: documentHead(transcript, heading, slots, this.#outside.heading, last ? last.before + last.words : 0, unit),
    }, pace, first => this.core?.query(`shapes ${first}`)
      ?? transcript.turns.slice(first).flatMap(({ text, speaker, section }) => [text.length, speaker ?? -1, section ?? -1]));
    this.stage.use(this.core);
    if (!await pace()) return;
    this.transcript = freeze(transcript);
    this.state = null;
    this.found = [];
    this.slots = slots;
    this.unit = unit;
    this.search.reset();
    this.quoted = null;
    title.textContent = heading;
    root.dataset.state = 'reading';
    grid.dir = way;
    root.toggleAttribute('data-plain', !this.core);
    const held = /** @type {HTMLElement | null} */ (this.shadow.activeElement);
    undo.hidden = !this.editing.corrections.canUndo;
    redo.hidden = !this.editing.corrections.canRedo;
    // What is read of its beginning stays where it is.
    const begun = this.beginning?.place ?? was;
    this.reading.show(prepared, begun && placeIn(transcript, begun));
    this.beginning?.end();
    // What had the focus may be gone.
    if (held && !(held.isConnected && held.checkVisibility())) this.#parts.text.focus({ preventScroll: true });
    // Words, tables and their layout each in a task of its own.
    const many = transcript.turns.length > manyTurns;
    if (many && !await pace()) return;
    if (twin) this.#reflection.twin(twin); else this.twins.clear();
    if (many && !await pace()) return;
    this.layout.measure();
    const { now } = this;
    if (now) this.#reflection.apply(now);
    if (many) {
      // The words first: words and instruments in one frame would be a long one.
      this.stage.rest();
      await painted();
      if (signal.aborted) return;
    }
    this.stage.invalidate();
    this.reportReading();
    this.#outside.emit('ready', { transcript });
    this.#find(transcript, signal);
  }

  /** A talk without headings or with a long section: its topics are looked for when the page rests. @param {Inspect} transcript @param {AbortSignal} signal */
  #find({ sections, turns }, signal) {
    if (!this.core || turns.length < fewestTurns || turns.length > mostTurns || (sections.length && !sections.some(one => one.words >= longSection))) return;
    setTimeout(async () => {
      const found = signal.aborted ? null : await part('found').catch(() => null);
      if (found && !signal.aborted) void found.showFound(this, this.#parts, signal);
    }, restMs);
  }

  close() {
    this.cancel();
    this.#shows.abort();
    this.stage.use(null);
    this.core?.destroy();
    this.core = this.transcript = this.source = this.state = null;
    this.#parts.root.dataset.state = 'empty';
    this.#parts.grid.dir = wayOfPage();
    this.#parts.title.textContent = '';
    this.reading.clear();
    this.twins.clear();
  }

  save() { this.atDesk(desk => desk.save()); }

  /** @param {(desk: import('../frame/desk.js').Desk) => void | Promise<void>} act */
  atDesk(act) {
    part('desk').then(({ Desk }) => act(this.desk ??= new Desk(this, this.#parts, this.#outside))).catch(this.#outside.failed(say('this-part-of')));
  }

  /** The state after every command so far: keys come faster than frames. @returns {CoreState | null} */
  get now() { return this.core?.query('state') ?? this.state; }

  reportReading = () => {
    cancelAnimationFrame(this.#scrollRequest);
    this.#scrollRequest = requestAnimationFrame(() => {
      const { text, title } = this.#parts;
      if (!this.transcript || !text.clientHeight) return;
      title.toggleAttribute('data-shown', text.scrollTop > 60);
      const sight = this.reading.inSight();
      if (sight) this.send(/** @type {Line} */ (`reading ${sight.join(' ')}`));
      this.#outside.viewed();
    });
  };
}

/**
 * Where a place stands in another reading of the same source: the turn of its line, or the one it was joined to.
 * @param {Inspect} transcript @param {{ line: number, text: string, place: import('../text/reading.js').Place }} was
 * @returns {import('../text/reading.js').Place | null}
 */
function placeIn({ turns }, { line, text, place }) {
  const at = search(turns.length, i => turns[i].line > line) - 1;
  if (at < 0) return null;
  const now = turns[at].text, start = Math.max(0, now.indexOf(text));
  if (now.length <= text.length) return { ...place, turn: at };
  return { turn: at, gap: place.gap, fraction: (start + place.fraction * text.length) / Math.max(1, now.length) };
}
