// Speaks another language: loads its words, says how it writes numbers and lists, and makes what is shown anew in it.
// Loaded when it is wanted.

import { viewNow } from '../frame/viewing.js';
import { category, spoken } from './say.js';
import { tongues } from './tongues.js';

/**
 * A language: every message of page and core, and no other; `tsc` holds it.
 * @typedef {keyof typeof import('./english/app.js').default
 *   | keyof typeof import('./english/beginning.js').default
 *   | keyof typeof import('./english/terms.js').default
 *   | keyof typeof import('./english/card.js').default
 *   | keyof typeof import('./english/carried.js').default
 *   | keyof typeof import('./english/desk.js').default
 *   | keyof typeof import('./english/element.js').default
 *   | keyof typeof import('./english/empty.js').default
 *   | keyof typeof import('./english/evidence.js').default
 *   | keyof typeof import('./english/figures.js').default
 *   | keyof typeof import('./english/finding.js').default
 *   | keyof typeof import('./english/found.js').default
 *   | keyof typeof import('./english/kept.js').default
 *   | keyof typeof import('./english/less.js').default
 *   | keyof typeof import('./english/media.js').default
 *   | keyof typeof import('./english/menus.js').default
 *   | keyof typeof import('./english/offline.js').default
 *   | keyof typeof import('./english/page.js').default
 *   | keyof typeof import('./english/pictures.js').default
 *   | keyof typeof import('./english/reading.js').default
 *   | keyof typeof import('./english/saving.js').default
 *   | keyof typeof import('./english/send.js').default
 *   | keyof typeof import('./english/sending.js').default
 *   | keyof typeof import('./english/unlock.js').default
 *   | keyof typeof import('./english/ways.js').default} Name
 * @typedef {{ words: Record<Name, string>, core: Record<import('./core.js').CoreName, string>, reports: Record<keyof typeof import('./core.js').reports | keyof typeof import('./core.js').formats, string> }} Tongue
 */

/** Each a file of its own. @type {Record<string, () => Promise<{ default: Tongue }>>} */
const load = {
  de: () => import('./de.js'),
  fr: () => import('./fr.js'),
  es: () => import('./es.js'),
  zh: () => import('./zh.js'),
  ja: () => import('./ja.js'),
  ar: () => import('./ar.js'),
};

/** The last that was asked for is spoken, whichever comes first. */
let wanted = '';

/**
 * From now on everything that is built says it in the first language of these that is known, else in English. A page speaks
 * one at a time.
 * @param {string[]} tags
 */
export async function speak(tags) {
  const tag = wanted = tags.map(one => one.split('-')[0].toLowerCase()).find(one => tongues.includes(one)) ?? 'en';
  if (tag === spoken.tag) return;
  const { words, core, reports } = tag === 'en' ? { words: {}, core: {}, reports: {} } : (await load[tag]()).default;
  if (wanted !== tag) return;
  Object.assign(spoken, { tag, words, reports, table: '' });
  if (tag !== 'en') spoken.table = `${style()}\n${Object.entries(core).map(line => line.join('\t')).join('\n')}`;
}

/** How it writes numbers and lists, for the core: lines of src/words/words.h. */
function style() {
  const locale = `${spoken.tag}-u-nu-latn`;
  const of = (/** @type {number} */ n, /** @type {Intl.NumberFormatOptions} */ how = {}) => new Intl.NumberFormat(locale, how).formatToParts(n);
  const sign = (/** @type {Intl.NumberFormatPart[]} */ parts, /** @type {string} */ type) => parts.find(part => part.type === type)?.value ?? '';
  const letter = (/** @type {number} */ n) => category(n) === 'other' ? 'e' : category(n)[0];
  return [
    ['#group', sign(of(1234567), 'group')], ['#least', sign(of(1234), 'group') ? 4 : 5], ['#decimal', sign(of(0.5), 'decimal')],
    ['#percent', of(0.5, { style: 'percent' }).map(part => part.type === 'integer' ? '{0}' : part.value).join('')],
    ['#plurals', Array.from({ length: 200 }, (_, n) => letter(n)).join('')],
  ].map(line => line.join('\t')).join('\n');
}

/**
 * The component made anew in that language, with what it showed as it was; null where it speaks that already, or is gone.
 * @param {import('../element/component.js').Component} former @param {string[]} tags
 */
export async function saidAnew(former, tags) {
  const before = spoken.tag;
  await speak(tags);
  if (spoken.tag === before || former.gone) return null;
  const { element, shadow, viewer } = former, { kept } = viewer, view = kept && viewNow(viewer, element.getAttribute('theme'));
  if (kept) former.host.give();
  former.leave();
  const next = new /** @type {typeof import('../element/component.js').Component} */ (former.constructor)(element, shadow, !!kept, element.hasAttribute('page') ? undefined : /** @type {any} */ (former.host.constructor));
  if (kept) void next.openings.restore(kept, view);
  return next;
}
