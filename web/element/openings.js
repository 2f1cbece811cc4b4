// What is opened, one at a time: from an address, a drop, a paste, a script; told while it lasts, and where it fails.

import { assets } from '../core/assets.js';
import { Core } from '../core/core.js';
import { part } from '../core/parts.js';
import { h } from '../dom.js';
import { parse } from '../hosts/links.js';
import { OpeningError, bytesOf, isRecording } from '../hosts/opening.js';
import { viewOf } from '../hosts/view.js';
import { hush } from './notices.js';
import { Reading } from '../text/reading.js';
import { refusal } from '../words/facts.js';
import english from '../words/english/page.js';
import { speak } from '../words/say.js';

const say = speak(english);

/** @typedef {import('../hosts/opening.js').Source} Source */
/** @typedef {import('../hosts/opening.js').Refusal} Refusal */
/** @typedef {() => Source | Refusal | Promise<Source | Refusal>} Get */

const blinkMs = 150;
const quietBytes = 1 << 20;
/** Of more, the beginning is shown while the whole is read. */
const begunBytes = 4 << 20;
/** Longer words that are pasted are no search. */
const mostSought = 200;

export class Openings {
  /** Until what is being opened is there, or refused. */ arriving = Promise.resolve();
  /** What the last one took. @type {number | null} */ ms = null;
  #component;
  #serial = 0;
  /** Ends the beginning that is shown. */ #beginning = new AbortController();

