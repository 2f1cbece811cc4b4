// Talk made up by rule: the same words for the same seed on every machine, so that runs can be compared.

const WORDS = (
  "the a and but so then well we you they it was were had have been would could about before after around along " +
  "harbour kitchen winter letter bakery window river orchard engine teacher morning brother signal market island " +
  "garden lantern ticket station meadow carpenter ladder kettle village bridge thunder copper blanket notebook " +
  "walked carried opened remembered waited painted answered listened finished started wondered repaired counted " +
  "slowly often never always perhaps almost quietly again together early café naïve façade señor übrig"
).split(" ");

export const NAMES = ["Ines Varga", "Tom Abara", "Dr. Lena Holm", "Yusuf"];

/** Numbers from 0 up to `bound`, the same sequence for the same seed (a linear congruence modulo 2^32). */
export function make_dice(seed) {
  let state = seed >>> 0;
  return (bound) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * bound);
  };
}

/** A sentence of so many words. */
export function sentence(dice, count) {
  const words = [];
  for (let i = 0; i < count; i++) words.push(WORDS[dice(WORDS.length)]);
  words[0] = words[0][0].toUpperCase() + words[0].slice(1);
  return words.join(" ") + (dice(6) === 0 ? "?" : ".");
}

/** Cues without end: a speaker for a few of them, then another; 1 to 4 s long, now and then a pause. */
export function* cues(seed) {
  const dice = make_dice(seed);
  let now_ms = 0, speaker = 0, left = 0;
  for (let number = 1; ; number++) {
    if (left-- === 0) {
      speaker = (speaker + 1 + dice(NAMES.length - 1)) % NAMES.length;
      left = dice(8);
    }
    now_ms += dice(10) === 0 ? 2500 : 40;
    const start_ms = now_ms;
    const lines = dice(3) === 0 ? 2 : 1;
    const text = [];
    for (let i = 0; i < lines; i++) text.push(sentence(dice, 4 + dice(8)));
    now_ms += 1000 + dice(3000);
    yield { number, speaker: NAMES[speaker], lines: text, start_ms, end_ms: now_ms };
  }
}

/** hh:mm:ss and milliseconds after `mark`. */
export function clock(ms, mark = ".") {
  const two = (n) => String(n).padStart(2, "0");
  const s = Math.floor(ms / 1000);
  return `${two(Math.floor(s / 3600))}:${two(Math.floor(s / 60) % 60)}:${two(s % 60)}${mark}${String(ms % 1000).padStart(3, "0")}`;
}
