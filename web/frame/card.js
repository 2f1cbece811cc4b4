// The card beside a mark that the pointer rests on or the keyboard has come to: what it is, in words. Loaded with the
// first mark that is pointed at.

import { clock, h } from '../dom.js';
import { Tip, away, holdMs, restMs } from './tip.js';
import english from '../words/english/card.js';
import { percent, speak, way } from '../words/say.js';
import { around, certainty, columnsOf, guess, guessed, sortHint, told } from './terms.js';

const say = speak(english);

const longestLine = 140;

/** `term`: of a panel's part that cannot be chosen; of the river what is there. @typedef {{ kind: 'turn' | 'section' | 'speaker' | 'sort' | 'figure' | 'term', id: number, column?: number, term?: string, river?: River }} Mark */
/** @typedef {[place: string, window: string, ...shares: [number, string][]]} River */

/** What the core's numbers name (scene/view_state.h): kinds of what is hit, and parts that only explain themselves. */
const kinds = ['term', 'turn', 'section', 'speaker', 'turn', 'term', 'term', 'sort', 'figure'];
const parts = ['', 'river', 'questions', 'found', 'axis', 'index'];
const windowKind = 6, cancelKind = 4;
/** The longest turn among the columns of figures. */
const longestAt = 4;

/** The first words, cut between two. @param {string} text */
function firstLine(text) {
  const line = text.trim().split(/\n/, 1)[0];
  return line.length <= longestLine ? line : `${line.slice(0, longestLine).replace(/\s+\S*$/, '')} …`;
}

/** What is said in the page's own language, which keeps its way. @param {string} said */
const facts = said => h('p.facts', {}, h('bdi', { dir: way() }, said));

export class Card {
  #viewer; #tip;
  #at = { x: 0, y: 0 };
  /** What the pointer is on, where the twins are the panels. @type {Element | null} */ #over = null;

