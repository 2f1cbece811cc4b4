// Of a large file the beginning is shown as words while the whole is read, and gives way to it where one reads. The order
// of what happens is looked at, not how long it takes: the worker's answer is held back until the test has seen enough.

import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { opened, ready, texts } from './helpers.mjs';

let page, site, end;
before(async () => {
  ({ page, site, end } = await opened(''));
  // What a worker answers waits for `letGo`; a test may put another answer in its place.
  await page.native.addInitScript(() => {
    globalThis.letGo = () => { globalThis.going?.forEach(go => go()); globalThis.going = null; };
    globalThis.hold = () => { globalThis.going = []; globalThis.instead = null; };
    const Own = globalThis.Worker;
    globalThis.pieces = [];
    globalThis.Worker = class extends Own {
      set onmessage(heard) {
        super.onmessage = event => {
          const told = () => heard(globalThis.instead ? { data: globalThis.instead } : event);
          if (globalThis.going) globalThis.going.push(told); else told();
        };
      }
      postMessage(what, moved) {
        if (what.piece) globalThis.pieces.push(what.piece.length);
        super.postMessage(what, moved);
      }
    };
    globalThis.events = [];
    for (const name of ['ready', 'error', 'select']) addEventListener(`vis-a-vis:${name}`, () => globalThis.events.push(name));
  });
});
after(() => end?.());
beforeEach(() => fresh());

/** The page anew. @param {string} [fragment] */
async function fresh(fragment = '') {
  await page.native.goto('about:blank');
  await page.native.goto(site.url + fragment);
  if (!fragment) await page.waitFor(() => document.querySelector('vis-a-vis')?.shadowRoot.querySelector('.samples a'));
}

/** Makes a file in the page, of more than four megabytes. @param {'txt' | 'vtt' | 'json' | 'utf-16'} kind */
const make = (kind, turns = 60_000) => page.evaluate(([of, count]) => {
  const clock = ms => new Date(ms).toISOString().slice(11, 23);
  const said = i => `Number ${i} ${'river lamp harbour letter tide bread winter engine ledger street '.repeat(2)}${i % 3 ? '.' : '?'}`;
  const parts = of === 'vtt' ? ['WEBVTT\n\n'] : of === 'json' ? ['{"segments":['] : [];
  for (let i = 0; i < count; i++) {
    const name = ['Ada Marsh', 'Grace Ellwood'][i % 2];
    if (of === 'vtt') parts.push(`${clock(i * 1000)} --> ${clock(i * 1000 + 900)}\n<v ${name}>${said(i)}\n\n`);
    else if (of === 'json') parts.push(`${i ? ',' : ''}{"start":${i},"end":${i}.9,"speaker":"${name}","text":"${said(i)}"}\n\n`);
    else parts.push(`${i % 5000 ? '' : `Part ${i / 5000}\n\n`}${name}: ${said(i)}\n\n`);
  }
  if (of === 'json') parts.push(']}');
  const text = parts.join('');
  globalThis.given = of === 'utf-16' ? new Blob([Uint16Array.from(`\uFEFF${text}`, one => one.charCodeAt(0))]) : new Blob([text]);
}, [kind, turns]);

/** Opens it, and holds back what the worker answers. */
const start = () => page.evaluate(() => {
  globalThis.hold();
  const element = document.querySelector('vis-a-vis');
  globalThis.opening = element.open(globalThis.given).then(({ turns }) => turns.length, error => error.code);
});
const begun = () => page.waitFor(() => document.querySelector('vis-a-vis').shadowRoot.querySelector('.beginning .turn .words')?.textContent);
const held = () => page.waitFor(() => globalThis.going?.length);
const go = () => page.evaluate(() => { globalThis.letGo(); return globalThis.opening; });
/** The turn that stands at the top of a pane, and how far above it. */
const topOf = pane => page.evaluate(selector => {
  const box = document.querySelector('vis-a-vis').shadowRoot.querySelector(selector), { top } = box.getBoundingClientRect();
  const row = [...box.querySelectorAll('.turn')].find(one => one.getBoundingClientRect().bottom > top + 40);
  return [Number(row.dataset.t), row.getBoundingClientRect().top - top];
}, pane);
const state = () => page.evaluate(() => {
  const { shadowRoot: root, transcript } = document.querySelector('vis-a-vis');
  return { begun: root.querySelectorAll('.beginning').length, state: root.querySelector('.root').dataset.state, turns: transcript?.turns.length ?? null, events: globalThis.events };
});

for (const kind of ['txt', 'vtt']) {
  test(`${kind}: words are shown before the whole is read, which takes their place`, async () => {
    await make(kind);
    await start();
    await begun();
    assert.deepEqual(await state(), { begun: 1, state: 'opening', turns: null, events: [] });
    const [words] = await texts(page, '.beginning .turn .words');
    assert.match(words, /^Number 0 /);
    assert.match((await texts(page, '.beginning .head p'))[0], /still being read/);
    await held();
    await page.evaluate(() => { document.querySelector('vis-a-vis').shadowRoot.querySelector('.beginning').scrollTop = 4321; });
    await page.waitFor(() => document.querySelector('vis-a-vis').shadowRoot.querySelector('.beginning').scrollTop > 4000);
    await page.evaluate(() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done))));
    const was = await topOf('.beginning');
    assert.ok(was[0] > 5, `turn ${was[0]}`);
    assert.equal(await go(), 60_000);
    await ready(page);
    assert.deepEqual(await state(), { begun: 0, state: 'reading', turns: 60_000, events: ['ready'] });
    const is = await topOf('.text');
    assert.equal(is[0], was[0]);
    assert.ok(Math.abs(is[1] - was[1]) < 3, `${was[1]}, then ${is[1]}`);
  });
}

