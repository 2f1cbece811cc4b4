// What finding topics takes as WebAssembly, as the page's worker does it (web/panes/found.js): a talk's block goes in, one
// with the topics comes back. Half a talk beside the whole shows how it grows.
//
//   tools/bench topics wasm     after a build of the site

import { pathToFileURL } from "node:url";
import { instance } from "./modules.mjs";
import { median, ms, print_table, times } from "./table.mjs";

const ROUNDS = Number(process.env.VISAVIS_BENCH_ROUNDS ?? 5), WORDS_A_TURN = 18, TURNS_A_TOPIC = 120;
// Of English talk more than half.
const FUNCTION_WORDS = "the and to of it that was in we is you but they so he had with for as not at this on what there were she from".split(" ");
const encoder = new TextEncoder();

/** A talk that changes its topic: function words, and words that nobody says, of each topic its own and some that are everywhere. @param {number} turns */
export function talk(turns) {
  let seed = 7;
  const next = (/** @type {number} */ below) => (seed = (seed * 1103515245 + 12345) % 2147483648) % below;
  const word = (/** @type {number} */ n) => `w${"abcdefghij"[n % 10]}${"klmnopqrst"[Math.floor(n / 10) % 10]}${"uvwxyz"[Math.floor(n / 100) % 6]}o`;
  return Array.from({ length: turns }, (_, turn) => {
    const topic = Math.floor(turn / TURNS_A_TOPIC);
    const said = Array.from({ length: WORDS_A_TURN }, () => next(5) < 3 ? FUNCTION_WORDS[next(FUNCTION_WORDS.length)] : word(next(3) ? topic * 7 + next(40) : next(600))).join(" ");
    return `${turn % 2 ? "Ben" : "Ana"}: ${said}${next(6) ? "." : "?"}\n`;
  }).join("\n");
}

/** @param {number} turns */
async function measure(turns) {
  const bytes = encoder.encode(talk(turns)), names = ["found\n", "figures\n"].map((name) => encoder.encode(name));
  /** @type {number[][]} */ const taken = names.map(() => []);
  let found = 0;
  for (let round = 0; round <= ROUNDS; round++) {
    const module = await instance(); // the page drops it after each answer
    const put = (/** @type {Uint8Array} */ what) => {
      const at = module.vav_alloc(what.length + 8);
      module.bytes.set(what, at);
      return at;
    };
    const status = module.vav_alloc(4), at = put(bytes);
    const read = module.vav_read(at, bytes.length, at, 0, status);
    module.vav_finish(read);
    const block = module.bytes.slice(module.vav_answer_data(read), module.vav_answer_data(read) + module.vav_answer_length(read));
    const block_at = put(block);
    names.forEach((name, which) => {
      const name_at = put(name), start = process.cpuUsage();
      const answer = module.vav_write(block_at, block.length, name_at, name.length, status);
      taken[which].push(process.cpuUsage(start).user / 1000);
      if (!which) return;
      const data = module.vav_answer_data(answer);
      found = JSON.parse(new TextDecoder().decode(module.bytes.slice(data, data + module.vav_answer_length(answer)))).topics.length;
    });
  }
  return { taken: taken.map((all) => median(all.slice(1))), found };
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const half = await measure(5_000), whole = await measure(10_000);
  const row = (/** @type {string} */ turns, /** @type {typeof half} */ one, /** @type {typeof half} */ of) =>
    [turns, String(one.found), ...one.taken.flatMap((taken, i) => [ms(taken), one === of ? "" : times(taken / of.taken[i])])];
  print_table(`A talk's topics, and all its figures, as WebAssembly: medians of ${ROUNDS} rounds, ms of processor time`,
    ["turns", "topics", "topics, ms", "of half", "figures, ms", "of half"], [row("5,000", half, half), row("10,000", whole, half)]);
}
