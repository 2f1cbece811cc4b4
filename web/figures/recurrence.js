// Who takes up whose words, and where they come back: a conceptual recurrence plot (Angus, Smith and Wiles 2012), turned so
// that time runs along its foot.

import { h, svg } from '../dom.js';
import { pictures } from './picture.js';
import { known, defines } from './cards.js';
import { defined, figure, some, table } from './told.js';
import english from '../words/english/figures.js';
import { grouped, percent as share, speak } from '../words/say.js';

const say = speak(english);

const wide = 960, margin = 1, faintest = 0.35;
/** Of more speakers the table has one column for all others. */
const mostColumns = 5;

/** @param {import('./figures.js').Told} told */
export function recurrence(told) {
  const { transcript, figures: { recurrence: { speakers, pairs, stretches, links } }, who, send, term } = told;
  const named = (/** @type {string} */ name) => term(name, defines(say('words'), 'estimated', say('that-carry-content')));
  if (!links.length) return [h('h3', {}, say('taken-up')), h('p', {}, say('the-talk-is-2'))];
  const nameOf = (/** @type {number | null} */ id) => id === null ? '' : transcript.speakers[id].name;
  const place = h('div.recurring'), list = h('div'), chosen = h('p.chosen', { role: 'status' }, h('small', {}, say('choose-a-mark')));
  let whose = '';
  const shown = () => links.filter(one => whose === '' || whose === `${one.speaker} ${one.of}`);
  let back = -1;
  const go = (/** @type {RecurrenceLink} */ one) => {
    const at = links.indexOf(one), later = back === at;
    back = later ? -1 : at;
    send(`select ${later ? one.turn : one.of_turn}`);
    chosen.replaceChildren(...sentence(told, one));
  };
  const draw = () => {
    const drawn = plot(told, shown(), go);
    place.replaceChildren(drawn);
    list.replaceChildren(...some('ol.places', shown(), one => h('li', {}, ...sentence(told, one))));
  };
  const heard = speakers.filter(one => one.terms), few = heard.length <= mostColumns;
  const percent = (/** @type {number} */ part, /** @type {number} */ all) => h('span', { title: say('of-named', part, all) }, share(part / all));
  const of = (/** @type {number} */ speaker, /** @type {number} */ other) => pairs.find(one => one.speaker === speaker && one.of === other)?.terms ?? 0;
  const which = h('select.field', { 'aria-label': say('who-takes-up'), onchange: () => { whose = which.value; draw(); } }, h('option', { value: '' }, say('everybodys')),
    ...[...new Set(links.map(one => `${one.speaker} ${one.of}`))].filter(key => !key.includes('null')).slice(0, 40).map(key => {
      const [by, from] = key.split(' ').map(Number);
      return h('option', { value: key }, by === from ? say('own-of', nameOf(by)) : say('takes-of', nameOf(by), nameOf(from)));
    }));
  draw();
  return [h('h3', {}, say('taken-up')),
    heard.length ? table(say('who-takes-up'), ['', named(say('words')), named(say('new')), named(say('own-again')), ...few ? heard.map(one => named(say('of-named-2', nameOf(one.speaker)))) : [named(say('of-others'))]],
      heard.map(one => [who(one.speaker), grouped(one.terms), percent(one.fresh, one.terms), percent(one.own, one.terms),
        ...few ? heard.map(other => other === one ? '' : percent(of(one.speaker, other.speaker), one.terms)) : [percent(one.taken, one.terms)]])) : '',
    h('h3', {}, `${say('where-words-come')} `, h('small', {}, say('of-the-talk', say('stretches-counted', stretches.length)))),
    heard.length > 1 ? h('div.rules', {}, h('label', {}, say('words-taken-up'), which)) : '',
    place, h('div.scale.ends', { 'aria-hidden': 'true' }, h('span', {}, say('begin')), h('span', {}, say('end'))), chosen,
    h('details', {}, h('summary', {}, say('as-a-list')), list),
    pictures(() => place.firstChild, say('where-words-come'), told),
    defined([
      [say('words'), say('that-carry-content')],
      [say('mark'), say('two-stretches-that')],
      [say('modelled-on'), say('angus-smith-and')],
    ])];
}

