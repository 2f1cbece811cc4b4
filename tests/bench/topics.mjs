// Topic segmentation on the shared corpora whose topics are known, beside what it must better. Reads them as
// shared/eval/segmentation.py does and hands them to topic_bench.
//
//   node tests/bench/topics.mjs [score | labels | threads | fit | talks]

import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const corpora = process.env.VISAVIS_CORPORA ?? join(root, "../shared/corpora");

/** @typedef {{set: string, name: string, turns: string[][], starts: number[], titles?: string[], measured?: boolean, shown?: boolean}} Talk measured: never fitted to; shown: found as the product does */

/** Every file under a folder, in order. @param {string} folder @returns {string[]} */
function files_under(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((one) => (one.isDirectory() ? files_under(join(folder, one.name)) : [join(folder, one.name)]));
}

/** The first unit of each topic but the first. @param {number[]} lengths */
function starts_of(lengths) {
  let at = 0;
  return lengths.slice(0, -1).map((length) => (at += length));
}

/** @returns {Talk[]} */
function choi() {
  return files_under(join(corpora, "segmentation/choi")).filter((file) => file.endsWith(".ref")).map((file) => {
    const topics = readFileSync(file, "utf8").split(/^=+.*$/m)
      .map((part) => part.split("\n").map((line) => line.trim()).filter(Boolean)).filter((part) => part.length);
    return { set: "choi", name: basename(file), turns: topics.flat().map((line) => ["Reader", line]),
      starts: starts_of(topics.map((part) => part.length)) };
  });
}

/** @param {string} set @param {string} start of the file's name @returns {Talk[]} */
function dialogues(set, start) {
  const files = files_under(join(corpora, "segmentation/dialseg"))
    .filter((file) => basename(file).startsWith(start) && file.endsWith(".json"));
  return files.flatMap((file) => {
    const data = JSON.parse(readFileSync(file, "utf8"));
    const all = Array.isArray(data) ? data : Object.values(data).filter(Array.isArray).flat();
    return all.map((one) => ({ set, name: String(one.dial_id), starts: starts_of(one.segments),
      turns: one.utterances.map((said, i) => [i % 2 ? "Ben" : "Ana", said]) }));
  });
}

/** @returns {Talk[]} */
function meetings() {
  return files_under(join(corpora, "interviews/qmsum")).filter((file) => file.endsWith(".json")).flatMap((file) => {
    const data = JSON.parse(readFileSync(file, "utf8"));
    if (!data.topic_list) return [];
    const turns = data.meeting_transcripts.map((turn) => [turn.speaker, turn.content]);
    const first = new Map(data.topic_list.flatMap((topic) =>
      topic.relevant_text_span.map(([from]) => [Number(from), topic.topic])));
    const starts = [...first.keys()].filter((at) => at > 0 && at < turns.length).sort((a, b) => a - b);
    return [{ set: "qmsum", name: basename(file), turns, starts, titles: [0, ...starts].map((at) => first.get(at) ?? "") }];
  });
}

/** A talk whose sections were taken away. @param {string} set @param {string} file @param {string} kind of section @returns {Talk[]} */
function without_sections(set, file, kind) {
  const run = spawnSync(join(root, "build/native/visavis"), ["inspect", "-"], { input: readFileSync(file), maxBuffer: 1 << 28 });
  if (run.status !== 0) return [];
  const doc = JSON.parse(run.stdout.toString("utf8"));
  const kept = doc.turns.filter((turn) => turn.speaker !== null);
  const title_of = new Map();
  for (const section of doc.sections.filter((one) => one.kind === kind)) {
    const at = kept.findIndex((turn) => turn.id >= section.first_turn);
    title_of.set(Math.max(at, 0), section.title);
  }
  const starts = [...title_of.keys()].filter((at) => at > 0).sort((a, b) => a - b);
  if (starts.length < 3 || kept.length < 12) return [];
  const names = new Map(doc.speakers.map((one) => [one.id, one.name]));
  return [{ set, name: basename(file), turns: kept.map((turn) => [names.get(turn.speaker), turn.text]),
    starts, titles: [0, ...starts].map((at) => title_of.get(at) ?? "") }];
}

