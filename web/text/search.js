// The search box: words to the core, hits from it into the text.

import { plural } from '../dom.js';

// A longer transcript waits until the typing rests.
const longBytes = 1 << 20;
const restMs = 220;

/** @param {string} words */
const collapsed = words => words.replace(/\s+/g, ' ').trim();

export class Search {
  #viewer; #parts;
  #pause = 0;
  #query = '';
  /** @type {number | null} */ #hit = null;
  /** @type {Hits['hits']} */ #hits = [];

  /** @param {import('../element/viewer.js').Viewer} viewer @param {import('../element/skeleton.js').Parts} parts */
  constructor(viewer, parts) {
    this.#viewer = viewer;
    this.#parts = parts;
    const { input, search } = parts;
    input.addEventListener('input', () => {
      clearTimeout(this.#pause);
      if ((viewer.source?.bytes.length ?? 0) < longBytes) this.for(input.value);
      else this.#pause = window.setTimeout(() => this.for(input.value), restMs);
    });
    input.addEventListener('keydown', (/** @type {KeyboardEvent} */ event) => {
      if (event.key !== 'Enter' || !event.shiftKey) return;
      event.preventDefault();
      this.#step('prev');
    });
    search.addEventListener('submit', (/** @type {Event} */ event) => {
      event.preventDefault();
      this.#step('next');
    });
  }

  /** @param {string} words */
  for(words) {
    if (this.#parts.input.value !== words) this.#parts.input.value = words;
    this.#viewer.send(`search ${collapsed(words)}`.trimEnd());
  }

  /** @param {'next' | 'prev'} way */
  #step(way) {
    clearTimeout(this.#pause);
    const { value } = this.#parts.input;
    if (collapsed(value) !== this.#viewer.state?.query) this.for(value);
    this.#viewer.send(`hit ${way}`);
  }

  focus() {
    this.#parts.search.classList.add('open');
    this.#parts.input.focus();
    this.#parts.input.select();
  }

  end() {
    const { search, text, lookUp } = this.#parts;
    this.for('');
    search.classList.remove('open');
    (this.#viewer.layout.name === 'narrow' ? lookUp : text).focus({ preventScroll: true });
  }

  /** Another reading: nothing is known of its hits. */
  reset() {
    this.#query = '';
    this.#hit = null;
    this.#hits = [];
  }

  /** @param {CoreState} state */
  reflect({ query, hits, hit }) {
    const { input, search, count } = this.#parts;
    if (this.#viewer.shadow.activeElement !== input && input.value !== query) input.value = query;
    search.classList.toggle('found', query !== '');
    if (query === this.#query && hit === this.#hit) return;
    if (query !== this.#query) this.#hits = query ? this.#viewer.core?.query('hits')?.hits ?? [] : [];
    this.#query = query;
    this.#hit = hit;
    this.#viewer.reading.mark(this.#hits, hit);
    count.textContent = !query ? '' : hits === 0 ? 'no hits' : hit === null ? plural(hits, 'hit') : `${hit + 1} of ${hits}`;
  }
}
