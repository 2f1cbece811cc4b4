// A transcript inside a link: raw DEFLATE of its UTF-8 source in base64url without padding, behind the
// name of that codec. `visavis link` writes the same with zlib.

import english from '../words/english/carried.js';
import { speak } from '../words/say.js';

const say = speak(english);

/** More than this comes out of no honest link: some bytes of DEFLATE can stand for gigabytes. */
export const mostBytes = 64 << 20;

/**
 * So much is given at a time, and what comes of it is counted before there is more: DEFLATE makes at most some thousand
 * bytes of one, and WebKit unpacks all that it is given at once.
 */
const pieceBytes = 4096;

/** @param {Uint8Array<ArrayBuffer>} bytes @param {WritableStream<any>} to */
async function give(bytes, to) {
  const writer = to.getWriter();
  for (let at = 0; at < bytes.length; at += pieceBytes) await writer.write(bytes.subarray(at, at + pieceBytes));
  await writer.close();
}

/**
 * @param {Uint8Array<ArrayBuffer>} bytes @param {CompressionStream | DecompressionStream} stream @param {number} most
 * @returns {Promise<Uint8Array<ArrayBuffer> | null>} null: more than `most`
 */
async function gathered(bytes, stream, most) {
  give(bytes, stream.writable).catch(() => {}); // who reads hears of it
  const reader = stream.readable.getReader();
  const chunks = [];
  let total = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    total += value.length;
    if (total > most) {
      void reader.cancel().catch(() => {});
      return null;
    }
    chunks.push(value);
  }
  const whole = new Uint8Array(total);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

/** @param {Uint8Array<ArrayBuffer>} bytes */
export const compressed = async bytes => /** @type {Uint8Array<ArrayBuffer>} */ (await gathered(bytes, new CompressionStream('deflate-raw'), Infinity));
/** Null where it is more than `mostBytes`; throws where it is damaged. @param {Uint8Array<ArrayBuffer>} bytes */
export const decompressed = bytes => gathered(bytes, new DecompressionStream('deflate-raw'), mostBytes);

/** RFC 4648 section 5, without padding. @param {Uint8Array} bytes */
export function base64(bytes) {
  let binary = '';
  for (let at = 0; at < bytes.length; at += 0x6000) binary += String.fromCharCode(...bytes.subarray(at, at + 0x6000));
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** Null where it is none. @param {string} text @returns {Uint8Array<ArrayBuffer> | null} */
export function unbase64(text) {
  try {
    const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/').replace(/[=\s]+$/, ''));
    const bytes = new Uint8Array(binary.length);
    for (let at = 0; at < binary.length; at++) bytes[at] = binary.charCodeAt(at);
    return bytes;
  } catch { return null; }
}

/** The value of `doc=` that carries the bytes. @param {Uint8Array<ArrayBuffer>} bytes @returns {Promise<string>} */
export const pack = async bytes => `z1.${base64(await compressed(bytes))}`;

export const tooMuch = { get message() { return say('this-link-unpacks', mostBytes >> 20); }, get remedy() { return say('open-the-file'); } };
export const damaged = { get message() { return say('this-link-is'); }, get remedy() { return say('copy-it-again'); } };

/**
 * What a value of `doc=` carries, or what is wrong with it and what can be done.
 * @param {string} value @returns {Promise<{ bytes: Uint8Array<ArrayBuffer> } | { message: string, remedy: string }>}
 */
export async function unpack(value) {
  const codec = /^([a-z][a-z0-9]*)\.(.*)$/s.exec(value);
  if (codec && codec[1] !== 'z1')
    return { message: say('this-link-carries'), remedy: say('ask-for-the') };
  try {
    const packed = unbase64(codec?.[2] ?? '');
    const bytes = packed && await decompressed(packed);
    if (packed && !bytes) return tooMuch;
    return bytes ? { bytes } : damaged;
  } catch { return damaged; }
}
