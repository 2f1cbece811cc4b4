// What the page says, by name. A part of the page has its English in words/english/PART.js and says it with
// `speak(english)`; another language is a table of the same names, which goes before the English.
//
// A pattern's `{0}` is the first argument: a number as the language writes it, or a text. `{0:one turn|turns}` are
// words chosen by a number: each choice but the last begins with the plural category that it is for (zero, one, two,
// few, many), as in the core's patterns (src/words/english.inc).
//
// Parts are bundled into several files, each with a copy of this one: what they share stands in one place of the page.

/** @typedef {Record<string, string>} Words */
/** @typedef {string | number} Value */

const place = Symbol.for('vis-a-vis.words');

/**
 * The language that is spoken: its tag, its words, none for English, and its table for the core (lines of
 * src/words/words.h); words/language.js puts another in its place.
 * @type {{ tag: string, words: Words, reports: Words, table: string }}
 */
export const spoken = /** @type {any} */ (globalThis)[place] ??= { tag: 'en', words: {}, reports: {}, table: '' };

/** How the page's own words run. */
export const way = () => spoken.tag === 'ar' ? 'rtl' : 'ltr';

/** @type {Map<string, any>} formatters are dear to make */
const made = new Map();

/** @template T @param {string} kind @param {(tag: string) => T} make @returns {T} */
function one(kind, make) {
  const key = `${kind} ${spoken.tag}`;
  if (!made.has(key)) made.set(key, make(`${spoken.tag}-u-nu-latn`)); // as the core and clocks write them
  return made.get(key);
}

/** `2,170`. @param {number} n @param {Intl.NumberFormatOptions} [options] */
export const grouped = (n, options) => one(`number ${JSON.stringify(options)}`, tag => new Intl.NumberFormat(tag, options)).format(n);

/** `90.0%`. @param {number} share @param {number} [decimals] */
export const percent = (share, decimals = 0) => grouped(share, { style: 'percent', minimumFractionDigits: decimals, maximumFractionDigits: decimals });

/** `0.47`. @param {number} n @param {number} decimals */
export const fixed = (n, decimals) => grouped(n, { minimumFractionDigits: decimals, maximumFractionDigits: decimals });

/** `A, B, and C`. @param {Iterable<string>} words */
export const listed = words => one('list', tag => new Intl.ListFormat(tag)).format(words);

/** @param {number} n */
export const category = n => one('plural', tag => new Intl.PluralRules(tag)).select(n);

/** A pattern with its arguments. @param {string} pattern @param {Value[]} values @param {(n: number) => string} [plural] @param {(n: number) => string} [number] @returns {string} */
export function fill(pattern, values, plural = category, number = grouped) {
  return pattern.replace(/\{(\d)(?::((?:[^{}]|\{\d\})*))?\}/g, (_, at, choices) => {
    const value = values[at] ?? '';
    if (choices === undefined) return typeof value === 'number' ? number(value) : value;
    const kind = `${plural(Number(value))} `, all = /** @type {string} */ (choices).split('|');
    const chosen = all.slice(0, -1).find(choice => choice.startsWith(kind));
    return fill(chosen ? chosen.slice(kind.length) : all[all.length - 1], values, plural, number);
  });
}

/** @template {Words} T @param {T} english @returns {(name: keyof T & string, ...values: Value[]) => string} */
export const speak = english => (name, ...values) => fill(spoken.words[name] ?? english[name], values);

/** The same for a part whose messages have no arguments. @template {Words} T @param {T} english @returns {(name: keyof T & string) => string} */
export const plain = english => name => spoken.words[name] ?? english[name];
