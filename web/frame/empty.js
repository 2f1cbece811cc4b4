// What the page shows before there is a transcript: what to do, and something to try it on.

import { h, svg } from '../dom.js';
import { dressed } from '../styles/dressed.js';
import css from '../styles/empty.css';
import { samples } from './samples.js';
import english from '../words/english/empty.js';
import { speak } from '../words/say.js';

const say = speak(english);

/** Two facing shapes: the product's mark. */
export function emblem() {
  return svg('svg', { viewBox: '0 0 32 32', class: 'emblem', 'aria-hidden': 'true' },
    svg('path', { d: 'M8 3c3.500 0 5 2.700 5 6.500 0 1.600.2 2.500.8 3.600l1.700 3.200-2.200 1.100c.2 3.300-.4 5.200-3 5.700-1.500.3-1.900 1-1.900 2.500V29H3.500v-6C1.200 20 .5 17 .5 12.500.500 6.500 3.500 3 8 3z', fill: 'var(--vav-s1)' }),
    svg('path', { d: 'M24 3c-3.500 0-5 2.700-5 6.500 0 1.600-.2 2.500-.8 3.600l-1.700 3.200 2.200 1.100c-.2 3.300.4 5.200 3 5.700 1.500.3 1.900 1 1.900 2.500V29h4.900v-6c2.300-3 3-6 3-10.500C31.500 6.500 28.500 3 24 3z', fill: 'var(--vav-s2)' }));
}

/** @param {import('../element/component.js').Component} component @returns {HTMLElement} */
export function emptyState(component) {
  dressed(component.shadow, 'empty', css);
  // As short as a link of this page can say it.
  const sampleBase = new URL('samples/', component.base).href.replace(new URL('.', document.baseURI).href, '');
  const area = h('textarea', { 'aria-label': say('transcript-text'), placeholder: say('ada-how-did'), spellcheck: 'false' });
  const pasting = h('form.pasting', { hidden: true, onsubmit: (/** @type {Event} */ event) => {
    event.preventDefault();
    if (area.value.trim()) void component.openings.take(area.value, '');
  } }, area, h('div', {}, h('button.button', { type: 'submit' }, say('read-this'))));
  const toggle = h('button.button', { type: 'button', 'aria-expanded': 'false', onclick: () => {
    pasting.hidden = !pasting.hidden;
    toggle.setAttribute('aria-expanded', String(!pasting.hidden));
    if (!pasting.hidden) area.focus();
  } }, say('paste-text'));
  return h('div', {},
    emblem(),
    h(component.heading, {}, say('two-people-face')),
    h('p', {}, say('open-a-transcript-2')),
    h('div.ways', {}, h('button.button.strong', { type: 'button', onclick: () => component.pick() }, say('choose-a-file')), toggle),
    pasting,
    samples.length ? h('p.try', {}, say('or-drop-one')) : '',
    h('ul.samples', {}, ...samples.map(sample => h('li', {},
      h('a', { href: `#src=${encodeURIComponent(sampleBase + sample.file)}` },
        h('b', {}, sample.title), h('small', {}, sample.about), strip(sample))))));
}

/** @param {{ strip: string, slots: number[] }} sample */
function strip({ strip: turns, slots }) {
  const parts = turns.split(' ').map(turn => turn.split(':').map(Number));
  const total = parts.reduce((sum, [, words]) => sum + words, 0);
  const height = 36 / slots.length;
  let at = 0;
  return svg('svg', { viewBox: '0 0 132 36', preserveAspectRatio: 'none', class: 'strip', 'aria-hidden': 'true' },
    ...parts.map(([lane, words]) => {
      const x = at / total * 132;
      at += words;
      return svg('rect', { x, y: (lane - 1) * height + 1.5, width: Math.max(1, words / total * 132 - 0.75), height: height - 3, rx: 1, 'data-slot': slots[lane - 1] });
    }));
}
