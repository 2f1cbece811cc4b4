// The transcript as subtitles, for a recording that has none: https://www.w3.org/TR/webvtt1/

/** About two lines of a subtitle. */
const most = 84;

/** @param {number} ms */
function stamp(ms) {
  const [whole, part] = [Math.floor(ms / 1000), Math.floor(ms % 1000)];
  const two = (/** @type {number} */ n) => String(n).padStart(2, '0');
  return `${two(Math.floor(whole / 3600))}:${two(Math.floor(whole / 60) % 60)}:${two(whole % 60)}.${String(part).padStart(3, '0')}`;
}

/** @param {string} text */
const escaped = text => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

/**
 * A turn in pieces that can be read at once, each with the share of the turn's letters before it and after it.
 * @param {string} text @returns {{ text: string, from: number, to: number }[]}
 */
export function pieces(text) {
  const words = text.split(/\s+/).filter(Boolean);
  /** @type {string[]} */ const lines = [];
  for (const word of words) {
    const last = lines.at(-1);
    // A sentence that ends beyond the middle ends its piece.
    if (last === undefined || last.length + 1 + word.length > most || (last.length > most / 2 && /[.!?…。？！]["”’»)]*$/.test(last))) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  const all = lines.reduce((sum, line) => sum + line.length, 0) || 1;
  let at = 0;
  return lines.map(line => {
    const from = at / all;
    at += line.length;
    return { text: line, from, to: at / all };
  });
}

/** WebVTT; within a turn times are shared out by letters. @param {Inspect} transcript @returns {string} */
export function subtitles({ turns, speakers }) {
  const cues = ['WEBVTT\n'];
  turns.forEach((turn, at) => {
    const { start_ms: start, text, speaker } = turn;
    const end = turn.end_ms ?? turns.slice(at + 1, at + 50).find(one => one.start_ms !== null)?.start_ms ?? (start ?? 0) + 4000;
    if (start === null || end <= start) return;
    const voice = speaker === null ? '' : `<v ${escaped(speakers[speaker].name.replace(/\s+/g, ' '))}>`;
    for (const piece of pieces(text))
      cues.push(`${stamp(start + (end - start) * piece.from)} --> ${stamp(start + (end - start) * piece.to)}\n${voice}${escaped(piece.text)}\n`);
  });
  return cues.join('\n');
}
