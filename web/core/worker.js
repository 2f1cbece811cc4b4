// The worker that reads: bytes and options in, one block out, handed over without a copy. Given the block of what is
// shown, it finds the topics of the talk.

import { readFile, writeFile } from './reader.js';

addEventListener('message', async event => {
  const { bytes, options, module, block } = /** @type {import('./apart.js').Work} */ (event.data);
  const answer = (/** @type {any} */ said, /** @type {Transferable[]} */ moved = []) => /** @type {any} */ (globalThis).postMessage(said, moved);
  if (block) {
    const file = await writeFile(block, 'inspect', module).catch(() => null);
    answer({ topics: file && JSON.parse(new TextDecoder().decode(file)).topics });
    return;
  }
  const reading = await readFile('readers', /** @type {Uint8Array} */ (bytes), options ?? '', module);
  answer(reading, 'block' in reading ? [reading.block.buffer] : []);
});
