// Each question with the beginning of its answer: an outline that can be read alone.

import { h } from '../dom.js';
import { drawnPictures, rows } from './drawn.js';
import { defines, known } from './cards.js';
import { defined, figure, seconds, some, table } from './told.js';
import english from '../words/english/figures.js';
import { speak } from '../words/say.js';

const say = speak(english);

/** @type {Record<string, keyof typeof english>} */
const kinds = { wh: 'wh-question', yes_no: 'yes-or-no', declarative: 'a-statement-asked', tag: 'with-a-tag' };

/** @param {import('./figures.js').Told} told */
export function questions(told) {
  const { figures: { questions: { list, speakers, language } }, rule, save, term, unit } = told;
  if (!list.length) return [h('h3', {}, say('questions-and')), h('p', {}, say('nobody-asks'))];
  let whose = '', all = true;
  const place = h('div');
  const show = () => place.replaceChildren(...some('ol.asked', list.filter(one => (all || !(one.rhetorical || one.quoted)) && (whose === '' || one.speaker === Number(whose))), one => line(told, one)));
  const askers = speakers.filter(one => one.asked + one.rhetorical + one.quoted);
  const by = h('select.field', { 'aria-label': say('asked-by'), onchange: () => { whose = by.value; show(); } }, h('option', { value: '' }, say('everybody')),
    ...askers.map(one => h('option', { value: one.speaker }, told.transcript.speakers[one.speaker].name)));
  const only = h('input', { type: 'checkbox', onchange: () => { all = !only.checked; show(); } });
  show();
  const named = (/** @type {string} */ name, /** @type {import('./cards.js').Known} */ by, /** @type {string} */ what) => term(name, defines(say('unit-questions'), by, what));
  const delays = speakers.some(one => one.median_delay_ms !== null);
  /** @type {[Node, (one: AskedBy) => string][]} */
  const rows = [
    [named(say('asked-of-another'), 'measured', say('what-asked')), one => String(one.asked)],
    ...language ? Object.entries(kinds).map(([kind, name]) => /** @type {[Node, (one: AskedBy) => string]} */ ([named(`· ${say(name)}`, 'estimated', say('by-the-words', language)), one => String(one.kinds[kind])])) : [],
    [named(say('follow-ups'), 'estimated', say('asked-right-after')), one => String(one.follow_ups)], [named(say('answered'), 'measured', say('what-answered')), one => String(one.answered)],
    [term(say(`median-answer-${unit}`), defines(say(unit), 'measured', say('the-turns-of'))), one => figure(one.median_answer_words, 0)],
    [term(say('median-delay'), defines(say('unit-seconds'), delays ? 'measured' : 'unknown', say('the-begin-of'))), one => one.median_delay_ms === null ? '–' : seconds(one.median_delay_ms)],
    [named(say('met-by-a'), 'measured', say('what-met')), one => String(one.met_by_question)], [named(say('no-word-in'), 'estimated', say('of-the-words')), one => String(one.nothing_shared)],
    [named(say('rhetorical'), 'estimated', say('the-same-speaker')), one => String(one.rhetorical)], [named(say('quoted'), 'measured', say('what-quoted')), one => String(one.quoted)],
  ];
  const way = (/** @type {string} */ label, /** @type {string} */ kind) => h('button.button', { type: 'button', 'aria-label': say('questions-as', label), onclick: () => save(kind) }, label);
  return [h('h3', {}, `${say('questions-and')} `, h('small', {}, say('questions-counted', list.length))),
    table(say('questions-by'), ['', ...askers.map(one => told.transcript.speakers[one.speaker].name)], rows.map(([name, of]) => [name, ...askers.map(of)])),
    h('div.rules', {}, h('label', {}, say('by'), by), h('label', {}, only, say('without-rhetorical')),
      rule('goes_on_words', say('rhetorical-where'), say(unit))),
    place,
    h('div.rules', {}, say('save-as'), way('CSV', 'questions.csv'), way(say('as-text'), 'questions.txt')),
    ...drawnPictures(() => drawn(told, askers), say('questions-and'), told),
    defined([
      [say('kind'), language ? say('by-the-words', language) : say('not-known-for')],
      [say('rhetorical'), say('the-same-speaker')],
      [say('answer'), say('the-turns-of')],
      [say('no-word-in'), say('of-the-words')],
      [say('follow-up'), say('asked-right-after')],
    ])];
}

/** Who asks where in the talk, a row each; what is not asked of another is faint. @param {import('./figures.js').Told} told @param {readonly AskedBy[]} askers */
function drawn({ transcript, figures: { questions: { list } }, who }, askers) {
  const size = 1 / Math.max(1, transcript.turns.length);
  return rows(askers.map(({ speaker, asked }) => ({ name: transcript.speakers[speaker].name, note: say('questions-counted', asked),
    pieces: list.filter(one => one.speaker === speaker).map(one => ({ at: one.turn * size, size, slot: who(speaker).dataset.slot, faint: one.quoted || one.rhetorical })) })));
}

/** @param {import('./figures.js').Told} told @param {AskedQuestion} one */
function line({ transcript, who, send, card, unit }, { turn, speaker, text, kind, quoted, rhetorical, follow_up: follows, answer }) {
  const go = (/** @type {number} */ to, /** @type {string} */ words) => card(h('button', { type: 'button', dir: 'auto', onclick: () => send(`select ${to}`) }, words), explained);
  const nameOf = (/** @type {number} */ id) => transcript.speakers[id].name;
  /** @returns {import('./cards.js').Explained} */
  const explained = () => ({ name: nameOf(speaker), slot: who(speaker).dataset.slot, line: text, facts: [say('turn-named-2', turn + 1), follows ? say('follow-up') : ''].filter(Boolean), more: [
    known(say('kind'), quoted ? say('quoted') : rhetorical ? say('rhetorical') : kind ? say(kinds[kind]) : '–', quoted ? 'measured' : rhetorical || kind ? 'estimated' : 'unknown'),
    ...answer ? [known(say('answer'), `${nameOf(answer.speaker)}, ${say(`${unit}-counted`, answer.words)}`, 'measured'),
      known(say('delay'), answer.delay_ms === null ? '–' : seconds(answer.delay_ms), answer.delay_ms === null ? 'unknown' : 'measured')] : [],
    quoted ? say('what-quoted') : rhetorical ? say('the-same-speaker') : say('what-asked'),
  ] });
  const facts = (/** @type {(string | false | null)[]} */ ...of) => h('small', {}, of.filter(Boolean).join(' · '));
  return h('li', { 'data-aside': quoted || rhetorical },
    h('div', {}, who(speaker), facts(say('turn-named-2', turn + 1), quoted ? say('quoted') : rhetorical ? say('rhetorical') : kind && say(kinds[kind]), follows && say('follow-up')), go(turn, text)),
    answer ? h('div.answer', {}, who(answer.speaker), facts(say('turn-named-2', answer.turn + 1), say(`${unit}-counted`, answer.words),
      answer.delay_ms !== null && (answer.delay_ms < 0 ? say('before-the-end', seconds(-answer.delay_ms)) : say('after-named-2', seconds(answer.delay_ms))),
      answer.is_question && say('with-a-question'), answer.shared_words === 0 && say('no-word-in')), go(answer.turn, answer.begins))
      : quoted || rhetorical ? '' : h('div.answer', {}, h('small', {}, say('nobody-answers'))));
}
