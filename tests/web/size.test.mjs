// The size ledger: everything that the first view loads, in brotli, against the bound. Prints a line a file.

import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { brotliCompressSync, constants } from "node:zlib";
import { openPage, root, serveSite } from "./support.mjs";

const BOUND_BYTES = 200 * 1024;

/** @param {string} file under build/site */
const brotli_size = (file) =>
  brotliCompressSync(readFileSync(join(root, "build/site", file)), {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 22 },
  }).length;

test("the first view loads at most 200 KB and nothing from elsewhere", { timeout: 90000 }, async () => {
  const folder = join(root, "assets/samples");
  const sample = (existsSync(folder) ? readdirSync(folder) : []).find((name) => name.endsWith(".txt"));
  const site = await serveSite();
  const page = await openPage("chromium", `${site.url}#src=samples/${sample}`);
  try {
    await page.waitFor(() => Boolean(document.querySelector("vis-a-vis")?.transcript));
    await new Promise((done) => setTimeout(done, 1000));
    const foreign = page.requests.filter((url) => !url.startsWith(site.url) && !/^(blob|data):/.test(url));
    assert.deepEqual(foreign, [], "requests to elsewhere");
    const files = new Set(
      page.requests
        .filter((url) => url.startsWith(site.url))
        .map((url) => decodeURIComponent(new URL(url).pathname).slice(1) || "index.html")
        .filter((file) => !file.startsWith("samples/") && existsSync(join(root, "build/site", file))),
    );
    assert.ok(files.has("visavis.wasm"), "the module was loaded");
    let total = 0;
    for (const file of [...files].sort()) {
      const bytes = brotli_size(file);
      total += bytes;
      console.log(`# ${String(bytes).padStart(8)} B  ${file}`);
    }
    console.log(`# ${String(total).padStart(8)} B  in all, of ${BOUND_BYTES}`);
    assert.ok(total <= BOUND_BYTES, `${total} B in brotli are more than ${BOUND_BYTES}`);
  } finally {
    await page.close();
    await site.close();
  }
});
