// The worker that reads: bytes and options in, one block out, handed over without a copy. Given the block of what is
// shown, it writes what is asked for.

import { readFile, writeFile } from './reader.js';

addEventListener('message', async event => {
  const { bytes, options, module, block, name } = /** @type {import('./apart.js').Work} */ (event.data);
  const answer = (/** @type {any} */ said, /** @type {Transferable[]} */ moved = []) => /** @type {any} */ (globalThis).postMessage(said, moved);
  if (block) {
    const made = await writeFile(block, name ?? '', module).catch(() => null);
    answer(made, made ? [made.buffer] : []);
    return;
  }
  const reading = await readFile('readers', /** @type {Uint8Array} */ (bytes), options ?? '', module);
  answer(reading, 'block' in reading ? [reading.block.buffer] : []);
});
