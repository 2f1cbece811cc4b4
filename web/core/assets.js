// The parts of the program that lie beside this script: found by one address, compiled once a page.

import { begun } from './begun.js';

/** The folder this script came from. Bundlers would take `new URL('.', …)` for a file. */
export const base = import.meta.url.replace(/[?#].*/, '').replace(/[^/]*$/, '');

// As in parts.js each address is written out.
const binaries = { visavis: new URL('./visavis.wasm', import.meta.url), readers: new URL('./readers.wasm', import.meta.url) };

/** @typedef {'visavis' | 'readers'} ModuleName visavis shows and reads what most files are, readers reads and writes all */

/** @type {Map<ModuleName, Promise<WebAssembly.Module>>} */
const compiled = new Map();

/** The module, compiled once; a failure is forgotten. @param {ModuleName} name */
export function compile(name) {
  let module = compiled.get(name);
  if (!module) {
    module = compileFrom(binaries[name].href);
    module.catch(() => compiled.delete(name));
    compiled.set(name, module);
  }
  return module;
}

/** @param {string} address */
export async function compileFrom(address) {
  if (typeof WebAssembly !== 'object') throw new Error('no WebAssembly');
  const response = await fetch(address, { credentials: 'same-origin' });
  if (!response.ok) throw new Error(`${response.status} for ${address}`);
  return response.headers.get('content-type') === 'application/wasm' ? WebAssembly.compileStreaming(response)
    : WebAssembly.compile(await response.arrayBuffer());
}

/**
 * @param {ModuleName} name @param {WebAssembly.Module} [module] compiled elsewhere
 * @param {import('./painting.js').Painting} [painting] for one that shows @returns {Promise<any>}
 */
export const instance = async (name, module, painting) => begun(module ?? await compile(name), painting);
