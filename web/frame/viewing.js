// The view as it is now, in the form that can be shared.

/**
 * @param {import('../element/viewer.js').Viewer} viewer @param {string | null} theme the element's attribute
 * @returns {import('../hosts/view.js').View}
 */
export function viewNow({ core, state: seen, transcript, layout, reading, editing, search, quoted, beside }, theme) {
  const state = /** @type {CoreState | null} */ (core?.query('state') ?? seen);
  const shown = new Set(core?.query('shown') ?? []);
  const sight = reading.inSight();
  // Of the first turn in sight more than half may be above: then the next one is read.
  const top = sight && Math.min((transcript?.turns.length ?? 1) - 1, sight[0] + (sight[1] > 0.5 ? 1 : 0));
  const turn = state?.selected ?? null, range = state?.range ?? null;
  const chosenInSight = turn !== null && sight && turn >= sight[0] && turn <= sight[2];
  return {
    turn, time: null, quote: quoted, search: state?.query ?? '', how: state?.query ? search.how : [],
    who: state?.filtered && transcript ? transcript.speakers.filter(one => shown.has(one.id)).map(one => one.name) : null,
    // The beginning is where a view opens that names no place, unless it names a part.
    range, topic: state?.openSection ?? null, place: top !== null && (top || range) && !chosenInSight ? top : null,
    pane: layout.view === 'text' ? '' : layout.view, theme: theme === 'light' || theme === 'dark' ? theme : '',
    beside, corrections: [...editing.corrections.lines],
  };
}
