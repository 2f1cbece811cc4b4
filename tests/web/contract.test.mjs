// What a script in an article may hold the element to: values that are none, calls that come early, types.

import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { articleOf } from './helpers.mjs';
import { openPage, serveSite } from './support.mjs';

let site, hosts, folder, page;
before(async () => {
  site = await serveSite({ headers: { 'Access-Control-Allow-Origin': '*' } });
  folder = mkdtempSync(join(tmpdir(), 'contract-'));
  hosts = await serveSite({ folder });
  writeFileSync(join(folder, 'talk.txt'), 'Ann: Is it far?\n\nBen Lund: Not far.\n\nAnn: And dry, Lund?\n\nLund: Dry enough.\n');
  writeFileSync(join(folder, 'article.html'), articleOf(`<script type="module" src="${site.url}vis-a-vis.js"></script>
    <vis-a-vis id="one" src="talk.txt" height="480"></vis-a-vis>`));
  page = await openPage('chromium', 'about:blank', { width: 1000, height: 900 });
  await page.native.goto(`${hosts.url}article.html`);
  await page.waitFor(() => document.querySelector('#one').transcript);
});
after(async () => {
  await page?.close();
  await site?.close();
  await hosts?.close();
  if (folder) rmSync(folder, { recursive: true });
});

test('the transcript is frozen through and through', async () => {
  assert.deepEqual(await page.evaluate(() => {
    const thawed = [];
    const walk = (part, path) => {
      if (part === null || typeof part !== 'object') return;
      if (!Object.isFrozen(part)) thawed.push(path);
      for (const key of Object.keys(part)) walk(part[key], `${path}.${key}`);
    };
    walk(document.querySelector('#one').transcript, '');
    return thawed;
  }), []);
});

test('goTo answers false to what names no place, whatever it is', async () => {
  const wrong = ['', '%', 'turn=', 'turn=-1', 'turn=4', 'turn=x', 'range=0-4', 't=1', 't=NaN', 'who=Nobody', 'topic=0', '__proto__=1', 'unknown=1', null, 5, {}];
  assert.deepEqual(await page.evaluate(all => all.map(one => document.querySelector('#one').goTo(one)), wrong), wrong.map(() => false));
  assert.deepEqual(await page.evaluate(() => ['turn=3', '#turn=0', 'range=0-3', 'who=Ann'].map(one => document.querySelector('#one').goTo(one))), [true, true, true, true]);
});

test('a link to turns that are not there is refused; the viewer’s own fragment is no part of a link', async () => {
  assert.deepEqual(await page.evaluate(() => Promise.all([[3, 1], [-1, 2], [0, 4], [0.5, 2], []].map(turns =>
    document.querySelector('#one').link({ turns }).then(() => 'made', error => error.name)))), Array(5).fill('RangeError'));
  assert.match(await page.evaluate(async () => {
    const one = document.querySelector('#one');
    one.setAttribute('viewer', 'https://example.org/v/#old');
    return await one.link({ view: false });
  }), /^https:\/\/example\.org\/v\/#src=[^#]*$/);
});

test('what is exported has its media type', async () => {
  const kinds = { inspect: 'application/json', webvtt: 'text/vtt', csv: 'text/csv', html: 'text/html', 'timeline.svg': 'image/svg+xml', 'speakers.csv': 'text/csv' };
  assert.deepEqual(await page.evaluate(names => Promise.all(names.map(async name => (await document.querySelector('#one').exportAs(name)).type)), Object.keys(kinds)),
    Object.values(kinds));
});

test('a height that is none is none', async () => {
  assert.deepEqual(await page.evaluate(() => ['300', '20rem', 'tall', '-5', '', '480'].map(height => {
    const one = document.querySelector('#one');
    one.setAttribute('height', height);
    return one.getBoundingClientRect().height;
  })), [300, 320, 640, 640, 640, 480]);
});

test('link and exportAs wait for what is being opened', async () => {
  const [link, words] = await page.evaluate(async () => {
    const two = document.createElement('vis-a-vis');
    two.setAttribute('src', 'talk.txt');
    document.body.prepend(two);
    const answers = await Promise.all([two.link(), two.exportAs('text').then(blob => blob.text())]);
    two.remove();
    return answers;
  });
  assert.match(link, /talk\.txt$/);
  assert.match(words, /Dry enough/);
});

test('bytes are opened however they are given; what is none of it is refused', async () => {
  assert.deepEqual(await page.evaluate(async () => {
    const one = document.querySelector('#one'), text = 'X: one?\nY: two.\nX: three.\n', bytes = new TextEncoder().encode(text);
    const found = [];
    for (const what of [text, new Blob([text]), bytes.buffer, bytes, new URL('talk.txt', location.href)]) found.push((await one.open(what)).turns.length);
    for (const what of [undefined, null, 5, {}]) found.push(await one.open(what).then(() => 'opened', error => error.code));
    return [...found, one.transcript.turns.length];
  }), [3, 3, 3, 3, 4, 'argument', 'argument', 'argument', 'argument', 4]);
});

test('nothing was logged as an error', () => assert.deepEqual(page.problems, []));