test('bytes go to the worker in pieces of four megabytes', async () => {
  await make('txt', 90_000);
  await start();
  await held();
  const { pieces, size } = await page.evaluate(() => ({ pieces: globalThis.pieces, size: globalThis.given.size }));
  assert.ok(pieces.length > 2 && Math.max(...pieces) <= 4 << 20, pieces.join());
  assert.equal(pieces.reduce((sum, piece) => sum + piece), size);
  assert.equal(await go(), 90_000);
});

test('what is small, JSON or UTF-16 is shown when it is read', async () => {
  for (const [kind, turns] of [['txt', 4000], ['json', 40_000], ['utf-16', 30_000]]) {
    await make(kind, turns);
    await start();
    await held();
    assert.deepEqual((await state()).begun, 0, kind);
    assert.equal(await go(), turns, kind);
  }
});

test('a whole that is refused is told, and what was shown before is shown again', async () => {
  for (const before_ of [null, 3]) {
    if (before_) await page.evaluate(() => document.querySelector('vis-a-vis').open('Ada: Where were you?\n\nGrace: At sea.\n\nAda: Alone?\n'));
    await make('txt');
    await start();
    await begun();
    assert.equal((await state()).state, 'opening');
    await page.evaluate(() => { globalThis.instead = { error: { line: 7, code: 'malformed', message: 'It stops in the middle.' } }; });
    await held();
    assert.equal(await go(), 'malformed');
    const { events, ...is } = await state();
    assert.deepEqual(is, { begun: 0, state: before_ ? 'reading' : 'empty', turns: before_ });
    assert.equal(events.at(-1), 'error');
    assert.match((await texts(page, '[role=alert] p'))[0], /stops in the middle/);
  }
});

test('another opening ends both', async () => {
  await make('txt');
  await start();
  await begun();
  const told = await page.evaluate(async () => {
    const element = document.querySelector('vis-a-vis');
    const second = element.open('Ada: Where were you?\n\nGrace: At sea.\n\nAda: Alone?\n');
    const first = await globalThis.opening;
    return [first, element.shadowRoot.querySelectorAll('.beginning').length, (await second).turns.length];
  });
  assert.deepEqual(told, ['superseded', 0, 3]);
  assert.deepEqual(await state(), { begun: 0, state: 'reading', turns: 3, events: ['ready'] });
  assert.deepEqual(await texts(page, '[role=alert] p'), []);
});

test('keys of the transcript before are not taken while the beginning of another is shown', async () => {
  await page.evaluate(() => document.querySelector('vis-a-vis').open('Ada: Where were you?\n\nGrace: At sea.\n\nAda: Alone?\n'));
  await make('txt');
  await start();
  await begun();
  await page.native.keyboard.press('j');
  await held();
  assert.equal(await go(), 60_000);
  await ready(page);
  assert.deepEqual((await state()).events, ['ready', 'ready']);
});

test('a link beyond the beginning is landed on when the whole is there', async () => {
  const text = Array.from({ length: 60_000 }, (_, i) => `${['Ada Marsh', 'Grace Ellwood'][i % 2]}: Number ${i} ${'river lamp harbour letter tide bread '.repeat(3)}\n\n`).join('');
  await page.native.route('**/talk.txt', route => route.fulfill({ contentType: 'text/plain', body: text }));
  await page.native.addInitScript(() => { if (location.hash.includes('talk.txt')) globalThis.hold(); });
  await fresh('#src=talk.txt&turn=50000');
  await begun();
  await held();
  assert.equal((await state()).turns, null);
  await page.evaluate(() => globalThis.letGo());
  await page.waitFor(() => document.querySelector('vis-a-vis').shadowRoot.querySelector('.text .turn[data-t="50000"]'));
  await ready(page);
  const [turn, top] = await topOf('.text');
  assert.equal(turn, 50_000);
  assert.ok(Math.abs(top) < 3, `${top}`);
});

test('without workers the beginning comes first all the same', async () => {
  await page.native.addInitScript(() => { if (location.hash === '#none') delete globalThis.Worker; });
  await page.native.goto('about:blank');
  await page.native.goto(`${site.url}#none`);
  await page.waitFor(() => document.querySelector('vis-a-vis')?.shadowRoot.querySelector('.samples a'));
  await make('txt');
  const order = await page.evaluate(async () => {
    const element = document.querySelector('vis-a-vis'), seen = [];
    new MutationObserver(() => {
      for (const what of ['.beginning .turn', '.text .turn']) if (element.shadowRoot.querySelector(what) && !seen.includes(what)) seen.push(what);
    }).observe(element.shadowRoot.querySelector('.root'), { subtree: true, childList: true });
    await element.open(globalThis.given);
    await new Promise(done => setTimeout(done));
    return [...seen, element.shadowRoot.querySelectorAll('.beginning').length];
  });
  assert.deepEqual(order, ['.beginning .turn', '.text .turn', 0]);
});

test('nothing was logged as an error', () => assert.deepEqual(page.problems, []));
