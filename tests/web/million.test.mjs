// A talk of a hundred thousand turns: the document and JavaScript hold what is near, whatever its length. Nodes and
// bytes are counted, not time.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { opened, settled } from './helpers.mjs';

const words = 'river lamp harbour letter tide bread winter engine ledger street because nobody wrote anything down'.split(' ');

let page, end, session;
before(async () => {
  ({ page, end } = await opened(''));
  session = await page.native.context().newCDPSession(page.native);
});
after(() => end?.());

/** Opens so many turns of so many speakers, each turn of its own number. */
async function open(turns, speakers) {
  await page.evaluate(async ([count, people, list]) => {
    const parts = [];
    for (let i = 0; i < count; i++)
      parts.push(`Person ${String.fromCharCode(65 + i % people % 26)}${String.fromCharCode(97 + Math.floor(i % people / 26))}: Number ${i} ${list[i % list.length]} ${list[i * 7 % list.length]}${i % 3 ? '.' : '?'}\n\n`);
    const { transcript } = document.querySelector('vis-a-vis');
    const opened = await document.querySelector('vis-a-vis').open(new Blob(parts));
    if (opened === transcript) throw new Error('the same');
  }, [turns, speakers, words]);
  await settled(page);
}

const nodes = () => page.evaluate(() => document.querySelector('vis-a-vis').shadowRoot.querySelectorAll('*').length);
async function heap() {
  for (let i = 0; i < 3; i++) await session.send('HeapProfiler.collectGarbage');
  return (await session.send('Runtime.getHeapUsage')).usedSize;
}

test('nodes and JavaScript memory do not grow with the turns', async () => {
  await open(21_000, 60);
  const before_ = { nodes: await nodes(), heap: await heap() };
  await open(120_000, 60);
  const after_ = { nodes: await nodes(), heap: await heap() };
  console.log(`# nodes ${before_.nodes} and ${after_.nodes}, heap ${before_.heap} and ${after_.heap} B`);
  assert.ok(after_.nodes < before_.nodes + 500, `${before_.nodes}, then ${after_.nodes}`);
  assert.ok((after_.heap - before_.heap) / 99_000 < 60, `${(after_.heap - before_.heap) / 99_000} bytes a turn`);
});

test('its turns are an array all the same', async () => {
  const told = await page.evaluate(() => {
    const { turns } = document.querySelector('vis-a-vis').transcript;
    return { array: Array.isArray(turns), frozen: Object.isFrozen(turns) && Object.isFrozen(turns[5]), length: turns.length,
      some: [0, 64, 119_999].map(id => [turns[id].id, /Number (\d+)/.exec(turns[id].text)[1]]), last: turns.at(-1).id,
      none: [turns[120_000], turns[-1]].map(String), slice: turns.slice(70_000, 70_003).map(turn => turn.id),
      json: JSON.parse(JSON.stringify(turns.slice(3, 4)))[0].id, has: turns.some(turn => turn.id === 200) };
  });
  assert.deepEqual(told, { array: true, frozen: true, length: 120_000, some: [[0, '0'], [64, '64'], [119_999, '119999']], last: 119_999,
    none: ['undefined', 'undefined'], slice: [70_000, 70_001, 70_002], json: 3, has: true });
});

test('any turn can be gone to, and stands there', async () => {
  for (const id of [99_999, 5, 60_000]) {
    await page.evaluate(turn => document.querySelector('vis-a-vis').goTo(`turn=${turn}`), id);
    await page.waitFor(turn => document.querySelector('vis-a-vis').shadowRoot.querySelector(`.turn[data-t="${turn}"]`), id);
    const text = await page.evaluate(turn => document.querySelector('vis-a-vis').shadowRoot.querySelector(`.turn[data-t="${turn}"] .words`).textContent, id);
    assert.match(text, new RegExp(`^Number ${id} `));
  }
  assert.ok(await nodes() < 6000);
});

test('what was shown before has no turns any more', async () => {
  const gone = await page.evaluate(async () => {
    const element = document.querySelector('vis-a-vis');
    const { turns } = element.transcript;
    await element.open('Ada: Where were you?\n\nGrace: At sea.\n\nAda: Alone?\n');
    return [turns.length, String(turns[77_777]), element.transcript.turns.length, element.transcript.turns[2].text];
  });
  assert.deepEqual(gone, [120_000, 'undefined', 3, 'Alone?']);
});

test('nothing was logged as an error', () => assert.deepEqual(page.problems, []));
