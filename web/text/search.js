// The search box: words to the core, hits from it into the text. The list of hits, and searching with options, are
// loaded when first asked for (frame/finding.js).

import { part } from '../core/parts.js';
import english from '../words/english/page.js';
import { speak } from '../words/say.js';

const say = speak(english);

/** @param {string} words */
const collapsed = words => words.replace(/\s+/g, ' ').trim();

export class Search {
  /** How words are looked for: some of `exact`, `words`, `regex`. @type {string[]} */ how = [];
  /** @type {Hits['hits']} */ hits = [];
  /** What is to be said of the search, where it could not be made. */ problem = '';
  searching = false;
  #viewer; #parts;
  /** What the box shows. */ #key = '';
  /** Of which search the hits are. @type {number | null} */ #searches = null;
  /** Ends the search that another overtakes. */ #other = new AbortController();
  /** @type {import('../frame/finding.js').Finding | null} */ #list = null;

  /** @param {import('../element/viewer.js').Viewer} viewer @param {import('../element/skeleton.js').Parts} parts */
  constructor(viewer, parts) {
    this.#viewer = viewer;
    this.#parts = parts;
    const { input, search, listHits } = parts;
    input.addEventListener('input', () => this.for(input.value));
    input.addEventListener('keydown', (/** @type {KeyboardEvent} */ event) => {
      if (event.key === 'ArrowDown') void this.list(true, true);
      else if (event.key === 'Enter' && event.shiftKey) this.#step('prev');
      else return;
      event.preventDefault();
    });
    search.addEventListener('submit', (/** @type {Event} */ event) => {
      event.preventDefault();
      this.#step('next');
    });
    listHits.addEventListener('click', () => void this.list(!this.#list));
  }

  /** @param {string} words @param {string[]} [how] */
  for(words, how = this.how) {
    this.#other.abort();
    this.how = how;
    this.problem = '';
    if (this.#parts.input.value !== words) this.#parts.input.value = words;
    if (!how.length || !words.trim()) this.#viewer.send(/** @type {Line} */ (`search ${collapsed(words)}`.trimEnd()));
    else void this.#find(words, this.#other = new AbortController());
  }

  /** @param {string} words @param {AbortController} other */
  async #find(words, { signal }) {
    const { transcript } = this.#viewer;
    if (!transcript) return;
    this.searching = true;
    this.#parts.count.textContent = '…';
    try {
      const found = await (await part('finding')).find(transcript, words, this.how, signal);
      if (!found || signal.aborted || transcript !== this.#viewer.transcript) return;
      this.problem = found.problem;
      this.#viewer.send(`found ${words.replace(/\n/g, ' ')}\n${found.hits}`);
    } catch (error) {
      console.error(error);
      this.problem = say('this-search-could');
      this.#list?.reflect();
    }
  }

  /** Shows what is found as a list, or no more. @param {boolean} open @param {boolean} [into] with the focus in it */
  async list(open, into = false) {
    if (!open) {
      this.#list?.leave();
      this.#list = null;
      return;
    }
    const loaded = await part('finding').catch(() => null);
    if (!loaded || !this.#viewer.transcript) return;
    this.#list ??= new loaded.Finding(this.#viewer, this.#parts, this);
    if (into) this.#list.focus();
  }

  /** @param {'next' | 'prev'} way */
  #step(way) {
    const { value } = this.#parts.input;
    if (!this.how.length && collapsed(value) !== this.#viewer.state?.query) this.for(value);
    this.#viewer.send(`hit ${way}`);
  }

  focus() {
    this.#parts.search.classList.add('open');
    this.#parts.input.focus();
    this.#parts.input.select();
  }

  end() {
    const { search, text, lookUp } = this.#parts;
    void this.list(false);
    this.for('');
    search.classList.remove('open');
    (this.#viewer.layout.name === 'narrow' ? lookUp : text).focus({ preventScroll: true });
  }

  /** Another reading: nothing is known of its hits. */
  reset() {
    this.#other.abort();
    this.#key = '';
    this.#searches = null;
    this.hits = [];
    this.problem = '';
    void this.list(false);
  }

  /** @param {CoreState} state */
  reflect({ query, hits, hit, searching, searches }) {
    const { input, search, count } = this.#parts;
    if (this.#viewer.shadow.activeElement !== input && input.value !== query) input.value = query;
    search.classList.toggle('found', query !== '');
    const key = `${searches} ${hits} ${hit} ${searching}`;
    if (key === this.#key) return;
    this.#key = key;
    this.searching = searching;
    // Of a long text the hits come in pieces: they are marked when all are there.
    if (!searching) {
      if (searches !== this.#searches) this.hits = query ? this.#viewer.core?.query('hits')?.hits ?? [] : [];
      this.#searches = searches;
      this.#viewer.reading.mark(this.hits, hit);
    }
    count.textContent = !query ? '' : this.problem && !hits ? say('no-search') : searching ? say('hits-so-far', hits) : hits === 0 ? say('no-hits')
      : hit === null ? say('hits-counted', hits) : say('of-named', hit + 1, hits);
    count.title = this.problem;
    this.#list?.reflect();
  }
}
