// The page's address follows the view. Loaded when a person first does something.

import { viewNow } from '../frame/viewing.js';
import { parse, rewritten } from './links.js';
import { isStep, pairsOf, viewOf } from './view.js';

/** What must not stand in the clear beside a transcript that is locked: anything that can hold its words. */
const wordy = { quote: null, before: null, after: null, q: null, who: null, beside: null, fix: null };
/** A longer second interview stays out of the address, which is written often; links carry it. */
const longBeside = 1 << 16;

/**
 * Writes the view into the address: in place, or as an entry of its own where a person would go back from it.
 * @param {import('../element/viewer.js').Viewer} viewer @param {string | null} theme
 * @param {boolean} anew whether it may become an entry: not when the address was just gone back to
 */
export function mirror(viewer, theme, anew) {
  const before = location.hash;
  const wants = parse(before);
  const view = viewNow(viewer, theme);
  const locked = viewer.source?.locked || !/^(?:z1\.|$)/.test(wants.get('doc') ?? '');
  const pairs = { ...pairsOf(view), ...(locked ? wordy : {}) };
  if (view.beside.length > longBeside && !locked) delete pairs.beside;
  const fragment = rewritten(before, pairs);
  if (fragment === before.replace(/^#/, '')) return;
  const to = fragment ? `#${fragment}` : location.pathname + location.search;
  try {
    history[anew && isStep(viewOf(wants), view) ? 'pushState' : 'replaceState']({ ...history.state, visavis: true }, '', to);
  } catch { /* browsers bound how often and how long; the next change writes it */ }
}
