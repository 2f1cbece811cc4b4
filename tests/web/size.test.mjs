// The size ledger: everything that the first view loads, in brotli, against the bounds. Prints a line a file.

import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { brotliCompressSync, constants } from "node:zlib";
import { openPage, root, serveSite } from "./support.mjs";

const BOUND_BYTES = 200 * 1024;
/** Of a plain talk's view so much is kept free for what is to come. */
const ROOM_BYTES = 24 * 1024;
/** What looks for topics in a talk that has no headings, once it is shown. */
const AFTERWARDS = new Set(["found.js", "worker.js", "readers.wasm"]);

/** @param {string} file under build/site */
const brotli_size = (file) =>
  brotliCompressSync(readFileSync(join(root, "build/site", file)), {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 22 },
  }).length;

/**
 * Opens a sample and adds up what that loads from the site, the sample aside.
 * @param {string} sample @returns {Promise<{ files: Set<string>, total: number }>}
 */
async function loaded(sample) {
  const site = await serveSite();
  const page = await openPage("chromium", `${site.url}#src=samples/${sample}`);
  try {
    await page.waitFor(() => Boolean(document.querySelector("vis-a-vis")?.transcript));
    await new Promise((done) => setTimeout(done, 1000)); // nothing else comes on its own
    const foreign = page.requests.filter((url) => !url.startsWith(site.url) && !/^(blob|data):/.test(url));
    assert.deepEqual(foreign, [], "requests to elsewhere");
    const files = new Set(
      page.requests
        .filter((url) => url.startsWith(site.url))
        .map((url) => decodeURIComponent(new URL(url).pathname).slice(1) || "index.html")
        .filter((file) => !file.startsWith("samples/") && !AFTERWARDS.has(file) && existsSync(join(root, "build/site", file))),
    );
    assert.ok(files.has("visavis.wasm"), "the module was loaded");
    let total = 0;
    for (const file of [...files].sort()) {
      const bytes = brotli_size(file);
      total += bytes;
      console.log(`# ${String(bytes).padStart(8)} B  ${file}`);
    }
    console.log(`# ${String(total).padStart(8)} B  in all for ${sample}, of ${BOUND_BYTES}: ${BOUND_BYTES - total} B are free`);
    return { files, total };
  } finally {
    await page.close();
    await site.close();
  }
}

const samples = join(root, "assets/samples");
/** @param {string} ending */
const sampleOf = (ending) => String((existsSync(samples) ? readdirSync(samples) : []).find((name) => name.endsWith(ending)));

test("the first view of a talk loads at most 200 KiB, of which 24 are free, and nothing from elsewhere", { timeout: 90000 }, async () => {
  const { files, total } = await loaded(sampleOf(".txt"));
  assert.ok(!files.has("seldom.wasm") && !files.has("captions.wasm"), "nothing seldom is loaded");
  assert.ok(total <= BOUND_BYTES - ROOM_BYTES, `${total} B in brotli are more than ${BOUND_BYTES - ROOM_BYTES}`);
});

test("the first view of captions with a report loads at most 200 KiB", { timeout: 90000 }, async () => {
  const { files, total } = await loaded(sampleOf(".vtt"));
  assert.ok(files.has("captions.wasm") && !files.has("seldom.wasm"), "what reads captions is loaded, and nothing else");
  assert.ok(files.has("reports.js"), "this sample has something to report");
  assert.ok(total <= BOUND_BYTES, `${total} B in brotli are more than ${BOUND_BYTES}`);
});
