// Reads in a worker, so that the page goes on answering. Where none can be started (another origin's script, a
// page from a file, a strict policy) the answer is null and the page reads itself. The module is compiled once, here.

import { assets } from './assets.js';
import { pacer } from './pace.js';
import { superseded } from './reader.js';

/** So much is copied at a time. */
const pieceBytes = 4 << 20;

export const serviceWorker = `${assets.base}service-worker.js`;

/** One policy a page: where scripts' addresses must be vouched for, ours are the workers'. */
const policy = (() => {
  if (!assets.worker) return null;
  try {
    return /** @type {any} */ (globalThis).trustedTypes?.createPolicy('vis-a-vis', {
      createScriptURL: (/** @type {string} */ address) => {
        if (address === assets.worker || address === serviceWorker) return address;
        throw new TypeError(address);
      },
    });
  } catch {
    return null; // a policy of this name exists, or none may be made: then there is no worker either
  }
})();

/** @param {string} address of a worker of ours @returns {any} */
export const vouched = address => policy ? policy.createScriptURL(address) : address;

/**
 * What the worker is given: a file to read, piece by piece in messages of one kind, or what is shown.
 * @typedef {{ piece?: Uint8Array, at?: number, size?: number, options?: string, block?: Uint8Array, name?: string, module?: WebAssembly.Module }} Work
 */

/**
 * @param {Uint8Array} bytes copied, not taken @param {string} options @param {AbortSignal} signal ends the worker at once
 * @returns {Promise<import('./reader.js').Reading | null>}
 */
export const readApart = (bytes, options, signal) => work(async send => {
  const pace = pacer(signal), size = bytes.length;
  for (let at = 0; at < size && await pace(); at += pieceBytes) {
    const piece = bytes.slice(at, at + pieceBytes);
    send({ piece, at, size, options }, [piece.buffer]);
  }
}, signal);

/**
 * What vav_write makes of a block; null where there is no worker.
 * @param {Uint8Array} block of the core's query `block` @param {string} name @param {AbortSignal} signal @param {boolean | null} taken handed over without a copy
 * @returns {Promise<Uint8Array<ArrayBuffer> | null>}
 */
export async function madeApart(block, name, signal, taken) {
  const made = await work(async send => send({ block, name }, taken ? [block.buffer] : []), signal);
  return made instanceof Uint8Array ? /** @type {Uint8Array<ArrayBuffer>} */ (made) : null;
}

/** @param {(send: (what: Work, moved: Transferable[]) => void) => Promise<void>} give @param {AbortSignal} signal @returns {Promise<any>} */
async function work(give, signal) {
  if (!assets.worker) return null;
  const module = await assets.compile('readers').catch(() => null);
  if (signal.aborted) return superseded;
  return module && new Promise(done => {
    try {
      const working = new Worker(vouched(assets.worker), { type: 'module' });
      const end = (/** @type {any} */ reading) => {
        working.terminate();
        signal.removeEventListener('abort', cancel);
        done(reading);
      };
      const cancel = () => end(superseded);
      signal.addEventListener('abort', cancel);
      working.onmessage = event => end(event.data);
      working.onerror = event => {
        event.preventDefault();
        end(null);
      };
      give((what, moved) => working.postMessage({ ...what, module }, moved)).catch(() => end(null));
    } catch {
      done(null);
    }
  });
}
