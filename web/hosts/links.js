// The grammar of links: what stands in an address' fragment, read and written.

/** Escapes that are none stand for themselves: a stray percent sign is one. @param {string} text */
export const decoded = text => text.replace(/(?:%[0-9a-f]{2})+/gi, run => {
  try { return decodeURIComponent(run); } catch { return run; }
});

/** @param {string} fragment */
const pairsOf = fragment => fragment.replace(/^#/, '').split('&').filter(pair => pair.indexOf('=') > 0);
/** @param {string} pair */
const keyOf = pair => pair.slice(0, pair.indexOf('='));

/**
 * `key=value` pairs joined by `&`, values percent-encoded, a plus is a plus.
 * @param {string} fragment @returns {Map<string, string>}
 */
export const parse = fragment => new Map(pairsOf(fragment).map(pair => [keyOf(pair), decoded(pair.slice(keyOf(pair).length + 1))]));

/**
 * A fragment with some keys said anew (null: no more); all others stay as they were written.
 * @param {string} fragment @param {Record<string, string | null>} changes @returns {string}
 */
export function rewritten(fragment, changes) {
  const kept = pairsOf(fragment).filter(pair => !Object.hasOwn(changes, keyOf(pair)));
  for (const [key, value] of Object.entries(changes)) if (value !== null) kept.push(`${key}=${encodeURIComponent(value)}`);
  return kept.join('&');
}

/** Speakers' names as one value: a comma inside a name is escaped once more than those between. @param {string[]} names */
export const joinNames = names => names.map(name => name.replace(/[%,]/g, encodeURIComponent)).join(',');

/** @param {string} value @param {Inspect} transcript @returns {number[]} the speakers it names, by name or alias */
function speakersOf(value, { speakers }) {
  const fold = (/** @type {string} */ name) => name.normalize('NFC').toLowerCase().trim();
  const named = new Set(value.split(',').map(name => fold(decoded(name))));
  return speakers.filter(one => [one.name, ...one.aliases].some(name => named.has(fold(name)))).map(one => one.id);
}

/**
 * The commands that bring the core to the place a link names, none if it names no place here.
 * @param {Map<string, string>} wants @param {Inspect} transcript @returns {string[]}
 */
export function commandsFor(wants, transcript) {
  const { turns } = transcript;
  const commands = [];
  const who = speakersOf(wants.get('who') ?? '', transcript);
  if (who.length === transcript.speakers.length && who.length) commands.push('speaker all');
  else who.forEach((id, at) => commands.push(`speaker ${id} ${at ? 'toggle' : 'only'}`));
  const range = /^(\d+)-(\d+)$/.exec(wants.get('range') ?? '');
  if (range && turns[Number(range[1])] && turns[Number(range[2])]) commands.push(`range ${range[1]} ${range[2]}`);
  const turn = wants.get('turn') ?? '';
  if (/^\d+$/.test(turn) && turns[Number(turn)]) commands.push(`select ${Number(turn)}`);
  const ms = parseFloat(wants.get('t') ?? '') * 1000;
  const at = turns.filter(one => one.start_ms !== null && one.start_ms <= ms).at(-1);
  if (at) commands.push(`select ${at.id}`);
  return commands;
}
