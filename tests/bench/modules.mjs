// The module of the site that reads large files, as the page's worker uses it (web/core/reader.js): bytes in, a finished
// reading out.

import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { begun } from "../../web/core/begun.js";

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const site = join(root, "build/site");

/** A new instance; its memory is its own. @param {"visavis" | "readers"} [name] */
export async function instance(name = "readers") {
  return begun(await WebAssembly.compile(readFileSync(join(site, `${name}.wasm`))));
}

/**
 * Copies the bytes in, reads them to a finished Transcript and lets go of it; false where the module can't.
 * @param {any} module @param {Uint8Array} bytes @param {boolean} [finished] as a block, as for the page
 */
export function read(module, bytes, finished = false) {
  const at = module.vav_alloc(bytes.length + 8);
  if (!at) throw new Error("no memory for the file");
  const status_at = (at + bytes.length + 3) & ~3;
  module.bytes.set(bytes, at);
  const answer = module.vav_read(at, bytes.length, at, 0, status_at);
  const status = module.bytes[status_at];
  module.vav_free(at);
  if (finished && status === 0) module.vav_finish(answer);
  module.vav_answer_free(answer); // the page drops the whole instance instead
  return status === 0;
}
