// The generated files on disk, for the process that reads natively.

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { KINDS } from "./generate.mjs";

/** Calls `use` with a kind's bytes and the file that holds them, which is gone afterwards. */
export async function with_file(kind, size, use) {
  const folder = mkdtempSync(join(tmpdir(), "visavis-bench-"));
  try {
    const bytes = KINDS[kind](size), file = join(folder, "transcript");
    writeFileSync(file, bytes);
    return await use(new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length), file);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