  /** @param {import('../element/viewer.js').Viewer} viewer @param {import('../element/skeleton.js').Parts} parts */
  constructor(viewer, parts) {
    this.#viewer = viewer;
    const tip = this.#tip = new Tip(viewer, parts);
    for (const pane of Object.values(parts.panes)) {
      pane.addEventListener('pointermove', (/** @type {PointerEvent} */ event) => {
        this.#at = { x: event.clientX, y: event.clientY };
        this.#over = /** @type {Element} */ (event.target);
        if (event.pointerType === 'touch') return;
        if (tip.shown && tip.shown !== this.#name(this.#hovered())) tip.hide();
        tip.soon(event.buttons ? null : () => this.#ask(), restMs);
      }, { passive: true });
      pane.addEventListener('pointerdown', (/** @type {PointerEvent} */ event) => {
        this.#at = { x: event.clientX, y: event.clientY };
        this.#over = /** @type {Element} */ (event.target);
        tip.hide();
        tip.soon(event.pointerType === 'touch' ? () => this.#hold() : null, holdMs);
      }, { passive: true });
      for (const name of ['pointerup', 'pointercancel', 'pointerleave']) pane.addEventListener(name, (/** @type {PointerEvent} */ event) => {
        // A finger that is lifted leaves: what it asked for stays until something else is touched.
        if (event.pointerType === 'touch') tip.soon(null, 0);
        else if (name === 'pointerleave') tip.leave();
      });
      pane.addEventListener('focusin', (/** @type {FocusEvent} */ event) => this.#focused(pane, /** @type {HTMLElement} */ (event.target)));
      pane.addEventListener('focusout', () => tip.hide());
    }
  }

  /** The mark it was loaded for: one that has the focus, or where the pointer is. @param {HTMLElement} pane @param {HTMLElement} target @param {{ x: number, y: number }} at @param {boolean} down what points is pressed still */
  first(pane, target, at, down) {
    // By the keyboard it may have gone on while this was on its way.
    const now = /** @type {HTMLElement | null} */ (this.#viewer.shadow.activeElement);
    if (now?.matches(':focus-visible') && pane.contains(now)) this.#focused(pane, now);
    else if (target.matches(':focus')) this.#focused(pane, target);
    else {
      this.#at = at;
      this.#tip.soon(() => { if (down) this.#hold(); else this.#ask(); }, restMs);
    }
  }

  /** @returns {Mark | null} */
  #hovered() {
    const { core, stage } = this.#viewer;
    if (!stage.drawing) return this.#marked(/** @type {HTMLElement | null} */ (this.#over?.closest('[data-mark]') ?? null));
    const [kind, id, part, ...river] = /** @type {[number, number, number, ...any]} */ (core?.query('under') ?? [0, -1, 0]);
    const what = /** @type {Mark['kind'] | undefined} */ (kinds[kind]);
    if (!what) return null;
    if (what === 'term') {
      const term = parts[part] || (kind === windowKind ? 'window' : '');
      return term ? { kind: what, id, term, ...(river.length ? { river: /** @type {River} */ (river) } : {}) } : null;
    }
    if (what === 'figure') return { kind: what, id: id >> 4, column: part };
    return what === 'speaker' && part ? { kind: 'figure', id, column: part } : { kind: what, id };
  }

  /** The mark that a control of a twin stands for. @param {HTMLElement | null} control @returns {Mark | null} */
  #marked(control) {
    const [, kind, id, column] = /^(turn|section|speaker|sort) (\d+)(?: (\d+))?$/.exec(control?.dataset.mark ?? '') ?? [];
    return !kind ? null : column ? { kind: 'figure', id: Number(id), column: Number(column) } : { kind: /** @type {Mark['kind']} */ (kind), id: Number(id) };
  }

  /** @param {Mark | null} mark */
  #name(mark) { return mark ? [mark.kind, mark.id, mark.column, mark.term, mark.river?.[0]].join(' ') : ''; }

  #ask() {
    const mark = this.#hovered();
    if (mark) this.#show(mark, this.#at.x, this.#at.y);
  }

  /** A finger that stays asks what it is on, and does nothing else. */
  #hold() {
    this.#ask();
    if (!this.#tip.shown) return;
    this.#tip.held = true;
    this.#viewer.stage.point(cancelKind, 0, 0);
  }

  /** By the keyboard the mark may be anywhere in the pane: the card stands at the pane's edge. @param {HTMLElement} pane @param {HTMLElement} target */
  #focused(pane, target) {
    const mark = this.#marked(target);
    if (!mark || !target.matches(':focus-visible')) return;
    const box = pane.getBoundingClientRect();
    this.#tip.soon(() => this.#show(mark, this.#tip.leftward ? box.right - 8 : box.left + 8, Math.min(box.bottom, innerHeight) - away), restMs, true);
  }

  /** @param {Mark} mark @param {number} x @param {number} y client coordinates */
  #show(mark, x, y) {
    if (this.#tip.shown === this.#name(mark)) return;
    const content = this.#content(mark);
    if (content) this.#tip.show(this.#name(mark), content, x, y);
    else this.#tip.hide();
  }

  /** @param {Mark} mark @returns {(Node | string)[] | null} */
  #content({ kind, id, column = 0, term = '', river }) {
    const { transcript, core, slots } = this.#viewer;
    if (!transcript) return null;
    const known = core?.query(`mark ${kind} ${id}`);
    const sure = (/** @type {import('./terms.js').Certainty} */ how, /** @type {string} */ more = '') => how || more ? facts([certainty(how), more].filter(Boolean).join(' ')) : '';
    const what = (/** @type {string} */ said) => h('p', { dir: way() }, said);
    const dot = (/** @type {number} */ speaker) => h('i.dot', { 'data-slot': slots.get(speaker) ?? 0 });
    const words = (/** @type {number} */ n) => say(`${this.#viewer.unit}-counted`, n);
    if (kind === 'turn') {
      const turn = transcript.turns[id];
      if (!turn || !known) return null;
      const when = turn.start_ms !== null ? `${clock(turn.start_ms)}${turn.end_ms !== null ? `–${clock(turn.end_ms)}` : ''}`
        : known.words ? say(`${this.#viewer.unit}-to`, known.before + 1, known.before + known.words) : '';
      return [h('p', {}, turn.speaker === null ? '' : dot(turn.speaker), h('b', { dir: 'auto' }, turn.speaker === null ? say('narration') : transcript.speakers[turn.speaker].name)),
        facts([say('turn-of', id + 1, transcript.turns.length), when, words(known.words)].filter(Boolean).join(' · ')),
        turn.start_ms !== null && guessed(turn) ? sure('estimated') : '',
        h('p.line', { dir: 'auto' }, firstLine(turn.text))];
    }
    if (kind === 'section') {
      const section = this.#viewer.sections[id];
      if (!section) return null;
      const { first_turn: first, last_turn: last } = section;
      return [h('p', { dir: 'auto' }, h('b', {}, section.title || say('without-a-title'))),
        facts(`${words(section.words)} · ${last < first ? say('no-turns') : first === last ? say('turn-named-2', first + 1) : say('turns-to', first + 1, last + 1)}`),
        section.keyphrases.length ? h('p.line', {}, section.keyphrases.join(' · ')) : '',
        id >= transcript.sections.length ? sure('estimated') : ''];
    }
    if (kind === 'term') {
      const of = told(this.#viewer, term);
      return of && [h('p', { dir: way() }, h('b', {}, of.title)), river ? facts(around(river[0], river[1])) : '',
        river ? h('ul.shares', {}, .../** @type {[number, string][]} */ (river.slice(2)).map(([who, share]) => h('li', {}, dot(who), h('bdi', {}, transcript.speakers[who].name), ` ${share}`))) : '',
        what(of.what), sure(of.sure)];
    }
    if (kind === 'sort' || kind === 'figure') {
      const key = columnsOf(this.#viewer)[kind === 'sort' ? id : column], of = told(this.#viewer, key);
      const { balance } = /** @type {Twin} */ (core?.query('twin') ?? { balance: null });
      if (!of || !balance) return null;
      if (kind === 'sort') return [h('p', { dir: way() }, h('b', {}, id ? balance.columns[id - 1] : of.title)), what(of.what), sure(of.sure, sortHint())];
      const row = balance.rows.find(one => one.speaker === id);
      return row ? [h('p', {}, dot(id), h('b', { dir: 'auto' }, row.name)),
        h('p', { dir: way() }, `${balance.columns[column - 1]}: `, h('b', {}, row.cells[column - 1]), h('span.facts', {}, ` · ${balance.of}`)), what(of.what), sure(of.sure)] : null;
    }
    const speaker = transcript.speakers[id];
    if (!speaker) return null;
    const longest = known?.longest ?? null, { role } = speaker;
    const named = role && say(/** @type {'interviewer' | 'interviewee' | 'moderator' | 'participant'} */ (role));
    const given = this.#viewer.editing.corrections.lines.some(line => line.startsWith(`role ${id} `));
    const twin = /** @type {Twin | null} */ (core?.query('twin')), row = twin?.balance.rows.find(one => one.speaker === id);
    const ask = (/** @type {Line} */ line, /** @type {string} */ label) => h('button', { type: 'button', tabindex: '-1', onclick: () => { this.#tip.hide(); this.#viewer.send(line); } }, label);
    return [h('p', {}, dot(id), h('b', { dir: 'auto' }, speaker.name), named ? h('span.facts', {}, ` ${given ? named : guess(named)}`) : ''),
      facts(say('of-what-is-said', words(speaker.words), percent(speaker.share, 1), say('turns-counted', speaker.turns))),
      speaker.aliases.length ? h('p.facts', {}, say('also-written', speaker.aliases.join(', '))) : '',
      longest === null ? '' : ask(`select ${longest}`, say('the-longest-turn', words(speaker.longest_turn))),
      // What is small on the canvas is as large as a finger here.
      ...(row?.cells ?? []).map((cell, at) => row && row.leads >> at & 1 && at !== longestAt ? ask(`evidence ${id} ${at + 1}`, `${twin?.balance.columns[at]}: ${cell}`) : '')];
  }
}
