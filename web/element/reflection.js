// The way back from the core: its state, its figures and what a frame changed, shown in the DOM.

import { Bits } from '../core/core.js';
import { part } from '../core/parts.js';
import english from '../words/english/page.js';
import { speak } from '../words/say.js';

const say = speak(english);

/** @type {PaneName[]} */
const paneNames = ['timeline', 'balance', 'topics'];

export class Reflection {
  #viewer; #parts; #outside;

  /** @param {import('./viewer.js').Viewer} viewer @param {import('./skeleton.js').Parts} parts @param {import('./viewer.js').Outside} outside */
  constructor(viewer, parts, outside) {
    this.#viewer = viewer;
    this.#parts = parts;
    this.#outside = outside;
  }

  /** @param {number} bits what a frame changed */
  follow(bits) {
    if (bits & Bits.twin) this.twin(this.#viewer.core?.query('twin balance') ?? {});
    if (bits & (Bits.state | Bits.heights)) {
      const state = this.#viewer.core?.query('state');
      if (state) this.apply(state, bits);
    }
  }

  /** @param {Partial<Twin>} twin */
  twin(twin) {
    const { core, slots, twins } = this.#viewer;
    twins.show(twin, slots, first => core?.query(`twin topics ${first}`) ?? null);
  }

  /** Brings the DOM to the core's state. @param {CoreState} state @param {number} bits what changed */
  apply(state, bits = 0) {
    const viewer = this.#viewer, { core, editing, reading, state: before, transcript } = viewer;
    viewer.state = state;
    this.#setHeights(state);
    const filters = state.filter !== before?.filter;
    if (filters) viewer.shown = core?.query('shown') ?? viewer.shown;
    viewer.twins.reflect(state, viewer.shown);
    const part = state.range !== null || state.filtered;
    for (const all of this.#parts.all) all.hidden = !part;
    const [, out, whole] = this.#parts.zooms.children;
    out.toggleAttribute('disabled', !state.zoomed);
    whole.toggleAttribute('disabled', !part && !state.zoomed);
    const over = state.river ? say('river-over', state.river) : '';
    if (this.#parts.river.textContent !== over) this.#parts.river.textContent = over;
    reading.select(state.selected);
    reading.hover(state.hover.turn);
    if (filters) reading.dimSpeakers(transcript?.speakers.map(one => one.id).filter(id => !viewer.shown.includes(id)) ?? []);
    reading.dimOutside(state.range);
    if (state.selected !== (before?.selected ?? null)) {
      editing.point(state.selected === null ? null : reading.turn(state.selected));
      if (before) this.#outside.emit('select', { turn: state.selected });
      if (viewer.quoted && state.selected !== viewer.quotedTurn) {
        viewer.quoted = null;
        reading.quote([]);
      }
    }
    viewer.search.reflect(state);
    if (before && state.evidence.serial > before.evidence.serial) void this.#prove(state);
    if (bits & Bits.scroll) this.#scroll(state);
    this.#outside.viewed();
  }

  /** What a figure is made of, asked for by a click on it. @param {CoreState} state */
  async #prove({ evidence }) {
    const { transcript } = this.#viewer;
    const loaded = await part('evidence').catch(() => null);
    if (loaded && transcript && transcript === this.#viewer.transcript) loaded.showEvidence(this.#viewer, this.#parts, evidence);
  }

  /** @param {CoreState} state */
  #setHeights({ heights, cursor }) {
    const { panes } = this.#parts;
    for (const name of paneNames) {
      const height = heights[name] ? `${Math.ceil(heights[name])}px` : '';
      if (height && panes[name].style.blockSize !== height) {
        panes[name].style.blockSize = height;
        this.#viewer.stage.invalidate();
      }
      panes[name].style.cursor = cursor;
    }
    this.#viewer.layout.settle();
  }

  /** @param {CoreState} state */
  #scroll({ scrollTo: to }) {
    const { layout, reading, stage } = this.#viewer;
    if (!to) return;
    if (layout.name === 'narrow' && layout.view !== 'text' && !stage.dragging) layout.show('text');
    if (to.hit) reading.goToHit(); else reading.goTo(to.turn, to.fraction);
  }
}
