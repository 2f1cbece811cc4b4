// After something was opened in another's place: the way back, and the other files that were given.

import { h } from '../dom.js';

/**
 * @param {import('../element/component.js').Component} component @param {Inspect | null} transcript what was opened: if another is there since, nothing is said
 * @param {import('../element/viewer.js').Kept | null} former what was shown before @param {File[]} others given with it
 */
export function offerWays(component, transcript, former, others) {
  const { openings, host, parts: { notices } } = component;
  if (transcript !== component.transcript) return;
  const way = (/** @type {string} */ label, /** @type {() => void} */ act) =>
    h('button.button', { type: 'button', onclick: () => { notices.replaceChildren(); act(); } }, label);
  const ways = others.map(other => way(`Open ${other.name}`, () => { void openings.take(other, other.name, others.filter(one => one !== other)); }));
  if (former) ways.unshift(way('Undo', () => host.back(former)));
  const said = notices.querySelector('.notice>div')
    ?? component.notice(former ? `This took the place of “${former.title}”.` : `Of ${others.length + 1} files this is the first.`, '');
  said.append(h('div.row', {}, ...ways));
}
