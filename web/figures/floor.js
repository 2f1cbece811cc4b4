// Who holds the floor and how it passes, where the times in a file are those of speech.

import { clock, h } from '../dom.js';
import { columns, drawnPictures } from './drawn.js';
import { defines } from './cards.js';
import { defined, seconds, some, table } from './told.js';
import english from '../words/english/figures.js';
import { grouped, speak } from '../words/say.js';

const say = speak(english);

/** @type {Record<string, keyof typeof english>} */
const why = {
  missing: 'some-turns-have',
  estimated: 'some-times-in',
  captions: 'the-times-in',
  coarse: 'the-times-in-2',
  adjoining: 'the-turns-in',
};
/** @type {Record<string, keyof typeof english>} */
const ways = { interruption: 'interruptions', backchannel: 'backchannels', inside: 'said-inside' };

/** @param {import('./figures.js').Told} told */
export function floor(told) {
  const { transcript, figures: { floor: { measured, times, speakers, pairs, offsets, changes, silence_ms: silence, overlap_ms: both } }, who, rule, card, term } = told;
  const named = (/** @type {keyof typeof english} */ name, /** @type {keyof typeof english} */ unit, /** @type {keyof typeof english} */ what, /** @type {import('./cards.js').Known} */ by = 'measured') => term(say(name), defines(say(unit), by, say(what)));
  const marked = speakers.filter(one => one.marked_interruptions + one.marked_interrupted);
  const marks = marked.length ? [h('h3', {}, say('marked-in-the')), h('p', {}, say('turns-that-the')),
    table(say('marked-interruptions'), ['', named('cuts-in', 'turns', 'turns-that-the', 'marked'), named('is-cut-off', 'turns', 'turns-that-the', 'marked')], marked.map(one => [who(one.speaker), String(one.marked_interruptions), String(one.marked_interrupted)]))] : [];
  if (!measured || !offsets) return [h('h3', {}, say('floor')), h('p', {}, times in why ? say(why[times]) : ''), ...marks];
  const nameOf = (/** @type {number} */ id) => transcript.speakers[id].name;
  const bars = h('div.bins');
  const draw = (/** @type {string} */ which) => {
    const pair = which === '' ? null : pairs[Number(which)], counts = pair?.counts ?? offsets.counts, most = Math.max(1, ...counts);
    bars.replaceChildren(...counts.map((count, bin) => {
      const from = offsets.first_ms + bin * offsets.bin_ms;
      const places = changes.filter(one => ['gap', 'overlap', 'interruption'].includes(one.change) && binOf(one.offset_ms, offsets, counts.length) === bin
        && (!pair || (transcript.turns[one.turn].speaker === pair.to && transcript.turns[one.before].speaker === pair.from)));
      let next = 0;
      const label = say(bin === 0 ? 'changes-under' : bin === counts.length - 1 ? 'changes-over' : 'changes-between', count, seconds(from), seconds(from + offsets.bin_ms));
      const bar = card(h('button', { type: 'button', tabindex: '-1', 'aria-label': label, 'data-overlap': from < 0,
        onclick: () => { if (places.length) told.send(`select ${places[next++ % places.length].turn}`); } }, h('i')), () => ({ name: label,
        facts: [say('unit-named', say('changes')), say('known-measured')], more: [say('the-begin-of'), ...from < 0 ? [say('a-turn-that')] : [], ...count ? [say('click-to-read-each')] : []] }));
      bar.firstChild.style.blockSize = `${count / most * 100}%`;
      return bar;
    }));
  };
  const which = h('select.field', { 'aria-label': say('who-after-whom'), onchange: () => draw(which.value) }, h('option', { value: '' }, say('everybody')),
    ...pairs.map((pair, at) => h('option', { value: at }, say('after-named', nameOf(pair.to), nameOf(pair.from)))));
  draw('');
  return [h('h3', {}, say('floor')),
    h('p', {}, say('nobody-speaks-for', clock(silence ?? 0), clock(both ?? 0))),
    h('div.rules', {}, h('label', {}, say('gaps-and-overlaps'), which)),
    bars, h('div.scale', { 'aria-hidden': 'true' }, ...[say('overlap-end'), '0', say('gap-end')].map(text => h('span', {}, text))),
    ...drawnPictures(() => columns({ counts: (which.value === '' ? offsets : pairs[Number(which.value)]).counts, before: Math.round(-offsets.first_ms / offsets.bin_ms), zero: '0',
      first: say('overlap-end'), last: say('gap-end') }), say('floor'), told),
    table(say('response-times'), [say('who-after-whom-2'), named('changes', 'changes', 'what-changes'), named('gaps', 'changes', 'what-gaps'), named('median', 'unit-seconds', 'the-begin-of'), named('mean', 'unit-seconds', 'the-begin-of')], pairs.map(pair =>
      [h('span', {}, who(pair.to), ` ${say('after')} `, who(pair.from)), String(pair.transfers), String(pair.gaps), seconds(pair.median_ms), seconds(pair.mean_ms)])),
    table(say('by-speaker'), ['', named('cuts-in', 'turns', 'a-turn-that'), named('is-cut-off', 'turns', 'a-turn-that'), named('backchannels-made', 'turns', 'a-short-turn'), named('inside', 'turns', 'what-inside')], speakers.map(one =>
      [who(one.speaker), String(one.interruptions), String(one.interrupted), String(one.backchannels), String(one.inside)])),
    h('div.rules', {}, rule('interruption_ms', say('interruption-from'), say('ms-before-the')), rule('backchannel_words', say('backchannel-up-to'), say(told.unit)), rule('backchannel_ms', say('and-up-to'), say('ms'))),
    ...Object.entries(ways).flatMap(([kind, label]) => {
      const places = changes.filter(one => one.change === kind);
      return places.length ? [h('details', {}, h('summary', {}, `${say(label)}: ${grouped(places.length)}`), ...some('ol.places', places, one => h('li', {}, h('button', { type: 'button', tabindex: '-1',
        onclick: () => told.send(`select ${one.turn}`) }, say('turn-named', one.turn + 1, nameOf(transcript.turns[one.turn].speaker ?? 0), firstWords(transcript.turns[one.turn].text))))))] : [];
    }),
    ...marks,
    defined([
      [say('gap-overlap'), say('the-begin-of')],
      [say('interruption'), say('a-turn-that')],
      [say('backchannel'), say('a-short-turn')],
      [say('bars'), say('a-fifth-of')],
    ])];
}

/** As kFirstOffset_ms and kOffsetBin_ms of analysis/floor.h part them. @param {number} ms @param {{ first_ms: number, bin_ms: number }} offsets @param {number} bins */
const binOf = (ms, { first_ms: first, bin_ms: size }, bins) => Math.min(bins - 1, Math.max(0, Math.floor((ms - first) / size)));

/** @param {string} text */
const firstWords = text => text.length > 60 ? `${text.slice(0, 60).replace(/\s+\S*$/, '')} …` : text;
