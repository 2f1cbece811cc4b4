// The core's C interface as an object: bytes in, JSON out. One WebAssembly module serves every
// element of a page; each element holds one context in it.

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** @type {Promise<WasmModule> | null} */
let loading = null;

/** The folder this script came from; the module and the samples lie beside it. */
export const base = new URL('.', import.meta.url).href;

/** Loads the module once a page. @returns {Promise<WasmModule>} */
export function loadModule() {
  loading ??= (async () => {
    if (typeof WebAssembly !== 'object') throw new Error('no WebAssembly');
    // Not a literal: the bundler must leave the glue a file of its own, next to its .wasm.
    const glue = new URL('visavis.js', base).href;
    const { default: create } = await import(glue);
    return create({ locateFile: (/** @type {string} */ file) => new URL(file, base).href });
  })();
  loading.catch(() => { loading = null; });
  return loading;
}

const noMemory = { line: null, code: 'memory', message: 'There is not enough memory for this file.' };
const crash = { error: { line: null, code: 'trap', message: 'The reader stopped unexpectedly.' } };

/**
 * Reads with an instance of the second module that is dropped afterwards: WebAssembly memory never shrinks.
 * @param {Uint8Array} bytes @param {string} options
 * @returns {Promise<{ block: Uint8Array } | { error: ReadError }>}
 */
async function readElsewhere(bytes, options) {
  try {
    const { default: create } = await import(new URL('readers.js', base).href);
    const module = /** @type {ReadersModule} */ (
      await create({ locateFile: (/** @type {string} */ file) => new URL(file, base).href }));
    const lines = encoder.encode(options);
    const at = module._vav_alloc(bytes.length + lines.length + 8);
    if (!at) return { error: noMemory };
    const linesAt = at + bytes.length, statusAt = (linesAt + lines.length + 3) & ~3;
    module.HEAPU8.set(bytes, at);
    module.HEAPU8.set(lines, linesAt);
    const reading = module._vav_read(at, bytes.length, linesAt, lines.length, statusAt);
    if (!reading) return { error: noMemory };
    const from = module._vav_reading_data(reading);
    const output = module.HEAPU8.subarray(from, from + module._vav_reading_length(reading));
    return module.HEAPU8[statusAt] === 0 ? { block: output } : JSON.parse(decoder.decode(output));
  } catch (error) {
    return error instanceof WebAssembly.RuntimeError ? crash
      : { error: { line: null, code: 'module', message: 'The part that reads this format could not be loaded.' } };
  }
}

export const Bits = { again: 1, state: 2, twin: 4, heights: 8 };

export class Core {
  /** Set by the first trap: from then on every call answers with nothing. */
  dead = false;
  /** @type {(error: unknown) => void} */
  onTrap = () => {};
  #module;
  #context = 0;
  #handle = 0;
  #turn = 0;

  /** @param {WasmModule} module */
  constructor(module) {
    this.#module = module;
    this.#context = module._vav_create();
  }

  destroy() {
    this.detach();
    this.#guard(() => this.#module._vav_destroy(this.#context), undefined);
    this.dead = true;
  }

