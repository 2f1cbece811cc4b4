// The balance in a window that moves through the talk, by several measures, and with those who were expected to speak.

import { grouped, h, plural, svg } from '../dom.js';
import { pictures } from './picture.js';
import { defined, figure, some, table } from './told.js';

const wide = 1000, high = 100;
/** @type {Record<string, string>} */
const measures = { words: 'words', time: 'speaking time', turns: 'turns', characters: 'characters' };

/** @param {import('./figures.js').Told} told */
export function overTime(told) {
  const { transcript, figures: { balance: { by, silent, rolling } }, who, rule } = told;
  const name = h('input.field', { 'aria-label': 'Name of one who was expected', placeholder: 'name' });
  const { points } = rolling, drawn = points.length > 1 ? chart(told) : null;
  return [h('h3', {}, 'Balance over time'),
    drawn ?? h('p', {}, 'The talk is no longer than one window.'),
    h('p.legend', {}, ...transcript.speakers.filter(one => one.turns).slice(0, 8).map(one => who(one.id)), h('span', {}, h('i.rule'), 'balance: 1 even, 0 one voice')),
    h('div.rules', {}, rule('window_words', 'Window of', `words, every ${grouped(rolling.step_words)}`)),
    h('details', {}, h('summary', {}, 'As a table'), ...some('ol.places', points, point => h('li', {}, h('button', { type: 'button', tabindex: '-1', onclick: () => told.send(`select ${point.turn}`) },
      `from turn ${point.turn + 1}: balance ${figure(point.index)}, ${transcript.speakers.filter((_, id) => point.shares[id] > 0).map(one => `${one.name} ${Math.round(point.shares[one.id] * 100)}%`).join(', ')}`)))),
    drawn ? pictures(() => drawn.firstChild, 'Balance over time', told) : '',
    h('h3', {}, 'By measure'),
    table('Evenness by measure', ['measure', 'balance', 'Gini'], Object.entries(measures).map(([measure, label]) => {
      const one = by[measure];
      return [label, ...one ? [figure(one.index), figure(one.gini)] : ['withheld', measure === 'time' ? 'some turns have no times' : '–']];
    })),
    h('form.rules', { onsubmit: (/** @type {Event} */ event) => {
      event.preventDefault();
      const said = name.value.trim().replace(/\s+/g, ' ');
      if (said) told.silent([...silent, said]);
    } }, h('span', {}, 'Expected, but silent:'), ...silent.map((one, at) => h('button.button', { type: 'button', title: 'Take off', onclick: () => told.silent(silent.filter((_, i) => i !== at)) }, `${one} ×`)),
    name, h('button.button', { type: 'submit' }, 'Add')),
    silent.length ? h('p', {}, `Balance and Gini count ${plural(silent.length, 'silent person', 'silent people')}.`) : '',
    defined([
      ['balance', 'Normalised entropy of the shares (Shannon 1948, Pielou 1966) over those with a turn in the talk, and those you add. Measured.'],
      ['Gini', 'Population form, Σ|xi − xj| / (2n²·mean): 0 is even.'],
      ['window', 'A tenth of the talk, unless you set it; each begins half a window after the one before. A turn that lies partly in it counts with that part.'],
    ])];
}

/** Shares stacked in the colours of the speakers, and the index as a line. @param {import('./figures.js').Told} told */
function chart({ transcript, figures: { balance: { rolling: { points } } }, who, send }) {
  const x = (/** @type {number} */ at) => (at / (points.length - 1) * wide).toFixed(1);
  const below = points.map(() => 0);
  const bands = transcript.speakers.filter(one => one.turns).map(one => {
    const from = points.map((_, at) => `${x(at)} ${(high - below[at] * high).toFixed(1)}`);
    points.forEach((point, at) => { below[at] += point.shares[one.id]; });
    const to = points.map((_, at) => `${x(at)} ${(high - below[at] * high).toFixed(1)}`);
    return svg('path', { d: `M${to.join('L')}L${from.reverse().join('L')}Z`, class: 'band', 'data-slot': who(one.id).dataset.slot });
  });
  const line = points.flatMap((point, at) => point.index === null ? [] : [`${x(at)} ${(high - point.index * high).toFixed(1)}`]);
  return h('div.moving', { 'aria-hidden': 'true', title: 'Click to read there', onclick: (/** @type {any} */ event) => {
    const box = event.currentTarget.getBoundingClientRect(), mirrored = event.currentTarget.closest('[dir=rtl]');
    const from = (mirrored ? box.right - event.clientX : event.clientX - box.left) / box.width;
    send(`select ${points[Math.min(points.length - 1, Math.max(0, Math.round(from * (points.length - 1))))].turn}`);
  } }, svg('svg', { viewBox: `0 0 ${wide} ${high}`, preserveAspectRatio: 'none' }, ...bands,
    svg('path', { d: `M0 ${high / 2}H${wide}`, class: 'half' }), ...['', ''].map(() => svg('path', { d: `M${line.join('L')}`, class: 'index-line' }))));
}
