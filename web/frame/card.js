// The card beside a mark that the pointer rests on or the keyboard has come to: what it is, in words. It can be gone
// over and goes with Escape (WCAG 2.2, 1.4.13). Loaded with the first mark that is pointed at.

import { clock, h } from '../dom.js';
import { dressed } from '../styles/dressed.js';
import css from '../styles/card.css';
import english from '../words/english/card.js';
import { percent, speak, way } from '../words/say.js';

const say = speak(english);

/** Until a pointer that rests is taken for a question, and until a card that was left goes. */
const restMs = 350, leaveMs = 200;
/** A finger that stays asks too. */
const holdMs = 500;
const longestLine = 140;
const away = 14;

/** @typedef {{ kind: 'turn' | 'section' | 'speaker', id: number }} Mark */

/** The first words, cut between two. @param {string} text */
function firstLine(text) {
  const line = text.trim().split(/\n/, 1)[0];
  return line.length <= longestLine ? line : `${line.slice(0, longestLine).replace(/\s+\S*$/, '')} …`;
}

/** What is said in the page's own language, which keeps its way. @param {string} said */
const facts = said => h('p.facts', {}, h('bdi', { dir: way() }, said));

export class Card {
  #viewer; #root; #grid; #element = h('div');
  #timer = 0;
  #at = { x: 0, y: 0 };
  /** @type {string} */ #shown = '';

