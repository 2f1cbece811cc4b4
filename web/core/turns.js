// The turns of a long transcript: an array to all who use it, whose turns come from the core when they are wanted, so
// that JavaScript holds the few that were asked for last. They last as long as the transcript is shown.

/** So many pieces are kept. */
const mostPieces = 8;
/** A piece begins on a multiple, so that going back finds those that are there. */
const step = 64;

/**
 * @param {number} count
 * @param {(first: number) => InspectTurn[]} ask some turns from that one on, none where it is no longer shown
 * @returns {InspectTurn[]} frozen; its elements are undefined once they can't be had
 */
export function turnsOf(count, ask) {
  /** @type {InspectTurn[][]} the last used one first */ const pieces = [];
  const find = (/** @type {number} */ id) => {
    const at = pieces.findIndex(piece => piece[0].id <= id && id < piece[0].id + piece.length);
    if (at > 0) pieces.unshift(...pieces.splice(at, 1));
    return at < 0 ? undefined : pieces[0][id - pieces[0][0].id];
  };
  const fetch = (/** @type {number} */ first) => {
    const piece = ask(first);
    if (!piece.length) return;
    for (const one of piece) Object.freeze(one);
    pieces.unshift(piece);
    pieces.length = Math.min(pieces.length, mostPieces);
  };
  const turn = (/** @type {number} */ id) => {
    const known = find(id);
    if (known) return known;
    fetch(id - id % step);
    if (!find(id) && id % step) fetch(id); // turns so long that a piece holds few
    return find(id);
  };
  const index = (/** @type {string | symbol} */ key) => {
    const at = typeof key === 'string' ? Number(key) : -1;
    return at >= 0 && at < count && String(at) === key ? at : -1;
  };
  /** @type {InspectTurn[]} */ const all = [];
  all.length = count;
  Object.freeze(all);
  return new Proxy(all, {
    get: (target, key, receiver) => {
      const at = index(key);
      return at < 0 ? Reflect.get(target, key, receiver) : turn(at);
    },
    has: (target, key) => index(key) >= 0 || Reflect.has(target, key),
  });
}
