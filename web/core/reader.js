// Reads a file into a block (src/bridge/reading.h) with an instance of the second module: in a worker, or on the page where there is none.

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** The folder this script came from; the modules and the samples lie beside it. */
export const base = new URL('.', import.meta.url).href;

/** @param {'visavis' | 'readers'} name @returns {Promise<any>} a new instance */
export async function instance(name) {
  if (typeof WebAssembly !== 'object') throw new Error('no WebAssembly');
  // Not a literal: the bundler must leave the glue a file of its own, next to its .wasm.
  const { default: create } = await import(new URL(`${name}.js`, base).href);
  return create({ locateFile: (/** @type {string} */ file) => new URL(file, base).href });
}

export const noMemory = { line: null, code: 'memory', message: 'There is not enough memory for this file.' };
export const crash = { error: { line: null, code: 'trap', message: 'The reader stopped unexpectedly.' } };
export const superseded = { error: { line: null, code: 'superseded', message: 'Another transcript was opened.' } };

/** @typedef {{ block: Uint8Array<ArrayBuffer> } | { error: ReadError }} Reading */

/**
 * A reading's block as a file of another format.
 * @param {Uint8Array} block of the core's query `block` @param {string} name a writer's @returns {Promise<Uint8Array<ArrayBuffer> | null>}
 */
export async function writeFile(block, name) {
  const module = /** @type {ReadersModule} */ (await instance('readers'));
  const kind = encoder.encode(name);
  const at = module._vav_alloc(block.length + kind.length + 8);
  if (!at) return null;
  const kindAt = at + block.length, statusAt = (kindAt + kind.length + 3) & ~3;
  module.HEAPU8.set(block, at);
  module.HEAPU8.set(kind, kindAt);
  const written = module._vav_write(at, block.length, kindAt, kind.length, statusAt);
  if (!written || module.HEAPU8[statusAt]) return null;
  const from = module._vav_reading_data(written);
  return module.HEAPU8.slice(from, from + module._vav_reading_length(written));
}

/**
 * The instance is dropped afterwards: WebAssembly memory never shrinks.
 * @param {Uint8Array} bytes @param {string} options lines @returns {Promise<Reading>}
 */
export async function readFile(bytes, options) {
  try {
    const module = /** @type {ReadersModule} */ (await instance('readers'));
    const lines = encoder.encode(options);
    const at = module._vav_alloc(bytes.length + lines.length + 8);
    if (!at) return { error: noMemory };
    const linesAt = at + bytes.length, statusAt = (linesAt + lines.length + 3) & ~3;
    module.HEAPU8.set(bytes, at);
    module.HEAPU8.set(lines, linesAt);
    const reading = module._vav_read(at, bytes.length, linesAt, lines.length, statusAt);
    if (!reading) return { error: noMemory };
    const done = module.HEAPU8[statusAt] === 0;
    if (done) module._vav_reading_measure(reading);
    const from = module._vav_reading_data(reading);
    const output = module.HEAPU8.subarray(from, from + module._vav_reading_length(reading));
    return done ? { block: output.slice() } : JSON.parse(decoder.decode(output));
  } catch (error) {
    return error instanceof WebAssembly.RuntimeError ? crash
      : { error: { line: null, code: 'module', message: 'The part that reads this format could not be loaded.' } };
  }
}
