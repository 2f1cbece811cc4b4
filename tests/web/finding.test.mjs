// Searching with options, and the list of hits.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { opened, settled, texts } from './helpers.mjs';

let page, end;
before(async () => { ({ page, end } = await opened()); });
after(() => end?.());

const counted = wanted => page.waitFor(text => document.querySelector('vis-a-vis').shadowRoot.querySelector('.search output').textContent === text, wanted);
const press = label => page.evaluate(name => [...document.querySelector('vis-a-vis').shadowRoot.querySelectorAll('.finding button')].find(one => one.textContent === name).click(), label);
const type = async words => {
  await page.evaluate(() => {
    const { shadowRoot } = document.querySelector('vis-a-vis');
    shadowRoot.querySelector('.search input').value = '';
    shadowRoot.querySelector('.search input').focus();
  });
  await page.native.keyboard.type(words);
};
const focused = () => page.evaluate(() => {
  const { activeElement: at } = document.querySelector('vis-a-vis').shadowRoot;
  return at?.dataset.hit ?? at?.type ?? at?.className;
});

test('nothing of it is loaded before it is asked for', () => assert.ok(!page.requests.some(url => /finding\.js/.test(url))));

test('the list has each hit in its context, walked by arrows; Enter goes there, Escape back', async () => {
  await type('lamp');
  const hits = await page.evaluate(() => document.querySelector('vis-a-vis').transcript.turns.reduce((sum, { text }) => sum + [...text.matchAll(/lamp/gi)].length, 0));
  await counted(`${hits} hits`);
  await page.native.keyboard.press('ArrowDown');
  await page.waitFor(() => document.querySelector('vis-a-vis').shadowRoot.activeElement?.dataset.hit === '0');
  assert.equal((await texts(page, '.hits [data-hit]')).length, hits);
  assert.ok((await texts(page, '.hits mark')).every(text => /^lamp$/i.test(text)));
  await page.native.keyboard.press('ArrowDown');
  await page.native.keyboard.press('ArrowDown');
  assert.equal(await focused(), '2');
  await page.native.keyboard.press('Enter');
  await counted(`3 of ${hits}`);
  await settled(page);
  assert.equal(await focused(), '2', 'one can walk on');
  assert.equal(await page.evaluate(() => document.querySelector('vis-a-vis').shadowRoot.querySelector('.hits [aria-current]').dataset.hit), '2');
  await page.native.keyboard.press('Escape');
  assert.equal(await focused(), 'search');
  assert.equal((await texts(page, '.finding')).length, 0);
  await counted(`3 of ${hits}`);
});

test('hits that come while one has the focus leave it in the list', async () => {
  await page.native.keyboard.press('ArrowDown');
  await page.waitFor(() => document.querySelector('vis-a-vis').shadowRoot.activeElement?.dataset.hit);
  const search = words => page.evaluate(value => {
    const input = document.querySelector('vis-a-vis').shadowRoot.querySelector('.search input');
    input.value = value;
    input.dispatchEvent(new Event('input'));
  }, words);
  for (const words of ['the', 'lamp']) {
    await search(words);
    await page.waitFor(wanted => document.querySelector('vis-a-vis').shadowRoot.querySelector('.hits mark')?.textContent.toLowerCase() === wanted, words);
    assert.ok(await page.evaluate(() => document.querySelector('vis-a-vis').shadowRoot.activeElement?.dataset.hit), words);
  }
  await page.native.keyboard.press('Escape');
});

test('by speaker and by topic', async () => {
  await page.native.keyboard.press('ArrowDown');
  await page.waitFor(() => document.querySelector('vis-a-vis').shadowRoot.activeElement?.dataset.hit);
  const all = (await texts(page, '.hits [data-hit]')).length;
  await press('By speaker');
  const names = await texts(page, '.hits h3 bdi');
  assert.ok(names.length > 1);
  assert.equal((await texts(page, '.hits h3 small')).reduce((sum, n) => sum + Number(n), 0), all);
  await press('By topic');
  assert.ok((await texts(page, '.hits h3 bdi')).length > 1);
  assert.equal((await texts(page, '.hits [data-hit]')).length, all);
  await press('In order');
});

test('whole words, case and accents, regular expressions; they are part of the view', async () => {
  await type('art');
  await press('Whole words');
  await page.waitFor(() => /^(no hits|\d+ hits?)$/.test(document.querySelector('vis-a-vis').shadowRoot.querySelector('.search output').textContent));
  const own = (words, flags) => page.evaluate((source, how) => document.querySelector('vis-a-vis').transcript.turns.reduce((sum, { text }) => sum + [...text.matchAll(new RegExp(source, how))].length, 0), words, flags);
  const said = n => n === 0 ? 'no hits' : n === 1 ? '1 hit' : `${n} hits`;
  await counted(said(await own('\\bart\\b', 'gi')));
  await press('Whole words');
  await press('Regular expression');
  await type('(light|lamp)\\w*');
  await counted(said(await own('(light|lamp)\\w*', 'gi')));
  await press('Case and accents');
  await counted(said(await own('(light|lamp)\\w*', 'g')));
  await page.waitFor(() => /how=exact%2Cregex/.test(location.hash));
  const there = page.native.url();
  await press('Case and accents');
  await page.waitFor(() => /how=regex/.test(location.hash));
  await page.evaluate(fragment => { location.hash = fragment; }, new URL(there).hash);
  await counted(said(await own('(light|lamp)\\w*', 'g')));
  await page.evaluate(() => document.querySelector('vis-a-vis').shadowRoot.querySelector('.list-hits').click());
});

test('an expression that is none, or could take forever, is told so', async () => {
  await page.evaluate(() => {
    const { shadowRoot } = document.querySelector('vis-a-vis');
    if (!shadowRoot.querySelector('.finding')) shadowRoot.querySelector('.list-hits').click();
  });
  await type('(light');
  await counted('no search');
  assert.match((await texts(page, '.finding [role=status]'))[0], /^This is no regular expression: .+\.$/);
  await type('(a)\\1');
  await page.waitFor(() => /References back/.test(document.querySelector('vis-a-vis').shadowRoot.querySelector('.finding [role=status]').textContent));
  await type('((((a+)+)+)+)+\u0000');
  await counted('no hits');
  await page.native.keyboard.press('Escape');
  await page.native.keyboard.press('Escape');
});

test('a long text is searched in pieces, of which the last search counts', async () => {
  await page.evaluate(() => document.querySelector('vis-a-vis').open(Array.from({ length: 20_000 }, (_, i) => `${i % 2 ? 'Ada' : 'Grace'}: The moth number ${i} sat in the relay, and nobody asked who had let it in at night.`).join('\n\n')));
  await page.evaluate(() => {
    const { search } = { search: document.querySelector('vis-a-vis').shadowRoot.querySelector('.search input') };
    for (const words of ['m', 'mo', 'moth', 'moth number 1999']) {
      search.value = words;
      search.dispatchEvent(new InputEvent('input', { bubbles: true }));
    }
  });
  await counted('11 hits');
});

test('nothing was logged as an error', () => assert.deepEqual(page.problems, []));
