// What a search found, each hit in its context, in order or by speaker or by topic; and how it is searched. Loaded when
// first asked for.

import { clock, h } from '../dom.js';
import { roving } from '../panes/roving.js';
import { dressed } from '../styles/dressed.js';
import css from '../styles/finding.css';
import english from '../words/english/finding.js';
import { grouped, speak } from '../words/say.js';

const say = speak(english);

export { find } from '../text/finding.js';

/** So many hits are listed at once. */
const page = 200;
const leastHeight = 320;
const before = 48, after = 96;

/** @type {[string, keyof typeof english][]} */
const ways = [['exact', 'case-and-accents'], ['words', 'whole-words'], ['regex', 'regular-expression']];
/** @type {[string, keyof typeof english][]} */
const orders = [['', 'in-order'], ['speaker', 'by-speaker'], ['topic', 'by-topic']];

/** @typedef {import('../text/search.js').Search} Search */
/** @typedef {{ name: string, slot: number | null, hits: number[] }} Group */

export class Finding {
  #viewer; #parts; #search; #element; #list; #said;
  #order = '';
  /** Of which hits the list is. @type {Hits['hits']} */ #of = [];
  /** @type {HTMLElement | null} */ #current = null;
  #rove;

  /** @param {import('../element/viewer.js').Viewer} viewer @param {import('../element/skeleton.js').Parts} parts @param {Search} search */
  constructor(viewer, parts, search) {
    this.#viewer = viewer;
    this.#parts = parts;
    this.#search = search;
    dressed(viewer.shadow, 'finding', css);
    const choice = (/** @type {string} */ label, /** @type {boolean} */ on, /** @type {(button: HTMLElement) => void} */ act) => {
      const button = h('button', { type: 'button', 'aria-pressed': String(on), onclick: () => act(button) }, label);
      return button;
    };
    const how = ways.map(([way, label]) => choice(say(label), search.how.includes(way), () => {
      search.how = ways.map(one => one[0]).filter(one => one === way ? !search.how.includes(one) : search.how.includes(one));
      for (const [at, [name]] of ways.entries()) how[at].setAttribute('aria-pressed', String(search.how.includes(name)));
      search.for(parts.input.value);
    }));
    const { sections, speakers } = viewer.transcript ?? { sections: [], speakers: [] };
    const order = orders.filter(([name]) => name === 'speaker' ? speakers.length > 1 : name === 'topic' ? sections.length > 1 : true).map(([name, label]) =>
      choice(say(label), name === this.#order, button => {
        this.#order = name;
        for (const one of order) one.setAttribute('aria-pressed', String(one === button));
        this.#fill();
      }));
    this.#said = h('p', { role: 'status' });
    this.#list = h('div.hits');
    this.#element = h('section.finding', { 'aria-label': say('hits'), onkeydown: (/** @type {KeyboardEvent} */ event) => this.#key(event) },
      h('div.how', { role: 'group', 'aria-label': say('how-to-search') }, ...how),
      order.length > 1 ? h('div.how', { role: 'group', 'aria-label': say('order') }, ...order) : '',
      this.#said, this.#list);
    this.#rove = roving(this.#list, '.hits');
    // Below the timeline, whose ticks show where the hits are, if that leaves room.
    const root = parts.root.getBoundingClientRect(), text = parts.text.getBoundingClientRect();
    if (text.height > leastHeight) this.#element.style.setProperty('--top', `${text.top - root.top + 8}px`);
    parts.root.append(this.#element);
    parts.listHits.setAttribute('aria-expanded', 'true');
    this.reflect();
  }

  /** Goes, with what there is to hear. */
  leave() {
    const within = this.#element.contains(this.#viewer.shadow.activeElement);
    this.#element.remove();
    this.#parts.listHits.setAttribute('aria-expanded', 'false');
    if (within) this.#parts.input.focus();
  }

  /** To the first hit, or the one gone to. */
  focus() {
    const first = this.#current ?? this.#list.querySelector('button') ?? this.#element.querySelector('button');
    first?.focus();
  }

  /** The search may have found others, or gone to one. */
  reflect() {
    const { hits, problem, searching } = this.#search;
    const turns = new Set(hits.map(hit => hit[0])).size;
    this.#said.textContent = problem || (searching ? say('looking') : !this.#viewer.state?.query ? say('words-names-or')
      : hits.length ? say('in-named', say('hits-counted', hits.length), say('turns-counted', turns)) : say('nothing-is-like'));
    this.#said.classList.toggle('refused', problem !== '');
    if (hits !== this.#of) this.#fill();
    this.#point();
  }

