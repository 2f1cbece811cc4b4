// The card beside a mark that the pointer rests on or the keyboard has come to: what it is, in words. Loaded with the
// first mark that is pointed at.

import { clock, h } from '../dom.js';
import { Tip, away, holdMs, restMs } from './tip.js';
import english from '../words/english/card.js';
import { percent, speak, way } from '../words/say.js';

const say = speak(english);

const longestLine = 140;

/** @typedef {{ kind: 'turn' | 'section' | 'speaker', id: number }} Mark */

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

  /** @param {import('../element/viewer.js').Viewer} viewer @param {import('../element/skeleton.js').Parts} parts */
  constructor(viewer, parts) {
    this.#viewer = viewer;
    const tip = this.#tip = new Tip(viewer, parts);
    for (const pane of Object.values(parts.panes)) {
      pane.addEventListener('pointermove', (/** @type {PointerEvent} */ event) => {
        this.#at = { x: event.clientX, y: event.clientY };
        if (tip.shown && tip.shown !== this.#name(this.#hovered())) tip.hide();
        tip.soon(event.buttons ? null : () => this.#ask(), restMs);
      }, { passive: true });
      pane.addEventListener('pointerdown', (/** @type {PointerEvent} */ event) => {
        this.#at = { x: event.clientX, y: event.clientY };
        tip.hide();
        tip.soon(event.pointerType === 'touch' ? () => this.#ask() : null, holdMs);
      }, { passive: true });
      pane.addEventListener('pointerleave', () => tip.leave());
      pane.addEventListener('focusin', (/** @type {FocusEvent} */ event) => this.#focused(pane, /** @type {HTMLElement} */ (event.target)));
      pane.addEventListener('focusout', () => tip.hide());
    }
  }

  /** The mark it was loaded for: one that has the focus, or where the pointer is. @param {HTMLElement} pane @param {HTMLElement} target @param {{ x: number, y: number }} at */
  first(pane, target, at) {
    if (target.matches(':focus')) this.#focused(pane, target);
    else {
      this.#at = at;
      this.#tip.soon(() => this.#ask(), restMs);
    }
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
    this.#tip.soon(() => this.#show({ kind: /** @type {Mark['kind']} */ (kind), id: Number(id) }, this.#tip.leftward ? box.right - 8 : box.left + 8, Math.min(box.bottom, innerHeight) - away), restMs, true);
  }

  /** @param {Mark} mark @param {number} x @param {number} y client coordinates */
  #show(mark, x, y) {
    if (this.#tip.shown === this.#name(mark)) return;
    const content = this.#content(mark);
    if (content) this.#tip.show(this.#name(mark), content, x, y);
    else this.#tip.hide();
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
      longest === null ? '' : h('button', { type: 'button', tabindex: '-1', onclick: () => { this.#tip.hide(); this.#viewer.send(`select ${longest}`); } },
        say('the-longest-turn', words(speaker.longest_turn)))];
  }
}
