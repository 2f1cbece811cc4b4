// What reading and writing say (src/words/message.h): the modules give a name with its arguments, here it becomes words. Loaded
// when there is something to say.

import { reports as english } from './core.js';
import { fill, listed, spoken } from './say.js';

const open = '\x1f', close = '\x1e', signs = '\x1d\x1e\x1f';
const pieces = new RegExp(`[${signs}]|[^${signs}]+`, 'g');

/** @typedef {{ list: (items: string[]) => string, word: (name: string, values: (string | number)[]) => string }} Way */

/** As the command says it. @type {Way} */
const inEnglish = {
  list: items => items.slice(0, -1).join(', ') + (items.length > 1 ? ' and ' : '') + items.slice(-1),
  word: (name, values) => fill(/** @type {Record<string, string>} */ (english)[name] ?? name, values, n => n === 1 ? 'one' : 'other', String),
};
/** @type {Way} */
const asSpoken = {
  list: items => spoken.tag === 'en' ? inEnglish.list(items) : listed(items),
  word: (name, values) => spoken.reports[name] ? fill(spoken.reports[name], values) : inEnglish.word(name, values),
};

/** @param {string} packed @param {Way} way */
function words(packed, way) {
  const all = packed.match(pieces) ?? [];
  let at = 0;
  const text = () => signs.includes(all[at] ?? open) ? '' : all[at++];
  const message = () => {
    at++;
    const name = text(), /** @type {(string | number)[]} */ values = [];
    while (at < all.length && all[at] !== close) {
      if (all[at] === open) { values.push(message()); continue; }
      at++;
      const value = text();
      values.push(value[0] === 'n' ? Number(value.slice(1)) : value.slice(1));
    }
    at++;
    return name === '#list' ? way.list(values.map(String)) : way.word(name, values);
  };
  return packed[0] === open ? message() : packed;
}

/** In the language that is spoken. @param {string} packed a message of a module */
export const told = packed => words(packed, asSpoken);

/** A report's messages in English, as the command has them; each entry's `said` is for people. @param {ReportLine[]} report */
export function tell(report) {
  for (const note of report) {
    const packed = note.message;
    note.message = words(packed, inEnglish);
    Object.defineProperty(note, 'said', { get: () => told(packed) });
  }
}
