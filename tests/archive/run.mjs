// Many files: memory that does not grow with their number, and docs/archive.md, whose commands are run as they stand
// there. A part whose package is missing is counted as skipped.

import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const own = dirname(fileURLToPath(import.meta.url));
const root = dirname(dirname(own));
const command = join(root, "build/native/visavis");
const FILES = 120, MANY = 10_000;
const BROKEN = "interviews/broken.json";

let passed = 0;
let failed = 0;
let skipped = 0;
/** @param {string} what @param {boolean} holds @param {string} [found] */
function check(what, holds, found = "") {
  if (holds) {
    ++passed;
  } else {
    ++failed;
    console.error(`${what}${found ? `: ${found}` : ""}`);
  }
}
/** @param {string} what @param {string} missing */
function skip(what, missing) {
  ++skipped;
  console.log(`skipped ${what}: it needs ${missing}`);
}

// The page's blocks by the name behind their language.
/** @type {Map<string, string>} */
const blocks = new Map();
for (const [, name, text] of readFileSync(join(root, "docs/archive.md"), "utf8").matchAll(/^```\w+ (\S+)\n([\s\S]*?)^```$/gm))
  blocks.set(/** @type {string} */ (name), /** @type {string} */ (text));

const folder = mkdtempSync(join(tmpdir(), "visavis-archive-"));
mkdirSync(join(folder, "interviews"));
mkdirSync(join(folder, "bin"));
symlinkSync(command, join(folder, "bin/visavis"));
for (let i = 0; i < FILES; ++i)
  writeFileSync(join(folder, `interviews/talk-${String(i).padStart(4, "0")}.txt`),
    `Ana: What is it that you keep in number ${i}?\nBen: ${"Bread and salt, as they did. ".repeat(1 + (i % 3))}\n`.repeat(4));
const samples = join(root, "assets/samples");
for (const name of existsSync(samples) ? readdirSync(samples) : [])
  writeFileSync(join(folder, "interviews", name), readFileSync(join(samples, name)));
writeFileSync(join(folder, BROKEN), '{"segments": [{"start": 1');
const all = readdirSync(join(folder, "interviews")).length;

const env = { ...process.env, PATH: `${join(folder, "bin")}:${process.env.PATH ?? ""}`, LC_ALL: "C.UTF-8" };
/** @param {string} name of the block */
const sh = (name) => spawnSync("bash", ["-c", blocks.get(name) ?? "false"], { cwd: folder, env, encoding: "utf8", timeout: 600_000 });
/** @param {string} program */
const has = (program) => spawnSync("bash", ["-c", `command -v ${program}`], { env }).status === 0;
const talks = () => readFileSync(join(folder, "talks.ndjson"), "utf8");

/** The peak of the process' memory so far, in KiB (proc(5), VmHWM). @param {number | undefined} pid */
const peak = (pid) => Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]);

// Memory: the peak after the first tenth of many paths is that of all of them, but for an eighth.
async function bounded() {
  const paths = Array.from({ length: 20 }, (_, i) => join(folder, `interviews/talk-${String(i).padStart(4, "0")}.txt`));
  const child = spawn(command, ["inspect", "--ndjson", "--files-from", "-"], { stdio: ["pipe", "pipe", "inherit"] });
  let lines = 0;
  let errors = 0;
  child.stdout.on("data", (/** @type {Buffer} */ bytes) => {
    for (const byte of bytes) if (byte === 10) ++lines;
    if (bytes.includes('"error":{')) ++errors;
  });
  const ended = new Promise((done) => child.on("close", done));
  /** @param {number} from @param {number} to */
  const send = async (from, to) => {
    for (let i = from; i < to; ++i) child.stdin.write(`${i === 777 ? join(folder, "none") : paths[i % 20]}\n`);
    // What is written is still in the program's buffer, a line or two.
    while (lines < to - 40) await new Promise((done) => setTimeout(done, 20));
  };
  await send(0, MANY / 10);
  const early = peak(child.pid);
  await send(MANY / 10, MANY);
  const late = peak(child.pid);
  child.stdin.end();
  const status = await ended;
  check("one line per file", lines === MANY, `${lines} of ${MANY}`);
  check("one bad file is one error and the exit status", errors === 1 && status === 1, `${errors}, exit ${status}`);
  check("memory does not grow with the number of files", late <= early * 1.125, `${early} KiB, then ${late} KiB`);
  console.log(`${MANY} files: ${early} KiB after a tenth of them, ${late} KiB after all`);
}

