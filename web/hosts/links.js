// The grammar of links: what stands in an address' fragment.

/**
 * `key=value` pairs joined by `&`, values percent-encoded, a plus is a plus. A broken escape says nothing.
 * @param {string} fragment @returns {Map<string, string>}
 */
export function parse(fragment) {
  const pairs = new Map();
  for (const pair of fragment.replace(/^#/, '').split('&')) {
    const at = pair.indexOf('=');
    if (at < 1) continue;
    try {
      pairs.set(pair.slice(0, at), decodeURIComponent(pair.slice(at + 1)));
    } catch { /* the rest still counts */ }
  }
  return pairs;
}

/**
 * The commands that bring the core to the place a link names, none if it names no place here.
 * @param {Map<string, string>} wants @param {Inspect} transcript @returns {string[]}
 */
export function commandsFor(wants, { turns }) {
  const commands = [];
  const range = /^(\d+)-(\d+)$/.exec(wants.get('range') ?? '');
  if (range && turns[Number(range[1])] && turns[Number(range[2])]) commands.push(`range ${range[1]} ${range[2]}`);
  const turn = wants.get('turn') ?? '';
  if (/^\d+$/.test(turn) && turns[Number(turn)]) commands.push(`select ${Number(turn)}`);
  const ms = parseFloat(wants.get('t') ?? '') * 1000;
  const at = turns.filter(one => one.start_ms !== null && one.start_ms <= ms).at(-1);
  if (at) commands.push(`select ${at.id}`);
  return commands;
}
