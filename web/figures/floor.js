// Who holds the floor and how it passes, where the times in a file are those of speech.

import { clock, h, plural } from '../dom.js';
import { defined, seconds, some, table } from './told.js';

/** @type {Record<string, string>} */
const why = {
  missing: 'Some turns have no begin or no end in this file, so gaps, overlaps and interruptions are not known.',
  estimated: 'Some times in this file are estimates, so gaps, overlaps and interruptions are not known.',
  captions: 'The times in this file are those of captions, laid edge to edge for reading, not of speech. Gaps, overlaps and interruptions are not known.',
  coarse: 'The times in this file are whole seconds; nobody answers to the second. Gaps, overlaps and interruptions are not known.',
  adjoining: 'The turns in this file are laid edge to edge, so their times say nothing of gaps, overlaps and interruptions.',
};
/** @type {Record<string, string>} */
const ways = { interruption: 'Interruptions', backchannel: 'Backchannels', inside: 'Said inside another’s turn' };

/** @param {import('./figures.js').Told} told */
export function floor(told) {
  const { transcript, figures: { floor: { measured, times, speakers, pairs, offsets, changes, silence_ms: silence, overlap_ms: both } }, who, rule } = told;
  const marked = speakers.filter(one => one.marked_interruptions + one.marked_interrupted);
  const marks = marked.length ? [h('h3', {}, 'Marked in the text'), h('p', {}, 'Turns that the file marks as broken off, or that end in a dash: marked, not measured.'),
    table('Marked interruptions', ['', 'cuts in', 'is cut off'], marked.map(one => [who(one.speaker), String(one.marked_interruptions), String(one.marked_interrupted)]))] : [];
  if (!measured || !offsets) return [h('h3', {}, 'Floor'), h('p', {}, why[times] ?? ''), ...marks];
  const nameOf = (/** @type {number} */ id) => transcript.speakers[id].name;
  const bars = h('div.bins');
  const draw = (/** @type {string} */ which) => {
    const pair = which === '' ? null : pairs[Number(which)], counts = pair?.counts ?? offsets.counts, most = Math.max(1, ...counts);
    bars.replaceChildren(...counts.map((count, bin) => {
      const from = offsets.first_ms + bin * offsets.bin_ms;
      const places = changes.filter(one => ['gap', 'overlap', 'interruption'].includes(one.change) && binOf(one.offset_ms, offsets, counts.length) === bin
        && (!pair || (transcript.turns[one.turn].speaker === pair.to && transcript.turns[one.before].speaker === pair.from)));
      let next = 0;
      const label = `${bin === 0 ? 'under' : `${seconds(from)} to`} ${bin === counts.length - 1 ? 'and more' : seconds(from + offsets.bin_ms)}: ${plural(count, 'change')} of speaker`;
      const bar = h('button', { type: 'button', tabindex: '-1', 'aria-label': label, title: count ? `${label}; click to read each` : label, 'data-overlap': from < 0,
        onclick: () => { if (places.length) told.send(`select ${places[next++ % places.length].turn}`); } }, h('i'));
      bar.firstChild.style.blockSize = `${count / most * 100}%`;
      return bar;
    }));
  };
  const which = h('select.field', { 'aria-label': 'Who after whom', onchange: () => draw(which.value) }, h('option', { value: '' }, 'everybody'),
    ...pairs.map((pair, at) => h('option', { value: at }, `${nameOf(pair.to)} after ${nameOf(pair.from)}`)));
  draw('');
  return [h('h3', {}, 'Floor'),
    h('p', {}, `Nobody speaks for ${clock(silence ?? 0)}, two or more at once for ${clock(both ?? 0)}.`),
    h('div.rules', {}, h('label', {}, 'Gaps and overlaps of', which)),
    bars, h('div.scale', { 'aria-hidden': 'true' }, ...['−2 s, overlap', '0', 'gap, 3 s'].map(text => h('span', {}, text))),
    table('Response times', ['who after whom', 'changes', 'gaps', 'median', 'mean'], pairs.map(pair =>
      [h('span', {}, who(pair.to), ' after ', who(pair.from)), String(pair.transfers), String(pair.gaps), seconds(pair.median_ms), seconds(pair.mean_ms)])),
    table('By speaker', ['', 'cuts in', 'is cut off', 'backchannels', 'inside'], speakers.map(one =>
      [who(one.speaker), String(one.interruptions), String(one.interrupted), String(one.backchannels), String(one.inside)])),
    h('div.rules', {}, rule('interruption_ms', 'Interruption from', 'ms before the other’s end'), rule('backchannel_words', 'Backchannel up to', 'words'), rule('backchannel_ms', 'and up to', 'ms')),
    ...Object.entries(ways).flatMap(([kind, label]) => {
      const places = changes.filter(one => one.change === kind);
      return places.length ? [h('details', {}, h('summary', {}, `${label}: ${places.length}`), ...some('ol.places', places, one => h('li', {}, h('button', { type: 'button', tabindex: '-1',
        onclick: () => told.send(`select ${one.turn}`) }, `turn ${one.turn + 1}, ${nameOf(transcript.turns[one.turn].speaker ?? 0)}: ${firstWords(transcript.turns[one.turn].text)}`))))] : [];
    }),
    ...marks,
    defined([
      ['gap, overlap', 'The begin of the next speaker’s turn less the end of the turn before it (floor transfer offset, Heldner and Edlund 2010). Measured.'],
      ['interruption', 'A turn that takes the floor so long before the other’s end; shorter overlaps at the end of a turn are common (Levinson and Torreira 2015). The threshold is a convention.'],
      ['backchannel', 'A short turn inside another’s, who keeps the floor (Yngve 1970).'],
      ['bars', 'A fifth of a second each; the first and the last hold all beyond them.'],
    ])];
}

/** As kFirstOffset_ms and kOffsetBin_ms of analysis/floor.h part them. @param {number} ms @param {{ first_ms: number, bin_ms: number }} offsets @param {number} bins */
const binOf = (ms, { first_ms: first, bin_ms: size }, bins) => Math.min(bins - 1, Math.max(0, Math.floor((ms - first) / size)));

/** @param {string} text */
const firstWords = text => text.length > 60 ? `${text.slice(0, 60).replace(/\s+\S*$/, '')} …` : text;
