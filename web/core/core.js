// The C interface of the module that shows (src/bridge/show.h) as an object: a block in, JSON out. Each element of a
// page holds an instance of its own: a trap in one touches no other, and its memory goes with it.

import { madeApart, readApart } from './apart.js';
import { assets } from './assets.js';
import { Painting } from './painting.js';
import { pacer, painted, pause } from './pace.js';
import { part } from './parts.js';
import { crash, noMemory, readFile, superseded, writeFile } from './reader.js';
import english from '../words/english/page.js';
import { speak, spoken } from '../words/say.js';

const say = speak(english);

const encoder = new TextEncoder();
const decoder = new TextDecoder();
/** Below, reading here is quicker than starting a worker. */
const workerBytes = 200_000;
/** So much is copied at a time. */
const pieceBytes = 8 << 20;
/** Of more turns JavaScript holds those that were asked for last. */
const heldTurns = 20_000;
/** Of a block; above, nothing is found out on the page itself. */
const mostHere = 4_000_000;

export const Bits = { again: 1, state: 2, twin: 4, heights: 8, scroll: 16 };
/** Who gives a command: the text follows a person and a link; it stays for one of its own, or whose place it has already. */
export const Origin = { person: 0, link: 1, text: 2 };

const noPart = () => ({ line: null, code: 'module', message: say('the-part-that-2') });
/** What a module says by name (src/words/message.h), in words. @param {ReadError} error @returns {Promise<ReadError>} */
const inWords = async error => error.message[0] === '\x1f'
  ? part('reports').then(({ told }) => ({ ...error, message: told(error.message) }), noPart) : error;

export class Core {
  /** Set by the first trap: from then on every call answers with nothing. */
  dead = false;
  /** @type {(error: unknown) => void} */
  onTrap = () => {};
  #module;
  #painting;
  #context = 0;
  /** Which opening it was that is ready to be shown, or is. */ #opened = 0;
  /** Which one is. */ #shown = 0;

  static async create() {
    const painting = new Painting();
    return new Core(await assets.instance('visavis', undefined, painting), painting);
  }

  /** @param {ShowModule} module @param {Painting} painting */
  constructor(module, painting) {
    this.#module = module;
    this.#painting = painting;
    this.#context = module.vav_create();
    if (spoken.table) this.#send(spoken.table, (pointer, length) => module.vav_language(this.#context, pointer, length));
  }

  destroy() {
    this.detach();
    this.#guard(() => this.#module.vav_destroy(this.#context), undefined);
    this.dead = true;
  }

  /**
   * Reads a transcript and makes it ready for `show`: what is large in a worker, a format that few need with the
   * module of all readers, which is loaded now. What is left for the page comes in pieces that keep it answering.
   * @param {Uint8Array} bytes
   * @param {string[]} options lines, see src/bridge
   * @param {AbortSignal} signal
   * @returns {Promise<{ transcript: Inspect } | { error: ReadError }>}
   */
  async open(bytes, options, signal) {
    const reading = await this.read(bytes, options.join('\n'), signal);
    if (signal.aborted) return superseded;
    const error = 'error' in reading ? reading.error : await this.#take(reading.block, signal);
    if (error) return { error: await inWords(error) };
    await pause();
    return this.#collect(signal);
  }

  /** The block of a transcript. @param {Uint8Array} bytes @param {string} options @param {AbortSignal} signal @returns {Promise<import('./reader.js').Reading>} */
  async read(bytes, options, signal) {
    const reading = await this.#read(bytes, options, signal);
    return 'error' in reading ? { error: await inWords(reading.error) } : reading;
  }

