// Which labels of plain texts are speakers: the reader's own rules beside a table of weights fitted to the same
// evidence, every source judged by weights of the other sources. A source is a repository or a collection.
//
//   node tests/bench/labels.mjs [score | weights | wrong] [FOLDER…]
//
// Reads ../shared/corpora (interviews, derived, fresh) and ../shared/cases; FOLDER… are further ones with
// <file>.gold.json beside a file, <case>/expected.json, or no gold: then today's reading counts as right.

import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const shared = process.env.VISAVIS_SHARED ?? join(root, "../shared");
const bench = process.env.VISAVIS_LABEL_BENCH ?? join(root, "build/native/tests/bench/label_bench");
const plain = /\.(txt|md|markdown|log|fountain)$/i;

/** @typedef {{name: string, base: string, family: string, lines: number, taken: number, person: string, features: string[]}} Label */
/** @typedef {{file: string, source: string, set: string, names: string[] | undefined, labels: Label[]}} Talk names: of those who speak; undefined: as read today */
/** @typedef {{at: number[], gold: boolean, today: boolean, weight: number, talk: number, label: Label}} Row */

const fold = (/** @type {string} */ text) => text.normalize("NFC").toLowerCase().replace(/[\s\u00a0]+/g, " ").trim();
const stem = (/** @type {string} */ name) => name.replace(/^\d+[a-z]?-/, "").replace(/\.[^.]*$/, "").replace(/(-\d+|\d+)$/, "");
const load = (/** @type {string} */ file) => JSON.parse(readFileSync(file, "utf8"));

/** @param {string} folder @returns {string[]} */
const entries = (folder) => existsSync(folder) ? readdirSync(folder).sort().map((name) => join(folder, name)) : [];

/** @param {Record<string, unknown>} gold of check_fresh.py */
function names_of(gold) {
  return Object.keys(gold.speakers ?? {}).flatMap((key) => key.split(/(?<! )\|(?! )/));
}

/** Files with gold in the ways that the folders have it. @param {string[]} folders @returns {Talk[]} */
function talks(folders) {
  /** @type {Talk[]} */
  const out = [];
  const add = (/** @type {string} */ set, /** @type {string} */ source, /** @type {string} */ file, /** @type {string[]} [names] */ names) => {
    if (plain.test(file) && existsSync(file) && statSync(file).size < 4e6) out.push({ set, source, file, names, labels: [] });
  };
  const corpora = join(shared, "corpora"), interviews = join(corpora, "interviews");
  const gold = join(interviews, "GOLD.shared.json");
  if (existsSync(gold))
    for (const [path, entry] of Object.entries(load(gold))) {
      const rare = String(entry.note ?? "").includes("dropped");
      add("interviews", path.split("/")[1], join(corpora, path), rare || !entry.turn_starts ? undefined : entry.turn_starts.map((/** @type {string[]} */ one) => one[0]));
    }
  for (const file of entries(join(interviews, "qmsum"))) add("interviews", "qmsum", file);
  for (const file of entries(join(corpora, "derived"))) add("derived", "derived", file);
  const cases = (/** @type {string} */ set, /** @type {string} */ folder) => {
    for (const one of entries(folder)) {
      if (!statSync(one).isDirectory()) continue;
      const input = entries(one).find((file) => plain.test(file) && !file.endsWith("expected.md"));
      if (!input) continue;
      const want = existsSync(join(one, "expected.json")) ? load(join(one, "expected.json"))
        : existsSync(join(one, "gold.json")) ? load(join(one, "gold.json")) : {};
      const list = Array.isArray(want.speakers) ? want.speakers : want.complete === true ? names_of(want) : undefined;
      add(set, set === "fresh" ? `fresh ${stem(basename(one)).split("-")[0]}` : stem(basename(one)), input, list);
    }
  };
  cases("fresh", join(corpora, "fresh"));
  cases("cases", join(shared, "cases"));
  for (const folder of folders) {
    const set = basename(folder);
    cases(set, folder);
    for (const file of entries(folder)) {
      if (file.endsWith(".gold.json") || /\.(md|txt)$/.test(file) && /^(README|sources)/.test(basename(file))) continue;
      add(set, `${set} ${stem(basename(file)).split("-").at(-1)}`, file);
    }
  }
  for (let from = 0; from < out.length; from += 100) {
    const part = out.slice(from, from + 100);
    const run = spawnSync(bench, part.map((talk) => talk.file), { maxBuffer: 1 << 30, encoding: "utf8" });
    if (run.status !== 0) throw new Error(`label_bench: ${run.stderr || run.status}`);
    const found = new Map(run.stdout.split("\n").filter(Boolean).map((line) => JSON.parse(line)).map((one) => [one.file, one]));
    for (const talk of part) talk.labels = found.get(talk.file)?.labels ?? [];
  }
  return out;
}

