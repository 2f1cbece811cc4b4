// The turns of a long transcript: an array to all who use it, of which little is held. What is asked of the core is
// counted.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { turnsOf } from '../../web/core/turns.js';

/** As the core answers: some turns from one on, 40 of them or fewer. */
function core(count, { most = 40, gone = false } = {}) {
  const asked = [];
  return { asked, leave: () => { gone = true; }, turns: turnsOf(count, first => {
    asked.push(first);
    return gone ? [] : Array.from({ length: Math.min(most, count - first) }, (_, i) => ({ id: first + i, text: `turn ${first + i}` }));
  }) };
}

test('it is an array, frozen, with the methods of one', () => {
  const { turns } = core(200);
  assert.ok(Array.isArray(turns) && Object.isFrozen(turns) && Object.isFrozen(turns[7]));
  assert.equal(turns.length, 200);
  assert.deepEqual([turns[0].id, turns[199].id, turns[200], turns[-1], turns['01'], turns.at(-1).id, turns.at(-201)], [0, 199, undefined, undefined, undefined, 199, undefined]);
  assert.deepEqual([0 in turns, 199 in turns, 200 in turns, '' in turns, 'map' in turns], [true, true, false, false, true]);
  const every = Array.from({ length: 200 }, (_, id) => id);
  assert.deepEqual(turns.map(turn => turn.id), every);
  assert.deepEqual([...turns].map(turn => turn.id), every);
  assert.deepEqual(turns.filter(turn => turn.id > 197).map(turn => turn.id), [198, 199]);
  assert.equal(turns.find(turn => turn.text === 'turn 150').id, 150);
  assert.equal(turns.findLast(turn => turn.id % 64 === 0).id, 192);
  assert.deepEqual(turns.slice(62, 66).map(turn => turn.id), [62, 63, 64, 65]);
  assert.deepEqual(turns.slice(-2).map(turn => turn.id), [198, 199]);
  assert.equal(turns.reduce((sum, turn) => sum + turn.id, 0), 199 * 100);
  assert.deepEqual(JSON.parse(JSON.stringify({ turns })).turns, every.map(id => ({ id, text: `turn ${id}` })));
  assert.deepEqual([].concat(turns).length, 200);
  assert.throws(() => { 'use strict'; turns[3] = {}; }, TypeError);
  assert.throws(() => turns.push({}), TypeError);
});

test('one pass over a million asks once for each piece, and going back to a place asks again', () => {
  const { turns, asked } = core(1_000_000, { most: 1000 });
  let sum = 0;
  for (let at = 0; at < turns.length; at += 10) sum += turns[at].id;
  assert.equal(sum, 10 * 99_999 * 50_000);
  assert.ok(asked.length < 1100, `${asked.length} pieces asked for`);
  const before = asked.length;
  for (let i = 0; i < 1000; i++) assert.equal(turns[999_500 + i % 400].id, 999_500 + i % 400);
  assert.ok(asked.length <= before + 1);
  assert.equal(turns[5].id, 5);
  assert.equal(asked.length, before + 2 - Number(asked.length === before + 1));
});

test('few pieces are held: all others are asked for anew', () => {
  const { turns, asked } = core(10_000, { most: 64 });
  for (let round = 0; round < 2; round++) for (let at = 0; at < 9; at++) void turns[at * 1000];
  assert.equal(asked.length, 18);
  for (let round = 0; round < 5; round++) for (let at = 0; at < 8; at++) void turns[at * 100];
  assert.equal(asked.length, 26);
});

test('turns so long that an answer holds few of them are found all the same', () => {
  const { turns, asked } = core(500, { most: 3 });
  assert.deepEqual(turns.map(turn => turn.id), Array.from({ length: 500 }, (_, id) => id));
  assert.ok(asked.length < 2 * 500 / 3 + 20);
});

test('what is no longer shown has no turns any more, but those that were held', () => {
  const { turns, leave } = core(1000);
  assert.equal(turns[3].id, 3);
  leave();
  assert.equal(turns[3].id, 3);
  assert.equal(turns[900], undefined);
  assert.equal(turns.length, 1000);
});
