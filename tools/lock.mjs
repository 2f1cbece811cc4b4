// A locked link or a locked offline copy without a browser: what Share gives with a passphrase, by Node's own WebCrypto.
//
//   node tools/lock.mjs [--base URL] [--view FRAGMENT] FILE < passphrase      prints the link
//   node tools/lock.mjs -o PAGE.html [--view FRAGMENT] FILE < passphrase      writes the copy; needs build/site
//
// The passphrase is the first line of standard input, so that it stands in no list of processes. FILE is text as it is, or
// what `visavis convert --to inspect` makes of any other.

import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { lock, sealedPage } from "../web/hosts/locked.js";

const usage = "usage: node tools/lock.mjs [--base URL | -o PAGE.html] [--view FRAGMENT] FILE < passphrase";

/** @param {string} text @param {number} status @returns {never} */
function fail(text, status) {
  console.error(text);
  process.exit(status);
}

function asked() {
  try {
    return parseArgs({ allowPositionals: true, options: { base: { type: "string", default: "" }, view: { type: "string", default: "" }, output: { type: "string", short: "o" } } });
  } catch (error) {
    return fail(`${error instanceof Error ? error.message : error}\n${usage}`, 2);
  }
}

const { values: { base, view, output }, positionals: [file, ...others] } = asked();
if (!file || others.length) fail(usage, 2);
const passphrase = readFileSync(0, "utf8").split(/\r?\n/)[0].trim();
if (!passphrase) fail("There is no passphrase: its place is the first line of standard input.", 2);

try {
  const bytes = readFileSync(file);
  try { new TextDecoder("utf-8", { fatal: true }).decode(bytes); } catch { fail(`${file}:0: This is no UTF-8 text. Lock what \`visavis convert --to inspect\` makes of it.`, 1); }
  const value = await lock(bytes, view.replace(/^#/, ""), passphrase);
  if (output) writeFileSync(output, sealedPage(readFileSync(join(dirname(fileURLToPath(import.meta.url)), "../build/site/offline.html"), "utf8"), value));
  else console.log(`${base.replace(/#.*/s, "")}${base ? "#" : ""}doc=${value}`);
} catch (error) {
  fail(error instanceof Error ? error.message : String(error), 1);
}