/** @param {Talk[]} all */
function rows_of(all) {
  /** @type {Map<string, number>} */
  const index = new Map();
  /** @type {Row[]} */
  const rows = [];
  all.forEach((talk, at) => {
    const names = talk.names && new Set(talk.names.map(fold));
    for (const label of talk.labels) {
      const today = label.taken * 2 >= label.lines;
      const known = names && [label.name, label.base, label.person].some((name) => name && names.has(fold(name)));
      // A name that stands in a list of those present as well speaks where the reader has it speak.
      const gold = names ? Boolean(known) && (today || label.taken > 0 || !talk.labels.some((other) => other.base === label.base && other.taken > 0)) : today;
      const features = label.features.map((name) => index.get(name) ?? (index.set(name, index.size), index.size - 1));
      rows.push({ at: features, gold, today, weight: 1 / Math.sqrt(talk.labels.length), talk: at, label });
    }
  });
  return { rows, names: [...index.keys()] };
}

/** Logistic regression with a ridge, by AdaGrad. @param {Row[]} rows @param {number} size */
function fit(rows, size, ridge = 2e-4, rounds = 40) {
  const weights = new Float64Array(size + 1), squares = new Float64Array(size + 1).fill(1e-8);
  const order = rows.map((_, i) => i);
  let seed = 1;
  for (let round = 0; round < rounds; ++round) {
    for (let i = order.length - 1; i > 0; --i) {
      seed = (seed * 1103515245 + 12345) % 2147483648;
      const j = seed % (i + 1);
      [order[i], order[j]] = [order[j], order[i]];
    }
    for (const i of order) {
      const { at, gold, weight } = rows[i];
      let sum = weights[size];
      for (const f of at) sum += weights[f];
      const slope = (1 / (1 + Math.exp(-sum)) - Number(gold)) * weight;
      const step = (/** @type {number} */ f) => {
        const g = slope + ridge * weights[f];
        squares[f] += g * g;
        weights[f] -= 0.3 * g / Math.sqrt(squares[f]);
      };
      for (const f of at) step(f);
      step(size);
    }
  }
  return weights;
}

/** @param {Float64Array} weights @param {Row} row */
const score = (weights, row) => row.at.reduce((sum, f) => sum + weights[f], weights[weights.length - 1]);

const [command = "score", ...folders] = process.argv.slice(2);
const all = talks(folders), { rows, names } = rows_of(all);
const whole = fit(rows, names.length);
if (command === "weights") {
  for (const [i, name] of names.entries()) console.log(Math.round(whole[i] * 10), name);
  console.log(Math.round(whole[names.length] * 10), "(none)");
} else {
  /** @type {Map<string, Row[]>} */
  const by_source = new Map();
  for (const row of rows) by_source.set(all[row.talk].source, [...by_source.get(all[row.talk].source) ?? [], row]);
  const left_out = new Map();
  for (const [source, own] of by_source) {
    const weights = fit(rows.filter((row) => all[row.talk].source !== source), names.length);
    for (const row of own) left_out.set(row, score(weights, row) > 0);
  }
  /** @type {[string, (row: Row) => boolean][]} */
  const ways = [["the reader's rules, in sample", (row) => row.today], ["fitted, in sample", (row) => score(whole, row) > 0],
    ["fitted, the source left out", (row) => left_out.get(row)]];
  console.log(`${all.length} files, ${new Set(all.map((talk) => talk.source)).size} sources, ${rows.length} labels, ${names.length} features`);
  for (const [name, says] of ways) {
    const wrong = new Set(rows.filter((row) => says(row) !== row.gold).map((row) => row.talk));
    const hit = rows.filter((row) => says(row) && row.gold).length;
    const sets = [...new Set(all.map((talk) => talk.set))].map((set) => {
      const of = all.flatMap((talk, i) => talk.set === set ? [i] : []);
      return `${set} ${of.filter((i) => !wrong.has(i)).length}/${of.length}`;
    });
    console.log(`${name}: precision ${(hit / rows.filter(says).length).toFixed(3)}, recall ${(hit / rows.filter((row) => row.gold).length).toFixed(3)}, files with every label right ${all.length - wrong.size} (${sets.join(", ")})`);
    if (command === "wrong" && name.startsWith(process.env.WAY ?? "fitted, the"))
      for (const i of wrong)
        console.log(`  ${all[i].file}: ${rows.filter((row) => row.talk === i && says(row) !== row.gold).slice(0, 6).map((row) => `${row.gold ? "-" : "+"}${row.label.family} ${row.label.name.slice(0, 30)} (${row.label.lines})`).join("; ")}`);
  }
}
