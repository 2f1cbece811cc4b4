// The panels as semantic HTML, with the very strings the canvas draws. While the canvas draws they are
// visually hidden and still focusable; where it can't, they are the panels.

import { h, setAttributes } from '../dom.js';
import { pause } from '../core/pace.js';
import { roving } from './roving.js';
import english from '../words/english/page.js';
import { speak } from '../words/say.js';

const say = speak(english);

/** @typedef {(line: Line) => void} Send */

export class Twins {
  #panes;
  #send;
  /** @type {Map<number, number>} */ #slots = new Map();
  /** @type {CoreState | null} */ #state = null;
  /** @type {number[]} */ #speakers = [];
  /** What each twin was made from. @type {Partial<Record<PaneName, string>>} */ #said = {};
  /** @type {HTMLElement | null} */ #current = null;
  #shown = '';
  #most = 1;
  /** @type {Unit} */ #unit = 'words';
  #serial = 0;
  /** @type {(() => void)[]} */ #stops = [];

  /** @param {Record<PaneName, HTMLElement>} panes the elements to fill @param {Send} send */
  constructor(panes, send) {
    this.#panes = panes;
    this.#send = send;
    for (const [name, pane] of Object.entries(panes)) {
      pane.addEventListener('focusin', event => this.#focus(name, event));
      pane.addEventListener('focusout', () => send('focus none'));
      this.#stops.push(roving(pane, '.lanes,.bands,.outline,.figures'));
    }
  }

  /** @param {string} name @param {FocusEvent} event */
  #focus(name, event) {
    const target = /** @type {HTMLElement} */ (event.target);
    if (target.dataset.mark) this.#send(/** @type {Line} */ (`focus ${name} ${target.dataset.mark}`));
    // By the keyboard: the control may be invisible, so the place where its mark is drawn comes into sight.
    // What the pointer is on must not move away under it.
    if (!target.matches(':focus-visible')) return;
    const pane = target.closest('.pane'), scroller = target.closest('.side');
    const items = [...pane?.querySelectorAll('.outline > li, tbody > tr') ?? []];
    const at = items.findIndex(one => one.contains(target));
    if (!pane || !scroller || at < 0) return;
    const box = pane.getBoundingClientRect(), view = scroller.getBoundingClientRect();
    const mark = box.top + (at + 0.5) / items.length * box.height;
    if (mark < view.top + 40 || mark > view.bottom - 40) scroller.scrollBy({ top: mark - view.top - view.height / 2 });
  }