let one = "";
function single() {
  const run = sh("one");
  one = talks();
  const rows = one.trimEnd().split("\n").map((line) => JSON.parse(line));
  check("one process: a line per file", rows.length === all, `${rows.length} of ${all}; ${run.stderr}`);
  check("one process: the broken file is told", rows.filter((row) => row.error).map((row) => row.source.path).join() === BROKEN);
  const speakers = rows.reduce((sum, row) => sum + (row.speakers?.length ?? 0), 0);
  const table = readFileSync(join(folder, "speakers.csv"), "utf8").trimEnd().split("\r\n");
  check("one process: a row per speaker", table.length === speakers + 1, `${table.length}`);
  check("one process: topics", readFileSync(join(folder, "topics.csv"), "utf8").split("\r\n").length > all);
}

function parallel() {
  if (!has("parallel")) return skip("archive: parallel", "GNU parallel");
  rmSync(join(folder, "talks.ndjson"));
  const run = sh("parallel");
  check("parallel: the status counts the blocks with a bad file", run.status === 1, `exit ${run.status}: ${run.stderr}`);
  check("parallel: the same lines in the same order", talks() === one);
}

function dask() {
  if (!has("dask-scheduler") || spawnSync("/usr/bin/python3", ["-c", "import distributed"]).status !== 0)
    return skip("archive: dask", "python3-distributed");
  rmSync(join(folder, "talks.ndjson"));
  writeFileSync(join(folder, "inspect_all.py"), blocks.get("inspect_all.py") ?? "");
  // Scheduler and workers are a group of processes of their own, ended together.
  const cluster = spawn("bash", ["-c", `${blocks.get("dask-start")}\nwait`], { cwd: folder, env, detached: true, stdio: "ignore" });
  try {
    const run = sh("dask");
    check("dask: three workers answer", run.status === 0, run.stderr);
    check("dask: the same lines in the same order", existsSync(join(folder, "talks.ndjson")) && talks() === one);
  } finally {
    if (cluster.pid) process.kill(-cluster.pid, "SIGTERM");
  }
}

function duckdb() {
  const modules = join(own, "node_modules");
  if (!existsSync(join(modules, "@duckdb/node-api"))) return skip("archive: duckdb", "npm ci in tests/archive");
  writeFileSync(join(folder, "talks.ndjson"), one);
  symlinkSync(modules, join(folder, "node_modules"));
  writeFileSync(join(folder, "ask.mjs"), blocks.get("ask.mjs") ?? "");
  const run = sh("duckdb");
  check("duckdb: runs", run.status === 0, run.stderr);
  const answers = run.stdout.trimEnd().split("\n").filter(Boolean).map((line) => JSON.parse(line));
  check("duckdb: three answers", answers.length === 3);
  const [roles, kinds, broken] = answers;
  check("duckdb: who speaks how much", roles?.length === 2 && roles[0].role === "interviewee" && roles[0].share + roles[1].share > .99,
    JSON.stringify(roles));
  check("duckdb: answers by kind of question", kinds?.some((/** @type {any} */ row) => row.kind === "wh" && Number(row.asked) >= FILES * 4),
    JSON.stringify(kinds));
  check("duckdb: what could not be read", broken?.length === 1 && broken[0].path === BROKEN, JSON.stringify(broken));
}

try {
  if (existsSync("/proc/self/status")) await bounded();
  else skip("archive: memory", "/proc");
  single();
  parallel();
  dask();
  duckdb();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
process.exitCode = failed > 0 ? 1 : 0;
