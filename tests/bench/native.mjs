// Drives read_bench, the native reading: one process a file, one reading for each question.

import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { join } from "node:path";
import { root } from "./modules.mjs";

export class NativeReader {
  #process;
  #lines;

  /** @param {string} file */
  constructor(file) {
    this.#process = spawn(join(root, "build/native/tests/bench/read_bench"), [file], { stdio: ["pipe", "pipe", "inherit"] });
    this.#lines = createInterface({ input: this.#process.stdout })[Symbol.asyncIterator]();
  }

  /** @returns {Promise<{ ms: number, turns: number, peak_bytes: number }>} */
  async read() {
    this.#process.stdin.write("\n");
    const { value } = await this.#lines.next();
    const [ms, turns, peak_kb] = String(value).split(" ").map(Number);
    if (Number.isNaN(ms)) throw new Error(`read_bench: ${value}`);
    return { ms, turns, peak_bytes: peak_kb * 1024 };
  }

  end() { this.#process.stdin.end(); }
}
