// The core's C interface as an object: bytes in, JSON out. One WebAssembly module serves every
// element of a page; each element holds one context in it.

import { readApart } from './apart.js';
import { pacer, painted, pause } from './pace.js';
import { crash, instance, noMemory, readFile, superseded, writeFile } from './reader.js';

export { base } from './reader.js';

const encoder = new TextEncoder();
const decoder = new TextDecoder();
/** Below, reading here is quicker than starting a worker. */
const workerBytes = 200_000;

/** @type {Promise<WasmModule> | null} */
let loading = null;

/** Loads the module once a page. @returns {Promise<WasmModule>} */
export function loadModule() {
  loading ??= instance('visavis');
  loading.catch(() => { loading = null; });
  return loading;
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
   * Reads a transcript and makes it ready for `show`, in pieces that keep the page answering: what is large in a
   * worker, a format that few need with the second module, which is loaded now.
   * @param {Uint8Array} bytes
   * @param {string[]} options lines, see src/bridge
   * @param {AbortSignal} signal
   * @returns {Promise<{ transcript: Inspect } | { error: ReadError }>}
   */
  async open(bytes, options, signal) {
    const lines = options.join('\n');
    let reading = bytes.length > workerBytes ? await readApart(bytes, lines, signal) : null;
    if (signal.aborted) return superseded;
    if (!reading) {
      if (bytes.length > workerBytes) await painted();
      const error = this.#open(bytes, lines);
      if (error?.code === 'elsewhere') {
        reading = await readApart(bytes, lines, signal) ?? await readFile(bytes, lines);
        if (signal.aborted) return superseded;
      } else if (error) {
        return { error };
      }
    }
    if (reading) {
      if ('error' in reading) return reading;
      const error = this.#openBlock(reading.block);
      if (error) return { error };
      await pause();
      if (signal.aborted) return superseded;
    }
    return this.#collect(signal);
  }

  /** @param {AbortSignal} signal @returns {ReturnType<Core['open']>} */
  async #collect(signal) {
    const pace = pacer(signal);
    while (this.#guard(() => this.#module._vav_prepare(this.#context), 0)) if (!await pace()) return superseded;
    if (!await pace()) return superseded;
    const transcript = /** @type {Inspect | null} */ (this.query('head'));
    for (let next = 0; transcript && next !== null;) {
      if (!await pace()) return superseded;
      const part = this.query(`turns ${next}`);
      if (!part) return crash;
      for (const turn of part.turns) transcript.turns.push(Object.freeze(turn));
      next = part.next;
    }
    return transcript ? { transcript } : crash;
  }

  /** What was opened last takes the place of what is shown. */
  show() { this.#guard(() => this.#module._vav_show(this.#context), undefined); }

  /** @param {Uint8Array} block @returns {ReadError | null} */
  #openBlock(block) {
    return this.#with(block, at => this.#module._vav_open_block(this.#context, at, block.length));
  }

  /** @param {Uint8Array} bytes @param {string} lines @returns {ReadError | null} */
  #open(bytes, lines) {
    return this.#with(bytes, at => this.#send(lines, (pointer, length) =>
      this.#module._vav_open(this.#context, at, bytes.length, pointer, length)));
  }

  /** @param {Uint8Array} bytes copied in for the call @param {(at: number) => number} open @returns {ReadError | null} */
  #with(bytes, open) {
    return this.#guard(() => {
      const module = this.#module;
      const at = module._vav_alloc(Math.max(1, bytes.length));
      if (!at) return noMemory;
      module.HEAPU8.set(bytes, at);
      const status = open(at);
      module._vav_free(at);
      return status === 0 ? null : this.#answer().error;
    }, crash.error);
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

  /**
   * The transcript as shown, in a format; null where there is no way. The second module writes it.
   * @param {string} format @returns {Promise<Uint8Array<ArrayBuffer> | null>}
   */
  async exported(format) {
    const block = this.#guard(() => this.#ask('block') ? this.#output().slice() : null, null);
    return block && writeFile(block, format).catch(() => null);
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
