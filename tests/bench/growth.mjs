// Whether reading is linear: the file doubles, the time should. The least of a few rounds, since what else the machine
// does can only add to it.

import { with_file } from "./files.mjs";
import { KINDS } from "./generate.mjs";
import { NativeReader } from "./native.mjs";
import { ms, print_table } from "./table.mjs";

const SIZES = [1, 2, 4, 8].map((size) => size * 2 ** 20), ROUNDS = 5;

const rows = [];
for (const kind of Object.keys(KINDS)) {
  const least = [];
  for (const size of SIZES) {
    await with_file(kind, size, async (_, file) => {
      const native = new NativeReader(file);
      const taken = [];
      for (let round = 0; round < ROUNDS; round++) taken.push((await native.read()).ms);
      native.end();
      least.push(Math.min(...taken));
    });
  }
  rows.push([kind, ...least.map(ms), ...least.slice(1).map((value, i) => (value / least[i]).toFixed(1)),
    (least[3] / least[0] / 8).toFixed(2)]);
}
print_table("Growth, natively: ms for 1, 2, 4 and 8 MB, the steps' ratios, and the whole against linear (1)",
  ["file", "1", "2", "4", "8", "2:1", "4:2", "8:4", "of linear"], rows);
