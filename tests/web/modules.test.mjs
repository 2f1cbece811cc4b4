// The modules are linked without Emscripten's JavaScript: whatever they import, the page gives them (web/core/begun.js).

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { begun } from "../../web/core/begun.js";
import { ask, bytesOf } from "../../web/core/reader.js";
import { root } from "./support.mjs";

/** Of C's library: an abort, and what an abort would print. Nothing else comes to them. */
const REFUSED = ["proc_exit", "fd_write", "fd_close", "fd_seek"];

for (const [name, painting] of /** @type {[string, boolean][]} */ ([["visavis", true], ["offline", true], ["readers", false]])) {
  test(`every import of ${name}.wasm is known`, () => {
    const wasm = new WebAssembly.Module(readFileSync(join(root, "build/site", `${name}.wasm`)));
    const page = ["begun", ...(painting ? ["painting", "lettering"] : [])]
      .map((file) => readFileSync(join(root, "web/core", `${file}.js`), "utf8")).join("");
    const strange = WebAssembly.Module.imports(wasm).filter((one) => !/^(captions|seldom)/.test(one.module)).map((one) => one.name)
      .filter((one) => !REFUSED.includes(one) && !(painting && /^gl[A-Z]/.test(one)) && !page.includes(one));
    assert.deepEqual(strange, []);
  });
}

/** @param {string} name */
const compiled = (name) => new WebAssembly.Module(readFileSync(join(root, "build/site", `${name}.wasm`)));

const encoder = new TextEncoder();

/** What a reading found, as `inspect`. @param {string} text @param {string} options @param {string} name @param {string[]} [parts] @returns {Promise<any>} */
async function reading(text, options, name, parts = []) {
  const module = await begun(compiled(name), undefined, parts.map(compiled));
  const { answer, status } = /** @type {{ answer: number, status: number }} */ (ask(module, encoder.encode(text), encoder.encode(options), module.vav_read));
  assert.equal(status, 0);
  module.vav_finish(answer);
  const second = await begun(compiled("readers"));
  const written = /** @type {{ answer: number, status: number }} */ (ask(second, bytesOf(module, answer), encoder.encode("inspect"), second.vav_write));
  assert.equal(written.status, 0);
  return JSON.parse(Buffer.from(bytesOf(second, written.answer)).toString());
}

const TALK = "Ada: Did you bring the lamp?\n\nBen: I did, and the oil.\n\nAda: Then we can begin.\n\nBen: Yes.\n";
const CUES = "00:00:01,000 --> 00:00:02,000\nAda: Did you bring it?\n\n00:00:02,500 --> 00:00:04,000\nBen: I did.\n";
for (const [what, text, options] of [
  ["WebVTT", `WEBVTT\n\n${CUES.replaceAll(",", ".")}`, ""],
  ["SubRip", `1\n${CUES}`, ""],
  ["front matter", `---\ntitle: A lamp\n---\n\n${TALK}`, ""],
  ["our own text", `Title: A lamp\nSpeakers:\n  Ada\n  Ben\n\n${TALK}`, ""],
  ["captions with corrections", `1\n${CUES}`, "rename 0 Eva"],
  ["corrections", TALK, "rename 0 Eva\nmerge 1 0"],
]) {
  test(`what was cut out of the first module reads ${what} as the second one does`, async () => {
    assert.deepEqual(await reading(text, options, "visavis", ["captions", "seldom"]), await reading(text, options, "readers"));
  });
}

test("without what was cut out, reading it traps and says so; a plain talk needs none of it", async () => {
  assert.deepEqual(await reading(TALK, "", "visavis"), await reading(TALK, "", "readers"));
  for (const text of [`1\n${CUES}`, `WEBVTT\n\n${CUES.replaceAll(",", ".")}`])
    await assert.rejects(reading(text, "", "visavis"), (/** @type {Error} */ error) => error instanceof WebAssembly.RuntimeError && error.message.startsWith("captions"));
  await assert.rejects(reading(TALK, "rename 0 Eva", "visavis"), /^RuntimeError: seldom/);
});

const DASHES = ["ILKA – Who has the key?", "TOMA – Not I.", "ILKA – Then who?", "TOMA – Ask the miller."]
  .map((line, i) => `${i + 1}\n00:00:0${2 * i},000 --> 00:00:0${2 * i + 1},000\n${line}\n`).join("\n");

test("captions in a convention of plain text are the second module's, others without speakers are not", async () => {
  const first = await begun(compiled("visavis"), undefined, ["captions", "seldom"].map(compiled));
  const { answer, status } = /** @type {{ answer: number, status: number }} */ (ask(first, encoder.encode(DASHES), encoder.encode(""), first.vav_read));
  assert.notEqual(status, 0);
  assert.equal(JSON.parse(Buffer.from(bytesOf(first, answer)).toString()).error.code, "elsewhere");
  const read = await reading(DASHES, "", "readers");
  assert.deepEqual(read.speakers.map((/** @type {any} */ one) => [one.name, one.turns]), [["ILKA", 2], ["TOMA", 2]]);
  const plain = DASHES.replace(/(ILKA|TOMA) – /g, "");
  assert.deepEqual(await reading(plain, "", "visavis", ["captions", "seldom"]), await reading(plain, "", "readers"));
});

test("what was cut out of another build does not fit", async () => {
  const other = readFileSync(join(root, "build/site/seldom.wasm"));
  const stamp = WebAssembly.Module.imports(new WebAssembly.Module(other))[0].module;
  assert.match(stamp, /^seldom[0-9a-f]{8}$/);
  for (let at = other.indexOf(stamp); at >= 0; at = other.indexOf(stamp, at + 1)) other.write("seldom00000000", at);
  await assert.rejects(begun(compiled("visavis"), undefined, [new WebAssembly.Module(other)]));
});
