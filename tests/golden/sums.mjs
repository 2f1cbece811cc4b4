// Holds the numbers of `visavis inspect` to one another, for every sample and, where they are there, every file of the
// corpora beside the project: what is counted twice is counted the same, shares sum to one, sections hold their turns,
// times go forward. Nothing here is taken from the code: each figure is found anew from the turns as they are printed.
//
//   node tests/golden/sums.mjs [FOLDER…]

import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const corpora = join(root, "../shared/corpora");
const folders = process.argv.length > 2 ? process.argv.slice(2) : [join(root, "assets/samples"), corpora];

/** Words as a word processor counts them: Han characters and kana one each. @param {string} text */
const words = (text) => text.split(/\s+|[–—]|--/u).reduce((sum, run) => {
  const [letter, single] = [/\p{L}|\p{N}/u, /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u30FC]/u];
  return sum + run.split(single).filter((piece) => letter.test(piece)).length + [...run].filter((sign) => single.test(sign) && letter.test(sign)).length;
}, 0);
/** @param {number[]} list */
const total = (list) => list.reduce((sum, one) => sum + one, 0);
/** @param {number | null} found @param {number | null} wanted */
const near = (found, wanted) => found === null || wanted === null ? found === wanted : Math.abs(found - wanted) < 6e-5;
/** @param {number[]} parts each of a speaker with a turn */
const index = (parts) => {
  const sum = total(parts);
  if (parts.length < 2 || sum === 0) return null;
  return -total(parts.filter((one) => one > 0).map((one) => one / sum * Math.log(one / sum))) / Math.log(parts.length);
};

