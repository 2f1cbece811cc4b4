// The page's address follows the view and opens it again; what a person would go back to is one entry of the history.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { keeper, opened, ready, settled } from './helpers.mjs';
import { inspect, root } from './support.mjs';

const told = inspect(join(root, 'assets/samples', keeper));
const start = `#src=${encodeURIComponent(`samples/${keeper}`)}`;
let page, site, end;
before(async () => ({ page, site, end } = await opened(keeper, { width: 1280, height: 800 })));
after(() => end?.());

const hash = () => page.evaluate(() => location.hash);
/** Until the address has been written, or has had the time for it. */
const rested = async () => {
  await settled(page);
  await new Promise(done => setTimeout(done, 700));
};
const until = wanted => page.waitFor(text => location.hash.includes(text), wanted);
const pressed = async keys => { for (const key of keys) await page.native.keyboard.press(key); };
const entries = () => page.evaluate(() => history.length);
const view = () => page.evaluate(() => {
  const inside = document.querySelector('vis-a-vis').shadowRoot;
  const shown = selector => [...inside.querySelectorAll(selector)];
  return {
    turn: inside.querySelector('.turn.selected')?.dataset.t ?? null, search: inside.querySelector('.search input').value,
    lanes: shown('.lanes button').map(one => one.getAttribute('aria-pressed')).join(),
    outside: shown('.chunk.outside,.turn.outside').length, topic: shown('.outline [aria-expanded=true],.outline .open').length,
    theme: document.querySelector('vis-a-vis').getAttribute('theme'), names: shown('.lanes button').map(one => one.textContent).join('|'),
    scroll: Math.round(inside.querySelector('.text').scrollTop / 40),
  };
});
const fresh = async fragment => {
  await page.native.goto('about:blank');
  await page.native.goto(`${site.url}${fragment}`);
  await ready(page);
};

test('nothing is written before a person does something', async () => {
  await rested();
  assert.equal(await hash(), start);
  assert.ok(!page.requests.some(url => url.endsWith('address.js')));
});

test('the address follows turn, search, speakers, range and theme, and opens the same view again', async () => {
  await page.native.mouse.click(500, 500);
  await pressed(['Escape', 'j', 'j', ']', '2', 'r', 't']);
  await page.native.keyboard.press('/');
  await page.native.keyboard.type('light & 100%');
  await until('q=light%20%26%20100%25');
  await settled(page);
  const fragment = await hash();
  assert.ok(fragment.startsWith(start), fragment);
  for (const key of ['turn', 'who', 'range', 'topic', 'theme']) assert.match(fragment, new RegExp(`&${key}=`));
  assert.match(fragment, new RegExp(`who=${encodeURIComponent(told.speakers[0].name)}`));
  const was = await view();
  await fresh(fragment);
  assert.deepEqual({ ...await view(), scroll: 0 }, { ...was, scroll: 0 });
  await rested();
  assert.equal(await hash(), fragment);
});

test('a link’s theme is not kept for other transcripts', async () => {
  await fresh(`${start}&theme=dark`);
  assert.equal((await view()).theme, 'dark');
  await page.evaluate(() => localStorage.clear());
  await fresh(`${start}&theme=dark`);
  await fresh(start);
  assert.notEqual((await view()).theme, 'dark');
});

test('the place read is in the address and comes back', async () => {
  await fresh(start);
  await page.native.mouse.move(500, 500);
  await page.native.mouse.wheel(0, 1500);
  await until('place=');
  await settled(page);
  const [fragment, was] = [await hash(), await view()];
  await fresh(fragment);
  assert.ok(Math.abs((await view()).scroll - was.scroll) <= 4, `${(await view()).scroll} for ${was.scroll}`);
});