/** Where something is said. A text without speakers has no turns. @param {Inspect} transcript @param {number} turn @param {number | null} by */
const placeOf = ({ speakers }, turn, by) => !speakers.length ? say('paragraph-named', turn + 1) : by === null ? say('turn-named-2', turn + 1) : say('turn-of-speaker', turn + 1, speakers[by].name);

/** @param {import('./figures.js').Told} told @param {RecurrenceLink} one */
function sentence(told, one) {
  const { transcript, send, card } = told, { turn, of_turn: from, words, speaker, of } = one;
  const go = (/** @type {number} */ to, /** @type {number | null} */ by) => card(h('button', { type: 'button', onclick: () => send(`select ${to}`) },
    placeOf(transcript, to, by)), () => explained(told, one));
  return [h('b', {}, words.join(' · ')), ': ', go(from, of), ' → ', go(turn, speaker)];
}

/** @param {import('./figures.js').Told} told @param {RecurrenceLink} one @returns {import('./cards.js').Explained} */
const explained = ({ transcript }, one) => ({ name: one.words.join(' · '), facts: [ways(transcript, one)], more: [known(say('likeness'), figure(one.alike), 'estimated'), say('two-stretches-that')] });

/** @param {Inspect} transcript @param {RecurrenceLink} one */
const ways = (transcript, one) => `${placeOf(transcript, one.of_turn, one.of)} → ${placeOf(transcript, one.turn, one.speaker)}`;

/** @param {import('./figures.js').Told} told @param {RecurrenceLink[]} links @param {(one: RecurrenceLink) => void} go */
function plot(told, links, go) {
  const { transcript, figures: { topics, recurrence: { stretches } }, who, card } = told;
  const step = (wide - 2 * margin) / stretches.length, half = step / 2;
  const high = Math.max(step, ...links.map(one => (one.later - one.earlier + 1) * half));
  const strongest = links[0]?.alike || 1;
  const slot = (/** @type {number | null} */ id) => id === null ? 0 : who(id).dataset.slot;
  const n = (/** @type {number} */ value) => value.toFixed(1);
  const marks = [...links].reverse().map(one => {
    const x = margin + (one.earlier + one.later + 1) * half, y = high - (one.later - one.earlier) * half;
    return card(svg('g', { class: 'mark', 'data-named': `${one.words.join(' · ')}: ${ways(transcript, one)}`, opacity: (faintest + (1 - faintest) * one.alike / strongest).toFixed(2), onclick: () => go(one) },
      // One voice has no seam.
      ...slot(one.of) === slot(one.speaker) ? [svg('path', { class: 'band', 'data-slot': slot(one.of), d: `M${n(x)} ${n(y - half)}L${n(x - half)} ${n(y)}L${n(x)} ${n(y + half)}L${n(x + half)} ${n(y)}Z` })]
        : [-half, half].map((side, at) => svg('path', { class: 'band', 'data-slot': slot(at ? one.speaker : one.of), d: `M${n(x)} ${n(y - half)}L${n(x + side)} ${n(y)}L${n(x)} ${n(y + half)}Z` }))), () => explained(told, one));
  });
  const starts = topics.length > 1 ? topics.map(topic => stretches.findIndex(one => one.last_turn >= topic.first_turn)) : [];
  return svg('svg', { viewBox: `0 0 ${wide} ${n(high + 10)}`, role: 'img', 'aria-label': say('where-words-come-2', say('places-counted', links.length)) },
    svg('path', { class: 'foot', d: `M0 ${n(high + 2)}H${wide}` }),
    svg('path', { class: 'foot', d: starts.map(at => `M${n(margin + at * step)} ${n(high + 2)}v7`).join('') }), ...marks);
}
