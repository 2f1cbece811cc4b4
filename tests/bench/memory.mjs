// What memory reading wants at most, as a multiple of the file: natively the process' peak above what it took before it
// had the file, as WebAssembly the heap after reading and measuring (it never shrinks), the file's own bytes included in
// both. The bound is 4 times the file and 32 MB; of an archive "the file" is what lies in it unpacked.

import { with_file } from "./files.mjs";
import { KINDS } from "./generate.mjs";
import { instance, read } from "./modules.mjs";
import { NativeReader } from "./native.mjs";
import { mb, print_table } from "./table.mjs";

const SIZE = 10 * 2 ** 20, PACKED = new Set(["docx", "odt", "zip"]);

const rows = [];
let over = 0;
for (const kind of Object.keys(KINDS)) {
  await with_file(kind, SIZE, async (bytes, file) => {
    const native = new NativeReader(file);
    const { peak_bytes } = await native.read();
    native.end();
    const module = await instance();
    read(module, bytes, true);
    const heap = module.bytes.length;
    const size = PACKED.has(kind) ? SIZE : bytes.length, bound = 4 * size + 32 * 2 ** 20;
    const within = peak_bytes <= bound && heap <= bound;
    over += within ? 0 : 1;
    rows.push([kind, mb(bytes.length), mb(peak_bytes), (peak_bytes / size).toFixed(1), mb(heap), (heap / size).toFixed(1),
      mb(bound), within ? "within" : "OVER"]);
  });
}
print_table("Memory in MB, and as a multiple of the file", ["file", "MB", "native", "×", "wasm", "×", "bound", ""], rows);
console.log(`\n${rows.length - over} of ${rows.length} within 4 times the file and 32 MB`);
