// Bytes as printable signs, packed by xz (of the Debian package xz-utils): what web/offline/unpacked.js reads.

import { spawnSync } from "node:child_process";
import { signs } from "../web/offline/unpacked.js";

/** As ".lzma", with the size in its header, which xz leaves open. @param {Uint8Array} bytes @returns {Buffer} */
function lzma(bytes) {
  const run = spawnSync("xz", ["--format=lzma", "--lzma1=preset=9e,lc=3,lp=0,pb=0", "--stdout"], { input: bytes, maxBuffer: 1 << 26 });
  if (run.status !== 0) throw new Error(`xz, which packs offline copies, did not run: ${run.error ?? run.stderr}`);
  run.stdout.writeBigUInt64LE(BigInt(bytes.length), 5);
  return run.stdout;
}

/** @param {Uint8Array} bytes @returns {string} */
export function packed(bytes) {
  let text = "", held = 0, bits = 0;
  const two = () => {
    text += signs[(held & 8191) % signs.length] + signs[Math.floor((held & 8191) / signs.length)];
    held >>>= 13;
    bits -= 13;
  };
  for (const byte of lzma(bytes)) {
    held |= byte << bits;
    if ((bits += 8) >= 13) two();
  }
  if (bits > 0) two();
  return text;
}
