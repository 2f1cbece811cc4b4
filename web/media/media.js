// A recording beside the words, loaded where one is named: the turn and the word that are heard are marked and followed
// until the reader scrolls away, a line stands on the timeline, a turn's time is a place to hear. The recording's own
// controls stay.

import { h } from '../dom.js';
import { dressed } from '../styles/dressed.js';
import { place, search } from '../text/text.js';
import css from './media.css';
import { subtitles } from './subtitles.js';
import english from '../words/english/media.js';
import { speak } from '../words/say.js';

const say = speak(english);

const speeds = [0.5, 0.75, 1, 1.25, 1.5, 1.75, 2];
const step = { long: 5, short: 1 };
/** How often the words in sight are asked for while a voice is followed. */
const lookMs = 200;
const wordsName = 'vav-voice';
/** Of more turns the browser is given no subtitles: it would hold all words twice. */
const mostSubtitled = 20_000;

/** What `media` names: an element of the article by its id, else an address. Or a file that was given. @param {HTMLElement} host @param {string | File} named */
function recordingOf(host, named) {
  const player = (/** @type {boolean} */ seen, /** @type {string} */ src) =>
    ({ media: /** @type {HTMLMediaElement} */ (h(seen ? 'video' : 'audio', { controls: true, preload: 'metadata', playsinline: true, src })), own: true });
  const filmed = /\.(mp4|m4v|mov|ogv|webm|mkv)$/i;
  if (named instanceof File) return player(named.type ? named.type.startsWith('video') : filmed.test(named.name), URL.createObjectURL(named));
  const root = /** @type {Document | ShadowRoot} */ (host.getRootNode());
  const found = root.getElementById?.(named) ?? document.getElementById(named);
  if (found instanceof HTMLMediaElement) return { media: found, own: false };
  const address = new URL(named, document.baseURI);
  return player(filmed.test(address.pathname), address.href);
}

/** Of the system's own controls, beside play and pause. @type {MediaSessionAction[]} */
const sessionActions = ['seekbackward', 'seekforward', 'previoustrack', 'nexttrack'];
/** @param {MediaSessionAction} name @param {(() => void) | null} act */
function onSession(name, act) {
  try { navigator.mediaSession.setActionHandler(name, act); } catch { /* this browser has no such control */ }
}

export class Media {
  #viewer; #parts; #media; #own;
  #bar; #back; #speed; #line;
  /** Some turn has a time. */ #timed = false;
  /** @type {Inspect | null} */ #transcript = null;
  /** @type {number | null} */ #turn = null;
  /** @type {HTMLElement | null} the row that is marked */ #row = null;
  /** @type {[number, number, number][]} of that turn */ #words = [];
  #word = -1;
  /** @type {StaticRange | null} */ #mark = null;
  #request = 0;
  #looked = 0;
  /** Where the text was brought to. */ #scrolled = -1;
  #following = true;
  /** @type {HTMLTrackElement | null} */ #track = null;
  /** The last thing done was to put the pointer down on the timeline. */ #pointed = false;
  /** @type {MediaMetadata | null} what the system's controls were told */ #announced = null;
  /** @type {(() => void)[]} */ #undo = [];

  /**
   * @param {import('../element/viewer.js').Viewer} viewer @param {import('../element/skeleton.js').Parts} parts
   * @param {HTMLElement} host @param {string | File} named
   */
  constructor(viewer, parts, host, named) {
    this.#viewer = viewer;
    this.#parts = parts;
    const { media, own } = recordingOf(host, named);
    this.#media = media;
    this.#own = own;
    dressed(viewer.shadow, 'media', css);
    this.#speed = h('select', { onchange: () => { media.playbackRate = Number(this.#speed.value); } },
      ...speeds.map(speed => h('option', { value: speed, selected: speed === 1 }, `${speed}×`)));
    this.#back = h('button.button', { type: 'button', hidden: true, onclick: () => this.#return() }, say('back-to-the'));
    this.#bar = h('div.player', { role: 'group', 'aria-label': say('recording') }, own ? media : '', h('label', {}, say('speed'), this.#speed), this.#back);
    this.#line = h('div.playhead', { 'aria-hidden': 'true', hidden: true });
    parts.root.prepend(this.#bar);
    parts.panes.timeline.append(this.#line);
    for (const name of ['play', 'pause', 'seeked', 'timeupdate', 'loadedmetadata']) this.#on(media, name, () => this.#heard());
    this.#on(media, 'play', () => this.#announce());
    this.#on(media, 'ratechange', () => { this.#speed.value = String(media.playbackRate); });
    this.#on(parts.text, 'scroll', () => this.#scrolledTo(), { passive: true });
    this.#on(parts.text, 'click', event => this.#clicked(event));
    for (const name of ['pointerdown', 'keydown'])
      this.#on(host, name, event => { this.#pointed = event.type === 'pointerdown' && event.composedPath().includes(parts.panes.timeline); });
    this.#on(host, 'vis-a-vis:select', event => {
      const { turn } = /** @type {CustomEvent<{ turn: number | null }>} */ (event).detail;
      if (turn !== null && this.#pointed) this.#hear(turn, false);
    });
    viewer.stage.onFrame = () => this.#point();
    this.show();
  }

