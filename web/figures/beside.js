// A second interview beside the one that is shown, on one scale: who speaks when, topics, balance, keyphrases. It travels as
// `beside=` in a view (hosts/view.js), packed like a transcript in a link, so links and offline copies carry both.

import { clock, h, svg } from '../dom.js';
import { pack, unpack } from '../hosts/carried.js';
import { pictures } from './picture.js';
import { known } from './cards.js';
import { defined, figure, table } from './told.js';
import english from '../words/english/figures.js';
import { grouped, percent, speak } from '../words/say.js';

const say = speak(english);

/** What is drawn of a talk. @typedef {{ inspect: Pick<Inspect, 'title' | 'speakers' | 'sections' | 'duration_ms' | 'balance'>, figures: TalkFigures, strip: TalkFigures['balance']['rolling'], words: number, unit: Unit, at: (turn: number) => number | null }} Talk */
/** Somebody in either. @typedef {{ name: string, slot: string, ids: (number | null)[] }} Person */

/** What every copy of the page can read. */
const everywhere = ['interview', 'webvtt', 'srt'];
const mostBytes = 32 << 20;
const stretches = 100, mostSlots = 8, mostPhrases = 24, mostPeople = 30;
const decoder = new TextDecoder();

/** As the core tells it of what is shown: where most words are signs of their own. @param {Inspect['turns']} turns @param {number} words @returns {Unit} */
const unitOf = (turns, words) => turns.reduce((n, { text }) => n + (text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu)?.length ?? 0), 0) * 2 > words ? 'characters' : 'words';
/** @param {Talk[]} talks @returns {Unit} */
const unitOfBoth = talks => talks.every(one => one.unit === 'characters') ? 'characters' : 'words';
const fold = (/** @type {string} */ name) => name.normalize('NFC').toLowerCase().trim();
const sum = (/** @type {number[]} */ all) => all.reduce((a, b) => a + b, 0);
const wordsOf = (/** @type {TalkFigures} */ { topics }) => sum(topics.map(one => one.words));
/** So that each is drawn in about as many stretches. @param {number} words */
const finely = words => `figures\nwindow_words ${Math.max(20, Math.round(words / stretches))}`;
const nameOf = (/** @type {Pick<Inspect, 'title' | 'speakers'>} */ { title, speakers }) => title ?? (speakers.slice(0, 3).map(one => one.name).join(', ') || say('a-text-without'));

export class Beside {
  #viewer; #renew; #viewed;
  /** The view's value that was read. @type {string | null} */ #read = null;
  /** @type {Talk | null} */ #second = null;
  /** @type {TalkFigures['balance']['rolling'] | null} */ #strip = null;
  #wrong = '';
  #byTime = false;

  /** @param {import('../element/viewer.js').Viewer} viewer @param {() => void} renew shows it again @param {() => void} viewed hears that the view has changed */
  constructor(viewer, renew, viewed) {
    this.#viewer = viewer;
    this.#renew = renew;
    this.#viewed = viewed;
  }

  /** Reads what the view names. @param {TalkFigures} figures of the first @param {AbortSignal} signal */
  async load(figures, signal) {
    const { beside, core } = this.#viewer;
    if (beside !== this.#read) {
      this.#second = null;
      this.#wrong = '';
      if (beside) {
        const packed = await unpack(beside);
        if ('bytes' in packed) await this.#take(packed.bytes, signal);
        else this.#wrong = packed.message;
      }
      if (signal.aborted) return;
      this.#read = beside;
    }
    if (!this.#second) return;
    const made = await core?.made(finely(wordsOf(figures)), signal);
    this.#strip = made ? JSON.parse(decoder.decode(made)).balance.rolling : null;
  }

  /** @param {Uint8Array<ArrayBuffer>} bytes @param {AbortSignal} signal @returns {Promise<Uint8Array<ArrayBuffer> | null>} what carries it; null where it cannot be read */
  async #take(bytes, signal) {
    const { core } = this.#viewer, reading = await core?.read(bytes, '', signal);
    if (!core || !reading || signal.aborted) return null;
    if ('error' in reading) {
      this.#wrong = say('the-second', reading.error.message);
      return null;
    }
    const made = (/** @type {string} */ name) => core.made(name, signal, reading.block);
    const told = await made('inspect');
    if (!told || signal.aborted) return null;
    /** @type {Inspect & TalkFigures} */
    const inspect = JSON.parse(decoder.decode(told));
    const words = wordsOf(inspect), strip = await made(finely(words));
    if (!strip || signal.aborted) return null;
    const { turns, source: { format }, duration_ms: duration } = inspect;
    this.#second = { inspect, figures: inspect, strip: JSON.parse(decoder.decode(strip)).balance.rolling, words, unit: unitOf(turns, words), at: turn => turns[turn].start_ms };
    this.#wrong = '';
    return everywhere.includes(format) && isText(bytes) ? bytes : await made(duration === null ? 'markdown' : 'webvtt');
  }

