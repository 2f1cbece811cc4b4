// Vis-à-vis in somebody's article: as an element, and in a frame of another origin that says how high it is.

import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { articleOf, keeper } from './helpers.mjs';
import { inspect, openPage, root, serveSite } from './support.mjs';

const told = inspect(join(root, 'assets/samples', keeper));
let site, hosts, folder, page;
before(async () => {
  site = await serveSite({ headers: { 'Access-Control-Allow-Origin': '*' } });
  folder = mkdtempSync(join(tmpdir(), 'article-'));
  mkdirSync(join(folder, 'a'));
  hosts = await serveSite({ folder });
});
after(async () => {
  await page?.close();
  await site?.close();
  await hosts?.close();
  if (folder) rmSync(folder, { recursive: true });
});
const article = async (name, body) => {
  writeFileSync(join(folder, name), articleOf(body));
  page ??= await openPage('chromium', 'about:blank', { width: 1000, height: 900 });
  await page.native.goto(`${hosts.url}${name}`);
};
const frame = `<iframe id="one" src="SITE?embed#src=samples/${keeper}&turn=3" style="width:100%;height:300px;border:0"></iframe>`;
const inFrame = body => page.native.frames()[1].evaluate(body);

test('a frame tells its height to the page around it, which alone sets it', async () => {
  await article('frame.html', `${frame.replace('SITE', site.url)}
    <iframe id="other" src="about:blank" style="height:111px"></iframe>
    <script>heard = []; addEventListener('message', event => heard.push([event.origin, event.data]));</script>
    <script src="${site.url}frame-height.js" async></script><script src="${site.url}frame-height.js" async></script>`);
  await page.native.frameLocator('#one').locator('.turn').first().waitFor({ timeout: 60_000 });
  await page.waitFor(() => parseFloat(document.querySelector('#one').style.height) > 400);
  assert.equal(await page.evaluate(() => document.querySelector('#other').style.height), '111px');
  const heard = await page.evaluate(() => globalThis.heard);
  assert.ok(heard.every(([origin]) => `${origin}/` === site.url));
  assert.ok(heard.some(([, data]) => data.type === 'vis-a-vis:height' && data.height > 400));
  assert.ok(heard.some(([, data]) => data['datawrapper-height']?.['vis-a-vis'] > 400));
  assert.deepEqual(await inFrame(() => document.querySelector('vis-a-vis').transcript.turns.length), told.turns.length);
  // Nobody else's message sets a height.
  const before = await page.evaluate(() => document.querySelector('#one').style.height);
  await page.evaluate(() => { postMessage({ type: 'vis-a-vis:height', height: 999 }, '*'); });
  await new Promise(done => setTimeout(done, 300));
  assert.equal(await page.evaluate(() => document.querySelector('#one').style.height), before);
});

test('in a frame there is no way out of the transcript, and the article’s history stays as it is', async () => {
  const entries = await page.evaluate(() => history.length);
  await page.native.frameLocator('#one').locator('.lanes button').first().press('2');
  await new Promise(done => setTimeout(done, 1200));
  assert.equal(await page.evaluate(() => history.length), entries);
  assert.equal(await inFrame(() => location.hash.includes('who=')), false);
  assert.equal(await inFrame(() => getComputedStyle(document.querySelector('vis-a-vis').shadowRoot.querySelector('.brand')).display), 'none');
});

test('the host’s script is at most 1 KiB', () => assert.ok(readFileSync(join(root, 'build/site/frame-height.js')).length <= 1024));

test('two elements of another origin share the modules, and link to the viewer', async () => {
  await article('two.html', `<script type="module" src="${site.url}vis-a-vis.js"></script>
    <vis-a-vis src="${site.url}samples/${keeper}" height="400" at="turn=2"></vis-a-vis><vis-a-vis src="${site.url}samples/one-oven.vtt" height="400"></vis-a-vis>`);
  await page.waitFor(() => [...document.querySelectorAll('vis-a-vis')].every(one => one.transcript && one.stats.frames > 2));
  assert.equal(await page.waitFor(() => document.querySelector('vis-a-vis').shadowRoot.querySelector('.turn.selected')?.dataset.t), '2');
  const links = await page.evaluate(() => Promise.all([...document.querySelectorAll('vis-a-vis')].map(one => one.link({ view: false }))));
  assert.deepEqual(links, [keeper, 'one-oven.vtt'].map(name => `${site.url}#src=${encodeURIComponent(`samples/${name}`)}`));
  assert.equal(await page.evaluate(() => location.hash), '');
});

const element = body => `<script type="module" src="${site.url}vis-a-vis.js"></script>${body}`;
const read = () => page.waitFor(() => Boolean(document.querySelector('vis-a-vis')?.transcript));

test('what stands in the element is read as the document it is', async () => {
  await article('own.html', element('<vis-a-vis><h2>The shed</h2><p><b>Ada:</b> How did it begin?</p><p><strong>Grace:</strong> With a moth &amp; a lamp.</p></vis-a-vis>'));
  await read();
  assert.deepEqual(await page.evaluate(() => {
    const { speakers, turns, sections } = document.querySelector('vis-a-vis').transcript;
    return [speakers.map(one => one.name), turns.map(one => one.text), sections.map(one => one.title)];
  }), [['Ada', 'Grace'], ['How did it begin?', 'With a moth & a lamp.'], ['The shed']]);
  await article('script.html', element('<vis-a-vis><script type="text/plain">Ada: Is 1 < 2?\nGrace: <b>Yes</b>.</script></vis-a-vis>'));
  await read();
  assert.deepEqual(await page.evaluate(() => document.querySelector('vis-a-vis').transcript.turns.map(one => one.text)), ['Is 1 < 2?', '<b>Yes</b>.']);
});

