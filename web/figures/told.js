// What the views of figures share.

import { h } from '../dom.js';
import english from '../words/english/figures.js';
import { fixed, speak } from '../words/say.js';

const say = speak(english);

/** A number, or what stands where there is none. @param {number | null} value @param {number} [decimals] */
export const figure = (value, decimals = 2) => value === null ? '–' : fixed(value, decimals);

/** @param {number} ms */
export const seconds = ms => say('seconds', (ms < 0 ? '−' : '') + fixed(Math.abs(ms) / 1000, Math.abs(ms) < 10_000 ? 2 : 1));

/** What figures are and where they come from, a click away. @param {[string, string][]} of */
export const defined = of => h('details', {}, h('summary', {}, say('what-these-figures')), h('dl', {}, ...of.flatMap(([name, what]) => [h('dt', {}, name), h('dd', {}, what)])));

/** Names of figures are one stop of the keyboard. @param {(Node | string)[]} names */
const group = names => names.some(one => one instanceof Element && one.classList.contains('term')) ? '.terms' : '';

/** @param {string} label @param {(Node | string)[]} columns @param {(Node | string)[][]} rows the first of each is its head */
export const table = (label, columns, rows) => h('div.scroll', {}, h('table', { 'aria-label': label },
  h(`thead${group(columns)}`, {}, h('tr', {}, ...columns.map(name => name ? h('th', { scope: 'col' }, name) : h('td')))),
  h(`tbody${group(rows.map(([first]) => first))}`, {}, ...rows.map(([first, ...cells]) => h('tr', {}, h('th', { scope: 'row' }, first), ...cells.map(cell => h('td', {}, cell)))))));

const atOnce = 100;

/** A long list, some at a time. @template T @param {string} tag @param {readonly T[]} all @param {(one: T) => HTMLElement} made */
export function some(tag, all, made) {
  const list = h(tag), more = h('button.button', { type: 'button', onclick: () => next() });
  const next = () => {
    const shown = list.children.length;
    list.append(...all.slice(shown, shown + atOnce).map(made));
    const left = all.length - list.children.length;
    more.textContent = say('more-of', Math.min(left, atOnce), all.length);
    more.hidden = !left;
  };
  next();
  return [list, more];
}
