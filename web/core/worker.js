// The worker that reads: a file in pieces and options in, one block out, handed over without a copy. Given the block of
// what is shown, it writes what is asked for.

import { readFile, writeFile } from './reader.js';

/** As far as it has come. @type {Uint8Array | null} */ let file = null;

addEventListener('message', async event => {
  const { piece, at = 0, size = 0, options, module, block, name } = /** @type {import('./apart.js').Work} */ (event.data);
  const answer = (/** @type {any} */ said, /** @type {Transferable[]} */ moved = []) => /** @type {any} */ (globalThis).postMessage(said, moved);
  if (block) {
    const made = await writeFile(block, name ?? '', module).catch(() => null);
    answer(made, made ? [made.buffer] : []);
    return;
  }
  file ??= new Uint8Array(size);
  if (piece) file.set(piece, at);
  if (at + (piece?.length ?? 0) < size) return;
  const reading = await readFile('readers', file, options ?? '', module);
  answer(reading, 'block' in reading ? [reading.block.buffer] : []);
});
