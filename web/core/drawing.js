// The module that hands out what it draws, for pictures: the offline copy's. (In a copy it is there: offline/drawing.js.)

import { compileFrom } from './assets.js';
import { begun } from './begun.js';
import { Painting } from './painting.js';

/** @returns {Promise<any>} */
export const drawing = async () => begun(await compileFrom(new URL('./offline.wasm', import.meta.url).href), new Painting());