  /** @type {Core['read']} */
  async #read(bytes, options, signal) {
    if (bytes.length > workerBytes) {
      const reading = await readApart(bytes, options, signal);
      if (reading || signal.aborted) return reading ?? superseded;
      await painted();
    }
    const reading = await readFile('visavis', bytes, options);
    if (signal.aborted || !('error' in reading) || reading.error.code !== 'elsewhere') return reading;
    return await readApart(bytes, options, signal) ?? readFile('readers', bytes, options);
  }

  /** @param {AbortSignal} signal @returns {ReturnType<Core['open']>} */
  async #collect(signal) {
    const pace = pacer(signal);
    if (!await pace()) return superseded;
    const transcript = /** @type {Inspect | null} */ (this.query('head'));
    if (transcript?.report.length) {
      const reports = await part('reports').catch(() => null);
      if (!reports) return { error: noPart() };
      reports.tell(transcript.report);
    }
    for (let next = 0; transcript && next !== null;) {
      if (!await pace()) return superseded;
      const some = this.query(`turns ${next}`);
      if (!some) return crash;
      if (some.count > heldTurns) {
        const serial = this.#opened;
        const { turnsOf } = await part('turns').catch(() => ({ turnsOf: null }));
        if (!turnsOf) return { error: noPart() };
        transcript.turns = turnsOf(some.count, first => (serial === this.#shown && this.query(`near ${first}`)?.turns) || []);
        break;
      }
      for (const turn of some.turns) transcript.turns.push(Object.freeze(turn));
      next = some.next;
    }
    return transcript ? { transcript } : crash;
  }

  /** What was opened last takes the place of what is shown. */
  show() {
    this.#shown = this.#opened;
    this.#guard(() => this.#module.vav_show(this.#context), undefined);
  }

  /** Copies the block in, and lets the core take it apart, in pieces. @param {Uint8Array} block @param {AbortSignal} signal @returns {Promise<ReadError | null>} */
  async #take(block, signal) {
    const module = this.#module, pace = pacer(signal);
    const at = this.#guard(() => module.vav_alloc(block.length), 0);
    if (!at) return this.dead ? crash.error : noMemory;
    let begun = false, status = 2;
    for (let from = 0; status === 2; from += pieceBytes) {
      if (!await pace()) break;
      status = this.#guard(() => {
        if (from < block.length) module.bytes.set(block.subarray(from, from + pieceBytes), at + from);
        else if (begun) return module.vav_open_on(this.#context);
        else module.vav_open_begin(this.#context, at, block.length);
        begun = from >= block.length;
        return 2;
      }, 3);
    }
    const error = status === 0 ? null : status === 2 ? superseded.error : status === 3 ? crash.error : this.#guard(() => this.#answer().error, crash.error);
    this.#guard(() => module.vav_free(at), undefined);
    if (!error) this.#opened++;
    return error;
  }

  /** @param {Line} line @param {number} origin @returns {boolean} whether the core knew it */
  command(line, origin) {
    return this.#guard(() => this.#send(line, (pointer, length) =>
      this.#module.vav_command(this.#context, pointer, length, origin)) === 0, false);
  }

  /** The answer as JSON, null when the core has none. @param {string} what @returns {any} */
  query(what) {
    return this.#guard(() => this.#ask(what) ? this.#answer() : null, null);
  }

  /** What is shown, for another instance; null where there is nothing. @returns {Uint8Array<ArrayBuffer> | null} */
  block() { return this.#guard(() => this.#ask('block') ? this.#output().slice() : null, null); }

  /**
   * What the second module makes of what is shown (vav_write), in a worker where there can be one.
   * @param {string} name @param {AbortSignal} signal @param {Uint8Array<ArrayBuffer> | null} [given] of another reading
   * @returns {Promise<Uint8Array<ArrayBuffer> | null>}
   */
  async made(name, signal, given = null) {
    const block = given ?? this.block(), large = block && block.length > mostHere;
    const made = block && await madeApart(block, name, signal, !given && large);
    return made || !block || signal.aborted || large ? made : writeFile(block, name).catch(() => null);
  }

  /** What is shown with other sections, while the view stays. @param {Uint8Array} block @param {AbortSignal} signal @returns {Promise<InspectSection[] | null>} the sections */
  async refine(block, signal) {
    if (await this.#take(block, signal)) return null;
    this.#opened--; // its turns are those that are shown
    const head = this.query('head');
    return head && this.#guard(() => this.#module.vav_refine(this.#context), 1) === 0 ? head.sections : null;
  }

  /**
   * The transcript as shown, in a format; null where there is no way. The second module writes it.
   * @param {string} format @returns {Promise<Uint8Array<ArrayBuffer> | null>}
   */
  async exported(format) {
    const block = this.block();
    return block && writeFile(block, format).catch(() => null);
  }

  /** @param {string} text */
  layout(text) {
    this.#guard(() => this.#send(text, (pointer, length) =>
      this.#module.vav_layout(this.#context, pointer, length)), undefined);
  }

  /** @param {number} kind @param {number} x @param {number} y @param {number} buttons @param {number} mods */
  pointer(kind, x, y, buttons, mods) {
    this.#guard(() => this.#module.vav_pointer(this.#context, kind, x, y, buttons, mods), undefined);
  }

  /** @param {number} x @param {number} y @param {number} dx @param {number} dy @param {number} mods */
  wheel(x, y, dx, dy, mods) {
    return this.#guard(() => this.#module.vav_wheel(this.#context, x, y, dx, dy, mods) === 1, false);
  }

  /** @param {WebGL2RenderingContext} gl of the element's own canvas */
  attach(gl) { this.#guard(() => this.#module.vav_gl(this.#context, this.#painting.attach(gl)), 0); }

  detach() {
    this.#guard(() => this.#module.vav_gl(this.#context, 0), 0);
    this.#painting.detach();
  }

  /** Draws. @param {number} now milliseconds @returns {number} Bits */
  frame(now) {
    return this.#guard(() => this.#module.vav_frame(this.#context, now), 0);
  }

  get heapBytes() { return this.#module.bytes.length; }
  get liveBytes() { return this.#guard(() => this.#module.vav_live_bytes(), 0); }

  /** @param {string} what */
  #ask(what) {
    return this.#send(what, (pointer, length) => this.#module.vav_query(this.#context, pointer, length)) === 0;
  }

  /**
   * Copies text in for the time of one call.
   * @template T @param {string} text @param {(pointer: number, length: number) => T} call @returns {T}
   */
  #send(text, call) {
    const bytes = encoder.encode(text);
    const pointer = this.#module.vav_alloc(bytes.length + 1);
    this.#module.bytes.set(bytes, pointer);
    const result = call(pointer, bytes.length);
    this.#module.vav_free(pointer);
    return result;
  }

  // A view taken anew: the call before may have grown the memory.
  #output() {
    const start = this.#module.vav_output(this.#context);
    return /** @type {Uint8Array<ArrayBuffer>} */ (
      this.#module.bytes.subarray(start, start + this.#module.vav_output_length(this.#context)));
  }

  #answer() { return JSON.parse(decoder.decode(this.#output())); }

  /** @template T @param {() => T} call @param {T} otherwise @returns {T} */
  #guard(call, otherwise) {
    if (this.dead) return otherwise;
    try {
      return call();
    } catch (error) {
      this.dead = true;
      queueMicrotask(() => this.onTrap(error));
      return otherwise;
    }
  }
}
