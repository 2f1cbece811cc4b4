// Each question with the beginning of its answer: an outline that can be read alone.

import { h, plural } from '../dom.js';
import { defined, figure, seconds, some, table } from './told.js';

/** @type {Record<string, string>} */
const kinds = { wh: 'wh-question', yes_no: 'yes or no', declarative: 'a statement, asked', tag: 'with a tag' };

/** @param {import('./figures.js').Told} told */
export function questions(told) {
  const { figures: { questions: { list, speakers, language } }, rule, save } = told;
  if (!list.length) return [h('h3', {}, 'Questions and answers'), h('p', {}, 'Nobody asks anything: no sentence ends in a question mark.')];
  let whose = '', all = true;
  const place = h('div');
  const show = () => place.replaceChildren(...some('ol.asked', list.filter(one => (all || !(one.rhetorical || one.quoted)) && (whose === '' || one.speaker === Number(whose))), one => line(told, one)));
  const askers = speakers.filter(one => one.asked + one.rhetorical + one.quoted);
  const by = h('select.field', { 'aria-label': 'Asked by', onchange: () => { whose = by.value; show(); } }, h('option', { value: '' }, 'everybody'),
    ...askers.map(one => h('option', { value: one.speaker }, told.transcript.speakers[one.speaker].name)));
  const only = h('input', { type: 'checkbox', onchange: () => { all = !only.checked; show(); } });
  show();
  /** @type {[string, (one: AskedBy) => string][]} */
  const rows = [
    ['asked of another', one => String(one.asked)],
    ...language ? Object.entries(kinds).map(([kind, name]) => /** @type {[string, (one: AskedBy) => string]} */ ([`· ${name}`, one => String(one.kinds[kind])])) : [],
    ['follow-ups', one => String(one.follow_ups)], ['answered', one => String(one.answered)], ['median answer, words', one => figure(one.median_answer_words, 0)],
    ['median delay', one => one.median_delay_ms === null ? '–' : seconds(one.median_delay_ms)],
    ['met by a question', one => String(one.met_by_question)], ['no word in common', one => String(one.nothing_shared)],
    ['rhetorical', one => String(one.rhetorical)], ['quoted', one => String(one.quoted)],
  ];
  const way = (/** @type {string} */ label, /** @type {string} */ kind) => h('button.button', { type: 'button', 'aria-label': `Questions as ${label}`, onclick: () => save(kind) }, label);
  return [h('h3', {}, 'Questions and answers ', h('small', {}, plural(list.length, 'question'))),
    table('Questions by speaker', ['', ...askers.map(one => told.transcript.speakers[one.speaker].name)], rows.map(([name, of]) => [name, ...askers.map(of)])),
    h('div.rules', {}, h('label', {}, 'By', by), h('label', {}, only, 'without rhetorical and quoted ones'),
      rule('goes_on_words', 'Rhetorical where the asker goes on for', 'words')),
    place,
    h('div.rules', {}, 'Save as', way('CSV', 'questions.csv'), way('text', 'questions.txt')),
    defined([
      ['kind', language ? `By the words of the language (${language}), after Quirk et al. 1985 and Stivers and Enfield 2010. Estimated.` : 'Not known for the language of this talk.'],
      ['rhetorical', 'The same speaker goes on, so nobody else is asked.'],
      ['answer', 'The turns of the next speaker, up to the next change of speaker. Its length is measured in words, its delay where the times are those of speech.'],
      ['no word in common', 'Of the words that carry content, the question and its answer share none.'],
      ['follow-up', 'Asked right after an answer, and takes up a word of it.'],
    ])];
}

/** @param {import('./figures.js').Told} told @param {AskedQuestion} one */
function line({ who, send }, { turn, speaker, text, kind, quoted, rhetorical, follow_up: follows, answer }) {
  const go = (/** @type {number} */ to, /** @type {string} */ words) => h('button', { type: 'button', dir: 'auto', onclick: () => send(`select ${to}`) }, words);
  const facts = (/** @type {(string | false | null)[]} */ ...of) => h('small', {}, of.filter(Boolean).join(' · '));
  return h('li', { 'data-aside': quoted || rhetorical },
    h('div', {}, who(speaker), facts(`turn ${turn + 1}`, quoted ? 'quoted' : rhetorical ? 'rhetorical' : kind && kinds[kind], follows && 'follow-up'), go(turn, text)),
    answer ? h('div.answer', {}, who(answer.speaker), facts(`turn ${answer.turn + 1}`, plural(answer.words, 'word'),
      answer.delay_ms !== null && (answer.delay_ms < 0 ? `${seconds(-answer.delay_ms)} before the end` : `after ${seconds(answer.delay_ms)}`),
      answer.is_question && 'with a question', answer.shared_words === 0 && 'no word in common'), go(answer.turn, answer.begins))
      : quoted || rhetorical ? '' : h('div.answer', {}, h('small', {}, 'Nobody answers.')));
}
