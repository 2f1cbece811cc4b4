// Figures beyond those of the panels, asked for by the buttons below the balance: questions with their answers, the balance
// as it moves and by topic, the floor, who takes up whose words, and a second interview beside the first. The second module makes them in a worker, by the rules that are set here, as
// `visavis inspect --rule` does. Loaded when first asked for.

import { h } from '../dom.js';
import { roving } from '../panes/roving.js';
import { dressed } from '../styles/dressed.js';
import css from '../styles/figures.css';
import { Beside } from './beside.js';
import { byTopic } from './by-topic.js';
import { Cards } from './cards.js';
import { floor } from './floor.js';
import { overTime } from './over-time.js';
import { questions } from './questions.js';
import { recurrence } from './recurrence.js';
import english from '../words/english/figures.js';
import { speak, way } from '../words/say.js';

const say = speak(english);

/**
 * @typedef {object} Told what a view is made from
 * @property {Inspect} transcript
 * @property {TalkFigures} figures
 * @property {InspectSection[]} sections
 * @property {(speaker: number) => HTMLElement} who a name in its colour
 * @property {(line: Line) => void} send
 * @property {(name: string, label: string, unit: string) => HTMLElement} rule a number that can be set
 * @property {(names: string[]) => void} silent sets who was expected and did not speak
 * @property {(kind: string) => Promise<void>} save
 * @property {string} title of the transcript, as it is shown
 * @property {(bytes: Uint8Array<ArrayBuffer>, behind: string) => void} offer a file, by what its name has behind the transcript's
 * @property {number} width px for what is drawn
 * @property {Unit} unit what is counted
 * @property {Cards['explain']} card what a mark is, beside it when asked for
 * @property {Cards['term']} term the name of a figure, which says what it is
 */

/** @type {Record<string, (told: Told) => (Node | string)[]>} */
const views = { questions, 'over-time': overTime, 'by-topic': byTopic, floor, recurrence };
const padding = 44, leastWidth = 280;

export class Figures {
  #viewer; #parts; #save; #offer; #beside; #cards;
  #box = h('div.more-figures', { dir: way() });
  #name = '';
  /** @type {Map<string, number>} */ #rules = new Map();
  /** @type {string[]} */ #silent = [];
  /** @type {TalkFigures | null} */ #figures = null;
  #under = new AbortController();
  #stop = roving(this.#box, '.bins,.places,.terms');

  /**
   * @param {import('../element/viewer.js').Viewer} viewer @param {import('../element/skeleton.js').Parts} parts
   * @param {(kind: string) => Promise<void>} save writes a file of that kind, by these rules
   * @param {Told['offer']} offer @param {() => void} viewed hears that the view has changed
   */
  constructor(viewer, parts, save, offer, viewed) {
    this.#viewer = viewer;
    this.#parts = parts;
    this.#save = save;
    this.#offer = offer;
    this.#beside = new Beside(viewer, () => { void this.#renew(); }, viewed);
    this.#cards = new Cards(viewer, parts, this.#box);
    dressed(viewer.shadow, 'figures', css);
    parts.asks.after(this.#box);
    // What stands below is drawn where it has moved to.
    new ResizeObserver(() => viewer.stage.invalidate()).observe(this.#box);
    viewer.onTopics = () => { if (this.#name) void this.#renew(); };
    viewer.shadow.host.addEventListener('vis-a-vis:ready', () => {
      this.#rules.clear();
      this.#silent = [];
      this.#figures = null;
      if (this.#name) void this.#renew();
    });
  }

  /** The lines of parse_rules (src/writers/inspect_figures.h). */
  get rules() { return [...[...this.#rules].map(([name, value]) => `${name} ${value}`), ...this.#silent.map(name => `silent ${name}`)].join('\n'); }

  /** Opens a view, or shows it anew. @param {string} name */
  open(name) {
    if (this.#name === name) void this.#renew();
    else this.toggle(name);
  }

  /** Opens a view, or closes it. @param {string} name */
  toggle(name) {
    this.#name = this.#name === name ? '' : name;
    for (const button of this.#parts.asks.children) button.setAttribute('aria-expanded', String(button.dataset.figures === this.#name));
    if (!this.#name) this.#box.replaceChildren();
    else if (this.#figures && name !== 'beside') this.#show();
    else void this.#renew();
  }

  async #renew() {
    this.#under.abort();
    const { signal } = this.#under = new AbortController();
    this.#box.setAttribute('aria-busy', 'true');
    const made = await this.#viewer.core?.made(`figures\n${this.rules}`, signal);
    if (signal.aborted) return;
    this.#figures = made ? JSON.parse(new TextDecoder().decode(made)) : null;
    if (this.#name === 'beside' && this.#figures) await this.#beside.load(this.#figures, signal).catch(() => {});
    if (signal.aborted) return;
    this.#box.removeAttribute('aria-busy');
    if (this.#name) this.#show();
  }

  #show() {
    const viewer = this.#viewer, { transcript, slots } = viewer, figures = this.#figures;
    if (!transcript || !figures) {
      this.#box.replaceChildren(h('p', {}, say('these-figures')));
      return;
    }
    const held = /** @type {HTMLElement | null} */ (viewer.shadow.activeElement)?.getAttribute('aria-label');
    const number = (/** @type {string} */ name, /** @type {string} */ label, /** @type {string} */ unit) => {
      const now = { ...figures.floor.rules, ...figures.questions.rules, window_words: figures.balance.rolling.window_words }[name];
      const field = h('input.field', { type: 'number', min: name === 'window_words' ? 20 : 0, value: now, 'aria-label': label, onchange: () => {
        const said = Math.round(Number(field.value));
        if (!field.value || !(said >= 0) || said > 1e9) field.value = now;
        else {
          this.#rules.set(name, said);
          void this.#renew();
        }
      } });
      return h('label', {}, label, field, unit);
    };
    this.#cards.hide();
    const make = this.#name === 'beside' ? (/** @type {Told} */ told) => this.#beside.nodes(told) : views[this.#name];
    this.#box.replaceChildren(...make({
      unit: viewer.unit, transcript, figures, sections: viewer.sections,
      who: speaker => h('span.who-said', { 'data-slot': slots.get(speaker) ?? 0 }, h('i.dot'), h('bdi', {}, transcript.speakers[speaker].name)),
      send: line => { viewer.send(line); },
      rule: number,
      silent: names => {
        this.#silent = names;
        void this.#renew();
      },
      save: this.#save,
      title: this.#parts.title.textContent ?? '',
      offer: this.#offer,
      card: (mark, explain) => this.#cards.explain(mark, explain),
      term: (name, what) => this.#cards.term(name, what),
      width: Math.max(leastWidth, Math.round(this.#box.clientWidth) - padding),
    }));
    this.#stop();
    // What was set keeps the focus.
    if (held) /** @type {HTMLElement | undefined} */ ([...this.#box.querySelectorAll('[aria-label]')].find((/** @type {Element} */ one) => one.getAttribute('aria-label') === held))?.focus({ preventScroll: true });
  }
}
