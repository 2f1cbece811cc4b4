// The modules are linked without Emscripten's JavaScript: whatever they import, the page gives them (web/core/begun.js).

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { root } from "./support.mjs";

/** Of C's library: an abort, and what an abort would print. Nothing else comes to them. */
const REFUSED = ["proc_exit", "fd_write", "fd_close", "fd_seek"];

for (const [name, painting] of /** @type {[string, boolean][]} */ ([["visavis", true], ["offline", true], ["readers", false]])) {
  test(`every import of ${name}.wasm is known`, () => {
    const wasm = new WebAssembly.Module(readFileSync(join(root, "build/site", `${name}.wasm`)));
    const page = ["begun", ...(painting ? ["painting", "lettering"] : [])]
      .map((file) => readFileSync(join(root, "web/core", `${file}.js`), "utf8")).join("");
    const strange = WebAssembly.Module.imports(wasm).map((one) => one.name)
      .filter((one) => !REFUSED.includes(one) && !(painting && /^gl[A-Z]/.test(one)) && !page.includes(one));
    assert.deepEqual(strange, []);
  });
}