  /** @param {File | undefined} file */
  async #open(file) {
    if (!file) return;
    if (file.size > mostBytes) this.#wrong = say('is-too-large', file.name);
    else {
      const carried = await this.#take(new Uint8Array(await file.arrayBuffer()), new AbortController().signal).catch(() => null);
      if (carried) this.#viewer.beside = this.#read = await pack(carried);
      else this.#wrong ||= say('cannot-be-read', file.name);
    }
    this.#viewed();
    this.#renew();
  }

  /** @param {import('./figures.js').Told} told */
  nodes(told) {
    const input = h('input', { type: 'file', hidden: true, onchange: () => { void this.#open(input.files?.[0]); } });
    const open = (/** @type {string} */ label) => h('button.button', { type: 'button', onclick: () => { input.click(); } }, label);
    const wrong = this.#wrong ? h('p', { role: 'alert' }, this.#wrong) : '';
    const head = h('h3', {}, say('side-by-side'));
    const second = this.#second, strip = this.#strip;
    if (!second || !strip) return [head, wrong, h('p', {}, say('a-second-interview')), h('div.rules', {}, open(say('open-a-second')), input)];
    /** @type {Talk} */
    const first = { inspect: told.transcript, figures: told.figures, strip, words: wordsOf(told.figures), unit: told.unit, at: turn => told.transcript.turns[turn].start_ms };
    const talks = [first, second], people = peopleOf(talks, told);
    const timed = talks.every(({ inspect: { duration_ms: duration }, strip: { points }, at }) => duration !== null && points.every(point => at(point.turn) !== null));
    const byTime = timed && this.#byTime;
    const scale = h('select.field', { 'aria-label': say('scale'), onchange: () => { this.#byTime = scale.value === 'time'; this.#renew(); } },
      h('option', { value: 'words' }, say(unitOfBoth(talks))), h('option', { value: 'time', selected: byTime, disabled: !timed }, timed ? say('minutes') : say('minutes-not-known')));
    const drawing = h('div.besides', {}, draw(talks, people, byTime, told));
    return [head, wrong,
      h('div.rules', {}, h('label', {}, say('scale-2'), scale), open(say('open-another')), input,
        h('button.button', { type: 'button', onclick: () => { this.#viewer.beside = ''; this.#viewed(); this.#renew(); } }, say('take-it-away'))),
      drawing, ...balances(talks, people), ...phrases(talks), ...outlines(talks, told),
      pictures(() => /** @type {SVGSVGElement} */ (drawing.firstChild), say('side-by-side'), told),
      defined([
        [say('scale-term'), say('both-begin-at')],
        [say('colours'), say('one-colour-for')],
        [say('strip'), say('who-speaks-as')],
        [say('balance-index'), say('normalised-entropy')],
        [say('keyphrases-term'), say('the-that-weigh')],
      ])];
  }
}

/** @param {Uint8Array} bytes */
function isText(bytes) {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch { return false; }
}

/** Everybody with a turn in either, people of one name once. @param {Talk[]} talks @param {import('./figures.js').Told} told @returns {Person[]} */
function peopleOf(talks, { who }) {
  /** @type {Map<string, Person>} */ const known = new Map();
  talks.forEach(({ inspect: { speakers } }, talk) => speakers.filter(one => one.turns).forEach(({ id, name, aliases }) => {
    const key = [name, ...aliases].map(fold).find(each => known.has(each)) ?? fold(name);
    const one = known.get(key) ?? { name, slot: talk ? '' : who(id).dataset.slot ?? '0', ids: [null, null] };
    one.ids[talk] ??= id;
    for (const each of [key, ...aliases.map(fold)]) if (!known.has(each)) known.set(each, one);
  }));
  const people = [...new Set(known.values())], used = new Set(people.map(one => one.slot));
  const free = Array.from({ length: mostSlots }, (_, at) => String(at + 1)).filter(slot => !used.has(slot));
  for (const one of people) one.slot ||= free.shift() ?? '0';
  return people;
}

const titleHigh = 40, bandHigh = 22, stripHigh = 34, gap = 22;

/** @param {Talk[]} talks @param {Person[]} people @param {boolean} byTime @param {import('./figures.js').Told} told */
function draw(talks, people, byTime, { width, send, card }) {
  const lengths = talks.map(({ inspect: { duration_ms: duration }, words }) => Math.max(1, byTime ? duration ?? 0 : words));
  const most = Math.max(...lengths), px = (/** @type {number} */ value) => Number((Math.min(value, most) / most * width).toFixed(1));
  const text = (/** @type {Record<string, any>} */ look, /** @type {string} */ said) => {
    const element = svg('text', look);
    element.textContent = said;
    return element;
  };
  const talkHigh = titleHigh + bandHigh + stripHigh + gap, high = talkHigh * 2 + 4;
  const groups = talks.map(({ inspect, figures: { topics: all }, strip: { points, step_words: step }, words, unit, at }, talk) => {
    const top = talk * talkHigh, end = lengths[talk], topics = all.filter(one => one.words);
    /** Where a turn begins. @param {number} turn @param {number} said words before it */
    const place = (turn, said) => byTime ? (at(turn) ?? 0) - (at(0) ?? 0) : said;
    const facts = [say(`${unit}-counted`, words), inspect.duration_ms === null ? '' : clock(inspect.duration_ms), inspect.speakers.length ? say('speakers-counted', inspect.speakers.filter(one => one.turns).length) : '', topics.length > 1 ? say('topics-counted', topics.length) : ''].filter(Boolean).join(' · ');
    const parts = [text({ x: 0, y: top + 14, class: 'strong' }, cut(nameOf(inspect), width / 7.2)), text({ x: 0, y: top + 31, class: 'soft' }, facts)];
    let before = 0;
    const marks = topics.map(topic => {
      const from = px(place(topic.first_turn, before));
      before += topic.words;
      return from;
    });
    topics.forEach((topic, i) => {
      const x = marks[i], w = Math.max(0, (marks[i + 1] ?? px(end)) - x), y = top + titleHigh;
      const title = titled(topic, inspect), counted = say(`${unit}-counted`, topic.words);
      const label = cut(title, (w - 8) / 6.2);
      parts.push(card(svg('g', { 'data-named': `${title} · ${counted}`, ...talk ? {} : { class: 'mark', onclick: () => send(`select ${topic.first_turn}`) } },
        svg('rect', { class: 'topic', x, y, width: Math.max(0.5, w - 1), height: bandHigh - 4 }),
        ...w > 44 && label.length > 3 ? [text({ x: x + 5, y: y + 13, class: 'soft' }, label)] : []),
        () => ({ name: title, facts: [nameOf(inspect), counted, say('turns-to', topic.first_turn + 1, topic.last_turn + 1)], line: topic.keyphrases.join(' · '),
          more: [known(say('balance-index'), figure(topic.index), 'measured'), topic.found ? known(say('begins-here'), percent(topic.confidence), 'estimated') : say('as-the-author')] })));
    });
    const bySlot = new Map(people.map(one => [one.slot, '']));
    points.forEach((point, i) => {
      const from = px(place(point.turn, i * step)), to = i + 1 < points.length ? px(place(points[i + 1].turn, (i + 1) * step)) : px(end);
      let y = top + titleHigh + bandHigh;
      for (const { ids, slot } of people) {
        const id = ids[talk], share = id === null ? 0 : point.shares[id] ?? 0;
        if (share > 0 && to > from) bySlot.set(slot, `${bySlot.get(slot)}M${from} ${y.toFixed(1)}H${to}v${(share * stripHigh).toFixed(1)}H${from}Z`);
        y += share * stripHigh;
      }
    });
    // A text without speakers is one voice.
    if (!inspect.speakers.length) bySlot.set('0', `M0 ${top + titleHigh + bandHigh}H${px(end)}v${stripHigh}H0Z`);
    for (const [slot, d] of bySlot) if (d) parts.push(svg('path', { class: 'band', 'data-slot': slot, d }));
    return svg('g', {}, ...parts);
  });
  const said = (/** @type {number} */ value) => byTime ? clock(value) : say(`${unitOfBoth(talks)}-counted`, Math.round(value));
  return svg('svg', { viewBox: `0 0 ${width} ${high}`, role: 'img', 'aria-label': say('both-on-one', talks.map((one, at) => `${nameOf(one.inspect)}, ${said(lengths[at])}`).join('; ')) }, ...groups,
    text({ x: 0, y: high - 4, class: 'soft' }, '0'), text({ x: width, y: high - 4, class: 'soft', 'text-anchor': 'end' }, said(most)));
}

/** @param {string} text @param {number} most signs */
const cut = (text, most) => text.length <= most ? text : most < 2 ? '' : `${text.slice(0, Math.floor(most) - 1).trimEnd()}…`;

/** @param {InspectTopic} topic @param {Pick<Inspect, 'sections'>} inspect */
const titled = ({ found, section, name, keyphrases, first_turn: first }, { sections }) =>
  (found || section === null ? name ?? keyphrases.join(' · ') : sections[section].title) || say('from-turn', first + 1);

/** @param {Talk[]} talks @param {Person[]} people */
function balances(talks, people) {
  const share = (/** @type {number} */ talk, /** @type {number | null} */ id, /** @type {(speaker: InspectSpeaker) => string} */ tell) => id === null ? '–' : tell(talks[talk].inspect.speakers[id]);
  // Of the words themselves: inspect's shares are rounded, and would be rounded twice.
  const said = talks.map(({ inspect: { speakers } }) => Math.max(1, sum(speakers.map(one => one.words))));
  const columns = (/** @type {Talk} */ { unit }) => [say(unit), say('turns'), say('asks')];
  const of = (/** @type {Person} */ { ids }) => talks.flatMap((_, talk) => [
    share(talk, ids[talk], one => percent(one.words / said[talk], 1)), share(talk, ids[talk], one => grouped(one.turns)), share(talk, ids[talk], one => grouped(one.questions))]);
  const balance = (/** @type {'index' | 'gini'} */ what) => talks.flatMap(({ inspect: { balance: all } }) => [figure(all[what]), '', '']);
  const node = table(say('balance-of-both'), ['', ...talks.flatMap(columns)], [
    ...people.slice(0, mostPeople).map(one => [h('span.who-said', { 'data-slot': one.slot }, h('i.dot'), h('bdi', {}, one.name)), ...of(one)]),
    [say('balance-index'), ...balance('index')], ['Gini', ...balance('gini')]]);
  node.querySelector('thead').prepend(h('tr', {}, h('td'), ...talks.map(({ inspect }) => h('th', { scope: 'colgroup', colspan: 3 }, cut(nameOf(inspect), 24)))));
  return [h('h3', {}, say('balance')), node, people.length > mostPeople ? h('p', {}, say('and-named', say('others-counted', people.length - mostPeople))) : ''];
}

/** @param {Talk[]} talks */
function phrases(talks) {
  const all = talks.map(({ figures: { keyphrases } }) => keyphrases);
  const stems = all.map(list => new Set(list.flatMap(one => one.stems)));
  const shared = all[0].filter(one => one.stems.some(stem => stems[1].has(stem)));
  const own = all.map((list, talk) => list.filter(one => !one.stems.some(stem => stems[1 - talk].has(stem))));
  const count = (/** @type {InspectKeyphrase} */ { stems: mine, count: times }) => `${times} / ${all[1].find(one => one.stems.some(stem => mine.includes(stem)))?.count ?? 0}`;
  const list = (/** @type {string} */ label, /** @type {InspectKeyphrase[]} */ some, /** @type {(one: InspectKeyphrase) => string} */ said) => [
    h('h4', {}, label), some.length ? h('ul.chips', {}, ...some.slice(0, mostPhrases).map(one => h('li', {}, h('bdi', {}, one.text), h('small', {}, said(one))))) : h('p', {}, say('none'))];
  return [h('h3', {}, say('keyphrases')), ...list(say('shared'), shared, count),
    ...talks.flatMap(({ inspect }, talk) => list(say('only-in', nameOf(inspect)), own[talk], one => String(one.count)))];
}

/** @param {Talk[]} talks @param {import('./figures.js').Told} told */
const outlines = (talks, { send }) => [h('details', {}, h('summary', {}, say('topics-as-lists')), ...talks.flatMap(({ inspect, figures: { topics }, unit }, talk) => [h('h4', {}, nameOf(inspect)),
  h('ol.places', {}, ...topics.slice(0, 200).map(topic => {
    const title = say(topic.thread === topic.id ? 'topic-of' : 'topic-again', titled(topic, inspect), say(`${unit}-counted`, topic.words));
    return h('li', {}, talk ? title : h('button', { type: 'button', onclick: () => send(`select ${topic.first_turn}`) }, title));
  }))]))];
