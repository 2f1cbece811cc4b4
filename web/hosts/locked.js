// A transcript behind a passphrase: AES-GCM (NIST SP 800-38D) with a key by PBKDF2-HMAC-SHA-256 (RFC 8018), by
// WebCrypto. What is locked holds the view too, so that nothing of the words stands in the clear beside it.
//
//   e1.BASE64URL of: check[8] rounds[1] salt[16] iv[12] sealed…
//
// `check` opens the SHA-256 of all that follows it: a damaged link is told from a wrong passphrase without either
// saying anything of the words. `rounds` counts hundred thousands.

import { base64, compressed, decompressed, unbase64 } from './carried.js';

const rounds = 6;
/** Who made a link must not make its reader's machine count for minutes. */
const mostRounds = 50;
const checkLength = 8, saltAt = 9, ivAt = 25, sealedAt = 37;
const encoder = new TextEncoder();

export const canLock = () => !!globalThis.crypto?.subtle;

/** @param {string} passphrase @param {Uint8Array<ArrayBuffer>} salt @param {number} hundredThousands */
async function keyOf(passphrase, salt, hundredThousands) {
  const secret = await crypto.subtle.importKey('raw', encoder.encode(passphrase.normalize('NFC')), 'PBKDF2', false, ['deriveKey']);
  return crypto.subtle.deriveKey({ name: 'PBKDF2', hash: 'SHA-256', salt, iterations: hundredThousands * 100_000 }, secret,
    { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
}

/** @param {Uint8Array<ArrayBuffer>} bytes */
const checkOf = async bytes => new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)).subarray(0, checkLength);

/**
 * @param {Uint8Array} bytes a transcript @param {string} fragment the view of it @param {string} passphrase
 * @returns {Promise<string>} a value of `doc=`
 */
export async function lock(bytes, fragment, passphrase) {
  const view = encoder.encode(`${fragment}\n`);
  const whole = new Uint8Array(view.length + bytes.length);
  whole.set(view);
  whole.set(bytes, view.length);
  const salt = crypto.getRandomValues(new Uint8Array(16)), iv = crypto.getRandomValues(new Uint8Array(12));
  const sealed = new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, await keyOf(passphrase, salt, rounds), await compressed(whole)));
  const out = new Uint8Array(sealedAt + sealed.length);
  out[checkLength] = rounds;
  out.set(salt, saltAt);
  out.set(iv, ivAt);
  out.set(sealed, sealedAt);
  out.set(await checkOf(out.subarray(checkLength)));
  return `e1.${base64(out)}`;
}

/**
 * @param {string} value of `doc=` @param {string} passphrase
 * @returns {Promise<{ bytes: Uint8Array<ArrayBuffer>, fragment: string } | 'wrong' | 'damaged' | 'large'>}
 */
export async function unlock(value, passphrase) {
  const data = await sound(value);
  if (!data) return 'damaged';
  const key = await keyOf(passphrase, data.slice(saltAt, ivAt), data[checkLength]);
  let packed;
  try {
    packed = new Uint8Array(await crypto.subtle.decrypt({ name: 'AES-GCM', iv: data.slice(ivAt, sealedAt) }, key, data.slice(sealedAt)));
  } catch { return 'wrong'; }
  const whole = await decompressed(packed).catch(() => undefined);
  if (whole === null) return 'large';
  const end = whole?.indexOf(10) ?? -1;
  return whole && end >= 0 ? { fragment: new TextDecoder().decode(whole.subarray(0, end)), bytes: whole.slice(end + 1) } : 'damaged';
}

/** The bytes of a locked value, null where they are not those that were locked. @param {string} value */
export async function sound(value) {
  const data = unbase64(value.slice(3));
  if (!data || data.length <= sealedAt || !data[checkLength] || data[checkLength] > mostRounds) return null;
  return String(await checkOf(data.subarray(checkLength))) === String(data.subarray(0, checkLength)) ? data : null;
}

/** An offline copy that holds what is locked. @param {string} template of offline copies @param {string} value of `doc=` */
export const sealedPage = (template, value) => template.replace('<!--vis-a-vis:head-->', '<title>A locked transcript</title>').replace('<!--vis-a-vis:body-->',
  '<main id="locked"><h1>This transcript is locked</h1><p>It opens with its passphrase, in a browser that runs scripts. Whoever sent it has the passphrase.</p></main>\n'
  + `<script id="sealed" type="application/vnd.vis-a-vis.locked">${value}</script>`);
