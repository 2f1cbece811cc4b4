// The files that are measured, one generator a kind, each filled with cues up to the size asked for.

import { clock, cues } from "./words.mjs";
import { write_zip } from "./zip.mjs";

/** Head, cues and tail as bytes; cues are written until the whole has the size. */
function fill(bytes, seed, head, write, tail = "") {
  const parts = [head];
  let size = head.length + tail.length;
  for (const cue of cues(seed)) {
    const part = write(cue);
    parts.push(part);
    size += part.length;
    if (size >= bytes) break;
  }
  parts.push(tail);
  return Buffer.from(parts.join(""));
}

const seconds = (ms) => (ms / 1000).toFixed(3);

const webvtt = (voices) => (bytes) =>
  fill(bytes, 1, "WEBVTT\n\n", (cue) =>
    `${cue.number}\n${clock(cue.start_ms)} --> ${clock(cue.end_ms)}\n` +
    `${voices ? `<v ${cue.speaker}>` : ""}${cue.lines.join("\n")}\n\n`);

const srt = (prefixes) => (bytes) =>
  fill(bytes, 2, "", (cue) =>
    `${cue.number}\n${clock(cue.start_ms, ",")} --> ${clock(cue.end_ms, ",")}\n` +
    `${prefixes ? `${cue.speaker}: ` : ""}${cue.lines.join("\n")}\n\n`);

// As Whisper writes it: segments with the numbers of the model beside the words.
function whisper(bytes) {
  return fill(bytes, 3, '{"text": "", "segments": [', (cue) =>
    (cue.number > 1 ? ", " : "") +
    JSON.stringify({
      id: cue.number - 1, seek: 0, start: cue.start_ms / 1000, end: cue.end_ms / 1000, text: ` ${cue.lines.join(" ")}`,
      tokens: [50364, 1134, 287, 2541, 13, 50520], temperature: 0, avg_logprob: -0.2519, compression_ratio: 1.61,
      no_speech_prob: 0.0113,
    }), '], "language": "en"}');
}

// As `visavis inspect` writes it.
function inspect(bytes) {
  const names = [];
  const speaker_id = (name) => (names.includes(name) ? names.indexOf(name) : names.push(name) - 1);
  const turns = fill(bytes, 4, "[", (cue) =>
    (cue.number > 1 ? "," : "") +
    JSON.stringify({
      id: cue.number - 1, speaker: speaker_id(cue.speaker), section: null, line: cue.number * 4, start_ms: cue.start_ms,
      end_ms: cue.end_ms, start_source: "measured", end_source: "measured", marks: [], text: cue.lines.join("\n"),
    }), "]");
  const speakers = names.map((name, id) => ({ id, name, aliases: [], role: null }));
  return Buffer.from(
    `{"schema":1,"source":{"format":"webvtt","encoding":"utf-8","bytes":0,"confidence":1},"title":null,"language":null,` +
    `"duration_ms":null,"speakers":${JSON.stringify(speakers)},"turns":${turns},"sections":[],"report":[]}`);
}

// As Deepgram writes it: each word with its times, and the whole again as paragraphs.
function deepgram(bytes) {
  return fill(bytes, 5, '{"metadata":{"models":["m"]},"results":{"channels":[{"alternatives":[{"transcript":"","confidence":0.9,"words":[',
    (cue) => {
      const words = cue.lines.join(" ").split(" ");
      const step = (cue.end_ms - cue.start_ms) / words.length;
      return words.map((word, i) => (cue.number + i > 1 ? "," : "") + JSON.stringify({
        word: word.toLowerCase(), start: Number(seconds(cue.start_ms + i * step)), end: Number(seconds(cue.start_ms + (i + 1) * step)),
        confidence: 0.987, speaker: cue.speaker.length % 3, punctuated_word: word,
      })).join("");
    }, "]}]}]}}");
}

