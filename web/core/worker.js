// The worker that reads: bytes and options in, one block out, handed over without a copy.

import { readFile } from './reader.js';

addEventListener('message', async event => {
  const { bytes, options, module } = /** @type {{ bytes: Uint8Array, options: string, module: WebAssembly.Module }} */ (event.data);
  const reading = await readFile('readers', bytes, options, module);
  /** @type {any} */ (globalThis).postMessage(reading, 'block' in reading ? [reading.block.buffer] : []);
});
