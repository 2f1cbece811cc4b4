// What goes out: a link to what is shown, or to a part of it.

import { viewNow } from '../frame/viewing.js';
import { part } from '../core/parts.js';
import { exported } from '../frame/saving.js';
import { pack } from './carried.js';
import { cut } from './excerpt.js';
import { rewritten } from './links.js';
import { lock } from './locked.js';
import { noView, pairsOf, ofTopics } from './view.js';
import english from '../words/english/sending.js';
import { speak } from '../words/say.js';

const say = speak(english);

/**
 * @typedef {object} Sending
 * @property {boolean} [carry] the words in the link itself, also where they have an address
 * @property {boolean} [view] open it as it is shown now; else from its beginning
 * @property {Partial<import('./view.js').View>} [at] what else the link names
 * @property {[number, number]} [turns] these turns alone, both ends included
 * @property {string[]} [less] what is left out, in lines of src/redaction/redaction.h; it goes alone, from its beginning
 * @property {string} [passphrase]
 *
 * @typedef {{ viewer: import('../element/viewer.js').Viewer, theme: string | null, base: string }} Sender
 */

/** Links lead to where the host says. @param {import('../element/component.js').Component} component @returns {Sender} */
export function senderOf({ viewer, host, theme }) {
  const address = new URL(host.viewer, document.baseURI);
  address.hash = '';
  return { viewer, theme, base: address.href };
}

/** From here on few programs carry a link: the file is offered instead. */
export const longLink = 1 << 20;

const encoder = new TextEncoder();

/**
 * Whether a link carries the bytes as they are: UTF-8, but no offline copy (src/readers/offline_copy.h), which holds the
 * whole program.
 * @param {Uint8Array} bytes
 */
function isText(bytes) {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return !(/^<!doctype html>/i.test(text) && text.slice(0, 4096).includes('content="Vis-à-vis offline copy"'));
  } catch { return false; }
}

/** An address as short as a link of this base can say it. @param {string} address @param {string} base */
function shortened(address, base) {
  const folder = new URL('.', base).href;
  return address.startsWith(folder) ? decodeURI(address.slice(folder.length)) : address;
}

/**
 * The fragment of a link; `visavis link` carries the same for the same file.
 * @param {Sender} sender @param {Sending} [how] @returns {Promise<string>}
 */
export async function fragmentFor({ viewer, theme, base }, how = {}) {
  const { source, transcript } = viewer;
  if (!transcript || !source) throw new RangeError('there is no transcript to link to');
  const [first, last] = how.turns ?? [0, 0];
  if (how.turns && !(Number.isInteger(first) && first >= 0 && first <= last && last < transcript.turns.length && Number.isInteger(last)))
    throw new RangeError(`there are no turns from ${first} to ${last}`);
  const apart = how.turns ? cut(transcript, how.turns) : null;
  const now = how.view && !apart ? viewNow(viewer, theme) : { ...noView(), beside: apart ? '' : viewer.beside, corrections: apart ? [] : [...viewer.editing.corrections.lines] };
  const view = { ...now, ...how.at };
  if (!how.carry && !how.passphrase && !apart && (source.address || source.home))
    return rewritten('', { src: source.address ? shortened(source.address, base) : null, ...pairsOf(view) });
  let bytes = apart ? encoder.encode(JSON.stringify(apart)) : source.bytes;
  if (!apart && !isText(bytes)) {
    // What is no text goes as its reading, which has the corrections already but those of topics.
    const written = await exported(viewer, 'inspect');
    if (!written) throw new RangeError('there is no way to carry this transcript');
    bytes = written;
    view.corrections = view.corrections.filter(line => ofTopics.test(line));
  }
  if (how.passphrase) return `doc=${await lock(bytes, rewritten('', pairsOf(view)), how.passphrase)}`;
  return rewritten('', { doc: await pack(/** @type {Uint8Array<ArrayBuffer>} */ (bytes)), ...pairsOf(view) });
}

/** @param {Sender} sender @param {Sending} [how] @returns {Promise<string>} the whole address */
export const linkFor = async (sender, how) => how?.less ? (await part('less')).lessLink(sender, how.less, how.passphrase)
  : `${sender.base}#${await fragmentFor(sender, how)}`;

/** What carries links, and about how long ones: what their makers say, or what was seen of them. @returns {[string, number][]} */
const carriers = () => [
  [say('a-text-message'), 1500], ['Discord', 2000], [say('a-qr-code'), 2900], ['Telegram', 4000], [say('mail-as-plain'), 8000],
  ['Slack', 12_000], ['Teams', 28_000], ['WhatsApp', 60_000], [say('a-pages-link'), longLink],
];

/** @param {number} length @returns {{ carried: string[], not: string[] }} */
export const carriersOf = length => ({
  carried: carriers().filter(([, most]) => length <= most).map(([name]) => name),
  not: carriers().filter(([, most]) => length > most).map(([name]) => name),
});
