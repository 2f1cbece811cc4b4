// The shareable view and its one text form, both ways; no browser is needed.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { commandsFor, joinNames, namesOf, parse, rewritten } from '../../web/hosts/links.js';
import { isStep, noView, pairsOf, viewOf } from '../../web/hosts/view.js';

const form = view => rewritten('', pairsOf(view));
const read = fragment => viewOf(parse(fragment));
const hostile = ['a&b=c', '100%', '%41', 'a, b', 'Lee, Jr.', 'ünïcödé 茶馆 مرحبا 🎙️', '#"\'<script>', 'a+b', ' two  spaces ', 'a%2Cb', '\\', '=', 'doc=z1.x'];

/** Numbers that look like chance and are the same each time. */
function dice(seed) {
  return below => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return seed % below;
  };
}

test('every view comes back from its text form as it was', () => {
  assert.deepEqual(read(form(noView())), noView());
  assert.equal(form(noView()), '');
  const roll = dice(7);
  const word = () => hostile[roll(hostile.length)];
  const maybe = make => roll(2) ? make() : null;
  for (let i = 0; i < 3000; i++) {
    const view = {
      turn: maybe(() => roll(100000)), time: maybe(() => roll(1e6) / 1000), quote: maybe(() => ({ words: word(), before: roll(2) ? word() : '', after: roll(2) ? word() : '' })),
      search: maybe(word) ?? '', how: ['exact', 'words', 'regex'].filter(() => roll(2)), who: maybe(() => Array.from({ length: 1 + roll(4) }, word)), range: maybe(() => [roll(50), roll(5000)]),
      topic: maybe(() => roll(99)), place: maybe(() => roll(99999)), pane: ['', 'text', 'topics', 'balance'][roll(4)], theme: ['', 'auto', 'light', 'dark'][roll(4)],
      beside: ['', 'z1.q1bK'][roll(2)],
      corrections: roll(2) ? [`rename 0 ${word().trim()}`, 'merge 1 0', 'line 3 text', `title ${word().trim()}`, 'title', 'format srt', 'join 0'].slice(roll(7)) : [],
    };
    assert.deepEqual(read(form(view)), view);
    assert.equal(form(read(form(view))), form(view));
  }
});

test('what a link cannot mean is left aside, whatever else it says', () => {
  assert.deepEqual(read('turn=-1&t=soon&range=4&range=a-b&topic=1e3&place=&view=all&theme=blue&quote=%20&how=fast&who=&fix=rm%20-rf%0Arename%20x%20y%0A'), noView());
  assert.deepEqual(read('turn=12&nonsense&=&x=1').turn, 12);
  assert.equal(read('t=1:02:03.5').time, 3723.5);
  assert.equal(read('t=90s').time, 90);
  assert.deepEqual(read('fix=rename%200%20Ada%0Aexec%20x%0Amerge%201%202').corrections, ['rename 0 Ada', 'merge 1 2']);
});

test('what is not of the view stays in the address as it was written', () => {
  assert.equal(rewritten('#src=a%20b.vtt&later=%zz&turn=3', pairsOf({ ...noView(), turn: 4 })), 'src=a%20b.vtt&later=%zz&turn=4');
  assert.equal(rewritten('', pairsOf({ ...noView(), quote: { words: 'a', before: '', after: '' } })), 'quote=a');
  assert.equal(rewritten('', pairsOf({ ...noView(), search: 'half \ud83c of' })), 'q=half%20%20of');
});

test('a step is what a person would go back from', () => {
  const view = noView();
  for (const to of [{ topic: 2 }, { range: [1, 2] }, { who: ['Ada'] }, { search: 'a' }, { pane: 'topics' }]) assert.ok(isStep(view, { ...view, ...to }), JSON.stringify(to));
  for (const to of [{ turn: 3 }, { place: 9 }, { theme: 'dark' }, { pane: 'text' }, { corrections: ['title'] }]) assert.ok(!isStep(view, { ...view, ...to }), JSON.stringify(to));
  assert.ok(!isStep({ ...view, search: 'a' }, { ...view, search: 'ab' }));
});

test('a pair without a key is none', () => {
  assert.deepEqual([...parse('#=x&turn=3&=&q=')], [['turn', '3'], ['q', '']]);
  assert.equal(rewritten('=x&turn=3', { turn: '4' }), 'turn=4');
});

test('names come back from a link whatever stands in them', () => {
  const names = ['Ana Ruiz', 'Berg, Ida', '50%2C', '100 %', 'a%b,c'];
  assert.deepEqual(namesOf(joinNames(names)), names);
});

test('a view is brought about by commands that name what is there, and clear the rest where all is said', () => {
  const transcript = /** @type {any} */ ({
    turns: Array.from({ length: 10 }, (_, id) => ({ id })), sections: [{}, {}],
    speakers: [{ id: 0, name: 'Ada', aliases: [] }, { id: 1, name: 'Ben', aliases: ['Benjamin'] }, { id: 2, name: 'Cy', aliases: [] }],
  });
  const commands = (view, whole = false, core = null) => commandsFor({ ...noView(), ...view }, transcript, whole, core);
  const cleared = ['speaker all', 'open none', 'range none', 'select none'];
  assert.deepEqual(commands({}), []);
  assert.deepEqual(commands({}, true), cleared);
  assert.deepEqual(commands({ who: ['benjamin'] }), ['speaker 1 only']);
  assert.deepEqual(commands({ who: ['Cy', ' ADA '] }), ['speaker 0 only', 'speaker 2 toggle']);
  assert.deepEqual(commands({ who: ['Ada', 'Ben', 'Cy'] }), ['speaker all']);
  assert.deepEqual(commands({ who: ['Dee'] }), []);
  assert.deepEqual([commands({ topic: 1 }), commands({ topic: 2 })], [['open section 1'], []]);
  assert.deepEqual([commands({ range: [0, 9] }), commands({ range: [0, 10] }), commands({ range: [10, 11] })], [['range 0 9'], [], []]);
  assert.deepEqual([commands({ turn: 9 }), commands({ turn: 10 })], [['select 9'], []]);
  const core = { query: (/** @type {string} */ what) => what === 'mark time 83500' ? { turn: 4 } : null };
  assert.deepEqual([commands({ time: 83.5 }, false, core), commands({ time: 1 }, false, core), commands({ time: 83.5, turn: 2 }, false, core)], [['select 4'], [], ['select 2']]);
  assert.deepEqual(commands({ who: ['Dee'], topic: 9, range: [3, 99], turn: 99 }, true), cleared);
});
