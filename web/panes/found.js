// Topics that were found, in the panels: the second module finds them in a worker, as `visavis inspect` does, and they
// are shown as sections behind the author's. How many there are is a slider, and each can be renamed, parted and joined:
// corrections like others. Loaded for a talk without headings or with a long section.

import { h } from '../dom.js';
import { sheet } from '../frame/menus.js';
import { ofTopics } from '../hosts/view.js';
import { dressed } from '../styles/dressed.js';
import css from '../styles/found.css';
import english from '../words/english/found.js';
import { speak, spoken, way } from '../words/say.js';

const say = speak(english);

/** Where a reader asked to be spared: only when asked for. */
const spared = () => /** @type {any} */ (navigator).connection?.saveData === true;

/** What stands before the block that vav_write answers with. @typedef {{ found: number, fewest: number, number: number, most: number, language: string | null }} Found */

/**
 * @param {import('../element/viewer.js').Viewer} viewer @param {import('../element/skeleton.js').Parts} parts
 * @param {AbortSignal} signal of another transcript
 */
export async function showFound(viewer, parts, signal) {
  dressed(viewer.shadow, 'found', css);
  const { sections: { topics: pane } } = parts;
  if (spared()) {
    await new Promise(done => {
      const button = h('button.button', { type: 'button', onclick: done }, say('look-for-topics'));
      signal.addEventListener('abort', () => button.remove());
      pane.append(button);
    });
    pane.lastElementChild?.remove();
  }
  if (!signal.aborted) await new FoundTopics(viewer, parts, signal).look();
}

class FoundTopics {
  #viewer; #parts; #signal;
  #under = new AbortController();
  #slider = h('input', { type: 'range', step: 1, 'aria-label': say('how-many-topics'),
    oninput: () => { void this.look(Number(this.#slider.value)); },
    onchange: () => { this.#say(`topics ${this.#slider.value}`, 'topics'); } });
  #note = h('p.found-note', { dir: way() }, say('found-by-the'));
  #tools = h('div.found', { role: 'group', 'aria-label': say('topics-found') }, h('label', {}, say('fewer'), this.#slider, say('more-topics')),
    h('button.button.plain', { type: 'button', title: say('rename-part-and'), onclick: () => this.#edit() }, say('edit')));

  /** @param {import('../element/viewer.js').Viewer} viewer @param {import('../element/skeleton.js').Parts} parts @param {AbortSignal} signal */
  constructor(viewer, parts, signal) {
    this.#viewer = viewer;
    this.#parts = parts;
    this.#signal = signal;
    signal.addEventListener('abort', () => {
      this.#under.abort();
      this.#tools.remove();
      this.#note.remove();
    });
  }

  /** Finds them and shows them; of several under way the last counts. @param {number} [number] tried, not yet said */
  async look(number) {
    this.#under.abort();
    const { signal } = this.#under = new AbortController();
    // One without a title is called by its first turn, in the language that is spoken.
    const lines = spoken.table.split('\n').filter(line => /^(from-turn|#group|#least)\t/.test(line)).map(line => `say ${line}`);
    lines.push(...this.#viewer.editing.corrections.lines.filter(line => ofTopics.test(line)));
    if (number !== undefined) lines.push(`topics ${number}`);
    const made = await this.#viewer.core?.made(`found\n${lines.join('\n')}`, signal);
    if (!made || signal.aborted || this.#signal.aborted) return;
    const end = made.indexOf(10);
    /** @type {Found} */
    const found = JSON.parse(new TextDecoder().decode(made.subarray(0, end)));
    if ((found.found || this.#viewer.found.length) && !await this.#viewer.refine(made.subarray(end + 1))) return;
    this.#show(found, number === undefined);
  }

  /** @param {Found} found @param {boolean} anew not while the slider moves */
  #show({ found, fewest, number, most }, anew) {
    if (most === fewest && !found) return;
    Object.assign(this.#slider, { min: fewest, max: most });
    if (anew) this.#slider.value = number;
    this.#slider.hidden = most === fewest;
    this.#slider.setAttribute('aria-valuetext', say('of-at-most', number, most));
    this.#note.hidden = !found;
    const { topics } = this.#parts.sections;
    if (!this.#tools.isConnected) topics.append(this.#tools, this.#note);
  }

  /** A correction, which needs no reading anew. @param {string} line @param {string} [about] */
  #say(line, about) {
    const { corrections } = this.#viewer.editing;
    corrections.add(line, about);
    this.#parts.undo.hidden = !corrections.canUndo;
    this.#parts.redo.hidden = !corrections.canRedo;
    return this.look();
  }

  #edit() {
    const viewer = this.#viewer, { transcript, found } = viewer, selected = viewer.state?.selected ?? null;
    if (!transcript) return;
    // A text without speakers has no turns.
    const turns = transcript.speakers.length > 0;
    const done = (/** @type {string} */ line) => {
      dialog.close();
      void this.#say(line);
    };
    const starts = new Set([0, ...viewer.sections.map(one => one.first_turn)]);
    const authors = new Set(transcript.sections.map(one => one.first_turn));
    const rows = found.map(({ title, first_turn: first, last_turn: last }, at) => {
      const name = h('input.field', { value: title, 'aria-label': say('name-of-topic', at + 1), spellcheck: 'false',
        onchange: () => {
          const said = name.value.trim().replace(/\s+/g, ' ');
          if (said && said !== title) done(`topic ${first} ${said}`);
        } });
      const again = found.findIndex(one => one.title === title) < at;
      return h('li', {}, name, h('small', {}, `${say(turns ? 'turns-to' : 'paragraphs-to', first + 1, last + 1)}${again ? ` · ${say('again-with-another')}` : ''}`),
        first === 0 || authors.has(first) ? '' : h('button.button', { type: 'button', onclick: () => done(`untopic ${first}`) }, say('join-to-the')));
    });
    const parted = selected !== null && !starts.has(selected);
    const dialog = sheet(this.#parts.root, say('topics'), [
      h('ol.found-list', {}, ...rows),
      h('p', {}, parted ? '' : say(turns ? 'part-at-turn' : 'part-at-paragraph')),
      parted ? h('button.button', { type: 'button', onclick: () => done(`topic ${selected}`) }, say(turns ? 'starts-at-turn' : 'starts-at-paragraph', /** @type {number} */ (selected) + 1)) : '',
    ]);
  }
}
