// Transcripts that a person lets this browser keep: their bytes, and where they were left. In IndexedDB, and nowhere else.
// Loaded with a transcript that could be kept, and with the start page.

import { h } from '../dom.js';
import { dressed } from '../styles/dressed.js';
import css from '../styles/kept.css';
import english from '../words/english/kept.js';
import { speak, spoken } from '../words/say.js';

const say = speak(english);

/** As many are kept; the one not opened for longest goes. */
const mostKept = 24;
/** Larger ones would crowd out what else a browser keeps. */
const mostBytes = 64 << 20;

/**
 * @typedef {object} Record
 * @property {string} id
 * @property {string} name of the file
 * @property {string} title as it is shown
 * @property {Uint8Array<ArrayBuffer>} bytes
 * @property {string} fragment the view it was left at, with its corrections, as a link has it
 * @property {number} at when it was last open, in milliseconds
 */

/** @type {Promise<IDBDatabase> | null} */ let opened = null;

/** @returns {Promise<IDBDatabase>} */
const database = () => opened ??= new Promise((done, failed) => {
  const request = indexedDB.open('vis-a-vis', 1);
  request.onupgradeneeded = () => request.result.createObjectStore('kept', { keyPath: 'id' });
  request.onsuccess = () => done(request.result);
  request.onerror = () => {
    opened = null;
    failed(request.error);
  };
});

/** @template T @param {IDBTransactionMode} mode @param {(store: IDBObjectStore) => IDBRequest<T>} ask @returns {Promise<T>} */
async function stored(mode, ask) {
  const work = (await database()).transaction('kept', mode), request = ask(work.objectStore('kept'));
  return new Promise((done, failed) => {
    work.oncomplete = () => done(request.result);
    work.onerror = work.onabort = () => failed(work.error);
  });
}

/** @param {string} id @returns {Promise<Record | undefined>} */
export const get = id => stored('readonly', store => store.get(id));
/** @param {string} id */
export const forget = id => stored('readwrite', store => store.delete(id));
/** The one opened last first. @returns {Promise<Record[]>} */
export const all = async () => (await stored('readonly', store => store.getAll())).sort((a, b) => b.at - a.at);

/** @param {Omit<Record, 'at'>} record */
export async function keep(record) {
  await stored('readwrite', store => store.put({ ...record, at: Date.now() }));
  for (const { id } of (await all()).slice(mostKept)) await forget(id);
}

/** Where it was left; nothing, if it is kept no more. @param {string} id @param {string} title */
export async function left(id, title) {
  const fragment = location.hash.slice(1), record = await get(id);
  if (record && (record.fragment !== fragment || record.title !== title)) await stored('readwrite', store => store.put({ ...record, fragment, title, at: Date.now() }));
}

/** The source of a kept one, to be opened. @param {string} id @returns {Promise<import('./opening.js').Source | import('./opening.js').Refusal>} */
export async function sourceOf(id) {
  const record = await get(id).catch(() => undefined);
  return record ? { name: record.name, bytes: record.bytes, fragment: record.fragment } : { code: 'forgotten', message: say('this-browser-does'), remedy: say('open-its-file') };
}

/**
 * A line below the title asks whether this browser may keep what is shown, or says that it does.
 * @param {import('./host.js').Component} component
 */
export async function keepLine(component) {
  const { viewer, shadow, title } = component, { source } = viewer, id = history.state?.kept ?? '';
  if (!source || source.bytes.length > mostBytes || typeof indexedDB === 'undefined') return;
  dressed(shadow, 'kept', css);
  const has = id !== '' && await get(id).then(Boolean, () => false);
  const head = shadow.querySelector('.head');
  if (!head || viewer.source !== source) return;
  const line = h('p.keep', {});
  const show = (/** @type {string} */ now) => {
    const act = h('button.button', { type: 'button', onclick: async () => {
      act.disabled = true;
      const next = now ? '' : crypto.randomUUID();
      try {
        if (now) await forget(now);
        else await keep({ id: next, name: source.name, title, bytes: new Uint8Array(source.bytes), fragment: location.hash.slice(1) });
        history.replaceState({ ...history.state, kept: next }, '');
        show(next);
        component.say(next ? say('kept-on-this') : say('forgotten'));
        /** @type {HTMLElement | null} */ (line.querySelector('button'))?.focus({ preventScroll: true });
      } catch {
        line.replaceChildren(say('this-browser-keeps'));
      }
    } }, now ? say('forget') : say('keep-on-this'));
    line.replaceChildren(now ? say('kept-in-this') : say('when-the-page'), act);
  };
  show(has ? id : '');
  head.querySelector('.keep')?.remove();
  head.append(line);
}

/** @param {number} at */
function since(at) {
  const days = Math.round((new Date().setHours(0, 0, 0, 0) - new Date(at).setHours(0, 0, 0, 0)) / 86_400_000);
  return new Intl.RelativeTimeFormat(spoken.tag, { numeric: 'auto' }).format(-days, 'day');
}

/** @param {string} id */
function open(id) {
  history.pushState({ visavis: true, kept: id }, '', location.pathname + location.search);
  dispatchEvent(new PopStateEvent('popstate'));
}

/** The kept ones, on the start page. @param {import('./host.js').Component} component */
export async function recents({ shadow, parts: { empty: page } }) {
  const records = typeof indexedDB === 'undefined' ? [] : await all().catch(() => []);
  page.querySelector('.recents')?.remove();
  if (!records.length) return;
  dressed(shadow, 'kept', css);
  const list = h('ul', {}, ...records.map(record => {
    const item = h('li', {},
      h('button.record', { type: 'button', onclick: () => open(record.id) }, h('b', {}, h('bdi', {}, record.title || record.name || say('without-a-name'))),
        h('small', {}, [record.name, since(record.at)].filter(Boolean).join(' · '))),
      h('button.button.plain', { type: 'button', 'aria-label': say('forget-named', record.title || record.name), onclick: async () => {
        await forget(record.id).catch(() => {});
        const next = item.nextElementSibling ?? item.previousElementSibling;
        item.remove();
        if (next) /** @type {HTMLElement} */ (next.querySelector('button')).focus();
        else section.remove();
      } }, say('forget')));
    return item;
  }));
  const section = h('section.recents', { 'aria-label': say('kept-on-this-2') }, h('p.try', {}, say('kept-on-this-3', say('transcripts-counted', records.length))), list);
  page.querySelector('.try')?.before(section);
}
