// Cuts what reading seldom needs out of a linked module, into parts that work on the first one's memory and table:
//
//   node tools/split.mjs BIN WHOLE FIRST SHOWING PART=NAME,NAME…   (run by the build: cmake/web.cmake)
//
// BIN is Binaryen's folder and WHOLE a module with the names of its functions. PART.wasm gets the functions called NAME and
// whatever is reached through them alone. In FIRST they are imports of a namespace `PART…`, which web/core/begun.js
// answers with an error that web/core/reader.js knows; once PART is instantiated with FIRST's exports, they are
// PART's. The namespace names the build, so that a cache that has the one of another build brings an error, not nonsense.
// None of them may be reached from the exports that SHOWING (a pattern) matches: what shows cannot begin again.

import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";

import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const [bin, whole, first, showing, ...parts] = process.argv.slice(2);
const features = ["--enable-bulk-memory", "--enable-sign-ext", "--enable-nontrapping-float-to-int", "--enable-mutable-globals"];
/** @param {string} tool @param {...string} given */
const run = (tool, ...given) => execFileSync(join(bin, tool), [...given, ...features], { encoding: "utf8", maxBuffer: 1 << 28, stdio: ["ignore", "pipe", "inherit"] });

const stamp = createHash("sha256").update(readFileSync(whole)).digest("hex").slice(0, 8);

/** @param {string} from @param {string} to @param {string} part @param {string[]} names @param {string} prefix of what it exports for the part */
function cut(from, to, part, names, prefix) {
  const file = `${part}.wasm`;
  // Who calls whom, who is called through the table, and who from outside.
  /** @type {Map<string, Set<string>>} */ const calls = new Map();
  /** @type {string[]} */ const indirect = [];
  /** @type {Map<string, string>} */ const exported = new Map();
  let called = new Set();
  for (const line of run("wasm-dis", from).split("\n")) {
    const func = /^ \(func (\$[^\s()]+)/.exec(line);
    if (func) calls.set(func[1], called = new Set());
    else if (/^ \(elem/.test(line)) indirect.push(.../** @type {string[]} */ (line.match(/\$[^\s()]+/g) ?? []));
    const outside = /^ \(export "([^"]+)" \(func (\$[^\s()]+)/.exec(line);
    if (outside) exported.set(outside[1], outside[2]);
    for (const [, name] of line.matchAll(/\((?:call|ref\.func) (\$[^\s()]+)/g)) called.add(name);
  }

  /** @param {Iterable<string>} from @param {Set<string>} [without] @returns {Set<string>} */
  function reached(from, without = new Set()) {
    const all = new Set(from), next = [...all];
    for (let name = next.pop(); name !== undefined; name = next.pop())
      for (const one of calls.get(name) ?? []) if (!all.has(one) && !without.has(one)) { all.add(one); next.push(one); }
    return all;
  }

  const roots = new Set(names.flatMap((name) => {
    // As Binaryen writes them: \28 is a bracket, \20 a space.
    const of = [...calls.keys()].filter((func) => new RegExp(`(::|\\$)${name}\\\\28`).test(func));
    if (!of.length) throw new Error(`${from} has no function ${name}: renamed, or inlined`);
    return of;
  }));
  const kept = reached([...exported.values(), ...indirect].filter((name) => !roots.has(name)), roots);
  const moved = [...reached(roots)].filter((name) => calls.has(name) && !kept.has(name));
  const shown = reached([...exported].filter(([name]) => new RegExp(showing).test(name)).map(([, name]) => name));
  for (const name of roots) if (shown.has(name)) throw new Error(`${name} is reached while something is shown`);

  const folder = mkdtempSync(join(tmpdir(), "split-"));
  try {
    const list = join(folder, "names");
    writeFileSync(list, moved.map((name) => name.slice(1)).join("\n"));
    const namespace = `${part}${stamp}`;
    run("wasm-split", from, `--split-funcs=@${list}`, "-o1", to, "-o2", file, `--import-namespace=${namespace}`, `--placeholder-namespace=${namespace}`, `--export-prefix=${prefix}`, "-g");
  } finally {
    rmSync(folder, { recursive: true });
  }
  if (statSync(file).size < 4096) throw new Error(`${file} has next to nothing in it`);
}

let from = whole;
for (const [at, one] of parts.entries()) {
  const [part, names] = one.split("=");
  cut(from, first, part, names.split(","), "%&"[at]);
  from = first;
}

// What they give to each other goes by short names; and what became smaller by the cut is made so.
/** @type {Map<string, string>} */ const short = new Map();
const files = [first, ...parts.map((one) => `${one.split("=")[0]}.wasm`)];
for (const file of files) {
  const text = `${file}.wat`;
  writeFileSync(text, run("wasm-dis", file).replace(/^( \((?:export|import "(?:captions|seldom)[^"]*") ")([%&][^"]*)"/gm, (all, before, name) => {
    if (!short.has(name)) short.set(name, `%${short.size.toString(36)}`);
    return `${before}${short.get(name)}"`;
  }));
  run("wasm-opt", "-Oz", "--converge", text, "-o", file);
  rmSync(text);
}
