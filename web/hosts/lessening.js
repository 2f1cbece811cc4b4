// Less than the whole, by the module of all readers: it takes out what is named, writes, and looks through what it wrote
// (vav_redact in src/bridge/read.h).

import { assets } from '../core/assets.js';
import { part } from '../core/parts.js';
import { ask, bytesOf } from '../core/reader.js';
import { lock } from './locked.js';
import english from '../words/english/less.js';
import { speak } from '../words/say.js';

const say = speak(english);

const encoder = new TextEncoder(), decoder = new TextDecoder();

/** What people can be told where it refuses, or where what is to be left out cannot be. */
export class Refused extends Error {}

/**
 * @param {import('../element/viewer.js').Viewer} viewer @param {string[]} lines of src/redaction/redaction.h
 * @param {string} what is made of it @returns {Promise<Uint8Array<ArrayBuffer>>}
 */
export async function lessened({ core, source }, lines, what) {
  const block = core?.block();
  if (!block) throw new Refused(say('there-is-nothing'));
  const file = source?.name ? [`file ${source.name.replace(/\s+/g, ' ')}`] : [];
  const asked = encoder.encode(`${[...lines, ...file].join('\n')}\n\n${what}`);
  const module = /** @type {ReadingModule} */ (await assets.instance('readers'));
  const told = ask(module, block, asked, module.vav_redact);
  if (!told) throw new Refused(say('there-is-not-2'));
  const bytes = bytesOf(module, told.answer).slice();
  if (told.status !== 0) throw new Refused((await part('reports')).told(JSON.parse(decoder.decode(bytes)).error.message));
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
 *   left: { word: string, times: number }[], nowhere: string[], text: string }} Account */

/** What leaves. @param {import('../element/viewer.js').Viewer} viewer @param {string[]} lines @returns {Promise<Account>} */
export const accountOf = async (viewer, lines) => JSON.parse(decoder.decode(await lessened(viewer, lines, 'account')));