  /** Another transcript, or another reading of this one, is shown. */
  show() {
    this.#transcript = this.#viewer.transcript;
    this.#unmark();
    this.#timed = this.#said(999_999_999) !== null;
    this.#subtitle();
    this.#heard();
  }

  /** The turn that began last. @param {number} ms @returns {number | null} */
  #said(ms) { return this.#viewer.core?.query(`mark time ${Math.round(ms)}`)?.turn ?? null; }

  leave() {
    for (const undo of this.#undo.splice(0)) undo();
    cancelAnimationFrame(this.#request);
    this.#viewer.stage.onFrame = () => {};
    this.#unmark();
    this.#untrack();
    if (this.#announced && navigator.mediaSession.metadata === this.#announced) {
      navigator.mediaSession.metadata = null;
      for (const name of sessionActions) onSession(name, null);
    }
    this.#line.remove();
    this.#bar.remove();
    if (!this.#own) return;
    this.#media.pause();
    if (this.#media.src.startsWith('blob:')) URL.revokeObjectURL(this.#media.src);
    this.#media.removeAttribute('src');
    this.#media.load(); // lets go of what it holds
  }

  /** To a time of the recording, as a link names it. @param {number} seconds */
  seek(seconds) {
    this.#media.currentTime = seconds;
    this.#following = true;
  }

  /** Keys of players. @param {KeyboardEvent} event @returns {boolean} whether it was one */
  key(event) {
    const target = /** @type {Element} */ (event.composedPath()[0]);
    if (event.altKey || event.ctrlKey || event.metaKey || target.closest('input,textarea,select,audio,video,dialog,.menu,[role=tablist]')) return false;
    const { key } = event, media = this.#media;
    if (key === ' ' && target.closest('button,a,summary')) return false;
    const act = {
      ' ': () => { if (media.paused) void this.#play(); else media.pause(); },
      ArrowLeft: () => this.#step(-step.long), ArrowRight: () => this.#step(step.long),
      ',': () => this.#step(-step.short), '.': () => this.#step(step.short),
      '<': () => this.#pace(-1), '>': () => this.#pace(1),
    }[key];
    // As a click on its time: the turn that was chosen is heard.
    const chosen = this.#viewer.state?.selected ?? null;
    if (key === 'Enter' && target === this.#parts.text && chosen !== null) {
      this.#hear(chosen, true);
      return true;
    }
    act?.();
    return act !== undefined;
  }

  /** @param {EventTarget} target @param {string} name @param {(event: Event) => void} act @param {AddEventListenerOptions} [options] */
  #on(target, name, act, options) {
    target.addEventListener(name, act, options);
    this.#undo.push(() => target.removeEventListener(name, act, options));
  }

  /** A browser may refuse to play, and says so in the player itself. */
  async #play() { await this.#media.play().catch(() => {}); }

  /** @param {number} seconds */
  #step(seconds) { this.#media.currentTime = Math.max(0, this.#media.currentTime + seconds); }

  /** @param {1 | -1} step */
  #pace(step) {
    const at = speeds.findIndex(speed => speed >= this.#media.playbackRate);
    this.#media.playbackRate = speeds[Math.min(speeds.length - 1, Math.max(0, (at < 0 ? speeds.length : at) + step))];
  }

  /** @param {number} turn @param {boolean} play */
  #hear(turn, play) {
    const start = this.#transcript?.turns[turn]?.start_ms ?? null;
    if (start === null) return;
    this.seek(start / 1000);
    if (play) void this.#play();
  }

  /** @param {Event} event */
  #clicked(event) {
    const target = /** @type {Element} */ (event.target);
    const row = /** @type {HTMLElement | null} */ (target.closest('time') && target.closest('[data-t]'));
    if (row) this.#hear(Number(row.dataset.t), true);
  }

  /** Something of the recording changed: while it plays, each frame looks where it is. */
  #heard() {
    if (!this.#request) this.#request = requestAnimationFrame(() => this.#tick());
  }

  #tick() {
    this.#request = 0;
    const ms = this.#media.currentTime * 1000;
    // The same turn is heard until the next one begins.
    const turn = this.#timed ? this.#said(ms) : null;
    if (turn !== this.#turn) this.#unmark();
    if (turn !== null) this.#markTurn(turn, ms);
    this.#point();
    if (this.#following && turn !== null && !this.#media.paused && performance.now() - this.#looked > lookMs) this.#follow();
    if (!this.#media.paused && !this.#media.ended) this.#heard();
  }

  /** How much of the turn is over. */
  get #fraction() {
    const turn = this.#turn === null ? undefined : this.#transcript?.turns[this.#turn];
    if (!turn || turn.start_ms === null || turn.end_ms === null || turn.end_ms <= turn.start_ms) return 0;
    return Math.min(1, Math.max(0, (this.#media.currentTime * 1000 - turn.start_ms) / (turn.end_ms - turn.start_ms)));
  }

  /** @param {number} turn @param {number} ms */
  #markTurn(turn, ms) {
    const row = this.#viewer.reading.turn(turn);
    if (turn !== this.#turn) this.#words = this.#viewer.core?.query(`words ${turn}`) ?? [];
    this.#turn = turn;
    if (row !== this.#row) {
      this.#row = row;
      this.#word = -1;
      row?.classList.add('voiced');
      row?.setAttribute('aria-current', 'time');
    }
    const word = search(this.#words.length, i => this.#words[i][2] > ms) - 1;
    if (word === this.#word) return;
    this.#word = word;
    this.#unmarkWord();
    if (!row || word < 0) return;
    const [start, length] = this.#words[word];
    const from = place(row, start), to = place(row, start + length);
    if (!from || !to || typeof Highlight !== 'function') return;
    let marks = CSS.highlights.get(wordsName);
    if (!marks) CSS.highlights.set(wordsName, marks = new Highlight());
    this.#mark = new StaticRange({ startContainer: from[0], startOffset: from[1], endContainer: to[0], endOffset: to[1] });
    marks.add(this.#mark);
  }

  #unmarkWord() {
    if (this.#mark) CSS.highlights.get(wordsName)?.delete(this.#mark);
    this.#mark = null;
  }

  #unmark() {
    this.#unmarkWord();
    this.#row?.classList.remove('voiced');
    if (this.#row?.classList.contains('selected')) this.#row.setAttribute('aria-current', 'true');
    else this.#row?.removeAttribute('aria-current');
    this.#row = this.#turn = null;
    this.#word = -1;
  }

  /** The line on the timeline. */
  #point() {
    const { core, state } = this.#viewer;
    const at = state?.axis === 'time' ? this.#media.currentTime * 1000 : this.#turn === null ? null : this.#turn * 1000 + Math.min(999, this.#fraction * 1000);
    const box = at === null || !this.#timed ? null : core?.query(`playhead ${Math.round(at)}`) ?? null;
    this.#line.hidden = !box;
    if (!box) return;
    const [x, y, height] = box;
    this.#line.style.transform = `translate(${x}px,${y}px)`;
    this.#line.style.blockSize = `${height}px`;
  }

  /** Whether the words that are heard are in sight; nothing can be said of a pane that is not shown. */
  get #inSight() {
    const sight = this.#viewer.reading.inSight();
    if (!sight || this.#turn === null) return true;
    const [first, from, last, to] = sight, at = this.#turn + this.#fraction;
    return at >= first + from - 0.01 && at <= last + to;
  }

  #follow() {
    this.#looked = performance.now();
    if (!this.#inSight && this.#turn !== null) {
      const fraction = this.#fraction;
      this.#viewer.reading.goTo(this.#turn, fraction < 0.2 ? 0 : fraction);
    }
    this.#scrolled = this.#parts.text.scrollTop;
    this.#back.hidden = true;
  }

  /** The reader scrolls, or goes elsewhere: the voice goes on by itself until it is in sight again. */
  #scrolledTo() {
    if (this.#turn === null || Math.abs(this.#parts.text.scrollTop - this.#scrolled) < 1) return;
    this.#following = this.#inSight;
    this.#back.hidden = this.#following;
  }

  #return() {
    this.#following = true;
    this.#follow();
  }

  /** What the system's own controls say. */
  #announce() {
    const session = navigator.mediaSession;
    if (!session || typeof MediaMetadata !== 'function' || !this.#transcript) return;
    const { speakers, turns } = this.#transcript;
    session.metadata = this.#announced = new MediaMetadata({ title: this.#parts.title.textContent ?? '', artist: speakers.map(one => one.name).join(', ') });
    // From turn to turn, as from track to track.
    const turn = (/** @type {number} */ by) => this.#hear(Math.min(turns.length - 1, Math.max(0, (this.#turn ?? 0) + by)), false);
    const acts = [() => this.#step(-step.long), () => this.#step(step.long), () => turn(-1), () => turn(1)];
    sessionActions.forEach((name, at) => onSession(name, acts[at]));
  }

  #subtitle() {
    this.#untrack();
    const { turns, language } = this.#transcript ?? { turns: [], language: null };
    if (!turns.length || !this.#timed || turns.length > mostSubtitled || this.#media.querySelector('track') || this.#media.textTracks.length) return;
    const src = URL.createObjectURL(new Blob([subtitles(/** @type {Inspect} */ (this.#transcript))], { type: 'text/vtt' }));
    this.#track = h('track', { kind: 'subtitles', label: say('transcript'), srclang: language ?? 'und', src });
    this.#media.append(/** @type {HTMLTrackElement} */ (this.#track));
  }

  #untrack() {
    if (this.#track) URL.revokeObjectURL(this.#track.src);
    this.#track?.remove();
    this.#track = null;
  }
}