/** Interviews with headings of their own: measured, not fitted. */
const headed = () => files_under(join(corpora, "interviews")).filter((file) => /\.(txt|md)$/.test(file))
  .flatMap((file) => without_sections("headed", file, "heading")).map((talk) => ({ ...talk, measured: true }));

/** A German podcast by its chapters, a French questionnaire by its questions: measured, not fitted. */
const other_languages = () => [["german", "cweiske-lnp232/final-transcribed.trs"], ["french", "teicorpo/ESLO1_ENT_012_C.trs"]]
  .flatMap(([set, file]) => existsSync(join(corpora, "trs", file)) ? without_sections(set, join(corpora, "trs", file), "chapter") : [])
  .map((talk) => ({ ...talk, measured: true, titles: [] }));

/** Each topic as a talk of its own, which must stay one. @param {Talk} talk @returns {Talk[]} */
function topics_alone(talk) {
  const ends = [...talk.starts, talk.turns.length];
  return ends.map((end, i) => ({ set: "single", measured: true, name: `${talk.name} ${i}`, starts: [], turns: talk.turns.slice(ends[i - 1] ?? 0, end) }))
    .filter((one) => one.turns.length >= FEWEST_TURNS_ALONE);
}

/** The same talk with nobody named, as captions have it. @param {Talk} talk @returns {Talk} */
const unnamed = (talk) => ({ ...talk, set: `${talk.set} unnamed`, measured: true, titles: [], turns: talk.turns.map(([, words]) => ["Reader", words]) });

/** Talks of a set one behind the other, as one of more than LONG words whose two who speak most are the same throughout. @param {Talk[]} talks @param {string} set @returns {Talk[]} */
function joined(talks, set) {
  /** @type {Talk[]} */ const out = [];
  /** @type {Talk | null} */ let long = null;
  let words = 0;
  for (const talk of talks.filter((one) => one.set === set)) {
    long ??= { set: `${set} joined`, measured: true, shown: true, name: talk.name, turns: [], starts: [] };
    const said = new Map();
    for (const [who, text] of talk.turns) said.set(who, (said.get(who) ?? 0) + text.length);
    const order = [...said].sort((a, b) => b[1] - a[1]).map(([who]) => who);
    const at = long.turns.length;
    long.starts.push(...at ? [at] : [], ...talk.starts.map((start) => at + start));
    long.turns.push(...talk.turns.map(([who, text]) => [`Speaker ${order.indexOf(who) + 1}`, text]));
    words += talk.turns.reduce((sum, [, text]) => sum + text.split(/\s+/).length, 0);
    if (words < LONG_WORDS) continue;
    out.push(long);
    long = null;
    words = 0;
  }
  return out;
}

const FEWEST_TURNS_ALONE = 8, LONG_WORDS = 25_000;
const parted = [...headed(), ...dialogues("dialseg", "dialseg_711"), ...dialogues("tiage", "tiage"), ...meetings(), ...choi(), ...other_languages()]
  .filter((talk) => talk.turns.length >= 4 && talk.starts.length > 0);
const talks = [...parted, ...parted.filter((talk) => ["headed", "qmsum"].includes(talk.set)).map(unnamed), ...joined(parted, "headed"), ...joined(parted, "qmsum"), ...parted.filter((talk) => ["headed", "dialseg", "tiage", "qmsum"].includes(talk.set)).flatMap(topics_alone)];
const lines = talks.map((talk) => `${JSON.stringify(talk)}\n`).join("");
const [what = "score", ...more] = process.argv.slice(2);
if (what === "talks") process.stdout.write(lines);
else {
  const bench = join(root, "build/native/tests/bench/topic_bench");
  process.exitCode = spawnSync(bench, [what, ...more], { input: lines, stdio: ["pipe", "inherit", "inherit"] }).status ?? 1;
}
