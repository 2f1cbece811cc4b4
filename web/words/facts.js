// What the page says about a transcript in its own words.

import { clock, h } from '../dom.js';
import { OpeningError } from '../hosts/opening.js';
import english from './english/page.js';
import { listed, speak, way } from './say.js';

const say = speak(english);

/** The file's own title, or who speaks with whom. @param {Inspect} transcript */
export function titleOf({ title, speakers }) {
  if (title) return title;
  if (!speakers.length) return say('a-text-without');
  const named = (/** @type {InspectSpeaker[]} */ people) => listed(people.length > 3
    ? [...people.slice(0, 2).map(one => one.name), say('others-named', people.length - 2)] : people.map(one => one.name));
  const guests = speakers.filter(one => one.role === 'interviewee');
  const hosts = speakers.filter(one => one.role === 'interviewer');
  return guests.length && hosts.length ? say('in-conversation', named(guests), named(hosts)) : named(speakers);
}

/**
 * The head of the text: title, speakers in their colours, the first figures.
 * @param {Inspect} transcript @param {string} title @param {Map<number, number>} slots @param {string} tag
 * @param {number} plainWords of a text without speakers @param {Unit} unit what is counted
 */
export function documentHead({ speakers, sections, turns, duration_ms: duration }, title, slots, tag, plainWords, unit) {
  const words = speakers.length ? speakers.reduce((sum, speaker) => sum + speaker.words, 0) : plainWords;
  // The balance counts the turns of speakers alone: who adds them up is told where the rest are.
  const narrated = speakers.length ? turns.length - speakers.reduce((sum, speaker) => sum + speaker.turns, 0) : 0;
  const facts = [(speakers.length ? say('turns-counted', turns.length) : say('paragraphs-counted', turns.length)) + (narrated ? say('of-narration', narrated) : ''), words ? say(`${unit}-counted`, words) : '', sections.length ? say('headings-counted', sections.length) : '', duration ? clock(duration) : '', speakers.length || !duration ? '' : say(`${unit}-a-minute`, Math.round(words / (duration / 60000)))];
  return h('header.head', { dir: 'auto' }, h(tag, {}, title), h('p', {},
    ...speakers.slice(0, 8).map(speaker => h('span', { 'data-slot': slots.get(speaker.id) ?? 0 }, h('i.dot'), h('bdi', {}, speaker.name))),
    speakers.length > 8 ? h('span', { dir: way() }, say('and-named-2', say('others-counted', speakers.length - 8))) : null,
    h('span', { dir: way() }, facts.filter(Boolean).join(' · '))));
}

/** A file that can't be read, in one sentence with its place. @param {ReadError} error @param {string} name */
export function refusal({ line, code, message }, name) {
  const where = [name, line ? say('on-line', line) : ''].filter(Boolean).join(', ');
  const what = (message || say('this-is-not-3')).replace(/[^.。]$/, '$&.');
  return new OpeningError(code, where ? `${where}: ${what}` : what[0].toUpperCase() + what.slice(1),
    /[.。] ?\S/.test(what) ? '' : say('open-another-file'));
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
