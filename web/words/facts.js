// What the page says about a transcript in its own words.

import { clock, h, listed, plural } from '../dom.js';
import { OpeningError } from '../hosts/opening.js';

/** The file's own title, or who speaks with whom. @param {Inspect} transcript */
export function titleOf({ title, speakers }) {
  if (title) return title;
  if (!speakers.length) return 'A text without speakers';
  const named = (/** @type {InspectSpeaker[]} */ people) => listed(people.length > 3
    ? [...people.slice(0, 2).map(one => one.name), `${people.length - 2} others`] : people.map(one => one.name));
  const guests = speakers.filter(one => one.role === 'interviewee');
  const hosts = speakers.filter(one => one.role === 'interviewer');
  return guests.length && hosts.length ? `${named(guests)} in conversation with ${named(hosts)}` : named(speakers);
}

/**
 * The head of the text: title, speakers in their colours, the first figures.
 * @param {Inspect} transcript @param {string} title @param {Map<number, number>} slots @param {string} tag
 * @param {number} plainWords of a text without speakers @param {string} unit of what is counted, for one
 */
export function documentHead({ speakers, sections, turns, duration_ms: duration }, title, slots, tag, plainWords, unit) {
  const words = speakers.length ? speakers.reduce((sum, speaker) => sum + speaker.words, 0) : plainWords;
  // The balance counts the turns of speakers alone: who adds them up is told where the rest are.
  const narrated = speakers.length ? turns.length - speakers.reduce((sum, speaker) => sum + speaker.turns, 0) : 0;
  const facts = [plural(turns.length, speakers.length ? 'turn' : 'paragraph') + (narrated ? ` (${narrated.toLocaleString('en')} of narration)` : ''), words ? plural(words, unit) : '', sections.length ? plural(sections.length, 'heading') : '', duration ? clock(duration) : '', speakers.length || !duration ? '' : `${Math.round(words / (duration / 60000))} ${unit}s a minute`];
  return h('header.head', { dir: 'auto' }, h(tag, {}, title), h('p', {},
    ...speakers.slice(0, 8).map(speaker => h('span', { 'data-slot': slots.get(speaker.id) ?? 0 }, h('i.dot'), h('bdi', {}, speaker.name))),
    speakers.length > 8 ? h('span', { dir: 'ltr' }, `and ${plural(speakers.length - 8, 'other')}`) : null,
    h('span', { dir: 'ltr' }, facts.filter(Boolean).join(' · '))));
}

/** A file that can't be read, in one sentence with its place. @param {ReadError} error @param {string} name */
export function refusal({ line, code, message }, name) {
  const where = [name, line ? `line ${line}` : ''].filter(Boolean).join(', ');
  const what = (message || 'this is not a transcript that can be read').replace(/[.\s]+$/, '');
  return new OpeningError(code, where ? `${where}: ${what}.` : `${what[0].toUpperCase()}${what.slice(1)}.`,
    /[.] \S/.test(what) ? '' : 'Open another file, or paste the words themselves.');
}

/** @param {object | null} part */
function deeply(part) {
  Object.freeze(part);
  for (const inner of Object.values(part ?? {})) if (typeof inner === 'object') deeply(inner);
}

/** The turns themselves are frozen as they come. @param {Inspect} transcript */
export function freeze(transcript) {
  const { turns, ...head } = transcript;
  Object.freeze(turns);
  deeply(head);
  return Object.freeze(transcript);
}