test('turn by turn is no entry; a topic, a range and a search are one each, and back undoes them', async () => {
  await fresh(start);
  await page.native.mouse.click(500, 500);
  await page.native.keyboard.press('Escape');
  await rested();
  const before = await entries(), first = await view();
  for (let i = 0; i < 5; i++) {
    await page.native.keyboard.press('j');
    await rested();
  }
  assert.equal(await entries(), before);
  await pressed(['Escape', 'Escape']);
  await page.native.keyboard.press('2');
  await until('who=');
  await page.native.keyboard.press('/');
  await page.native.keyboard.type('la', { delay: 120 });
  await until('q=la');
  await page.native.keyboard.type('mp', { delay: 500 });
  await until('q=lamp');
  assert.equal(await entries(), before + 2);
  await page.native.goBack();
  await page.waitFor(() => document.querySelector('vis-a-vis').shadowRoot.querySelector('.search input').value === '');
  await rested();
  assert.match(await hash(), /who=/);
  await page.native.goBack();
  await page.waitFor(() => ![...document.querySelector('vis-a-vis').shadowRoot.querySelectorAll('.lanes button')].some(one => one.getAttribute('aria-pressed') === 'false'));
  await rested();
  assert.equal((await view()).lanes, first.lanes);
  await page.native.goForward();
  await page.waitFor(() => [...document.querySelector('vis-a-vis').shadowRoot.querySelectorAll('.lanes button')].some(one => one.getAttribute('aria-pressed') === 'false'));
  assert.equal(await entries(), before + 2);
});

test('corrections are in the address, open with it and can be undone there', async () => {
  await fresh(start);
  await page.evaluate(() => document.querySelector('vis-a-vis').goTo('turn=2'));
  await settled(page);
  await page.native.keyboard.press('e');
  const field = page.native.locator('.menu input');
  await field.fill('Tom, 100% & sons');
  await field.press('Enter');
  await until('fix=');
  const fragment = await hash();
  await fresh(fragment);
  const names = () => page.evaluate(() => document.querySelector('vis-a-vis').transcript.speakers.map(one => one.name));
  assert.ok((await names()).includes('Tom, 100% & sons'));
  await page.native.keyboard.press('Control+z');
  await page.waitFor(() => !document.querySelector('vis-a-vis').transcript.speakers.some(one => one.name.startsWith('Tom, 100%')));
  assert.deepEqual(await names(), told.speakers.map(one => one.name));
});

test('corrections that make no sense here are told, and the transcript shows as it is', async () => {
  await fresh(`${start}&fix=format%20nosuchformat`);
  assert.match(await page.waitFor(() => document.querySelector('vis-a-vis').shadowRoot.querySelector('.notice')?.textContent), /corrections in this link/);
  assert.deepEqual(await page.evaluate(() => document.querySelector('vis-a-vis').transcript.turns.length), told.turns.length);
});

test('links that were ever given out open as they did', async () => {
  const lines = readFileSync(join(root, 'tests/golden/links.tsv'), 'utf8').split('\n').filter(line => line && !line.startsWith('#'));
  assert.ok(lines.length >= 15);
  for (const line of lines) {
    const [fragment, expected] = line.split('\t');
    await fresh(`#${fragment}`);
    const wanted = JSON.parse(expected);
    if (wanted.quote) await page.waitFor(() => CSS.highlights.get('vav-quote')?.size);
    const found = await page.evaluate(() => {
      const element = document.querySelector('vis-a-vis'), inside = element.shadowRoot;
      const all = selector => [...inside.querySelectorAll(selector)];
      const { transcript } = element;
      const inRange = transcript.turns.map(turn => turn.id).filter(id => !inside.querySelector(`[data-t="${id}"]`)?.closest('.outside'));
      return {
        turns: transcript.turns.length, title: transcript.title, names: transcript.speakers.map(one => one.name),
        turn: Number(inside.querySelector('.turn.selected')?.dataset.t ?? -1), search: inside.querySelector('.search input').value,
        shown: all('.lanes button').map((one, id) => one.getAttribute('aria-pressed') === 'true' ? id : -1).filter(id => id >= 0),
        range: [inRange[0], inRange.at(-1)], view: inside.querySelector('.root').dataset.view, theme: element.getAttribute('theme'),
        quote: [...CSS.highlights.get('vav-quote') ?? []].map(range => range.startContainer.data.slice(range.startOffset, range.endOffset)).join(' '),
      };
    });
    for (const key of Object.keys(wanted)) assert.deepEqual(found[key], wanted[key], `${key} of ${fragment}`);
  }
});

test('nothing was logged as an error', () => assert.deepEqual(page.problems, []));