  /**
   * What is given of the twin: all of it for a new document, then the part that changed.
   * @param {Partial<Twin>} twin @param {Map<number, number>} slots
   * @param {(first: number) => TwinTopics | null} more topics of a long outline
   */
  show(twin, slots, more) {
    if (slots !== this.#slots) this.#said = {};
    this.#slots = slots;
    const panes = this.#panes;
    const focused = /** @type {HTMLElement | null} */ (
      /** @type {ShadowRoot} */ (panes.timeline.getRootNode()).activeElement);
    const mark = focused?.dataset.mark;
    const home = mark && Object.values(panes).find(pane => pane.contains(focused));
    // Brushing changes the balance alone: what stays the same is not made again.
    const fill = (/** @type {PaneName} */ name, /** @type {() => (Node | string)[]} */ make) => {
      const said = JSON.stringify([twin[name], name === 'timeline' && topics]); // its bands are the topics'
      if (!said || said === this.#said[name]) return;
      this.#said[name] = said;
      panes[name].replaceChildren(...make());
    };
    const { timeline, balance, topics } = twin;
    this.#unit = balance?.measure ?? this.#unit;
    if (timeline && topics) {
      this.#most = Math.max(1, topics.most);
      fill('timeline', () => this.#timeline(timeline, topics.items));
      fill('topics', () => this.#topics(topics));
      void this.#rest(topics.next, more);
    }
    if (balance) fill('balance', () => this.#balance(balance));
    for (const stop of this.#stops) stop();
    this.#current = null;
    this.#shown = '';
    if (this.#state) this.reflect(this.#state, this.#speakers);
    if (home) /** @type {HTMLElement | null} */ (home.querySelector(`[data-mark="${mark}"]`))?.focus({ preventScroll: true });
  }

  /** A long outline is told part by part. @param {number | null} next @param {(first: number) => TwinTopics | null} more */
  async #rest(next, more) {
    const serial = ++this.#serial;
    const { timeline, topics } = this.#panes;
    while (next !== null) {
      await pause();
      const part = serial === this.#serial ? more(next) : null;
      if (!part) return;
      timeline.querySelector('.bands')?.append(...this.#bands(part.items));
      topics.querySelector('.outline')?.append(...part.items.map(item => this.#item(item)));
      for (const stop of this.#stops) stop();
      next = part.next;
    }
  }

  /** What is pressed, open and current. @param {CoreState} state @param {number[]} speakers that are shown */
  reflect(state, speakers) {
    this.#state = state;
    this.#speakers = speakers;
    const { timeline, topics, balance } = this.#panes;
    for (const [at, head] of balance.querySelectorAll('thead th').entries())
      setAttributes(head, { 'aria-sort': at === state.sort ? (state.ascending ? 'ascending' : 'descending') : null });
    const shown = speakers.join();
    if (shown !== this.#shown) {
      this.#shown = shown;
      const on = new Set(speakers);
      for (const lane of timeline.querySelectorAll('[data-speaker]'))
        lane.setAttribute('aria-pressed', String(on.has(Number(/** @type {HTMLElement} */ (lane).dataset.speaker))));
    }
    const id = String(state.section);
    if (this.#current?.dataset.section === id) return;
    this.#current?.removeAttribute('aria-current');
    this.#current = topics.querySelector(`[data-section="${id}"]`);
    this.#current?.setAttribute('aria-current', 'location');
  }

  clear() {
    for (const pane of Object.values(this.#panes)) pane.replaceChildren();
    this.#state = this.#current = null;
    this.#shown = '';
    this.#said = {};
    this.#serial++;
  }

  /** @param {number} speaker */
  #slot(speaker) { return this.#slots.get(speaker) ?? 0; }

  /** @param {Twin['timeline']} timeline @param {TwinTopic[]} topics */
  #timeline({ summary, lanes }, topics) {
    const bands = this.#bands(topics);
    return [
      h('h2', {}, say('timeline')),
      h('p.note', {}, summary),
      h('table.lanes', {},
        h('thead', {}, h('tr', {}, ...[say('speaker'), say('turns'), say(this.#unit), say('share-of')].map(title => h('th', { scope: 'col' }, title)))),
        h('tbody', {}, ...lanes.map(lane => h('tr', { 'data-slot': this.#slot(lane.speaker) },
          h('th', { scope: 'row' }, h('button', {
            type: 'button', tabindex: '-1', 'aria-pressed': 'true', 'data-speaker': lane.speaker, 'data-mark': `speaker ${lane.speaker}`,
            title: say('show-this-speaker'), onclick: (/** @type {MouseEvent} */ event) => this.#send(`speaker ${lane.speaker} ${event.shiftKey ? 'toggle' : 'pick'}`),
          }, h('i.dot'), lane.name)),
          h('td', {}, lane.turns), h('td', {}, lane.words), h('td', {}, lane.share))))),
      bands.length ? h('ol.bands', { 'aria-label': say('topics-on-the') }, ...bands) : '',
    ];
  }

  /** @param {TwinTopic[]} topics @returns {HTMLElement[]} */
  #bands(topics) {
    return topics.filter(({ section }) => section !== null).map(({ section, title, extent }) =>
      h('li', {}, h('button', {
        type: 'button', tabindex: '-1', 'data-mark': `section ${section}`, onclick: () => this.#send(`open section ${section}`),
      }, title), h('small', {}, ` ${extent}`)));
  }

  /** @param {Twin['balance']} balance */
  #balance({ of, index, gini, definition, columns, rows, folded }) {
    const button = (/** @type {string} */ mark, /** @type {Line} */ line, /** @type {string} */ label) =>
      h('button', { type: 'button', tabindex: '-1', 'data-mark': mark, onclick: () => this.#send(line) }, label);
    const cell = (/** @type {string} */ said, /** @type {number} */ leads, /** @type {number} */ speaker, /** @type {number} */ at) =>
      leads >> at & 1 ? button(`speaker ${speaker} ${at + 1}`, `evidence ${speaker} ${at + 1}`, said) : said;
    return [
      h('h2', {}, `${say('balance')} `, h('small', {}, of)),
      this.#bar(rows.map(row => ({ speaker: row.speaker, count: row.count })), 1, 'split'),
      h('p.index', {}, h('b', {}, index), ` ${say('balance-index')} `, h('small', {}, say('gini-named', definition, gini))),
      h('table.figures', {},
        h('thead', {}, h('tr', {}, ...[say('speaker'), ...columns].map((name, at) => h('th', { scope: 'col' }, button(`sort ${at}`, `sort ${at}`, name))))),
        h('tbody', {}, ...rows.map((row, at) => h('tr', { 'data-slot': this.#slot(row.speaker), 'data-folded': at >= rows.length - folded },
          h('th', { scope: 'row' }, h('i.dot'), row.name, row.role ? h('small', {}, row.role) : ''),
          ...row.cells.map((said, column) => h('td', {}, cell(said, row.leads, row.speaker, column))))))),
      folded ? button('fold', 'fold 0', say('and-others', folded)) : '',
    ];
  }

  /** @param {Twin['topics']} topics */
  #topics({ summary, items }) {
    return [
      h('h2', {}, `${say('topics')} `, h('small', {}, summary)),
      h('ol.outline', {}, ...items.map(item => this.#item(item))),
    ];
  }

  /** @param {TwinTopic} item @returns {HTMLElement} */
  #item(item) {
    return h('li', { 'data-level': item.level },
      h('span.number', {}, item.number),
      item.section === null ? h('span', {}, item.title) : h('button', {
        type: 'button', tabindex: '-1', 'data-section': item.section, 'data-mark': `section ${item.section}`,
        title: say('read-it-again'), onclick: () => this.#send(`topic ${item.section}`),
      }, item.title),
      h('span.count', {}, item.words, h('span.hidden', {}, ` ${say(this.#unit)}`)),
      this.#bar(item.split, item.count / this.#most, 'weight'),
      h('ul.hidden', { 'aria-label': say('words-by-speaker') }, ...item.split.map(part =>
        h('li', {}, say('words-of', part.name, part.words, part.share)))),
      item.keyphrases.length ? h('p.phrases', {}, item.keyphrases.join(' · ')) : '',
      item.questions.length ? h('ul.questions', { 'aria-label': say('questions') }, ...item.questions.map(question =>
        h('li', {}, h('button', {
          type: 'button', tabindex: '-1', 'data-mark': `turn ${question.turn}`, onclick: () => this.#send(`select ${question.turn}`),
        }, question.text)))) : '');
  }

  /** @param {{ speaker: number, count: number }[]} parts @param {number} width of the whole @param {string} name */
  #bar(parts, width, name) {
    const bar = h(`div.bar.${name}`, { 'aria-hidden': 'true' });
    bar.style.inlineSize = `${width * 100}%`;
    for (const part of parts) {
      const piece = h('i', { 'data-slot': this.#slot(part.speaker) });
      piece.style.flexGrow = String(part.count);
      bar.append(piece);
    }
    return bar;
  }
}
