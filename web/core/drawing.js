// The module that hands out what it draws, for pictures: the offline copy's. (In a copy it is there: offline/drawing.js.)

import { compileFrom } from './assets.js';
import { begun } from './begun.js';

/** @returns {Promise<any>} */
export async function drawing() {
  const [{ default: create }, wasm] = await Promise.all([import('./offline.js'), compileFrom(new URL('./offline.wasm', import.meta.url).href)]);
  return begun(create, wasm);
}
