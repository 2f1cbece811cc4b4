// What a figure of the balance is made of: the turns that ask, that cut in, and how long turns are. Loaded with the first
// figure that is asked.

import { h, icon } from '../dom.js';
import { roving } from '../panes/roving.js';
import { dressed } from '../styles/dressed.js';
import css from '../styles/finding.css';
import english from '../words/english/evidence.js';
import { grouped, speak } from '../words/say.js';

const say = speak(english);

/** Columns of the balance (scene/figures.h). */
const mean = 4, asks = 6;
const mostListed = 200, longestLine = 160;

/** @typedef {[turn: number, words: number, questions: number, cuts: number]} Said */

/** The question in a turn, or how the turn begins. @param {string} text @param {boolean} asked */
function line(text, asked) {
  const question = asked ? /[^.!?…。！？？؟;\n]*[?？؟;]+/u.exec(text)?.[0].trim() : '';
  const whole = question || text.trim().replace(/\s+/g, ' ');
  return whole.length <= longestLine ? whole : `${whole.slice(0, longestLine).replace(/\s+\S*$/, '')} …`;
}

/** How many turns have so many words, by powers of two. @param {Said[]} said */
export function distribution(said) {
  /** @type {{ from: number, to: number, turns: Said[] }[]} */ const bins = [];
  for (const turn of said) {
    const at = Math.floor(Math.log2(Math.max(1, turn[1])));
    while (bins.length <= at) bins.push({ from: 2 ** bins.length, to: 2 ** (bins.length + 1) - 1, turns: [] });
    bins[at].turns.push(turn);
  }
  return bins;
}

/** @param {number[]} sorted */
const median = sorted => sorted.length % 2 ? sorted[sorted.length >> 1] : (sorted[sorted.length / 2 - 1] + sorted[sorted.length / 2]) / 2;

/**
 * @param {import('../element/viewer.js').Viewer} viewer @param {import('../element/skeleton.js').Parts} parts
 * @param {{ speaker: number, column: number }} of
 */
export function showEvidence(viewer, { root, text }, { speaker, column }) {
  const { transcript, shadow, slots } = viewer;
  const name = transcript?.speakers[speaker]?.name;
  if (!transcript || name === undefined) return;
  dressed(shadow, 'finding', css);
  root.querySelector('.evidence')?.remove();
  const all = /** @type {Said[]} */ (viewer.core?.query(`evidence ${speaker}`) ?? []);
  const from = /** @type {HTMLElement | null} */ (shadow.activeElement);
  const close = () => {
    const within = element.contains(shadow.activeElement);
    element.remove();
    if (within) (from?.isConnected ? from : text).focus({ preventScroll: true });
  };
  const list = h('div.hits');
  const rove = roving(list, '.hits');
  const fill = (/** @type {Said[]} */ said) => {
    list.replaceChildren(h('ul', {}, ...said.slice(0, mostListed).map(([turn, words]) => h('li', {}, h('button', {
      type: 'button', tabindex: '-1', 'data-turn': turn, onclick: () => {
        viewer.send(`select ${turn}`);
        if (viewer.layout.name === 'narrow') close();
      },
    }, h('span.whose', { 'data-slot': slots.get(speaker) ?? 0 }, h('span', {}, say('turn-named-2', turn + 1)), h('small', {}, say(`${viewer.unit}-counted`, words))),
    h('span.context', { dir: 'auto' }, line(transcript.turns[turn].text, column === asks)))))));
    if (said.length > mostListed) list.append(h('p', {}, say('and-more-2', say('turns-counted', said.length - mostListed))));
    rove();
  };
  const chosen = column === mean ? [...all].sort((a, b) => b[1] - a[1]) : all.filter(one => one[column === asks ? 2 : 3] > 0);
  const title = column === mean ? say('how-long-turns') : column === asks ? say('asked') : say('where-others-are');
  const lengths = all.map(one => one[1]).sort((a, b) => a - b);
  const facts = column !== mean ? say('turns-counted', chosen.length) : !lengths.length ? ''
    : say(`mean-half-have-${viewer.unit}`, Math.round(lengths.reduce((sum, n) => sum + n, 0) / lengths.length), Math.round(median(lengths)), lengths[lengths.length - 1]);
  const bins = column === mean ? distribution(all) : [], most = Math.max(1, ...bins.map(bin => bin.turns.length));
  /** @type {HTMLElement[]} */ const bars = bins.map(({ from, to, turns }) => {
    const bar = h('i');
    bar.style.inlineSize = `${turns.length / most * 100}%`;
    const button = h('button', { type: 'button', tabindex: '-1', disabled: !turns.length, 'aria-pressed': 'false', onclick: () => {
      const on = button.getAttribute('aria-pressed') !== 'true';
      for (const one of bars) one.setAttribute('aria-pressed', String(on && one === button));
      fill(on ? turns : chosen);
    } }, h('span', {}, from === 1 ? say(`${viewer.unit}-counted`, 1) : say('to-named-2', from, to)), h('span.of', {}, bar), h('small', {}, grouped(turns.length)));
    return button;
  });
  const element = h('section.finding.evidence', { 'aria-label': `${name}: ${title}`, onkeydown: (/** @type {KeyboardEvent} */ event) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    close();
  } }, h('h3', { 'data-slot': slots.get(speaker) ?? 0 }, h('i.dot'), h('span', {}, h('bdi', {}, name), ` · ${title}`),
    h('button.button.plain', { type: 'button', 'aria-label': say('close'), onclick: close }, icon('close'))),
  h('p', {}, facts), bars.length ? h('div.bars', { role: 'group', 'aria-label': say('words-a-turn'), 'data-slot': slots.get(speaker) ?? 0 }, ...bars) : '', list);
  roving(element, '.bars')();
  fill(chosen);
  const box = root.getBoundingClientRect(), words = text.getBoundingClientRect();
  if (words.height > 320) element.style.setProperty('--top', `${words.top - box.top + 8}px`);
  root.append(element);
  /** @type {HTMLElement} */ (list.querySelector('button') ?? element.querySelector('button')).focus({ preventScroll: true });
  viewer.shadow.host.addEventListener('vis-a-vis:ready', () => element.remove(), { once: true });
}