  /** @param {import('./component.js').Component} component */
  constructor(component) { this.#component = component; }

  /** Nothing that is under way is shown. */
  cancel() {
    this.#serial++;
    this.#beginning.abort();
  }

  /** @param {string} address */
  address(address) {
    return this.arrive(async () => {
      if (!URL.canParse(address, document.baseURI))
        throw new OpeningError('address', say('is-no-address', address), say('check-it-or'));
      return bytesOf(new URL(address, document.baseURI));
    });
  }

  /** Opens it, and goes to the place that the host names. @param {Get} get */
  async arrive(get) {
    const component = this.#component, { host } = component, { wants } = host;
    component.recording.forget();
    try {
      const { fragment } = await this.load(get, ({ fragment = '' }) => viewOf(new Map([...parse(fragment), ...wants])).corrections);
      host.returned();
      component.go(viewOf(new Map([...parse(fragment ?? ''), ...wants])), false);
    } catch { /* said already */ }
  }

  /**
   * A drop or a paste. A word or a sentence is looked for in what is open.
   * @param {Blob | string} what @param {string} name @param {boolean} pasted @param {File[]} others given with it
   */
  given(what, name, pasted, others) {
    const { transcript, viewer: { search }, host } = this.#component;
    if (transcript && pasted && typeof what === 'string' && what.length <= mostSought && !/\S\s*\n\s*\S/.test(what)) {
      search.focus();
      search.for(what.trim());
    } else if (!transcript || host.welcomes) {
      void this.take(what, name, others);
    }
  }

  /** What a person gives: shown as a step that can be gone back from. @param {Blob | string} what @param {string} name @param {File[]} [others] to be read instead */
  async take(what, name, others = []) {
    const component = this.#component, { host, recording, viewer } = component;
    const all = [what, ...others], heard = /** @type {File | undefined} */ (all.find(isRecording));
    if (heard) {
      [what, ...others] = /** @type {File[]} */ (all.filter(one => one !== heard));
      name = /** @type {File | undefined} */ (what)?.name ?? '';
    }
    recording.forget(heard);
    if (!what) {
      if (component.transcript) void recording.listen();
      else component.notice(say('is-a-recording', /** @type {File} */ (heard).name), say('drop-its'));
      return;
    }
    host.give();
    const former = viewer.kept;
    try { await this.load(() => bytesOf(what, name)); } catch { return; }
    host.given();
    const { transcript } = component;
    if (former || others.length) part('desk').then(({ offerWays }) => offerWays(component, transcript, former, others)).catch(console.error);
  }

  /** @param {import('./viewer.js').Kept} kept @param {import('../hosts/view.js').View | null} view where in it, if not where it was left */
  async restore(kept, view) {
    const serial = ++this.#serial, component = this.#component;
    component.recording.forget();
    hush(component.parts);
    const result = await component.viewer.reopen(kept);
    if (serial !== this.#serial || 'error' in result) return;
    component.host.returned();
    component.go(view ?? viewOf(parse(`place=${kept.place}`)), false);
  }

  /**
   * @param {Get} get @param {(source: Source) => string[]} [made] the corrections that come with it
   * @returns {Promise<Source>} once it is shown
   */
  load(get, made = () => []) {
    const read = this.#read(get, made);
    this.arriving = read.then(() => {}, () => {});
    return read;
  }

  /** @param {Get} get @param {(source: Source) => string[]} made @returns {Promise<Source>} */
  async #read(get, made) {
    const serial = ++this.#serial, component = this.#component;
    const { viewer, element, parts: { root } } = component;
    viewer.cancel();
    this.#beginning.abort();
    const beginning = this.#beginning = new AbortController();
    const first = root.dataset.state === 'empty';
    if (first) root.dataset.state = 'opening';
    const began = performance.now();
    const bar = h('div.progress', { role: 'progressbar', 'aria-label': say('reading-the') });
    const slow = setTimeout(() => root.append(bar), first ? 0 : blinkMs);
    hush(component.parts);
    viewer.desk?.menus.close();
    try {
      assets.compile('visavis').catch(() => {}); // meanwhile
      const source = await get();
      if ('code' in source) throw new OpeningError(source.code, source.message, source.remedy);
      if (!source.bytes.some(byte => byte < 9 || byte > 32)) throw new OpeningError('empty', say('nothing-in', source.name || say('this-text')), say('open-another-file'));
      if (source.bytes.length > quietBytes) root.append(bar);
      const superseded = () => new OpeningError('superseded', say('another-transcript'), '');
      if (serial !== this.#serial) throw superseded();
      const format = element.getAttribute('format'), corrections = made(source);
      const begun = source.bytes.length > begunBytes && part('beginning')
        .then(({ begin }) => begin(component, source, [...format ? [`format ${format}`] : [], ...corrections], { Core, Reading }, beginning.signal)).catch(console.error);
      // Where the page reads itself it stands still meanwhile.
      if (!globalThis.Worker) await begun;
      const result = await viewer.open(source, format, corrections);
      if (serial !== this.#serial) throw superseded();
      if ('error' in result) throw refusal(result.error, source.name);
      requestAnimationFrame(() => { this.ms = performance.now() - began; });
      const lost = result.transcript.report.filter(note => note.level === 'loss');
      if (lost.length) component.notice(lost.length === 1 ? lost[0].said : say('parts-of-the', lost.length), say('reading-says-which'));
      const said = (/** @type {string} */ code) => result.transcript.report.find(note => note.code === code)?.said, unsure = said('speakers-unsure');
      if (unsure && !lost.length)
        component.notice(unsure, said('second-reading') ?? '').append(h('button.button', { type: 'button', onclick: () => {
          hush(component.parts);
          viewer.editing.corrections.add('second 1', 'second');
          void viewer.editing.apply();
        } }, say('read-it-so')));
      if (!viewer.core) component.notice(say('this-browser-could'), say('a-current-browser'));
      return source;
    } catch (error) {
      beginning.abort();
      if (serial === this.#serial && root.dataset.state === 'opening') {
        root.dataset.state = 'empty';
        void component.invite();
      }
      const calm = error instanceof OpeningError ? error
        : new OpeningError('unknown', say('this-could-not-3'), say('try-again-or'));
      if (calm !== error) console.error(error);
      if (calm.code !== 'superseded') {
        component.notice(calm.message, calm.remedy);
        component.emit('error', { code: calm.code, message: calm.message });
      }
      throw calm;
    } finally {
      clearTimeout(slow);
      beginning.abort();
      bar.remove();
    }
  }
}
