// Makes the short recording of sound.html and its transcript, spoken by espeak-ng and packed by lame. Run by hand when
// the words change:
//
//   apt-get install espeak-ng lame && node examples/make-sound.mjs

import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const VOICES = { Wren: ["-v", "en-gb", "-s", "165", "-p", "55"], Tobias: ["-v", "en-us", "-s", "155", "-p", "30"] };
const TALK = [
  ["Wren", "You wind the clock in the town hall. How often?"],
  ["Tobias", "Every Thursday, ninety six turns. If I am ill, the town is late."],
  ["Wren", "Does anybody notice?"],
  ["Tobias", "The baker does. His first loaves go in when it strikes four."],
  ["Wren", "And what do you hear, up there, that we do not?"],
  ["Tobias", "The pause before it strikes. There is a breath in it, like somebody about to speak."],
];
const GAP_MS = 350;

/** @param {string} command @param {string[]} words */
function run(command, words) {
  const { status, stderr } = spawnSync(command, words);
  if (status !== 0) throw new Error(`${command}: ${stderr}`);
}
/** @param {number} ms */
const stamp = (ms) => `00:${String(Math.floor(ms / 1000)).padStart(2, "0")}.${String(Math.floor(ms) % 1000).padStart(3, "0")}`;

const folder = mkdtempSync(join(tmpdir(), "sound-"));
const cues = ["WEBVTT\n"];
const parts = [];
let rate = 22050;
let at = 0;
for (const [name, words] of TALK) {
  const file = join(folder, "turn.wav");
  run("espeak-ng", [...VOICES[name], "-w", file, words]);
  const wav = readFileSync(file);
  rate = wav.readUInt32LE(24);
  const samples = wav.subarray(44);
  const ms = (samples.length / 2 / rate) * 1000;
  cues.push(`${stamp(at)} --> ${stamp(at + ms)}\n<v ${name}>${words}\n`);
  parts.push(samples, Buffer.alloc(Math.round((GAP_MS / 1000) * rate) * 2));
  at += (parts.at(-2).length / 2 / rate) * 1000 + GAP_MS;
}
const sound = Buffer.concat(parts);
writeFileSync(join(folder, "all.raw"), sound);
run("lame", ["--quiet", "-r", "-s", String(rate / 1000), "--bitwidth", "16", "--signed", "--little-endian", "-m", "m", "--resample", "16", "-b", "24",
  "--cbr", "-t", join(folder, "all.raw"), join(here, "town-clock.mp3")]);
writeFileSync(join(here, "town-clock.vtt"), cues.join("\n"));
rmSync(folder, { recursive: true });
