// Reads in a worker, so that the page goes on answering. Where none can be started (another origin's script, a
// page from a file, a strict policy) the answer is null and the page reads itself. The module is compiled once, here.

import { compile } from './assets.js';
import { superseded } from './reader.js';

const worker = new URL('./worker.js', import.meta.url).href;

/** One policy a page: where scripts' addresses must be vouched for, ours is the worker's. */
const policy = (() => {
  try {
    return /** @type {any} */ (globalThis).trustedTypes?.createPolicy('vis-a-vis', {
      createScriptURL: (/** @type {string} */ address) => {
        if (address === worker) return address;
        throw new TypeError(address);
      },
    });
  } catch {
    return null; // a policy of this name exists, or none may be made: then there is no worker either
  }
})();

/**
 * @param {Uint8Array} bytes copied, not taken @param {string} options @param {AbortSignal} signal ends the worker at once
 * @returns {Promise<import('./reader.js').Reading | null>}
 */
export async function readApart(bytes, options, signal) {
  const module = await compile('readers').catch(() => null);
  if (signal.aborted) return superseded;
  return module && new Promise(done => {
    try {
      const working = new Worker(policy ? policy.createScriptURL(worker) : worker, { type: 'module' });
      const end = (/** @type {import('./reader.js').Reading | null} */ reading) => {
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
      working.postMessage({ bytes, options, module });
    } catch {
      done(null);
    }
  });
}
