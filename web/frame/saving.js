// Save: the transcript as shown, in each format that the core can write.

import { copyOf } from '../hosts/keeping.js';
import { part } from '../core/parts.js';
import { h } from '../dom.js';
import { item, sheet } from './menus.js';
import english from '../words/english/saving.js';
import { speak } from '../words/say.js';

const say = speak(english);

/** @type {Record<string, [keyof typeof english, string]>} */
export const kinds = { // the names that vav_write knows, in the order in which they are offered
  offline: ['offline-copy', 'html'], inspect: ['vis-à-vis-json', 'json'], webvtt: ['webvtt-subtitles', 'vtt'], srt: ['subrip-subtitles', 'srt'], csv: ['table-csv', 'csv'],
  markdown: ['markdown', 'md'], text: ['plain-text', 'txt'], html: ['web-page', 'html'],
};

/** A format for people. @param {string} name of `kinds` */
export const kindName = name => say(kinds[name][0]);

/** What files are called that come of it. @param {Viewer} viewer */
export const fileBase = viewer => (viewer.source?.name ?? '').replace(/\.[^.]*$/, '') || 'interview';

/** Pictures and figures, by what their files are called behind the transcript's name. */
/** @type {Record<string, keyof typeof english>} */
const shown = { all: 'all-of-it', timeline: 'timeline', balance: 'balance', topics: 'topics' };
/** @type {Record<string, [string, 'speakers' | 'topics' | 'questions']>} */
const figures = { 'speakers.csv': ['table speaker', 'speakers'], 'topics.csv': ['table topic', 'topics'], 'questions.csv': ['table question', 'questions'] };

/** @typedef {import('../element/viewer.js').Viewer} Viewer */

/**
 * The transcript in a format, null where there is no way.
 * @param {Viewer} viewer @param {string} format @param {string} [rules] of its figures @returns {Promise<Uint8Array<ArrayBuffer> | null>}
 */
export async function exported(viewer, format, rules = '') {
  const { core, transcript, source } = viewer;
  const [, which, kind] = /^(all|timeline|balance|topics)\.(svg|png)$/.exec(format) ?? [];
  if (which) return (await part('pictures')).picture(viewer, which, kind);
  if (Object.hasOwn(figures, format)) return await core?.exported(`${figures[format][0]}\n${(source?.name ?? '').replace(/[\r\n]/g, ' ')}\n${rules}`) ?? null;
  if (format === 'questions.txt') return await core?.exported(`questions\n${rules}`) ?? null;
  return await core?.exported(format === 'offline' ? await copyOf(viewer) : format)
    ?? (format === 'inspect' && transcript ? new TextEncoder().encode(JSON.stringify(transcript, null, 1)) : null);
}

/**
 * Saves it as a file.
 * @param {Viewer} viewer @param {string} format @param {(message: string, remedy: string) => void} notice
 * @param {string} [rules] of its figures @param {string} [behind] the transcript's name
 */
export async function savedAs(viewer, format, notice, rules = '', behind = `-${format}`) {
  const bytes = await exported(viewer, format, rules).catch(error => { console.error(error); });
  const file = `${fileBase(viewer)}${behind}`;
  if (bytes) {
    download(bytes, file);
    const lost = Object.hasOwn(kinds, format) && format !== 'offline' ? await exported(viewer, `notes ${format}`).catch(() => null) : null;
    if (lost?.length) {
      const { told } = await part('reports');
      notice(say('was-saved-but', file), new TextDecoder().decode(lost).trim().split('\n').map(told).join(' '));
    }
  } else notice(say('this-could-not-4'), say('try-another-one'));
}

/**
 * @param {Viewer} viewer @param {import('./menus.js').Menus} menus @param {import('../element/skeleton.js').Parts} parts
 * @param {(message: string, remedy: string) => void} notice @param {() => void} less asks what is to be left out
 */
export function saveMenu(viewer, menus, { root, save, toggleMore }, notice, less) {
  if (!viewer.transcript) return;
  const names = viewer.core && !viewer.core.dead ? Object.keys(kinds) : ['inspect'];
  const anchor = getComputedStyle(toggleMore).display === 'none' ? save : toggleMore;
  const saved = (/** @type {string} */ name, /** @type {string} */ kind) => savedAs(viewer, name, notice, '', kind);
  const items = names.map(name => item(kindName(name), () => {
    menus.close();
    void saved(name, `.${kinds[name][1]}`);
  }));
  if (names.length > 1) items.push(item(say('pictures-and'), () => {
    menus.close();
    const way = (/** @type {string} */ label, /** @type {string} */ name, /** @type {string} */ about) =>
      h('button.button', { type: 'button', 'aria-label': say('as-named', about, label), onclick: () => saved(name, `-${name}`) }, label);
    sheet(root, say('pictures-and-2'), [h('dl', {},
      ...Object.entries(shown).flatMap(([name, label]) => [h('dt', {}, say(label)),
        h('dd.row', {}, way('SVG', `${name}.svg`, say(label)), way('PNG', `${name}.png`, say(label)))]),
      ...Object.entries(figures).flatMap(([name, [, label]]) => [h('dt', {}, say(`figures-${label}`)), h('dd.row', {}, way('CSV', name, say(`figures-${label}`)))]))]);
  }));
  if (names.length > 1) items.push(item(say('share-less-2'), () => {
    menus.close();
    less();
  }));
  menus.toggle(anchor, say('save-as'), items);
}

/** @param {Uint8Array<ArrayBuffer>} bytes @param {string} name */
export function download(bytes, name) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([bytes]));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** @type {Record<string, string>} */
const types = { csv: 'text/csv', html: 'text/html', json: 'application/json', md: 'text/markdown', png: 'image/png', srt: 'application/x-subrip',
  svg: 'image/svg+xml', txt: 'text/plain', vtt: 'text/vtt' };

/** The media type of what `exported` writes. @param {string} format */
export const typeOf = format => types[Object.hasOwn(kinds, format) ? kinds[format][1] : format.slice(format.lastIndexOf('.') + 1)] ?? '';
