// Less than the whole, by the module of all readers: it takes out what is named, writes, and looks through what it wrote
// (vav_redact in src/bridge/read.h).

import { instance } from '../core/assets.js';
import { lock } from './locked.js';

const encoder = new TextEncoder(), decoder = new TextDecoder();

/** What people can be told where it refuses, or where what is to be left out cannot be. */
export class Refused extends Error {}

/**
 * @param {import('../element/viewer.js').Viewer} viewer @param {string[]} lines of src/redaction/redaction.h
 * @param {string} what is made of it @returns {Promise<Uint8Array<ArrayBuffer>>}
 */
export async function lessened({ core, source }, lines, what) {
  const block = core?.block();
  if (!block) throw new Refused('There is nothing to hand on.');
  const file = source?.name ? [`file ${source.name.replace(/\s+/g, ' ')}`] : [];
  const asked = encoder.encode(`${[...lines, ...file].join('\n')}\n\n${what}`);
  const module = /** @type {ReadingModule} */ (await instance('readers'));
  const at = module._vav_alloc(block.length + asked.length + 8);
  if (!at) throw new Refused('There is not enough memory for this.');
  const statusAt = (at + block.length + asked.length + 3) & ~3;
  module.HEAPU8.set(block, at);
  module.HEAPU8.set(asked, at + block.length);
  const answer = module._vav_redact(at, block.length, at + block.length, asked.length, statusAt);
  const from = module._vav_answer_data(answer);
  const bytes = /** @type {Uint8Array<ArrayBuffer>} */ (module.HEAPU8.slice(from, from + module._vav_answer_length(answer)));
  if (module.HEAPU8[statusAt] !== 0) throw new Refused(JSON.parse(decoder.decode(bytes)).error.message);
  return bytes;
}

/**
 * A link that carries no more than that; `visavis link` gives the same.
 * @param {import('./sending.js').Sender} sender @param {string[]} lines @param {string} [passphrase] @returns {Promise<string>}
 */
export async function lessLink({ viewer, base }, lines, passphrase) {
  const plain = decoder.decode(await lessened(viewer, lines, `link\n${base}`));
  if (!passphrase) return plain;
  return `${base}#doc=${await lock(await lessened(viewer, lines, 'reading'), '', passphrase)}`;
}

/** @typedef {{ file: string, title: string | null, people: { was: string, now: string }[], taken: { words: string, instead: string, times: number }[],
 *   left: { word: string, times: number }[], text: string }} Account */

/** What leaves. @param {import('../element/viewer.js').Viewer} viewer @param {string[]} lines @returns {Promise<Account>} */
export const accountOf = async (viewer, lines) => JSON.parse(decoder.decode(await lessened(viewer, lines, 'account')));
