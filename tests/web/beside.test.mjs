// A second interview beside the first: both on one scale, people of one name in one colour, both balances, keyphrases; a
// link and an offline copy carry both.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { after, before, test } from 'node:test';
import { keeper, opened, ready, texts } from './helpers.mjs';
import { openPage, root } from './support.mjs';

const folder = mkdtempSync(join(tmpdir(), 'visavis-beside-'));
const inspected = file => JSON.parse(spawnSync(join(root, 'build/native/visavis'), ['inspect', file], { encoding: 'utf8' }).stdout);
const first = join(root, 'assets/samples', keeper);
const told = inspected(first);
/** The keeper's interviewer asks somebody else. */
const host = told.speakers[0].name;
const second = join(folder, 'again.txt');
writeFileSync(second, Array.from({ length: 8 }, (_, at) => `${host}: What does the lamp of the lighthouse do in storm number ${at}?\n\nOlga Brandt: It is the lamp and it is the oven, and we bake the rye bread when the storm is over.`).join('\n\n'));
const again = inspected(second);

let page, end;
before(async () => ({ page, end } = await opened(keeper)));
after(async () => {
  await end?.();
  rmSync(folder, { recursive: true, force: true });
});

const both = where => where.waitFor(() => document.querySelector('vis-a-vis').shadowRoot.querySelector('.besides svg') && !document.querySelector('vis-a-vis').shadowRoot.querySelector('.more-figures[aria-busy]'));

test('a second interview is drawn beside the first: both titles, topics, balances and keyphrases', async () => {
  await page.evaluate(() => document.querySelector('vis-a-vis').shadowRoot.querySelector('[data-figures="beside"]').click());
  await page.waitFor(() => document.querySelector('vis-a-vis').shadowRoot.querySelector('.more-figures input[type=file]'));
  await page.native.locator('.more-figures input[type=file]').setInputFiles(second);
  await both(page);
  const rows = await texts(page, '.more-figures table tbody tr');
  // As the panels have it: inspect's share is rounded, and would be rounded twice.
  const share = (talk, name) => `${(talk.speakers.find(one => one.name === name).words / talk.speakers.reduce((sum, one) => sum + one.words, 0) * 100).toFixed(1)}%`;
  const row = rows.find(text => text.startsWith(host));
  assert.ok(row.includes(share(told, host)) && row.includes(share(again, host)), row);
  assert.ok(rows.some(text => text.startsWith('Olga Brandt')));
  assert.ok(rows.some(text => text.startsWith(`balance${told.balance.index.toFixed(2)}${again.balance.index.toFixed(2)}`)), String(rows));
  assert.deepEqual(await page.evaluate(() => document.querySelector('vis-a-vis').shadowRoot.querySelectorAll('.more-figures .chips').length >= 2), true);
  const stems = new Set(again.keyphrases.flatMap(one => one.stems));
  const shared = told.keyphrases.filter(one => one.stems.some(stem => stems.has(stem))).map(one => one.text);
  assert.ok(shared.length > 0);
  assert.deepEqual((await texts(page, '.more-figures .chips')).slice(0, 1).map(text => shared.every(one => text.includes(one))), [true]);
  // One name has one colour in both.
  const slot = await page.evaluate(name => [...document.querySelector('vis-a-vis').shadowRoot.querySelectorAll('.more-figures .who-said')].find(one => one.textContent === name).dataset.slot, host);
  assert.ok(Number(slot) > 0);
  await page.screenshot('beside');
});

test('minutes are no scale where a file has no times', async () => {
  assert.equal(await page.evaluate(() => document.querySelector('vis-a-vis').shadowRoot.querySelector('.more-figures [aria-label="Scale"] option[value=time]').disabled), true);
});

test('a link carries both', async () => {
  const link = await page.evaluate(() => document.querySelector('vis-a-vis').link());
  assert.match(link, /beside=z1\./);
  const other = await openPage('chromium', link, { reducedMotion: true });
  try {
    await ready(other);
    await both(other);
    assert.deepEqual(await texts(other, '.more-figures table tbody tr'), await texts(page, '.more-figures table tbody tr'));
    assert.deepEqual(other.problems, []);
  } finally {
    await other.close();
  }
});

test('an offline copy carries both', async () => {
  const copy = join(folder, 'copy.html');
  const bytes = await page.evaluate(async () => [...new Uint8Array(await (await document.querySelector('vis-a-vis').exportAs('offline')).arrayBuffer())]);
  writeFileSync(copy, Uint8Array.from(bytes));
  const other = await openPage('chromium', pathToFileURL(copy).href, { reducedMotion: true });
  try {
    await ready(other);
    await both(other);
    assert.deepEqual(await texts(other, '.more-figures table tbody tr'), await texts(page, '.more-figures table tbody tr'));
  } finally {
    await other.close();
  }
});

test('what is damaged or cannot be read is told, and the first interview stays', async () => {
  await page.evaluate(() => document.querySelector('vis-a-vis').goTo('beside=z1.AAAA'));
  await page.waitFor(() => /damaged/.test(document.querySelector('vis-a-vis').shadowRoot.querySelector('.more-figures [role=alert]')?.textContent ?? ''));
  assert.equal(await page.evaluate(() => document.querySelector('vis-a-vis').transcript.turns.length), told.turns.length);
});

test('another transcript has none beside it', async () => {
  await page.evaluate(text => document.querySelector('vis-a-vis').open(text), readFileSync(second, 'utf8'));
  await ready(page);
  assert.doesNotMatch(await page.evaluate(() => document.querySelector('vis-a-vis').link()), /beside=/);
});

test('nothing was logged as an error', () => assert.deepEqual(page.problems, []));
