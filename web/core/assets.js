// What of the program lies beside this script, found through one object: here by addresses. An offline copy holds all of
// it in its own page (offline/assets.js).

import { begun } from './begun.js';

// As in parts.js each address is written out: bundlers of those who use the npm package find it.
const addresses = {
  visavis: new URL('./visavis.wasm', import.meta.url), captions: new URL('./captions.wasm', import.meta.url), seldom: new URL('./seldom.wasm', import.meta.url),
  readers: new URL('./readers.wasm', import.meta.url), offline: new URL('./offline.wasm', import.meta.url), template: new URL('./offline.html', import.meta.url),
};

/**
 * `visavis` shows and reads what most files are, `captions` and `seldom` are parts of it; `readers` reads and writes all, `offline` is an
 * offline copy's and hands out what it draws.
 * @typedef {'visavis' | 'captions' | 'seldom' | 'readers' | 'offline'} ModuleName
 */

/** @type {Map<ModuleName, Promise<WebAssembly.Module>>} */
const compiled = new Map();

/** @param {URL} address */
async function fetched(address) {
  const response = await fetch(address, { credentials: 'same-origin' });
  if (!response.ok) throw new Error(`${response.status} for ${address}`);
  return response;
}

/** @param {ModuleName} name */
async function compiledFrom(name) {
  if (typeof WebAssembly !== 'object') throw new Error('no WebAssembly');
  const response = await fetched(addresses[name]);
  return response.headers.get('content-type') === 'application/wasm' ? WebAssembly.compileStreaming(response)
    : WebAssembly.compile(await response.arrayBuffer());
}

export const assets = {
  /** The folder this script came from. Bundlers would take `new URL('.', …)` for a file. */
  base: import.meta.url.replace(/[?#].*/, '').replace(/[^/]*$/, ''),
  /** The script of the worker that reads; empty where there is none. */
  worker: new URL('./worker.js', import.meta.url).href,

  /** The module, compiled once; a failure is forgotten. @param {ModuleName} name */
  compile(name) {
    let module = compiled.get(name);
    if (!module) {
      module = compiledFrom(name);
      module.catch(() => compiled.delete(name));
      compiled.set(name, module);
    }
    return module;
  },

  /**
   * A new instance with a memory of its own, which goes when it is let go of.
   * @param {ModuleName} name @param {WebAssembly.Module} [module] compiled elsewhere
   * @param {import('./painting.js').Painting} [painting] for one that shows @param {ModuleName[]} [parts]
   * @returns {Promise<any>}
   */
  instance: async (name, module, painting, parts = []) =>
    begun(module ?? await assets.compile(name), painting, await Promise.all(parts.map(part => assets.compile(part)))),

  /** The page that becomes an offline copy when a transcript is put into it. */
  template: async () => (await fetched(addresses.template)).text(),
};
