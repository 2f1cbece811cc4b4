// The example pages: each opens, says nothing in the console, and shows what it is an example of.

import assert from 'node:assert/strict';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { ENGINES, openPage, root, serveSite } from './support.mjs';

const pages = readdirSync(join(root, 'examples')).filter(name => name.endsWith('.html'));
let site, page;
before(async () => { site = await serveSite(); });
after(async () => {
  await page?.close();
  await site?.close();
});
/** Every talk of the page that is open, as it comes near. */
async function shown() {
  const count = await page.evaluate(() => document.querySelectorAll('vis-a-vis').length);
  for (let at = 0; at < count; at++) {
    await page.evaluate(place => document.querySelectorAll('vis-a-vis')[place].scrollIntoView(), at);
    await page.waitFor(place => {
      const element = document.querySelectorAll('vis-a-vis')[place];
      return element.transcript && element.stats.frames > 2 && element.shadowRoot.querySelector('.root').dataset.drawing === 'yes';
    }, at);
  }
}
const open = async name => {
  page ??= await openPage('chromium', 'about:blank', { width: 1200, height: 900 });
  await page.native.goto(`${site.url}examples/${name}`);
  await shown();
};

test('there is a page of each kind, and the recording is short', () => {
  assert.deepEqual(pages, ['article.html', 'dark.html', 'right-to-left.html', 'sound.html', 'strict.html', 'two.html']);
  assert.ok(statSync(join(root, 'examples/town-clock.mp3')).size <= 100_000);
});

test('an article: the talk opens at its place, and the article’s address and scrolling stay its own', async () => {
  await open('article.html');
  await page.waitFor(() => document.querySelector('vis-a-vis').shadowRoot.querySelector('.text').scrollTop > 100);
  assert.deepEqual(await page.evaluate(() => [location.hash, scrollX]), ['', 0]);
});

test('sound: what is heard is marked', async () => {
  await open('sound.html');
  await page.waitFor(() => document.querySelector('vis-a-vis').shadowRoot.querySelector('audio')?.readyState > 0);
  await page.evaluate(() => document.querySelector('vis-a-vis').goTo('t=12'));
  await page.waitFor(() => document.querySelector('vis-a-vis').shadowRoot.querySelector('.voiced')?.dataset.t === '3');
  const [length, end] = await page.evaluate(() => {
    const { transcript, shadowRoot } = document.querySelector('vis-a-vis');
    return [shadowRoot.querySelector('audio').duration * 1000, transcript.turns.at(-1).end_ms];
  });
  assert.ok(Math.abs(length - end) < 1000, `${length} ms of sound, ${end} of words`);
});

test('two on one page', async () => {
  await open('two.html');
  assert.deepEqual(await page.evaluate(() => [...document.querySelectorAll('vis-a-vis')].map(one => one.transcript.speakers.map(({ name }) => name))),
    [['Maren Holt', 'Edvard Nyström'], ['Samuel Adeyemi', 'Ottoline Reyes']]);
});

test('dark: the page’s colours and its font', async () => {
  await open('dark.html');
  const looks = await page.evaluate(() => {
    const element = document.querySelector('vis-a-vis');
    return [getComputedStyle(element).backgroundColor, getComputedStyle(element.shadowRoot.querySelector('.words')).fontFamily.split(',')[0]];
  });
  assert.deepEqual(looks, ['rgb(16, 21, 29)', 'Georgia']);
});

test('right to left: the words of the page itself', async () => {
  await open('right-to-left.html');
  const [names, turns, direction] = await page.evaluate(() => {
    const { transcript, shadowRoot } = document.querySelector('vis-a-vis');
    return [transcript.speakers.map(({ name }) => name), transcript.turns.length, getComputedStyle(shadowRoot.querySelector('.turn')).direction];
  });
  assert.deepEqual([names, turns, direction], [['سلمى', 'يوسف'], 6, 'rtl']);
});

test('a strict policy and Trusted Types', async () => {
  await open('strict.html');
  assert.equal(await page.evaluate(() => document.querySelector('vis-a-vis').transcript.speakers.length), 2);
  // A long transcript needs the worker, whose address is vouched for.
  const lines = Array.from({ length: 6000 }, (_, at) => `${at % 2 ? 'Ada' : 'Ben'}: This is what was said at number ${at} of them.`).join('\n');
  assert.equal(await page.evaluate(async text => (await document.querySelector('vis-a-vis').open(new Blob([text]))).turns.length, lines), 6000);
});

test('nothing was logged as an error', () => assert.deepEqual(page.problems, []));

for (const engine of ENGINES.slice(1)) {
  test(`${engine} opens the article`, { timeout: 90_000 }, async () => {
    const other = await openPage(engine, `${site.url}examples/article.html`, { width: 1200, height: 900 });
    try {
      await other.waitFor(() => (document.querySelector('vis-a-vis')?.transcript?.turns.length ?? 0) > 20);
      assert.deepEqual(other.problems, []);
    } finally {
      await other.close();
    }
  });
}
