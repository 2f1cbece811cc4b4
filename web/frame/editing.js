// Corrections as the page holds them: the one small button that follows the pointer and the choice, undo and redo.
// What they can be is in correcting.js.

import { Corrections } from './corrections.js';
import { h, icon } from '../dom.js';
import english from '../words/english/page.js';
import { speak } from '../words/say.js';

const say = speak(english);

/**
 * @typedef {object} Ground what the editor works on
 * @property {(button: HTMLElement) => void} ask opens what can be said of the line that the button stands on
 * @property {() => boolean} asking whether that, or another menu, is open
 * @property {() => void} leave closes it
 * @property {() => Promise<boolean>} reread false when the source could not be read with the corrections as they are
 */

export class Editing {
  corrections = new Corrections();
  #ground;
  #button = h('button.fix', { type: 'button', 'aria-label': say('link-or-correct'), title: say('link-or-correct'),
    'aria-expanded': 'false', onclick: () => this.correct() }, icon('more'));

  /** @param {Ground} ground */
  constructor(ground) { this.#ground = ground; }

  /**
   * Puts the button on a turn or a heading. @param {HTMLElement | null} row
   * @param {boolean} [pointed] by a pointer, beneath which words may have moved: what the keyboard is on stays
   */
  point(row, pointed = false) {
    if (this.#ground.asking() || row === this.#button.parentElement || (pointed && this.#button.matches(':focus-visible'))) return;
    this.#leave();
    row?.append(this.#button);
  }

  /** Takes the button away; the focus stays with the words. */
  #leave() {
    const pane = this.#button.matches(':focus') ? /** @type {HTMLElement | null} */ (this.#button.closest('.text')) : null;
    this.#button.remove();
    pane?.focus({ preventScroll: true });
  }

  correct() { if (this.#button.parentElement) this.#ground.ask(this.#button); }

  /** @param {'undo' | 'redo'} step @returns {boolean} */
  history(step) {
    if (!(step === 'undo' ? this.corrections.canUndo : this.corrections.canRedo)) return false;
    this.corrections[step]();
    void this.apply();
    return true;
  }

  /** Reads again with the corrections as they are now. */
  async apply() {
    this.#ground.leave();
    this.#leave();
    if (!await this.#ground.reread()) this.corrections.drop();
  }
}
