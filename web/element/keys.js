// The keys of a viewer: they act only while it has the focus, and never while a field is typed in.

import { hush } from './notices.js';

export class Keys {
  #viewer; #parts;
  /** @type {Record<string, () => unknown>} */ #acts;

  /** @param {import('./viewer.js').Viewer} viewer @param {import('./skeleton.js').Parts} parts @param {import('./viewer.js').Outside} outside */
  constructor(viewer, parts, outside) {
    this.#viewer = viewer;
    this.#parts = parts;
    const send = (/** @type {Line} */ line) => () => viewer.send(line);
    const { search } = viewer;
    this.#acts = {
      '/': () => search.focus(),
      n: send('hit next'), p: send('hit prev'), N: send('hit prev'),
      j: () => this.#turn(1), k: () => this.#turn(-1),
      J: () => this.#extend(1), K: () => this.#extend(-1),
      ']': send('topic next'), '[': send('topic prev'),
      '+': send('zoom in'), '=': send('zoom in'), '-': send('zoom out'), 0: send('zoom fit'), z: send('zoom range'),
      ',': send('pan left'), '.': send('pan right'),
      r: () => this.#range(),
      e: () => {
        const row = this.#row;
        if (row) viewer.editing.point(row);
        viewer.editing.correct();
      },
      q: () => outside.quote(this.#row),
      t: () => outside.nextTheme(),
      o: () => outside.pick(),
      '?': () => viewer.atDesk(desk => desk.legend()),
    };
  }

  /** @param {KeyboardEvent} event @returns {boolean} whether the key was used */
  press(event) {
    const { editing, transcript } = this.#viewer;
    const target = /** @type {HTMLElement} */ (event.composedPath()[0]), { key } = event;
    const within = (/** @type {string} */ selector) => target instanceof HTMLElement && !!target.closest(selector);
    if (key === 'Escape') return this.#escape();
    if (within('input,textarea,select') || event.altKey) return false;
    if (event.ctrlKey || event.metaKey) {
      const step = /** @type {'undo' | 'redo' | undefined} */ ({ z: event.shiftKey ? 'redo' : 'undo', y: 'redo' }[key.toLowerCase()]);
      if (step) editing.history(step);
      return !!step;
    }
    if (within('dialog,.menu')) return false;
    if (/^[1-8]$/.test(key)) {
      const lane = transcript?.speakers[Number(key) - 1];
      if (lane) this.#viewer.send(`speaker ${lane.id} toggle`);
      return true;
    }
    const act = Object.hasOwn(this.#acts, key) ? this.#acts[key] : null;
    act?.();
    return act !== null;
  }

  /** Keys that scroll do so before anything has the focus. @param {KeyboardEvent} event @returns {boolean} whether it was one */
  scrolls(event) {
    const { reading, transcript } = this.#viewer, { text } = this.#parts;
    const page = text.clientHeight * 0.9, to = { Home: () => reading.goHome(), End: () => reading.goEnd() }[event.key];
    const by = { ArrowDown: 40, ArrowUp: -40, PageDown: page, PageUp: -page, ' ': event.shiftKey ? -page : page }[event.key];
    if (!transcript || !page || (!by && !to) || event.ctrlKey || event.metaKey || event.altKey) return false;
    text.focus({ preventScroll: true });
    if (to) to(); else text.scrollBy({ top: by });
    return true;
  }

  /** The first turn in sight. */
  get #seen() { return this.#viewer.reading.inSight()?.[0] ?? 0; }
  get #lastTurn() { return (this.#viewer.transcript?.turns.length ?? 0) - 1; }

  /** The chosen turn. */
  get #row() {
    const selected = this.#viewer.now?.selected ?? null;
    return selected === null ? null : this.#viewer.reading.turn(selected);
  }

  /** @param {1 | -1} step */
  #turn(step) {
    const to = (this.#viewer.now?.selected ?? this.#seen - step) + step, last = this.#lastTurn;
    if (last >= 0) this.#viewer.send(`select ${Math.min(last, Math.max(0, to))}`);
  }

  /** The range by a turn. @param {1 | -1} step */
  #extend(step) {
    const state = this.#viewer.now, all = this.#lastTurn;
    const from = state?.selected ?? this.#seen;
    const [first, last] = state?.range ?? [from, from - Math.max(0, step)];
    if (all >= 0) this.#viewer.send(`range ${first} ${Math.min(all, Math.max(first, last + step))}`);
  }

  #range() {
    const state = this.#viewer.now, section = state?.openSection ?? state?.section ?? null;
    if (state?.range) this.#viewer.send('range none');
    else if (section !== null) this.#viewer.send(`range section ${section}`);
  }

  /** Closes the topmost thing, or clears what was chosen last. @returns {boolean} false when nothing was left to clear */
  #escape() {
    const viewer = this.#viewer, { more, input, notices } = this.#parts;
    const state = viewer.now;
    if (viewer.shadow.querySelector('dialog')) return false;
    if (viewer.desk?.menus.close()) return true;
    if (more.classList.contains('open')) viewer.layout.more(false);
    else if (notices.firstChild) hush(this.#parts);
    else if (state?.query || viewer.shadow.activeElement === input) viewer.search.end();
    else {
      if (!state) return false;
      const line = state.selected !== null ? 'select none' : state.range ? 'range none' : state.filtered ? 'speaker all'
        : state.openSection !== null ? 'open none' : state.zoomed ? 'zoom fit' : '';
      return line !== '' && viewer.send(line);
    }
    return true;
  }
}
