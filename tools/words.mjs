// Writes web/words/core.js: what of the core's words the page needs to know, from src/words. Run it where reports.inc or
// english.inc has changed; tests/web/languages.test.mjs holds that it was.
//
//   node tools/words.mjs

import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** The lines of a file of src/words: names and English. @param {string} file @param {string} macro @returns {Record<string, string>} */
export const linesOf = (file, macro) => Object.fromEntries([...readFileSync(join(root, "src/words", file), "utf8")
  .matchAll(new RegExp(`^${macro}\\(\\w+, "([^"]+)", "((?:[^"\\\\]|\\\\.)*)"\\)$`, "gm"))].map(([, name, pattern]) => [name, pattern.replaceAll('\\"', '"')]));

/** What the page's copy is. */
export function wordsOfCore() {
  const reports = Object.entries(linesOf("reports.inc", "REPORT")).filter(([name]) => !/^(command[.]|still-stands[.]path$)/.test(name));
  const names = Object.keys(linesOf("english.inc", "PHRASE"));
  const table = (/** @type {string[][]} */ lines) => lines.map(([name, pattern]) => `  '${name}': '${pattern.replaceAll("'", "\\'")}',`).join("\n");
  return `// Written by tools/words.mjs from src/words: what reading and writing say, in English, and the names of what the core shows.

export const reports = {
${table(reports.filter(([name]) => !name.startsWith("format.")))}
};

/** What a format is, beside the reports: a person seldom asks. */
export const formats = {
${table(reports.filter(([name]) => name.startsWith("format.")))}
};

/** The formats whose name is the same in every language. */
export const named = {
${table(Object.entries(linesOf("reports.inc", "NAME")))}
};

/** @typedef {${names.map((name) => `'${name}'`).join(" | ")}} CoreName */
`;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) writeFileSync(join(root, "web/words/core.js"), wordsOfCore());
