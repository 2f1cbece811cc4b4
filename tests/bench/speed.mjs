// How long reading takes: natively, as WebAssembly (bytes in JavaScript to the finished Transcript, copy in included),
// and with other parsers, on the same files in the same run. The rounds go in turns, so that whatever else
// the machine does falls on all alike; what is compared is the medians.

import { with_file } from "./files.mjs";
import { instance, read } from "./modules.mjs";
import { NativeReader } from "./native.mjs";
import { PARSERS } from "./parsers.mjs";
import { mb, median, ms, print_table, times } from "./table.mjs";

const SIZE = 10 * 2 ** 20, ROUNDS = Number(process.env.VISAVIS_BENCH_ROUNDS ?? 9);
const FILES = {
  "webvtt, voices": "vtt", "webvtt, plain": "vtt", "srt, plain": "srt", "srt, names": "srt", "whisper": "json", "inspect": "json",
  "interview": "none", "interview, latin1": "none", // nobody else reads plain text
};

async function measure(kind) {
  return with_file(kind, SIZE, async (bytes, file) => {
    const text = new TextDecoder().decode(bytes);
    const module = await instance();
    const native = new NativeReader(file);
    const taken = {};
    const timed = (who, run) => {
      const start = performance.now();
      run();
      (taken[who] ??= []).push(performance.now() - start);
    };
    for (let round = 0; round <= ROUNDS; round++) {
      (taken.native ??= []).push((await native.read()).ms);
      timed("wasm", () => read(module, bytes));
      for (const [who, parse] of Object.entries(PARSERS[FILES[kind]] ?? {})) timed(who, () => parse(text));
    }
    native.end();
    // The first round warms each up.
    const medians = Object.fromEntries(Object.entries(taken).map(([who, all]) => [who, median(all.slice(1))]));
    return { bytes: bytes.length, medians };
  });
}

const rows = [], others = [];
for (const kind of Object.keys(FILES)) {
  const { bytes, medians } = await measure(kind);
  const { native, wasm, ...rest } = medians;
  const fastest = Object.entries(rest).sort((a, b) => a[1] - b[1])[0];
  const against = fastest ? [`${fastest[0]} ${ms(fastest[1])}`, times(fastest[1] / native), times(fastest[1] / wasm)] : ["none", "", ""];
  rows.push([kind, mb(bytes), ms(native), ms(wasm), (bytes / wasm / 1000).toFixed(0), ...against]);
  if (fastest) others.push(`${kind}: ${Object.entries(rest).map(([who, taken]) => `${who} ${ms(taken)}`).join(", ")}`);
}
print_table(`Reading, medians of ${ROUNDS} rounds in ms; the ratios are the fastest other parser's time to ours`,
  ["file", "MB", "native", "wasm", "MB/s", "fastest other", "to native", "to wasm"], rows);
console.log(`\nThe other parsers, ms\n\n${others.join("\n")}`);
