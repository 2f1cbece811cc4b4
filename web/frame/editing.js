// The ways into a correction: the one small button that follows the pointer and the choice, the report
// sheet, undo and redo. The corrections themselves are in corrections.js.

import { Corrections, lineMenu, readingSheet } from './corrections.js';
import { h, icon } from '../dom.js';
import { item } from './menus.js';

/**
 * @typedef {object} Ground what the editor works on
 * @property {HTMLElement} root
 * @property {import('./menus.js').Menus} menus
 * @property {() => Inspect | null} transcript
 * @property {() => Map<string, string>} formats
 * @property {() => Map<number, number>} slots
 * @property {() => Promise<boolean>} apply reads again; false when that could not be read
 * @property {(turn: number) => void} goTo
 * @property {(at: Partial<import('../hosts/view.js').View>) => void} link copies a link to a place
 */

export class Editing {
  corrections = new Corrections();
  #ground;
  #button = h('button.fix', { type: 'button', 'aria-label': 'Link or correct this line', title: 'Link or correct this line',
    'aria-expanded': 'false', onclick: () => this.correct() }, icon('more'));

  /** @param {Ground} ground */
  constructor(ground) { this.#ground = ground; }

  /** Puts the button on a turn or a heading. @param {HTMLElement | null} row */
  point(row) {
    if (this.#ground.menus.isOpen) return;
    if (!row) this.#button.remove();
    else if (row !== this.#button.parentElement) row.append(this.#button);
  }

  correct() {
    const row = this.#button.parentElement, transcript = this.#ground.transcript();
    if (!row || !transcript) return;
    const turn = row.dataset.t ? transcript.turns[Number(row.dataset.t)] : undefined;
    const section = row.dataset.s ? transcript.sections[Number(row.dataset.s)] : undefined;
    const items = lineMenu(this.#editor(transcript), { turn, section });
    const link = item('Copy link', () => {
      this.#ground.menus.close();
      this.#ground.link(turn ? { turn: turn.id } : { topic: section?.id ?? null });
    });
    this.#ground.menus.toggle(this.#button, 'Correct this line', items.length ? [...items, h('hr'), link] : [link]);
  }

  report() {
    const transcript = this.#ground.transcript();
    if (transcript) readingSheet(this.#editor(transcript));
  }

  /** @param {'undo' | 'redo'} step @returns {boolean} */
  history(step) {
    if (!(step === 'undo' ? this.corrections.canUndo : this.corrections.canRedo)) return false;
    this.corrections[step]();
    void this.#apply();
    return true;
  }

  async #apply() {
    this.#ground.menus.close();
    this.#button.remove();
    if (!await this.#ground.apply()) this.corrections.drop();
  }

  /** @param {Inspect} transcript @returns {import('./corrections.js').Editor} */
  #editor(transcript) {
    const { root, formats, slots, goTo } = this.#ground;
    return { root, transcript, corrections: this.corrections, formats: formats(), slots: slots(), apply: () => { void this.#apply(); }, goTo };
  }
}
