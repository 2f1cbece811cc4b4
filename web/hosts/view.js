// The part of a view that can be shared: one type, one text form. Links, history, reload and the offline copy
// use it, nothing else.

import { joinNames, namesOf } from './links.js';

/**
 * @typedef {object} View
 * @property {number | null} turn the chosen turn
 * @property {number | null} time in seconds
 * @property {Words | null} quote
 * @property {string} search
 * @property {string[]} how it is looked for: some of `exact`, `words`, `regex`
 * @property {string[] | null} who the speakers shown, null for all
 * @property {[number, number] | null} range turns, both ends included
 * @property {number | null} topic the section that is open
 * @property {number | null} place the turn at the top of the text
 * @property {string} pane of a narrow page: `text`, `topics`, `balance`; empty where nothing is said of it
 * @property {string} theme `light`, `dark`, `auto`; empty where nothing is said of it
 * @property {string} beside a second interview, as `doc=` carries one; empty where there is none
 * @property {string[]} corrections lines of src/readers/corrections.h
 *
 * @typedef {{ words: string, before: string, after: string }} Words a quote and what stands around it
 */

/** @returns {View} */
export const noView = () => ({ turn: null, time: null, quote: null, search: '', how: [], who: null, range: null, topic: null, place: null,
  pane: '', theme: '', beside: '', corrections: [] });

const hows = ['exact', 'words', 'regex'];
export const panes = ['text', 'topics', 'balance'], themes = ['auto', 'light', 'dark'];
const mostCorrections = 10_000;
/** In characters: longer words are looked for nowhere, and nobody has so many names. */
const mostWords = 2000, mostNames = 100_000;
/** What a person can correct; anything else in a link is none. */
const correction = /^(?:format [a-z0-9]{1,20}|join [01]|second 1|title(?: .*)?|line \d{1,9} (?:text|speaker|heading)|language [a-zA-Z][a-zA-Z\d-]{1,34}|role \d{1,9} (?:interviewer|interviewee|moderator|participant)|rename \d{1,9} .+|merge \d{1,9} \d{1,9}|give \d{1,9} \d{1,9} (?:\d{1,9}|new .+)|topics \d{1,9}|topic \d{1,9}(?: .+)?|untopic \d{1,9})$/;

/** Corrections of topics that are found: they need no reading anew. */
export const ofTopics = /^(?:topics?|untopic) /;

/** A count of turns or sections. @param {string} [text] */
const ordinal = text => text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : null;

/** Seconds, or a clock's `1:02:03.5`. @param {string} text @returns {number | null} */
function seconds(text) {
  if (!/^(?:\d+:){0,2}\d+(?:\.\d+)?s?$/.test(text)) return null;
  const total = text.replace('s', '').split(':').reduce((sum, part) => sum * 60 + Number(part), 0);
  return Number.isFinite(total) ? total : null;
}

/** What a fragment's pairs say of the view; what is none of it is left aside. @param {Map<string, string>} wants @returns {View} */
export function viewOf(wants) {
  const range = /^(\d{1,9})-(\d{1,9})$/.exec(wants.get('range') ?? '');
  const said = (/** @type {string} */ key, most = mostWords) => (wants.get(key) ?? '').slice(0, most);
  const words = said('quote'), who = said('who', mostNames);
  const among = (/** @type {string[]} */ known, /** @type {string} */ key) => known.find(one => one === wants.get(key)) ?? '';
  return {
    turn: ordinal(wants.get('turn')),
    time: seconds(wants.get('t') ?? ''),
    quote: words.trim() ? { words, before: said('before'), after: said('after') } : null,
    search: said('q'),
    how: hows.filter(one => (wants.get('how') ?? '').split(',').includes(one)),
    who: who ? namesOf(who) : null,
    range: range ? [Number(range[1]), Number(range[2])] : null,
    topic: ordinal(wants.get('topic')),
    place: ordinal(wants.get('place')),
    pane: among(panes, 'view'),
    theme: among(themes, 'theme'),
    beside: wants.get('beside') ?? '',
    corrections: (wants.get('fix') ?? '').split('\n').filter(line => correction.test(line)).slice(0, mostCorrections),
  };
}

/** The view as a fragment's pairs, null for each that is not said: what `rewritten` takes. @param {View} view @returns {Record<string, string | null>} */
export function pairsOf({ turn, time, quote, search, how, who, range, topic, place, pane, theme, beside, corrections }) {
  const number = (/** @type {number | null} */ n) => n === null ? null : String(n);
  return {
    turn: number(turn), t: number(time),
    quote: quote && quote.words, before: quote?.before || null, after: quote?.after || null,
    q: search || null, how: how.join() || null, who: who?.length ? joinNames(who) : null, range: range && range.join('-'),
    topic: number(topic), place: number(place), view: pane || null, theme: theme || null, beside: beside || null,
    fix: corrections.length ? corrections.join('\n') : null,
  };
}

/** Whether going from one view to the other is a step that a person would go back from. @param {View} from @param {View} to */
export const isStep = (from, to) => from.topic !== to.topic || String(from.range) !== String(to.range) || String(from.who) !== String(to.who)
  || !from.search !== !to.search || (from.pane || 'text') !== (to.pane || 'text');
