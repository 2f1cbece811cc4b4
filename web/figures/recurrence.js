// Who takes up whose words, and where they come back: a conceptual recurrence plot (Angus, Smith and Wiles 2012), turned so
// that time runs along its foot.

import { grouped, h, plural, svg } from '../dom.js';
import { pictures } from './picture.js';
import { defined, some, table } from './told.js';

const wide = 960, margin = 1, faintest = 0.35;
/** Of more speakers the table has one column for all others. */
const mostColumns = 5;

/** @param {import('./figures.js').Told} told */
export function recurrence(told) {
  const { transcript, figures: { recurrence: { speakers, pairs, stretches, links } }, who, send } = told;
  if (!links.length) return [h('h3', {}, 'Taken up'), h('p', {}, 'The talk is too short: no part of it shares words with another.')];
  const nameOf = (/** @type {number | null} */ id) => id === null ? '' : transcript.speakers[id].name;
  const place = h('div.recurring'), list = h('div'), named = h('p.chosen', { role: 'status' }, h('small', {}, 'Choose a mark to read where the words are said first, again to read where they come back.'));
  let whose = '';
  const shown = () => links.filter(one => whose === '' || whose === `${one.speaker} ${one.of}`);
  let back = -1;
  const go = (/** @type {RecurrenceLink} */ one) => {
    const at = links.indexOf(one), later = back === at;
    back = later ? -1 : at;
    send(`select ${later ? one.turn : one.of_turn}`);
    named.replaceChildren(...sentence(told, one));
  };
  const draw = () => {
    const drawn = plot(told, shown(), go);
    place.replaceChildren(drawn);
    list.replaceChildren(...some('ol.places', shown(), one => h('li', {}, ...sentence(told, one))));
  };
  const heard = speakers.filter(one => one.terms), few = heard.length <= mostColumns;
  const percent = (/** @type {number} */ part, /** @type {number} */ all) => h('span', { title: `${grouped(part)} of ${grouped(all)}` }, `${Math.round(part / all * 100)}%`);
  const of = (/** @type {number} */ speaker, /** @type {number} */ other) => pairs.find(one => one.speaker === speaker && one.of === other)?.terms ?? 0;
  const which = h('select.field', { 'aria-label': 'Who takes up whose words', onchange: () => { whose = which.value; draw(); } }, h('option', { value: '' }, 'everybody’s'),
    ...[...new Set(links.map(one => `${one.speaker} ${one.of}`))].filter(key => !key.includes('null')).slice(0, 40).map(key => {
      const [by, from] = key.split(' ').map(Number);
      return h('option', { value: key }, by === from ? `${nameOf(by)}, own` : `${nameOf(by)} of ${nameOf(from)}`);
    }));
  draw();
  return [h('h3', {}, 'Taken up'),
    heard.length ? table('Who takes up whose words', ['', 'words', 'new', 'own again', ...few ? heard.map(one => `of ${nameOf(one.speaker)}`) : ['of others']],
      heard.map(one => [who(one.speaker), grouped(one.terms), percent(one.fresh, one.terms), percent(one.own, one.terms),
        ...few ? heard.map(other => other === one ? '' : percent(of(one.speaker, other.speaker), one.terms)) : [percent(one.taken, one.terms)]])) : '',
    h('h3', {}, 'Where words come back ', h('small', {}, `${plural(stretches.length, 'stretch', 'stretches')} of the talk`)),
    heard.length > 1 ? h('div.rules', {}, h('label', {}, 'Words taken up:', which)) : '',
    place, h('div.scale.ends', { 'aria-hidden': 'true' }, h('span', {}, 'begin'), h('span', {}, 'end')), named,
    h('details', {}, h('summary', {}, 'As a list'), list),
    pictures(() => place.firstChild, `${'Where words come back'}`, told),
    defined([
      ['words', 'That carry content, by their stems, each counted once a turn. New: nobody said it before. Own again: the same speaker said it last. Of somebody: they said it last.'],
      ['mark', 'Two stretches that share words, above the middle between them, the higher the longer the way back. Its left half has the colour of who says the word that weighs most first, its right half of who takes it up; the stronger, the more alike: the cosine of their words, rare ones weighing more. The 150 most alike are drawn.'],
      ['after', 'Angus, Smith and Wiles 2012, conceptual recurrence plots; here with stems, not concepts that are learned, and stretches of a sixtieth of the talk, not utterances, so that long talks can be drawn.'],
    ])];
}

/** A text without speakers has no turns. @param {Inspect} transcript */
const unitOf = ({ speakers }) => speakers.length ? 'turn' : 'paragraph';

/** @param {import('./figures.js').Told} told @param {RecurrenceLink} one */
function sentence({ transcript, send }, { turn, of_turn: from, words, speaker, of }) {
  const go = (/** @type {number} */ to, /** @type {number | null} */ by) => h('button', { type: 'button', onclick: () => send(`select ${to}`) },
    `${unitOf(transcript)} ${to + 1}${by === null ? '' : `, ${transcript.speakers[by].name}`}`);
  return [h('b', {}, words.join(' · ')), ': ', go(from, of), ' → ', go(turn, speaker)];
}

/** @param {import('./figures.js').Told} told @param {RecurrenceLink[]} links @param {(one: RecurrenceLink) => void} go */
function plot({ transcript, figures: { topics, recurrence: { stretches } }, who }, links, go) {
  const step = (wide - 2 * margin) / stretches.length, half = step / 2;
  const high = Math.max(step, ...links.map(one => (one.later - one.earlier + 1) * half));
  const strongest = links[0]?.alike || 1, unit = unitOf(transcript);
  const slot = (/** @type {number | null} */ id) => id === null ? 0 : who(id).dataset.slot;
  const n = (/** @type {number} */ value) => value.toFixed(1);
  const marks = [...links].reverse().map(one => {
    const x = margin + (one.earlier + one.later + 1) * half, y = high - (one.later - one.earlier) * half;
    const name = svg('title', {});
    name.textContent = `${one.words.join(' · ')}: ${unit} ${one.of_turn + 1}${one.of === null ? '' : `, ${transcript.speakers[one.of].name}`} → ${unit} ${one.turn + 1}${one.speaker === null ? '' : `, ${transcript.speakers[one.speaker].name}`}`;
    return svg('g', { class: 'mark', opacity: (faintest + (1 - faintest) * one.alike / strongest).toFixed(2), onclick: () => go(one) }, name,
      // One voice has no seam.
      ...slot(one.of) === slot(one.speaker) ? [svg('path', { class: 'band', 'data-slot': slot(one.of), d: `M${n(x)} ${n(y - half)}L${n(x - half)} ${n(y)}L${n(x)} ${n(y + half)}L${n(x + half)} ${n(y)}Z` })]
        : [-half, half].map((side, at) => svg('path', { class: 'band', 'data-slot': slot(at ? one.speaker : one.of), d: `M${n(x)} ${n(y - half)}L${n(x + side)} ${n(y)}L${n(x)} ${n(y + half)}Z` })));
  });
  const starts = topics.length > 1 ? topics.map(topic => stretches.findIndex(one => one.last_turn >= topic.first_turn)) : [];
  return svg('svg', { viewBox: `0 0 ${wide} ${n(high + 10)}`, role: 'img', 'aria-label': `${plural(links.length, 'place')} where words come back, listed below` },
    svg('path', { class: 'foot', d: `M0 ${n(high + 2)}H${wide}` }),
    svg('path', { class: 'foot', d: starts.map(at => `M${n(margin + at * step)} ${n(high + 2)}v7`).join('') }), ...marks);
}
