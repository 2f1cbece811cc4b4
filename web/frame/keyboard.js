// Keys of the component: they act only while it has the focus, and never while a field is typed in.

/**
 * @typedef {object} Actions
 * @property {() => void} search
 * @property {(line: string) => void} send
 * @property {(step: 1 | -1) => void} turn
 * @property {(step: 1 | -1) => void} extend the range by a turn
 * @property {(step: 1 | -1) => void} topic
 * @property {() => void} range
 * @property {(index: number) => void} speaker
 * @property {() => void} theme
 * @property {() => void} open
 * @property {() => void} keys
 * @property {() => void} correct
 * @property {() => void} quote
 * @property {(step: 'undo' | 'redo') => void} history
 * @property {() => boolean} escape one layer; false when nothing was left to clear
 */

/** @param {KeyboardEvent} event @param {Actions} actions @returns {boolean} whether the key was used */
export function press(event, actions) {
  const target = /** @type {HTMLElement} */ (event.composedPath()[0]);
  const typing = target instanceof HTMLElement && target.matches('input,textarea,select');
  if (event.key === 'Escape') return actions.escape();
  if (typing || event.altKey) return false;
  if (event.ctrlKey || event.metaKey) {
    const step = { z: event.shiftKey ? 'redo' : 'undo', y: 'redo' }[event.key.toLowerCase()];
    if (step) actions.history(/** @type {'undo' | 'redo'} */ (step));
    return !!step;
  }
  if (target instanceof HTMLElement && target.closest('dialog,.menu')) return false;
  if (/^[1-8]$/.test(event.key)) {
    actions.speaker(Number(event.key) - 1);
    return true;
  }
  /** @type {Record<string, () => void>} */
  const keys = {
    '/': actions.search,
    n: () => actions.send('hit next'),
    p: () => actions.send('hit prev'),
    N: () => actions.send('hit prev'),
    j: () => actions.turn(1),
    k: () => actions.turn(-1),
    J: () => actions.extend(1),
    K: () => actions.extend(-1),
    ']': () => actions.topic(1),
    '[': () => actions.topic(-1),
    '+': () => actions.send('zoom in'),
    '=': () => actions.send('zoom in'),
    '-': () => actions.send('zoom out'),
    0: () => actions.send('zoom fit'),
    ',': () => actions.send('pan left'),
    '.': () => actions.send('pan right'),
    z: () => actions.send('zoom range'),
    r: actions.range,
    e: actions.correct,
    q: actions.quote,
    t: actions.theme,
    o: actions.open,
    '?': actions.keys,
  };
  const act = Object.hasOwn(keys, event.key) ? keys[event.key] : null;
  act?.();
  return act !== null;
}
