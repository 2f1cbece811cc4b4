// Keep on this machine: what a person gives comes back after a reload with its corrections and its place, until it is
// forgotten.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { opened, ready, texts } from './helpers.mjs';

let page, end;
before(async () => { ({ page, end } = await opened('')); });
after(() => end?.());

const words = Array.from({ length: 60 }, (_, i) => `${i % 2 ? 'Ada' : 'Grace'}: Line ${i} of a talk about moths, relays and the night in which they met.`).join('\n');
const drop = () => page.evaluate(text => {
  const data = new DataTransfer();
  data.items.add(new File([text], 'moths.txt'));
  document.querySelector('vis-a-vis').dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, composed: true, cancelable: true }));
}, words);
const inHead = text => page.waitFor(wanted => document.querySelector('vis-a-vis').shadowRoot.querySelector('.keep')?.textContent.includes(wanted), text);
const press = () => page.evaluate(() => document.querySelector('vis-a-vis').shadowRoot.querySelector('.keep button').click());
const names = () => page.evaluate(() => document.querySelector('vis-a-vis').transcript.speakers.map(one => one.name).join());

test('it asks, and nothing is kept before it is told to', async () => {
  await drop();
  await ready(page);
  await inHead('Keep on this machine');
  assert.equal(await page.evaluate(async () => (await indexedDB.databases()).length && new Promise(done => {
    indexedDB.open('vis-a-vis').onsuccess = ({ target: { result } }) => { result.transaction('kept').objectStore('kept').count().onsuccess = counted => { result.close(); done(counted.target.result); }; };
  })), 0);
});

test('kept, it comes back after a reload with its corrections and its place', async () => {
  await press();
  await inHead('Forget');
  await page.evaluate(() => document.querySelector('vis-a-vis').goTo('turn=41'));
  await page.native.keyboard.press('e');
  await page.native.locator('.menu input').first().fill('Ada L.');
  await page.native.keyboard.press('Enter');
  await page.waitFor(() => document.querySelector('vis-a-vis').transcript.speakers.some(one => one.name === 'Ada L.'));
  await page.evaluate(() => document.querySelector('vis-a-vis').goTo('turn=41'));
  await page.waitFor(() => /turn=41/.test(location.hash) && /fix=/.test(location.hash));
  await page.native.reload();
  await ready(page);
  assert.match(await names(), /Ada L\./);
  await page.waitFor(() => document.querySelector('vis-a-vis').shadowRoot.querySelector('.turn.selected')?.dataset.t === '41');
  await inHead('Forget');
});

test('the start page lists it; it opens from there as it was left, and Back leads to the list', async () => {
  await page.evaluate(() => document.querySelector('vis-a-vis').shadowRoot.querySelector('.brand').click());
  await page.waitFor(() => document.querySelector('vis-a-vis').shadowRoot.querySelector('.recents .record'));
  assert.match((await texts(page, '.record'))[0], /moths\.txt · today/);
  await page.evaluate(() => document.querySelector('vis-a-vis').shadowRoot.querySelector('.record').click());
  await ready(page);
  assert.match(await names(), /Ada L\./);
  await page.waitFor(() => document.querySelector('vis-a-vis').shadowRoot.querySelector('.turn.selected')?.dataset.t === '41');
});

test('forgotten, it is gone from the list and from a reload', async () => {
  await inHead('Forget');
  await press();
  await inHead('Keep on this machine');
  await page.native.reload();
  await page.waitFor(() => document.querySelector('vis-a-vis')?.shadowRoot.querySelector('.samples a'));
  assert.equal((await texts(page, '.record')).length, 0);
});

test('nothing was logged as an error', () => assert.deepEqual(page.problems, []));
