// Topics of a talk whose file has none, below the panel that says so: guesses by the words, found by the second module in
// a worker, as `visavis inspect` finds them, and told from what an author wrote. Loaded for such a talk alone.

import { h, plural } from '../dom.js';
import { dressed } from '../styles/dressed.js';
import { roving } from './roving.js';
import css from '../styles/found.css';

/** Where a reader asked to be spared: only when asked for. */
const spared = () => /** @type {any} */ (navigator).connection?.saveData === true;
const unsure = 0.5;

/**
 * @param {import('../element/viewer.js').Viewer} viewer @param {import('../element/skeleton.js').Parts} parts
 * @param {AbortSignal} signal of another transcript
 */
export async function showFound(viewer, { sections: { topics: pane } }, signal) {
  dressed(viewer.shadow, 'found', css);
  const holder = h('div.found', { 'aria-busy': 'true' });
  const leave = () => holder.remove();
  signal.addEventListener('abort', leave);
  pane.append(holder);
  if (spared()) await new Promise(done => holder.append(h('button.button', { type: 'button', onclick: done }, 'Look for topics')));
  const topics = signal.aborted ? null : await viewer.core?.topics(signal);
  if (signal.aborted || !topics || topics.length < 2 || !topics.some(one => one.found)) return leave();
  const turns = viewer.transcript?.turns.length ?? 1;
  const list = h('ol', {}, ...topics.map((topic, at) => line(viewer, topic, at, turns)));
  holder.replaceChildren(h('h2', {}, 'Found ', h('small', {}, `${plural(topics.length, 'topic')} by the words`)),
    h('p', {}, 'The file has no headings: these are guesses, fainter where less sure.'), list);
  holder.removeAttribute('aria-busy');
  roving(holder, 'ol')();
}

/**
 * A first click reads it, a second one measures it alone, a third all again.
 * @param {import('../element/viewer.js').Viewer} viewer @param {InspectTopic} topic @param {number} at @param {number} turns
 */
function line(viewer, { first_turn: first, last_turn: last, words, confidence, keyphrases }, at, turns) {
  const act = () => {
    const { selected = null, range = null } = viewer.core?.query('state') ?? {};
    if (range && range[0] === first && range[1] === last) viewer.send('range none');
    else if (selected === first) viewer.send(`range ${first} ${last}`);
    else viewer.send(`select ${first}`);
  };
  const place = h('i');
  place.style.insetInlineStart = `${first / turns * 100}%`;
  place.style.inlineSize = `${Math.max(1, (last + 1 - first) / turns * 100)}%`;
  return h('li', { 'data-unsure': confidence < unsure }, h('button', { type: 'button', tabindex: '-1', title: 'Read it; again to measure only this', onclick: act },
    h('span.number', {}, String(at + 1)), h('bdi', {}, keyphrases.join(' · ') || `From turn ${first + 1}`),
    h('small', {}, `turns ${first + 1} to ${last + 1} · ${plural(words, 'word')}${confidence < unsure ? ' · unsure where it begins' : ''}`)),
  h('span.place', { 'aria-hidden': 'true' }, place));
}
