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
 * A fragment with some keys said anew (null: no more), halves of characters left out; all others stay as they were written.
 * @param {string} fragment @param {Record<string, string | null>} changes @returns {string}
 */
export function rewritten(fragment, changes) {
  const kept = pairsOf(fragment).filter(pair => !Object.hasOwn(changes, keyOf(pair)));
  for (const [key, value] of Object.entries(changes)) if (value !== null) kept.push(`${key}=${encodeURIComponent(value.replace(/\p{Cs}/gu, ''))}`);
  return kept.join('&');
}

/** Speakers' names as one value: a comma inside a name is escaped once more than those between. @param {string[]} names */
export const joinNames = names => names.map(name => name.replace(/[%,]/g, encodeURIComponent)).join(',');

/** @param {string} value @returns {string[]} */
export const namesOf = value => value.split(',').map(decoded);

/** @param {string[]} names @param {Inspect} transcript @returns {number[]} the speakers meant, by name or alias */
function speakersOf(names, { speakers }) {
  const fold = (/** @type {string} */ name) => name.normalize('NFC').toLowerCase().trim();
  const named = new Set(names.map(fold));
  return speakers.filter(one => [one.name, ...one.aliases].some(name => named.has(fold(name)))).map(one => one.id);
}

/**
 * The commands that bring the core to a view, as far as it names places in this transcript.
 * @param {import('./view.js').View} view @param {Inspect} transcript
 * @param {boolean} [whole] also those that clear what the view does not name
 * @param {{ query: (what: string) => any } | null} [core] knows which turn is said at a time
 * @returns {Line[]}
 */
export function commandsFor(view, transcript, whole = false, core = null) {
  const { turns, sections, speakers } = transcript;
  /** @type {Line[]} */ const commands = [];
  const clear = (/** @type {Line} */ line) => { if (whole) commands.push(line); };
  const who = speakersOf(view.who ?? [], transcript);
  if (who.length && who.length < speakers.length) who.forEach((id, at) => commands.push(`speaker ${id} ${at ? 'toggle' : 'only'}`));
  else if (who.length) commands.push('speaker all');
  else clear('speaker all');
  if (view.topic !== null && sections[view.topic]) commands.push(`open section ${view.topic}`);
  else clear('open none');
  if (view.range && turns[view.range[0]] && turns[view.range[1]]) commands.push(`range ${view.range[0]} ${view.range[1]}`);
  else clear('range none');
  const said = () => view.time === null ? null : core?.query(`mark time ${Math.round(view.time * 1000)}`)?.turn ?? null;
  const turn = view.turn !== null && turns[view.turn] ? view.turn : said();
  if (turn !== null) commands.push(`select ${turn}`);
  else clear('select none');
  return commands;
}
