// Holds `visavis inspect` to stored answers: for each file of assets/samples its object is tests/golden/NAME.json.
// Each is read twice, by its name and from standard input, since a name must not matter.
//
//   node tests/golden/run.mjs [--bless]    --bless writes the answers anew

import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const golden = dirname(fileURLToPath(import.meta.url));
const root = dirname(dirname(golden));
const samples = join(root, "assets/samples");
const command = join(root, "build/native/visavis");
const bless = process.argv.includes("--bless");

/** @param {string[]} words @param {Buffer} [input] */
function inspect(words, input) {
  const run = spawnSync(command, ["inspect", ...words], { input, maxBuffer: 1 << 28 });
  if (run.status !== 0) throw new Error(`exit ${run.status ?? run.signal}: ${run.stderr}`);
  // A stable, readable shape: two blanks of indentation, one number's rounding aside.
  return `${JSON.stringify(JSON.parse(run.stdout.toString("utf8")), null, 1)}\n`;
}

/** The first line where two texts differ. @param {string} stored @param {string} found */
function first_difference(stored, found) {
  const left = stored.split("\n");
  const right = found.split("\n");
  const at = left.findIndex((line, index) => line !== right[index]);
  return `line ${at + 1}: stored ${left[at]?.trim()}, found ${right[at]?.trim()}`;
}

let passed = 0;
let failed = 0;
for (const name of existsSync(samples) ? readdirSync(samples).sort() : []) {
  const file = join(samples, name);
  const stored = join(golden, `${name}.json`);
  try {
    const found = inspect([file]);
    if (bless) writeFileSync(stored, found);
    if (!existsSync(stored)) throw new Error(`tests/golden/${name}.json is missing (tools/test --bless writes it)`);
    const expected = readFileSync(stored, "utf8");
    if (found !== expected) throw new Error(first_difference(expected, found));
    const unnamed = inspect(["-"], readFileSync(file));
    if (unnamed !== expected) throw new Error(`read from standard input: ${first_difference(expected, unnamed)}`);
    ++passed;
  } catch (error) {
    ++failed;
    console.error(`${name}: ${/** @type {Error} */ (error).message}`);
  }
}
// What cannot be read is one sentence on one line, with the file's name, and exit status 1.
for (const [what, path, input] of [
  ["a folder", samples, undefined],
  ["no such file", join(golden, "there is none.txt"), undefined],
  ["broken JSON", "-", Buffer.from('{"segments": [{"start": 1')],
]) {
  const run = spawnSync(command, ["inspect", path], { input });
  const said = run.stderr.toString("utf8");
  const line = new RegExp(`^${path === "-" ? "-" : path.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}:\\d+: [A-Z].*[.?]\\n$`);
  const tells = what !== "a folder" || said.includes("folder");
  if (run.status === 1 && line.test(said) && tells && run.stdout.length === 0) {
    ++passed;
  } else {
    ++failed;
    console.error(`${what}: exit ${run.status}, ${JSON.stringify(said)}`);
  }
}
// Streams: what the command is given need not be a file, and what it prints may find no room.
{
  const file = join(samples, readdirSync(samples).sort()[0]);
  const fact = JSON.parse(inspect([file])).source.bytes;
  /** @param {string} script run by sh; $0 is the command, $1 a sample */
  const shell = (script) => spawnSync("sh", ["-c", script, command, file], { encoding: "utf8", maxBuffer: 1 << 28 });
  /** @param {string} what @param {string} script @param {(run: ReturnType<typeof shell>) => boolean} holds */
  const check = (what, script, holds) => {
    const run = shell(script);
    if (holds(run)) ++passed;
    else {
      ++failed;
      console.error(`${what}: exit ${run.status ?? run.signal}, ${JSON.stringify(run.stderr)}`);
    }
  };
  /** @param {ReturnType<typeof shell>} run */
  const refused = (run) => run.status === 1 && /^[^\n]+:0: [A-Z][^\n]*\.\n$/.test(run.stderr);
  check("standard input that is closed", 'exec "$0" inspect - <&-', (run) => refused(run) && run.stdout === "");
  check("standard input that is a folder", 'exec "$0" inspect - </', (run) => refused(run) && run.stdout === "");
  check("a list of files that cannot be read", 'exec "$0" inspect --files-from - </', refused);
  for (const words of ['inspect "$1"', 'inspect --ndjson "$1"', 'convert --to text "$1"', 'link "$1"', 'table "$1"', "formats"])
    check(`no room for ${words}`, `exec "$0" ${words} >/dev/full`, refused);
  check("a pipe by its path", 'cat "$1" | "$0" inspect /dev/stdin', (run) => run.status === 0 && JSON.parse(run.stdout).source.bytes === fact);
  check("a line break in a name", 'exec "$0" inspect "there is\nnone"'.replace("\\n", "\n"), refused);
  check("a list made on Windows, and a dash in it", 'printf "%s\\r\\n-\\n%s\\n" "$1" "$1" | "$0" inspect --files-from -', (run) => {
    const lines = run.stdout.trimEnd().split("\n").map((line) => JSON.parse(line));
    return run.status === 1 && lines.length === 3 && lines[0].source.path === file && "error" in lines[1] && !("error" in lines[2]);
  });
  check("help", 'exec "$0" inspect --help', (run) => run.status === 0 && run.stdout.startsWith("usage:"));
}
// A table's rows carry the figures of inspect; a bad file stops nothing and is told by the exit status.
{
  const files = readdirSync(samples).sort().map((name) => join(samples, name));
  /** @param {string[]} words @param {string} [input] */
  const table = (words, input) => spawnSync(command, ["table", ...words], { input, encoding: "utf8" });
  /** @param {string} text */
  const cells = (text) => text.trimEnd().split("\r\n").map((row) => row.split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/));
  /** @param {string} what @param {boolean} holds */
  const check = (what, holds) => {
    if (holds) ++passed;
    else {
      ++failed;
      console.error(`table: ${what}`);
    }
  };
  const told = files.map((file) => JSON.parse(inspect([file])));
  const [head, ...rows] = cells(table(files).stdout);
  const at = (/** @type {string} */ name) => head.indexOf(name);
  const wanted = told.flatMap(({ speakers, roles, questions }, i) => speakers.map((/** @type {any} */ one) =>
    [files[i], one.name, one.turns, one.words, roles.speakers[one.id].turn_words.longest, questions.speakers[one.id].asked].map(String)));
  const found = rows.map((row) => ["file", "name", "turns", "words", "longest_turn_words", "questions_asked"].map((name) => row[at(name)]));
  check("a row per speaker with inspect's figures", JSON.stringify(found) === JSON.stringify(wanted));
  check("every row has every field", rows.every((row) => row.length === head.length));
  const [, ...topics] = cells(table(["--per", "topic", ...files]).stdout);
  check("a row per topic", topics.length === told.reduce((sum, { sections }) => sum + Math.max(sections.length, 1), 0));
  check("words of topics", told[2].sections.every((/** @type {any} */ one) =>
    topics.some((row) => row[0] === files[2] && row[1] === String(one.id) && row[8] === String(one.words))));
  const mixed = table(["--files-from", "-"], [files[0], join(golden, "none"), files[1]].join("\n"));
  check("a bad file stops nothing", mixed.status === 1 && cells(mixed.stdout).length === 1 + told[0].speakers.length + told[1].speakers.length);
  check("wrong usage", table(["--per", "day", files[0]]).status === 2 && table([]).status === 2);
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
