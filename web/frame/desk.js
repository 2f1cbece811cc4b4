// What a person asks for now and then: menus and sheets, to correct, to save, to look up keys. Loaded when first used.

import { part } from '../core/parts.js';
import { h } from '../dom.js';
import { lineMenu, readingSheet } from './correcting.js';
import { Legend } from './legend.js';
import { Menus, item, keyList, sheet } from './menus.js';
import { download, exported, fileBase, saveMenu, savedAs, typeOf } from './saving.js';
import { formats, named } from '../words/core.js';
import english from '../words/english/desk.js';
import { speak, spoken } from '../words/say.js';
import { tongueName, tongues } from '../words/tongues.js';

const say = speak(english);

export { offerWays } from './ways.js';
export { exported, typeOf };

/** @typedef {import('../element/viewer.js').Viewer} Viewer */

/** @type {Record<string, string>} */
const inEnglish = { ...formats, ...named };
/** What formats are. @param {string[]} names */
const namesOf = names => new Map(names.map(name => [name, spoken.reports[`format.${name}`] ?? inEnglish[`format.${name}`]]));

export class Desk {
  menus; #viewer; #parts; #outside;
  /** @type {import('../figures/figures.js').Figures | null} */ #figures = null;
  /** @type {Legend | null} */ #legend = null;

  /** @param {Viewer} viewer @param {import('../element/skeleton.js').Parts} parts @param {import('../element/viewer.js').Outside} outside */
  constructor(viewer, parts, outside) {
    this.#viewer = viewer;
    this.#parts = parts;
    this.#outside = outside;
    this.menus = new Menus(parts.root);
  }

  /** Handed on to what saves. @type {(message: string, remedy: string) => void} */
  #notice = (message, remedy) => { this.#outside.notice(message, remedy); };

  /** The legend over the panels, or, where there are none, the keys. */
  legend() {
    if (!this.#viewer.transcript) return this.keys();
    (this.#legend ??= new Legend(this.#viewer, this.#parts, () => this.keys())).toggle();
  }

  keys() { sheet(this.#parts.root, say('keys'), [keyList(!!this.#parts.root.querySelector('.player'))]); }

  /** The languages of the page. @param {HTMLElement} button */
  tongues(button) {
    const { toggleMore } = this.#parts, { host } = this.#viewer.shadow;
    this.menus.toggle(getComputedStyle(toggleMore).display === 'none' ? button : toggleMore, say('language'), tongues.map(tag => item(tongueName(tag), () => {
      this.menus.close();
      try { localStorage.setItem('vis-a-vis-language', tag); } catch { /* not kept, still spoken */ }
      host.setAttribute('language', tag);
    }, { lang: tag, dir: 'auto', 'aria-current': tag === spoken.tag ? 'true' : null })));
  }

  save() { saveMenu(this.#viewer, this.menus, this.#parts, this.#notice, () => { this.#outside.share('less'); }); }

  /** Opens a view of figures, or closes it. @param {string} name */
  async figures(name) { (await this.#drawer()).toggle(name); }

  /** Shows a second interview beside the first, or none. @param {string} packed of the view */
  async beside(packed) {
    const viewer = this.#viewer;
    if (viewer.beside === packed) return;
    viewer.beside = packed;
    (await this.#drawer()).open('beside');
  }

  async #drawer() {
    const viewer = this.#viewer, { Figures } = await part('figures');
    return this.#figures ??= new Figures(viewer, this.#parts, kind => savedAs(viewer, kind, this.#notice, this.#figures?.rules),
      (bytes, behind) => { download(bytes, `${fileBase(viewer)}${behind}`); }, () => { this.#outside.viewed(); });
  }

  report() {
    const { transcript } = this.#viewer;
    if (transcript) readingSheet(this.#editor(transcript));
  }

  /** What can be said of the turn or the heading that the button stands on. @param {HTMLElement} button */
  correct(button) {
    const row = button.parentElement, { transcript } = this.#viewer;
    if (!row || !transcript) return;
    const turn = row.dataset.t ? transcript.turns[Number(row.dataset.t)] : undefined;
    const section = row.dataset.s ? transcript.sections[Number(row.dataset.s)] : undefined;
    const items = lineMenu(this.#editor(transcript), { turn, section });
    const link = item(say('copy-link'), () => {
      this.menus.close();
      this.#outside.share(turn ? { turn: turn.id } : { topic: section?.id ?? null });
    });
    this.menus.toggle(button, say('correct-this-line'), items.length ? [...items, h('hr'), link] : [link]);
  }

  /** @param {Inspect} transcript @returns {import('./correcting.js').Editor} */
  #editor(transcript) {
    const { core, editing, slots } = this.#viewer;
    return { root: this.#parts.root, transcript, slots, corrections: editing.corrections, formats: namesOf(core?.query('formats') ?? []),
      told: async signal => {
        const made = await core?.made('roles', signal);
        return made ? JSON.parse(new TextDecoder().decode(made)) : null;
      },
      apply: () => { void editing.apply(); }, goTo: turn => { this.#viewer.send(`select ${turn}`); } };
  }
}
