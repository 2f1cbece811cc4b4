// An instance of a module of ours. Its C++ is linked without Emscripten's JavaScript: what it asks of the page is given to it
// here, and by Painting where it draws.

const utf8 = new TextDecoder(), encoder = new TextEncoder();

/** An instance's memory, seen anew with each use: a call may have grown it. */
export class Memory {
  /** @type {WebAssembly.Memory} */ #memory;
  /** @param {WebAssembly.Memory} memory */
  constructor(memory) { this.#memory = memory; }
  get bytes() { return new Uint8Array(this.#memory.buffer); }
  get ints() { return new Int32Array(this.#memory.buffer); }
  get floats() { return new Float32Array(this.#memory.buffer); }
  /** @param {number} at @param {number} length in bytes of UTF-8 */
  text(at, length) { return utf8.decode(this.bytes.subarray(at, at + length)); }
}

/** @typedef {Record<string, (...given: any[]) => any>} Functions */

/**
 * What src/bridge/legacy_decode.cpp asks for: old encodings, which the browser knows.
 * @param {() => Memory} memory @returns {Functions}
 */
function decoding(memory) {
  let decoded = new Uint8Array();
  return {
    /** Answers the length in UTF-8, -1 for a label that nobody knows. */
    visavis_decode(label, labelLength, at, length) {
      try {
        const decoder = new TextDecoder(memory().text(label, labelLength));
        decoded = encoder.encode(decoder.decode(memory().bytes.subarray(at, at + length)));
        return decoded.length;
      } catch {
        return -1;
      }
    },
    visavis_decoded(out) {
      memory().bytes.set(decoded, out);
      decoded = new Uint8Array();
    },
  };
}

/**
 * With a memory of its own, which goes when the instance is let go of.
 * @param {WebAssembly.Module} wasm @param {import('./painting.js').Painting} [painting] for an instance that shows; one that
 *   reads draws nothing @param {WebAssembly.Module[]} [parts] cut out of it (tools/split.mjs). Without, a call of that traps.
 * @returns {Promise<any>} the functions of src/bridge, and its bytes
 */
export async function begun(wasm, painting, parts = []) {
  const seen = () => memory;
  const given = { ...decoding(seen), ...painting?.functions(seen) };
  /** @type {Record<string, Functions>} */ const imports = {};
  for (const { module, name } of WebAssembly.Module.imports(wasm)) {
    (imports[module] ??= {})[name] = given[name] ?? painting?.call(name) ?? (name === 'emscripten_notify_memory_growth' ? () => {}
      : () => { throw new WebAssembly.RuntimeError(`${module} ${name}`); }); // an abort (proc_exit), too
  }
  const { exports } = await WebAssembly.instantiate(wasm, imports);
  for (const module in imports) imports[module] = /** @type {any} */ (exports); // under the names that they have of their build
  for (const part of parts) await WebAssembly.instantiate(part, imports);
  const memory = new Memory(/** @type {WebAssembly.Memory} */ (exports.memory));
  /** @type {any} */ (exports)._initialize();
  return Object.assign(Object.create({ get bytes() { return memory.bytes; } }), exports);
}
