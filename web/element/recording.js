// The recording beside the words: the one that the element names, or that a person gave. What plays it is loaded then.

import { part } from '../core/parts.js';
import english from '../words/english/page.js';
import { speak } from '../words/say.js';

const say = speak(english);

export class Recording {
  #component;
  /** @type {import('../media/media.js').Media | null} */ #media = null;
  /** Given by a person. @type {File | null} */ #given = null;
  /** Where the last view that was gone to begins, in seconds. @type {number | null} */ #time = null;

  /** @param {import('./component.js').Component} component */
  constructor(component) { this.#component = component; }

  get #named() { return this.#given ?? this.#component.element.getAttribute('media'); }

  /** It goes with what is opened next, not with what comes after. @param {File | null} [given] */
  forget(given = null) {
    if (!given && !this.#component.transcript) return;
    this.hush();
    this.#given = given;
  }

  hush() {
    this.#media?.leave();
    this.#media = null;
  }

  /** Another transcript is shown. */
  follow() {
    if (this.#media) this.#media.show(); else void this.listen();
  }

  async listen() {
    const named = this.#named, { viewer, parts, element } = this.#component;
    if (!named) return;
    await part('media').then(({ Media }) => {
      if (this.#component.gone || this.#media || named !== this.#named) return;
      this.#media = new Media(viewer, parts, element, named);
      if (this.#time !== null) this.#media.seek(this.#time);
    }).catch(this.#component.failed(say('the-recording'), say('the-words-are')));
  }

  /** @param {number | null} time in seconds */
  seek(time) {
    this.#time = time;
    if (time !== null) this.#media?.seek(time);
  }

  /** @param {KeyboardEvent} event @returns {boolean} whether the key was used */
  key(event) { return this.#media?.key(event) ?? false; }
}
