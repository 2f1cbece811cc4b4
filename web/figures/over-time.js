// The balance in a window that moves through the talk, by several measures, and with those who were expected to speak.

import { h, svg } from '../dom.js';
import { pictures } from './picture.js';
import { defines, known } from './cards.js';
import { defined, figure, some, table } from './told.js';
import english from '../words/english/figures.js';
import { percent, speak } from '../words/say.js';

const say = speak(english);

const wide = 1000, high = 100;
/** @type {Record<string, { label: keyof typeof english, unit: keyof typeof english, what: keyof typeof english }>} */
const measures = {
  words: { label: 'words', unit: 'words', what: 'what-words' },
  time: { label: 'speaking-time', unit: 'unit-seconds', what: 'what-time' },
  turns: { label: 'turns', unit: 'turns', what: 'what-turns' },
  characters: { label: 'characters', unit: 'characters', what: 'what-characters' },
};

/** @typedef {TalkFigures['balance']['rolling']['points'][number]} Point */

/** Who speaks there, and how much of it. @param {import('./figures.js').Told} told @param {Point} point */
const shares = ({ transcript }, point) => transcript.speakers.filter((_, id) => point.shares[id] > 0).map(one => `${one.name} ${percent(point.shares[one.id])}`).join(', ');

/** @param {import('./figures.js').Told} told @param {Point} point @returns {import('./cards.js').Explained} */
const explained = (told, point) => ({ name: say('from-turn', point.turn + 1), facts: [`${say('window')}: ${say(`${told.unit}-counted`, told.figures.balance.rolling.window_words)}`],
  more: [known(say('balance-index'), figure(point.index), 'measured'), shares(told, point), say('normalised-entropy-3')] });

/** @param {import('./figures.js').Told} told */
export function overTime(told) {
  const { transcript, figures: { balance: { by, silent, rolling } }, who, rule, term, unit } = told;
  const name = h('input.field', { 'aria-label': say('name-of-one'), placeholder: say('name') });
  const { points } = rolling, drawn = points.length > 1 ? chart(told) : null;
  return [h('h3', {}, say('balance-over-time')),
    drawn ?? h('p', {}, say('the-talk-is')),
    h('p.colours', {}, ...transcript.speakers.filter(one => one.turns).slice(0, 8).map(one => who(one.id)), h('span', {}, h('i.rule'), say('balance-even-one'))),
    h('div.rules', {}, rule('window_words', say('window-of'), say(`${unit}-every`, rolling.step_words))),
    h('details', {}, h('summary', {}, say('as-a-table')), ...some('ol.places', points, point => h('li', {}, told.card(h('button', { type: 'button', tabindex: '-1', onclick: () => told.send(`select ${point.turn}`) },
      say('from-turn-balance', point.turn + 1, figure(point.index), shares(told, point))), () => explained(told, point))))),
    drawn ? pictures(() => drawn.firstChild, say('balance-over-time'), told) : '',
    h('h3', {}, say('by-measure')),
    table(say('evenness-by'), [say('measure'), term(say('balance-index'), defines(say('unit-index'), 'measured', say('normalised-entropy-3'))), term('Gini', defines(say('unit-index'), 'measured', say('population-form-xi')))], Object.entries(measures).map(([measure, { label, unit: counted, what }]) => {
      const one = by[measure];
      return [term(say(label), defines(say(counted), one ? 'measured' : 'unknown', say(what))), ...one ? [figure(one.index), figure(one.gini)] : [say('withheld'), measure === 'time' ? say('some-turns-have-2') : '–']];
    })),
    h('form.rules', { onsubmit: (/** @type {Event} */ event) => {
      event.preventDefault();
      const said = name.value.trim().replace(/\s+/g, ' ');
      if (said) told.silent([...silent, said]);
    } }, h('span', {}, say('expected-but')), ...silent.map((one, at) => h('button.button', { type: 'button', title: say('take-off'), onclick: () => told.silent(silent.filter((_, i) => i !== at)) }, `${one} ×`)),
    name, h('button.button', { type: 'submit' }, say('add'))),
    silent.length ? h('p', {}, say('balance-and-gini', silent.length)) : '',
    defined([
      [say('balance-index'), say('normalised-entropy-3')],
      ['Gini', say('population-form-xi')],
      [say('window'), say('a-tenth-of')],
    ])];
}

/** Shares stacked in the colours of the speakers, and the index as a line. @param {import('./figures.js').Told} told */
function chart(told) {
  const { transcript, figures: { balance: { rolling: { points } } }, who, send } = told;
  const x = (/** @type {number} */ at) => (at / (points.length - 1) * wide).toFixed(1);
  const below = points.map(() => 0);
  const bands = transcript.speakers.filter(one => one.turns).map(one => {
    const from = points.map((_, at) => `${x(at)} ${(high - below[at] * high).toFixed(1)}`);
    points.forEach((point, at) => { below[at] += point.shares[one.id]; });
    const to = points.map((_, at) => `${x(at)} ${(high - below[at] * high).toFixed(1)}`);
    return svg('path', { d: `M${to.join('L')}L${from.reverse().join('L')}Z`, class: 'band', 'data-slot': who(one.id).dataset.slot });
  });
  const line = points.flatMap((point, at) => point.index === null ? [] : [`${x(at)} ${(high - point.index * high).toFixed(1)}`]);
  const place = h('div.moving', { 'aria-hidden': 'true', onclick: (/** @type {any} */ { clientX }) => { send(`select ${at(clientX).turn}`); } }, svg('svg', { viewBox: `0 0 ${wide} ${high}`, preserveAspectRatio: 'none' }, ...bands,
    svg('path', { d: `M0 ${high / 2}H${wide}`, class: 'half' }), ...['', ''].map(() => svg('path', { d: `M${line.join('L')}`, class: 'index-line' }))));
  const at = (/** @type {number} */ clientX) => {
    const box = place.getBoundingClientRect(), mirrored = place.closest('[dir=rtl]');
    const from = (mirrored ? box.right - clientX : clientX - box.left) / box.width;
    return points[Math.min(points.length - 1, Math.max(0, Math.round(from * (points.length - 1))))];
  };
  return told.card(place, clientX => explained(told, at(clientX)));
}
