// The parsers that others publish, each called as its manual says, on the text as a string (decoded beforehand, which
// is in their favour).

import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
const subtitle = require("subtitle");
const subsrt = await import("subsrt-ts");
const node_webvtt = require("node-webvtt");
const { default: SrtParser } = require("srt-parser-2");
const transcriptator = require("transcriptator");

/** Every value of a JSON text looked at once: text and numbers, as a reader must. */
function walk(value) {
  if (typeof value === "string") return value.length;
  if (typeof value === "number") return value;
  let sum = 0;
  if (value && typeof value === "object") for (const key in value) sum += walk(value[key]);
  return sum;
}

const json = { "JSON.parse and a walk": (text) => walk(JSON.parse(text)) };
const subtitles = (format) => ({
  "subtitle": (text) => subtitle.parseSync(text).length,
  "subsrt-ts": (text) => subsrt.parse(text, { format }).length,
  "transcriptator": (text) => transcriptator.convertFile(text).length,
});

/** Kind of file to parsers by name. */
export const PARSERS = {
  vtt: { ...subtitles("vtt"), "node-webvtt": (text) => node_webvtt.parse(text).cues.length },
  srt: { ...subtitles("srt"), "srt-parser-2": (text) => new SrtParser().fromSrt(text).length },
  json,
};
