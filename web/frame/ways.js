// After something was opened in another's place: the way back, and the other files that were given.

import { h } from '../dom.js';
import { hush } from '../element/notices.js';
import english from '../words/english/ways.js';
import { speak } from '../words/say.js';

const say = speak(english);

/**
 * @param {import('../element/component.js').Component} component @param {Inspect | null} transcript what was opened: if another is there since, nothing is said
 * @param {import('../element/viewer.js').Kept | null} former what was shown before @param {File[]} others given with it
 */
export function offerWays(component, transcript, former, others) {
  const { openings, host, parts: { notices } } = component;
  if (transcript !== component.transcript) return;
  const way = (/** @type {string} */ label, /** @type {() => void} */ act) =>
    h('button.button', { type: 'button', onclick: () => { hush(component.parts); act(); } }, label);
  const ways = others.map(other => way(say('open-named', other.name), () => { void openings.take(other, other.name, others.filter(one => one !== other)); }));
  if (former) ways.unshift(way(say('undo'), () => host.back(former)));
  const said = notices.querySelector('.notice>div')
    ?? component.notice(former ? say('this-took-the', former.title) : say('of-files-this', others.length + 1), '');
  said.append(h('div.row', {}, ...ways));
}