  /** @param {import('../element/viewer.js').Viewer} viewer @param {import('../element/skeleton.js').Parts} parts */
  constructor(viewer, { root, grid, panes }) {
    this.#viewer = viewer;
    this.#root = root;
    this.#grid = grid;
    dressed(viewer.shadow, 'card', css);
    for (const pane of Object.values(panes)) {
      pane.addEventListener('pointermove', (/** @type {PointerEvent} */ event) => {
        this.#at = { x: event.clientX, y: event.clientY };
        if (this.#shown && this.#shown !== this.#name(this.#hovered())) this.hide();
        this.#soon(event.buttons ? null : () => this.#ask(), restMs);
      }, { passive: true });
      pane.addEventListener('pointerdown', (/** @type {PointerEvent} */ event) => {
        this.#at = { x: event.clientX, y: event.clientY };
        this.hide();
        this.#soon(event.pointerType === 'touch' ? () => this.#ask() : null, holdMs);
      }, { passive: true });
      pane.addEventListener('pointerleave', () => this.#soon(() => this.hide(), leaveMs));
      pane.addEventListener('focusin', (/** @type {FocusEvent} */ event) => this.#focused(pane, /** @type {HTMLElement} */ (event.target)));
      pane.addEventListener('focusout', () => this.hide());
    }
    root.addEventListener('keydown', (/** @type {KeyboardEvent} */ event) => {
      if (event.key !== 'Escape' || !this.#element.isConnected) return;
      event.stopPropagation();
      event.preventDefault();
      this.hide();
    }, { capture: true });
    root.addEventListener('scroll', () => this.hide(), { capture: true, passive: true });
    viewer.shadow.host.addEventListener('vis-a-vis:ready', () => this.hide());
  }

  /** The mark it was loaded for: one that has the focus, or where the pointer is. @param {HTMLElement} pane @param {HTMLElement} target @param {{ x: number, y: number }} at */
  first(pane, target, at) {
    if (target.matches(':focus')) this.#focused(pane, target);
    else {
      this.#at = at;
      this.#soon(() => this.#ask(), restMs);
    }
  }

  /** The talk runs from right to left. */
  get #leftward() { return this.#grid.dir === 'rtl'; }

  hide() {
    clearTimeout(this.#timer);
    this.#shown = '';
    this.#element.remove();
  }

  /** @param {(() => void) | null} act @param {number} ms */
  #soon(act, ms) {
    clearTimeout(this.#timer);
    if (act) this.#timer = window.setTimeout(act, ms);
  }

  /** @returns {Mark | null} */
  #hovered() {
    const { turn, section, speaker } = this.#viewer.core?.query('state')?.hover ?? {};
    return turn !== null && turn !== undefined ? { kind: 'turn', id: turn } : typeof section === 'number' ? { kind: 'section', id: section }
      : typeof speaker === 'number' ? { kind: 'speaker', id: speaker } : null;
  }

  /** @param {Mark | null} mark */
  #name(mark) { return mark ? `${mark.kind} ${mark.id}` : ''; }

  #ask() {
    const mark = this.#hovered();
    if (mark) this.#show(mark, this.#at.x, this.#at.y);
  }

  /** By the keyboard the mark may be anywhere in the pane: the card stands at the pane's edge. @param {HTMLElement} pane @param {HTMLElement} target */
  #focused(pane, target) {
    const [, kind, id] = /^(turn|section|speaker) (\d+)$/.exec(target.dataset?.mark ?? '') ?? [];
    if (!kind || !target.matches(':focus-visible')) return;
    const box = pane.getBoundingClientRect();
    this.#soon(() => this.#show({ kind: /** @type {Mark['kind']} */ (kind), id: Number(id) }, this.#leftward ? box.right - 8 : box.left + 8, Math.min(box.bottom, innerHeight) - away), restMs);
  }

  /** @param {Mark} mark @param {number} x @param {number} y client coordinates */
  #show(mark, x, y) {
    if (this.#shown === this.#name(mark)) return;
    this.hide();
    const content = this.#content(mark);
    if (!content) return;
    this.#shown = this.#name(mark);
    this.#element = h('div.card', { role: 'tooltip', dir: this.#grid.dir, onpointerenter: () => clearTimeout(this.#timer), onpointerleave: () => this.#soon(() => this.hide(), leaveMs) }, ...content);
    this.#root.append(this.#element);
    const root = this.#root.getBoundingClientRect(), size = this.#element.getBoundingClientRect();
    const beside = x - root.left + (this.#leftward ? -away - size.width : away);
    const left = Math.max(8, Math.min(beside, root.width - size.width - 8));
    const below = y - root.top + away, above = y - root.top - away - size.height;
    this.#element.style.left = `${left}px`;
    this.#element.style.top = `${below + size.height < root.height - 8 || above < 8 ? below : above}px`;
  }

  /** @param {Mark} mark @returns {(Node | string)[] | null} */
  #content({ kind, id }) {
    const { transcript, core, slots } = this.#viewer;
    if (!transcript) return null;
    const told = core?.query(`mark ${kind} ${id}`);
    const dot = (/** @type {number} */ speaker) => h('i.dot', { 'data-slot': slots.get(speaker) ?? 0 });
    const words = (/** @type {number} */ n) => say(`${this.#viewer.unit}-counted`, n);
    if (kind === 'turn') {
      const turn = transcript.turns[id];
      if (!turn || !told) return null;
      const when = turn.start_ms !== null ? `${clock(turn.start_ms)}${turn.end_ms !== null ? `–${clock(turn.end_ms)}` : ''}`
        : told.words ? say(`${this.#viewer.unit}-to`, told.before + 1, told.before + told.words) : '';
      return [h('p', {}, turn.speaker === null ? '' : dot(turn.speaker), h('b', { dir: 'auto' }, turn.speaker === null ? say('narration') : transcript.speakers[turn.speaker].name)),
        facts([say('turn-of', id + 1, transcript.turns.length), when, words(told.words)].filter(Boolean).join(' · ')),
        h('p.line', { dir: 'auto' }, firstLine(turn.text))];
    }
    if (kind === 'section') {
      const section = this.#viewer.sections[id];
      if (!section) return null;
      const { first_turn: first, last_turn: last } = section;
      return [h('p', { dir: 'auto' }, h('b', {}, section.title || say('without-a-title'))),
        facts(`${words(section.words)} · ${last < first ? say('no-turns') : first === last ? say('turn-named-2', first + 1) : say('turns-to', first + 1, last + 1)}`),
        section.keyphrases.length ? h('p.line', {}, section.keyphrases.join(' · ')) : ''];
    }
    const speaker = transcript.speakers[id];
    if (!speaker) return null;
    const longest = told?.longest ?? null;
    return [h('p', {}, dot(id), h('b', { dir: 'auto' }, speaker.name), speaker.role ? h('span.facts', {}, ` ${say(/** @type {'interviewer' | 'interviewee' | 'moderator' | 'participant'} */ (speaker.role))}`) : ''),
      facts(say('of-what-is-said', words(speaker.words), percent(speaker.share, 1), say('turns-counted', speaker.turns))),
      speaker.aliases.length ? h('p.facts', {}, say('also-written', speaker.aliases.join(', '))) : '',
      longest === null ? '' : h('button', { type: 'button', tabindex: '-1', onclick: () => { this.hide(); this.#viewer.send(`select ${longest}`); } },
        say('the-longest-turn', words(speaker.longest_turn)))];
  }
}