  /**
   * Reads a transcript; a format that few need by way of the second module, which is loaded now.
   * @param {Uint8Array} bytes
   * @param {string[]} options lines, see src/bridge
   * @returns {Promise<{ transcript: Inspect } | { error: ReadError }>}
   */
  async open(bytes, options) {
    this.#turn++;
    const result = this.#open(bytes, options);
    if (!('error' in result) || result.error.code !== 'elsewhere') return result;
    const turn = this.#turn;
    const reading = await readElsewhere(bytes, options.join('\n'));
    if (turn !== this.#turn) return { error: { line: null, code: 'superseded', message: 'Another transcript was opened.' } };
    return 'error' in reading ? reading : this.#openBlock(reading.block);
  }

  /** @param {Uint8Array} block @returns {{ transcript: Inspect } | { error: ReadError }} */
  #openBlock(block) {
    return this.#guard(() => {
      const module = this.#module;
      const at = module._vav_alloc(block.length);
      if (!at) return { error: noMemory };
      module.HEAPU8.set(block, at);
      const status = module._vav_open_block(this.#context, at, block.length);
      module._vav_free(at);
      const answer = this.#answer();
      return status === 0 ? { transcript: answer } : { error: answer.error };
    }, crash);
  }

  /** @param {Uint8Array} bytes @param {string[]} options @returns {{ transcript: Inspect } | { error: ReadError }} */
  #open(bytes, options) {
    return this.#guard(() => {
      const module = this.#module;
      const at = module._vav_alloc(Math.max(1, bytes.length));
      if (!at) return { error: noMemory };
      module.HEAPU8.set(bytes, at);
      const status = this.#send(options.join('\n'), (pointer, length) =>
        module._vav_open(this.#context, at, bytes.length, pointer, length));
      module._vav_free(at);
      const answer = this.#answer();
      return status === 0 ? { transcript: answer } : { error: answer.error };
    }, crash);
  }

  /** @param {string} line @returns {boolean} whether the core knew it */
  command(line) {
    return this.#guard(() => this.#send(line, (pointer, length) =>
      this.#module._vav_command(this.#context, pointer, length)) === 0, false);
  }

  /** The answer as JSON, null when the core has none. @param {string} what @returns {any} */
  query(what) {
    return this.#guard(() => this.#ask(what) ? this.#answer() : null, null);
  }

  /** The answer's bytes, for exports. @param {string} what @returns {Uint8Array<ArrayBuffer> | null} */
  bytes(what) {
    return this.#guard(() => this.#ask(what) ? this.#output().slice() : null, null);
  }

  /** @param {string} text */
  layout(text) {
    this.#guard(() => this.#send(text, (pointer, length) =>
      this.#module._vav_layout(this.#context, pointer, length)), undefined);
  }

  /** @param {number} kind @param {number} x @param {number} y @param {number} buttons @param {number} mods */
  pointer(kind, x, y, buttons, mods) {
    this.#guard(() => this.#module._vav_pointer(this.#context, kind, x, y, buttons, mods), undefined);
  }

  /** @param {number} x @param {number} y @param {number} dx @param {number} dy @param {number} mods */
  wheel(x, y, dx, dy, mods) {
    return this.#guard(() => this.#module._vav_wheel(this.#context, x, y, dx, dy, mods) === 1, false);
  }

  /**
   * Hands over a context made from the element's own canvas: Emscripten's look-up by selector can't
   * see into a shadow root.
   * @param {WebGL2RenderingContext} gl @param {object} attributes
   */
  attach(gl, attributes) {
    this.#guard(() => {
      this.#handle = this.#module.GL.registerContext(gl, { majorVersion: 2, minorVersion: 0, ...attributes });
      this.#module._vav_gl(this.#context, this.#handle);
    }, undefined);
  }

  detach() {
    if (!this.#handle) return;
    this.#guard(() => {
      this.#module._vav_gl(this.#context, 0);
      this.#module.GL.deleteContext(this.#handle);
    }, undefined);
    this.#handle = 0;
  }

  /** Draws. @param {number} now milliseconds @returns {number} Bits */
  frame(now) {
    return this.#guard(() => this.#module._vav_frame(this.#context, now), 0);
  }

  get heapBytes() { return this.#module.HEAPU8.length; }
  get liveBytes() { return this.#guard(() => this.#module._vav_live_bytes(), 0); }

  /** @param {string} what */
  #ask(what) {
    return this.#send(what, (pointer, length) => this.#module._vav_query(this.#context, pointer, length)) === 0;
  }

  /**
   * Copies text in for the time of one call.
   * @template T @param {string} text @param {(pointer: number, length: number) => T} call @returns {T}
   */
  #send(text, call) {
    const bytes = encoder.encode(text);
    const pointer = this.#module._vav_alloc(bytes.length + 1);
    this.#module.HEAPU8.set(bytes, pointer);
    const result = call(pointer, bytes.length);
    this.#module._vav_free(pointer);
    return result;
  }

  // A view taken anew: the call before may have grown the memory.
  #output() {
    const start = this.#module._vav_output(this.#context);
    return /** @type {Uint8Array<ArrayBuffer>} */ (
      this.#module.HEAPU8.subarray(start, start + this.#module._vav_output_length(this.#context)));
  }

  #answer() { return JSON.parse(decoder.decode(this.#output())); }

  /** @template T @param {() => T} call @param {T} otherwise @returns {T} */
  #guard(call, otherwise) {
    if (this.dead) return otherwise;
    try {
      return call();
    } catch (error) {
      this.dead = true;
      loading = null;
      queueMicrotask(() => this.onTrap(error));
      return otherwise;
    }
  }
}