  #point() {
    this.#current?.removeAttribute('aria-current');
    const { hit = null } = this.#viewer.state ?? {};
    this.#current = hit === null ? null : this.#list.querySelector(`[data-hit="${hit}"]`);
    this.#current?.setAttribute('aria-current', 'true');
    this.#current?.scrollIntoView({ block: 'nearest' });
  }

  /** @returns {Group[]} */
  #groups() {
    const hits = this.#search.hits, { transcript, slots } = this.#viewer;
    const all = hits.map((_, at) => at);
    if (!transcript || !this.#order) return [{ name: '', slot: null, hits: all }];
    const { turns, speakers, sections } = transcript;
    /** @type {Map<number, Group>} */ const groups = new Map();
    const key = this.#order === 'speaker' ? 'speaker' : 'section';
    for (const at of all) {
      const id = turns[hits[at][0]][key] ?? -1;
      let group = groups.get(id);
      if (!group) {
        const name = key === 'speaker' ? speakers[id]?.name ?? say('narration') : sections[id]?.title ?? say('before-the-first');
        groups.set(id, group = { name, slot: key === 'speaker' ? slots.get(id) ?? 0 : null, hits: [] });
      }
      group.hits.push(at);
    }
    const list = [...groups.values()];
    return key === 'speaker' ? list.sort((a, b) => b.hits.length - a.hits.length) : list;
  }

  #fill() {
    const within = this.#list.contains(this.#viewer.shadow.activeElement);
    this.#of = this.#search.hits;
    this.#list.replaceChildren();
    this.#list.scrollTop = 0;
    const flat = this.#groups().flatMap(group => group.hits.map((hit, at) => ({ group: at ? null : group, hit })));
    let list = h('ul');
    const more = (/** @type {number} */ from) => {
      for (const { group, hit } of flat.slice(from, from + page)) {
        if (group?.name) {
          this.#list.append(h('h3', group.slot === null ? {} : { 'data-slot': group.slot }, group.slot === null ? '' : h('i.dot'),
            h('bdi', {}, group.name), h('small', {}, grouped(group.hits.length))));
        }
        if (group) this.#list.append(list = h('ul'));
        list.append(this.#item(hit));
      }
      const left = flat.length - from - page;
      if (left > 0) {
        const button = h('button.more-hits', { type: 'button', tabindex: '-1', onclick: () => {
          button.remove();
          more(from + page);
          /** @type {HTMLElement} */ (this.#list.querySelectorAll('[data-hit]')[from + page]).focus();
        } }, say('more-named', left));
        this.#list.append(button);
      }
      this.#rove();
    };
    more(0);
    this.#point();
    // Other hits in place of the one that had the focus.
    if (within) this.focus();
  }

  /** @param {number} at @returns {HTMLElement} */
  #item(at) {
    const { transcript, slots } = this.#viewer;
    const [id, start, length] = this.#search.hits[at], { text, speaker, start_ms: ms } = /** @type {Inspect} */ (transcript).turns[id];
    // Cut between words, where there are any.
    const lead = text.slice(Math.max(0, start - before), start), trail = text.slice(start + length, start + length + after);
    const from = start > before ? `… ${lead.replace(/^\S{0,20}\s/, '')}` : lead, to = start + length + after < text.length ? `${trail.replace(/\s\S{0,20}$/, '')} …` : trail;
    const name = speaker === null ? '' : transcript?.speakers[speaker].name;
    return h('li', {}, h('button', { type: 'button', tabindex: '-1', 'data-hit': at, onclick: () => this.#go(at) },
      h('span.whose', speaker === null ? {} : { 'data-slot': slots.get(speaker) ?? 0 }, speaker === null ? '' : h('i.dot'), h('bdi', {}, name || say('narration')),
        h('small', {}, ms === null ? say('turn-named-2', id + 1) : clock(ms))),
      h('span.context', { dir: 'auto' }, from, h('mark', {}, text.slice(start, start + Math.min(length, 200))), to)));
  }

  /** @param {number} at */
  #go(at) {
    this.#viewer.send(`hit ${at}`);
    if (this.#viewer.layout.name !== 'narrow') return;
    this.#search.list(false);
    this.#parts.text.focus({ preventScroll: true });
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const target = /** @type {HTMLElement} */ (event.target);
    const top = event.key === 'ArrowUp' && target === this.#list.querySelector('button');
    if (event.key !== 'Escape' && !top) return;
    event.preventDefault();
    event.stopPropagation();
    if (top) this.#parts.input.focus();
    else this.#search.list(false);
  }
}
