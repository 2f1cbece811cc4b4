// Reads in a worker, so that the page goes on answering. Where none can be started (another origin's script, a
// page from a file, a strict policy) the answer is null and the page reads itself. The module is compiled once, here.

import { base, compile } from './assets.js';
import { superseded } from './reader.js';

/** One policy a page: where scripts' addresses must be vouched for, ours are those beside this script. */
const policy = (() => {
  try {
    return /** @type {any} */ (globalThis).trustedTypes?.createPolicy('vis-a-vis', {
      createScriptURL: (/** @type {string} */ address) => {
        if (address.startsWith(base)) return address;
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
      const address = new URL('worker.js', base).href;
      const worker = new Worker(policy ? policy.createScriptURL(address) : address, { type: 'module' });
      const end = (/** @type {import('./reader.js').Reading | null} */ reading) => {
        worker.terminate();
        signal.removeEventListener('abort', cancel);
        done(reading);
      };
      const cancel = () => end(superseded);
      signal.addEventListener('abort', cancel);
      worker.onmessage = event => end(event.data);
      worker.onerror = event => {
        event.preventDefault();
        end(null);
      };
      worker.postMessage({ bytes, options, module });
    } catch {
      done(null);
    }
  });
}