const escaped = (text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;");

function tei(bytes) {
  return fill(bytes, 6,
    '<?xml version="1.0" encoding="UTF-8"?>\n<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt>' +
      "<title>Talk</title></titleStmt></fileDesc></teiHeader><text><body>\n",
    (cue) => `<u who="#${cue.speaker.replace(/[^a-z]/gi, "")}">${cue.lines
      .map((line) => line.split(" ").map((word) => `<w>${escaped(word)}</w>`).join(" ")).join("\n")}</u>\n`,
    "</body></text></TEI>\n");
}

function ttml(bytes) {
  return fill(bytes, 7,
    '<?xml version="1.0" encoding="UTF-8"?>\n<tt xmlns="http://www.w3.org/ns/ttml" xml:lang="en"><body><div>\n',
    (cue) => `<p xml:id="c${cue.number}" begin="${clock(cue.start_ms)}" end="${clock(cue.end_ms)}">${cue.lines
      .map(escaped).join("<br/>")}</p>\n`, "</div></body></tt>\n");
}

function eaf(bytes) {
  let slots = "";
  const tiers = fill(bytes / 1.5, 8, "", (cue) => {
    slots += `<TIME_SLOT TIME_SLOT_ID="ts${cue.number * 2 - 1}" TIME_VALUE="${cue.start_ms}"/>\n` +
      `<TIME_SLOT TIME_SLOT_ID="ts${cue.number * 2}" TIME_VALUE="${cue.end_ms}"/>\n`;
    return `<ANNOTATION><ALIGNABLE_ANNOTATION ANNOTATION_ID="a${cue.number}" TIME_SLOT_REF1="ts${cue.number * 2 - 1}" ` +
      `TIME_SLOT_REF2="ts${cue.number * 2}"><ANNOTATION_VALUE>${escaped(cue.lines.join(" "))}</ANNOTATION_VALUE>` +
      "</ALIGNABLE_ANNOTATION></ANNOTATION>\n";
  });
  return Buffer.from(
    '<?xml version="1.0" encoding="UTF-8"?>\n<ANNOTATION_DOCUMENT VERSION="3.0"><HEADER TIME_UNITS="milliseconds"/>' +
    `<TIME_ORDER>\n${slots}</TIME_ORDER><TIER TIER_ID="Ines" PARTICIPANT="Ines">\n${tiers}</TIER></ANNOTATION_DOCUMENT>\n`);
}

function trs(bytes) {
  return fill(bytes, 9,
    '<?xml version="1.0" encoding="UTF-8"?>\n<Trans><Speakers><Speaker id="spk1" name="Ines"/><Speaker id="spk2" name="Tom"/>' +
      '</Speakers><Episode><Section type="report" startTime="0" endTime="9000000">\n',
    (cue) => `<Turn speaker="spk${1 + (cue.speaker.length & 1)}" startTime="${seconds(cue.start_ms)}" endTime="${seconds(cue.end_ms)}">\n` +
      `<Sync time="${seconds(cue.start_ms)}"/>\n${escaped(cue.lines.join(" "))}\n</Turn>\n`, "</Section></Episode></Trans>\n");
}

function html(bytes) {
  return fill(bytes, 10, "<!DOCTYPE html><html><head><title>Talk</title></head><body><article><h1>Talk</h1>\n",
    (cue) => `<p><b>${cue.speaker}:</b> ${cue.lines.map(escaped).join(" ")}</p>\n`, "</article></body></html>\n");
}

const interview = (bytes) => fill(bytes, 11, "", (cue) => `${cue.speaker}: ${cue.lines.join(" ")}\n\n`);
const csv = (bytes) =>
  fill(bytes, 12, "speaker,start,end,text\n", (cue) =>
    `${cue.speaker},${seconds(cue.start_ms)},${seconds(cue.end_ms)},"${cue.lines.join(" ")}"\n`);
const ass = (bytes) =>
  fill(bytes, 13, "[Script Info]\nScriptType: v4.00+\n\n[Events]\nFormat: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text\n",
    (cue) => `Dialogue: 0,${clock(cue.start_ms).slice(1, -1)},${clock(cue.end_ms).slice(1, -1)},Default,${cue.speaker},0,0,0,,${cue.lines.join("\\N")}\n`);
const chat = (bytes) =>
  fill(bytes, 14, "@UTF8\n@Begin\n@Languages:\teng\n@Participants:\tINE Ines Adult, TOM Tom Adult\n",
    (cue) => `*${cue.speaker.length & 1 ? "INE" : "TOM"}:\t${cue.lines.join(" ").replace(/[.?]/g, " .").trim()} \u0015${cue.start_ms}_${cue.end_ms}\u0015\n`, "@End\n");

function textgrid(bytes) {
  let count = 0, end_ms = 0;
  const intervals = fill(bytes, 15, "", (cue) => {
    const from = end_ms;
    count = cue.number, end_ms = cue.end_ms;
    return `        intervals [${cue.number}]:\n            xmin = ${seconds(from)}\n            xmax = ${seconds(cue.end_ms)}\n` +
      `            text = "${cue.lines.join(" ")}"\n`;
  });
  const range = `xmin = 0\nxmax = ${seconds(end_ms)}\n`;
  return Buffer.from(
    `File type = "ooTextFile"\nObject class = "TextGrid"\n\n${range}tiers? <exists>\nsize = 1\nitem []:\n    item [1]:\n` +
    `        class = "IntervalTier"\n        name = "Ines"\n        ${range.replace("\n", "\n        ")}        intervals: size = ${count}\n${intervals}`);
}

// `bytes` of XML inside; the file itself is a fifth of that.
function docx(bytes) {
  return write_zip([["word/document.xml", fill(bytes, 16,
    '<?xml version="1.0" encoding="UTF-8"?>\n<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>',
    (cue) => `<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>${cue.speaker}:</w:t></w:r><w:r><w:t xml:space="preserve"> ${cue.lines
      .map(escaped).join(" ")}</w:t></w:r></w:p>`, "</w:body></w:document>")]]);
}

function odt(bytes) {
  return write_zip([
    ["mimetype", Buffer.from("application/vnd.oasis.opendocument.text")],
    ["content.xml", fill(bytes, 17,
      '<?xml version="1.0" encoding="UTF-8"?>\n<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" ' +
        'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:text>',
      (cue) => `<text:p>${cue.speaker}: ${cue.lines.map(escaped).join(" ")}</text:p>`,
      "</office:text></office:body></office:document-content>")],
  ]);
}

const utf16 = (bytes) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(webvtt(true)(bytes / 2).toString(), "utf16le")]);
const latin1 = (bytes) => Buffer.from(interview(bytes).toString(), "latin1");

/** Kind to generator: (bytes) => Buffer of about so many bytes. */
export const KINDS = {
  "webvtt, voices": webvtt(true),
  "webvtt, plain": webvtt(false),
  "srt, plain": srt(false),
  "srt, names": srt(true),
  "whisper": whisper,
  "inspect": inspect,
  "deepgram, words": deepgram,
  "interview": interview,
  "interview, latin1": latin1,
  "webvtt, utf-16": utf16,
  "ttml": ttml,
  "tei, words": tei,
  "eaf": eaf,
  "trs": trs,
  "textgrid": textgrid,
  "chat": chat,
  "ass": ass,
  "csv": csv,
  "html": html,
  "docx": docx,
  "odt": odt,
  "zip": (bytes) => write_zip([["talk.vtt", webvtt(true)(bytes)]]),
};
