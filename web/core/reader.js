// Reads a file into a block, or writes a block as a file (src/bridge/read.h), each with an instance that is dropped
// afterwards: WebAssembly memory never shrinks. In a worker, or on the page where there is none.

import { assets } from './assets.js';
import english from '../words/english/reading.js';
import { speak } from '../words/say.js';

const say = speak(english);

const encoder = new TextEncoder();
const decoder = new TextDecoder();

export const noMemory = { line: null, code: 'memory', get message() { return say('there-is-not'); } };
export const crash = { error: { line: null, code: 'trap', get message() { return say('the-reader-stopped'); } } };
export const superseded = { error: { line: null, code: 'superseded', get message() { return say('another-transcript'); } } };

/** @typedef {{ block: Uint8Array<ArrayBuffer> } | { error: ReadError }} Reading */

/**
 * Two buffers in, an answer with its status out; null where there is no memory.
 * @param {ReadingModule} module @param {Uint8Array} bytes @param {Uint8Array} words
 * @param {(bytes: number, length: number, words: number, wordsLength: number, status: number) => number} call
 */
export function ask(module, bytes, words, call) {
  const at = module.vav_alloc(bytes.length + words.length + 8);
  if (!at) return null;
  const wordsAt = at + bytes.length, statusAt = (wordsAt + words.length + 3) & ~3;
  module.bytes.set(bytes, at);
  module.bytes.set(words, wordsAt);
  const answer = call(at, bytes.length, wordsAt, words.length, statusAt);
  const status = module.bytes[statusAt];
  module.vav_free(at);
  return { answer, status };
}

/** @param {ReadingModule} module @param {number} answer */
export const bytesOf = (module, answer) => {
  const from = module.vav_answer_data(answer);
  return /** @type {Uint8Array<ArrayBuffer>} */ (module.bytes.subarray(from, from + module.vav_answer_length(answer)));
};

/**
 * A reading's block as a file of another format.
 * @param {Uint8Array} block of the core's query `block` @param {string} name a writer's
 * @param {WebAssembly.Module} [wasm] compiled elsewhere @returns {Promise<Uint8Array<ArrayBuffer> | null>}
 */
export async function writeFile(block, name, wasm) {
  const module = /** @type {ReadingModule} */ (await assets.instance('readers', wasm));
  const asked = ask(module, block, encoder.encode(name), module.vav_write);
  return asked && asked.status === 0 ? bytesOf(module, asked.answer).slice() : null;
}

/**
 * The error `elsewhere` is of the module that reads what most files are: the other one must read this. Where that module meets
 * what was cut out of it, a new instance that has it reads.
 * @param {import('./assets.js').ModuleName} name @param {Uint8Array} bytes @param {string} options lines
 * @param {WebAssembly.Module} [wasm] compiled elsewhere @param {import('./assets.js').ModuleName[]} [parts] that it has @returns {Promise<Reading>}
 */
export async function readFile(name, bytes, options, wasm, parts = []) {
  try {
    const module = /** @type {ReadingModule} */ (await assets.instance(name, wasm, undefined, parts));
    const asked = ask(module, bytes, encoder.encode(options), module.vav_read);
    if (!asked) return { error: noMemory };
    const { answer, status } = asked;
    if (status === 0) module.vav_finish(answer);
    const output = bytesOf(module, answer);
    return status === 0 ? { block: output.slice() } : JSON.parse(decoder.decode(output));
  } catch (error) {
    const part = /** @type {import('./assets.js').ModuleName | undefined} */ (/^(captions|seldom)/.exec(String(/** @type {any} */ (error)?.message))?.[0]);
    if (part && error instanceof WebAssembly.RuntimeError) return readFile(name, bytes, options, wasm, [...parts, part]);
    return error instanceof WebAssembly.RuntimeError ? crash
      : { error: { line: null, code: 'module', message: say('the-part-that') } };
  }
}