/** What does not add up. @param {any} talk @returns {string[]} */
function faults(talk) {
  const { turns, speakers, sections, topics, questions, roles, balance } = talk;
  /** @type {string[]} */ const wrong = [];
  /** @param {boolean} holds @param {string} what */
  const check = (holds, what) => { if (!holds) wrong.push(what); };
  for (const [name, list] of Object.entries({ turns, speakers, sections, topics }))
    list.forEach((/** @type {any} */ one, /** @type {number} */ at) => check(one.id === at, `${name}[${at}].id`));
  /** @type {number[]} */ const counts = turns.map((/** @type {any} */ turn) => words(turn.text));
  const spoken = turns.some((/** @type {any} */ turn, /** @type {number} */ at) => turn.speaker !== null && counts[at] > 0);
  const all = total(counts.filter((_, at) => turns[at].speaker !== null));
  /** @param {number} first @param {number} last */
  const inside = (first, last) => total(counts.slice(first, last + 1).filter((_, at) => !spoken || turns[first + at].speaker !== null));

  let latest = null;
  for (const turn of turns) {
    const { start_ms: start, end_ms: end } = turn;
    check(start === null || end === null || end >= start, `turn ${turn.id} ends before it starts`);
    check(turn.text === turn.text.replace(/^[ \n\t]+|[ \n\t]+$/g, "") && !/[\r\0]/.test(turn.text), `turn ${turn.id} has a text that is not trimmed`);
    check(turn.line >= 1, `turn ${turn.id} has no line`);
    for (const time of [start, end]) if (time !== null) latest = Math.max(latest ?? time, time);
    let at = 0;
    for (const word of turn.words ?? []) {
      at = turn.text.indexOf(word.text, at);
      check(at >= 0, `turn ${turn.id} has no word ${word.text}`);
      check(word.start_ms === null || word.end_ms === null || word.end_ms >= word.start_ms, `a word of turn ${turn.id} ends before it starts`);
      at += word.text.length;
    }
  }
  check(talk.duration_ms === latest, "duration_ms");

  for (const one of speakers) {
    const own = turns.filter((/** @type {any} */ turn) => turn.speaker === one.id);
    const mine = own.map((/** @type {any} */ turn) => counts[turn.id]), name = `speaker ${one.name}`;
    check(own.length > 0 && one.turns === own.length, `${name}: turns`);
    check(one.words === total(mine), `${name}: words ${one.words}, counted ${total(mine)}`);
    check(one.longest_turn === Math.max(...mine), `${name}: longest_turn`);
    check(near(one.share, all ? total(mine) / all : 0), `${name}: share`);
    if (one.ms !== null) check(one.ms === total(own.map((/** @type {any} */ turn) => (turn.end_ms ?? 0) - (turn.start_ms ?? 0))), `${name}: ms`);
    const asks = questions.speakers[one.id], role = roles.speakers[one.id];
    check(questions.list.filter((/** @type {any} */ q) => q.speaker === one.id).length === one.questions, `${name}: questions`);
    check(asks.asked + asks.rhetorical + asks.quoted === one.questions, `${name}: kinds of questions`);
    check(role.role === one.role && role.turn_words.turns === one.turns && role.turn_words.longest === one.longest_turn, `${name}: roles`);
    check(total(role.turn_words.distribution) === one.turns, `${name}: distribution`);
    check(!one.aliases.includes(one.name) && new Set(one.aliases).size === one.aliases.length, `${name}: aliases`);
  }
  const { recurrence } = talk;
  for (const one of recurrence.speakers) {
    check(one.fresh + one.own + one.taken === one.terms, `recurrence of speaker ${one.speaker}`);
    check(total(recurrence.pairs.filter((/** @type {any} */ pair) => pair.speaker === one.speaker).map((/** @type {any} */ pair) => pair.terms)) === one.taken, `pairs of speaker ${one.speaker}`);
  }
  check(recurrence.stretches.length <= 61 && recurrence.links.length <= 150, "recurrence is bounded");
  for (const link of recurrence.links) for (const [turn, stretch, who] of [[link.of_turn, link.earlier, link.of], [link.turn, link.later, link.speaker]])
    check(turn >= recurrence.stretches[stretch].first_turn && turn <= recurrence.stretches[stretch].last_turn && turns[turn].speaker === who, `link to turn ${turn}`);
  for (const topic of topics) check(topic.thread <= topic.id && topics[topic.thread].thread === topic.thread, `thread of topic ${topic.id}`);
  check(new Set(speakers.map((/** @type {any} */ one) => one.name)).size === speakers.length, "two speakers of one name");
  check(near(balance.index, index(speakers.map((/** @type {any} */ one) => one.words))), "balance.index");
  for (const [by, figures] of Object.entries(balance.by))
    if (figures) check(Math.abs(total(figures.shares) - 1) < 6e-5 * speakers.length + 1e-9, `shares by ${by}`);

  /** @type {(number | null)[]} */ const innermost = turns.map(() => null);
  for (const one of sections) {
    const up = one.parent === null ? null : sections[one.parent], name = `section ${one.id}`;
    check(one.first_turn >= 0 && one.first_turn <= turns.length && one.last_turn >= one.first_turn - 1 && one.last_turn < turns.length, `${name}: turns`);
    check(one.words === inside(one.first_turn, one.last_turn), `${name}: words`);
    check(!up || (up.id < one.id && up.level < one.level), `${name}: parent`);
    check(!up || one.last_turn < one.first_turn || (one.first_turn >= up.first_turn && one.last_turn <= up.last_turn), `${name}: outside its parent`);
    if (one.kind !== "derived") innermost.fill(one.id, one.first_turn, one.last_turn + 1);
  }
  turns.forEach((/** @type {any} */ turn) => check(turn.section === innermost[turn.id], `turn ${turn.id}: section`));
  topics.forEach((/** @type {any} */ one, /** @type {number} */ at) => {
    if (at > 0) check(one.first_turn === topics[at - 1].last_turn + 1, `topic ${at}: first_turn`);
    check(one.words === inside(one.first_turn, one.last_turn), `topic ${at}: words`);
  });
  if (topics.length) check(topics.at(-1).last_turn === turns.length - 1, "topics do not reach the end");
  for (const one of questions.list) {
    check(turns[one.turn].speaker === one.speaker && turns[one.turn].text.replace(/\s+/gu, " ").includes(one.text), `question in turn ${one.turn}`);
    if (one.answer) check(one.answer.speaker !== one.speaker && turns[one.answer.turn].speaker === one.answer.speaker, `answer to turn ${one.turn}`);
  }
  return wrong;
}

const files = folders.flatMap((folder) => !existsSync(folder) ? [] : readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath ?? entry.path, entry.name)));
const run = spawnSync(join(root, "build/native/visavis"), ["inspect", "--files-from", "-"],
  { input: files.join("\n"), encoding: "utf8", maxBuffer: 1 << 30 });
const lines = run.stdout.split("\n").slice(0, -1).map((line) => JSON.parse(line));
let held = 0, failed = lines.length === files.length ? 0 : 1;
if (failed) console.error(`${files.length} files, ${lines.length} answers: ${run.stderr}`);
for (const talk of lines) {
  if (talk.error) continue;
  const wrong = faults(talk);
  ++held;
  if (wrong.length === 0) continue;
  ++failed;
  console.error(`${talk.source.path}: ${wrong.slice(0, 4).join("; ")}`);
}
if (!existsSync(corpora)) console.log("skipped: there are no corpora beside the project");
console.log(`${held} readings add up, ${failed} do not`);
process.exitCode = failed > 0 || held === 0 ? 1 : 0;