test('fonts and colour scheme are the article’s, whatever the system’s are', async () => {
  const look = () => page.evaluate(() => {
    const inside = document.querySelector('vis-a-vis').shadowRoot, style = one => getComputedStyle(inside.querySelector(one));
    return { ground: style('.text').backgroundColor, words: [style('.words').fontFamily, style('.words').fontSize], top: style('.top').fontFamily };
  });
  const talk = '<vis-a-vis>Ada: One?\nGrace: Two.</vis-a-vis>';
  await article('dark.html', element(`<style>html{color-scheme:dark;font:20px Georgia}</style>${talk}`));
  await read();
  assert.deepEqual(await look(), { ground: 'rgb(21, 20, 18)', words: ['Georgia', '20px'], top: 'Georgia' });
  // An article that names no scheme is as light as its ground, whatever the system is.
  await page.native.emulateMedia({ colorScheme: 'dark' });
  await article('plain.html', element(talk));
  await read();
  assert.equal((await look()).ground, 'rgb(251, 250, 247)');
  await article('dim.html', element(`<style>body{background:#181818;color:#eee}</style>${talk}`));
  await read();
  assert.equal((await look()).ground, 'rgb(21, 20, 18)');
  await page.native.emulateMedia({ colorScheme: 'light' });
  await article('own-fonts.html', element(`<style>vis-a-vis{--vav-font:monospace;--vav-text-font:cursive;--vav-text-size:15px}</style>${talk}`));
  await read();
  assert.deepEqual(await look(), { ground: 'rgb(251, 250, 247)', words: ['cursive', '15px'], top: 'monospace' });
  await article('inherit.html', element(`<style>body{font:16px fantasy}vis-a-vis{--vav-font:inherit}</style>${talk}`));
  await read();
  assert.equal((await look()).top, 'fantasy');
});

test('an element of 400 px with six who speak gives the words half of it', async () => {
  const six = Array.from({ length: 36 }, (_, i) => `<p>${['Ada', 'Ben', 'Cleo', 'Dan', 'Eve', 'Finn'][i % 6]}: It was so, and nobody asked us before it was too late.</p>`).join('');
  await article('six.html', `<script type="module" src="${site.url}vis-a-vis.js"></script><vis-a-vis height="400">${six}</vis-a-vis>`);
  for (const width of [1000, 600, 390]) {
    await page.native.setViewportSize({ width, height: 900 });
    await page.waitFor(() => document.querySelector('vis-a-vis').transcript?.speakers.length === 6 && document.querySelector('vis-a-vis').stats.frames > 3);
    await page.waitFor(() => document.querySelector('vis-a-vis').shadowRoot.querySelector('.text').clientHeight >= 198);
    assert.ok(await page.evaluate(() => document.querySelector('vis-a-vis').shadowRoot.querySelector('.text').getBoundingClientRect().bottom <= document.querySelector('vis-a-vis').getBoundingClientRect().bottom + 1));
  }
  await page.native.setViewportSize({ width: 1000, height: 900 });
});

test('at the end of the words the wheel goes on to the article; a drop replaces nothing there', async () => {
  await article('wheel.html', element(`<vis-a-vis src="${site.url}samples/${keeper}" height="400"></vis-a-vis><div style="height:3000px"></div>`));
  await read();
  await page.native.mouse.move(300, 330);
  for (let i = 0; i < 40 && await page.evaluate(() => scrollY) === 0; i++) {
    await page.native.mouse.wheel(0, 600);
    await new Promise(done => setTimeout(done, 60));
  }
  assert.ok(await page.evaluate(() => scrollY) > 0);
  const dropped = () => page.evaluate(async () => {
    const data = new DataTransfer();
    data.items.add(new File(['Ben: One?\nAna: Two.'], 'b.txt'));
    document.querySelector('vis-a-vis').dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, composed: true, cancelable: true }));
    await new Promise(done => setTimeout(done, 600));
  });
  const turns = () => page.evaluate(() => document.querySelector('vis-a-vis').transcript.turns.length);
  const shown = () => page.evaluate(() => ['.search', '.open-it', '.save', '.share-it'].filter(one => document.querySelector('vis-a-vis').shadowRoot.querySelector(one).checkVisibility()));
  assert.deepEqual(await shown(), ['.search'], 'in an article search alone, unless the element says more');
  await dropped();
  assert.equal(await turns(), told.turns.length);
  await page.evaluate(() => document.querySelector('vis-a-vis').setAttribute('controls', 'search open'));
  await dropped();
  await page.waitFor(() => document.querySelector('vis-a-vis').transcript.turns.length === 2);
  assert.deepEqual(await shown(), ['.search', '.open-it']);
  await page.evaluate(() => document.querySelector('vis-a-vis').setAttribute('controls', ''));
  assert.deepEqual(await shown(), []);
  await page.evaluate(() => document.querySelector('vis-a-vis').removeAttribute('controls'));
  assert.deepEqual(await shown(), ['.search']);
});

test('nothing was logged as an error', () => assert.deepEqual(page.problems, []));
