// In place of core/assets.js in an offline copy: the one module that it holds, for everything.

import { begun } from '../core/begun.js';
import { decompressed, unbase64 } from '../hosts/carried.js';

export const base = new URL('.', document.baseURI).href;

/** @type {Promise<WebAssembly.Module> | null} */
let compiled = null;

export const compile = () => compiled ??= unpacked();

async function unpacked() {
  const bytes = await decompressed(/** @type {Uint8Array<ArrayBuffer>} */ (unbase64(document.getElementById('module')?.textContent ?? '')));
  return WebAssembly.compile(/** @type {Uint8Array<ArrayBuffer>} */ (bytes));
}

/** @returns {Promise<any>} */
/**
 * @param {string} [name] @param {WebAssembly.Module} [module] @param {import('../core/painting.js').Painting} [painting]
 * @returns {Promise<any>}
 */
export const instance = async (name, module, painting) => begun(await compile(), painting);
