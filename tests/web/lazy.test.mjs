// Elements in an article: nothing of one is loaded until it is near, all share what is loaded, far ones lend their GL
// context, and a removed one leaves nothing behind.

import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { articleOf, keeper } from './helpers.mjs';
import { openPage, root, serveSite } from './support.mjs';

let site, hosts, folder, page;
before(async () => {
  site = await serveSite({ headers: { 'Access-Control-Allow-Origin': '*' } });
  folder = mkdtempSync(join(tmpdir(), 'lazy-'));
  hosts = await serveSite({ folder });
  page = await openPage('chromium', 'about:blank', { width: 1000, height: 800, reducedMotion: true });
  // What every canvas was given, without keeping any of it.
  await page.native.addInitScript(() => {
    globalThis.contexts = [];
    globalThis.memories = [];
    const made = HTMLCanvasElement.prototype.getContext;
    HTMLCanvasElement.prototype.getContext = function (kind, ...words) {
      const context = made.call(this, kind, ...words);
      if (kind === 'webgl2' && context && !globalThis.contexts.some(one => one.deref() === context)) globalThis.contexts.push(new WeakRef(context));
      return context;
    };
    globalThis.live = () => globalThis.contexts.filter(one => one.deref() && !one.deref().isContextLost()).length;
    const instantiate = WebAssembly.instantiate;
    WebAssembly.instantiate = async (...words) => {
      const instance = await instantiate.apply(WebAssembly, words);
      globalThis.memories.push(new WeakRef(Object.values(instance.exports).find(one => one instanceof WebAssembly.Memory)));
      return instance;
    };
  });
});
after(async () => {
  await page?.close();
  await site?.close();
  await hosts?.close();
  if (folder) rmSync(folder, { recursive: true });
});
const article = async (name, body) => {
  writeFileSync(join(folder, name), articleOf(body));
  page.requests.length = 0;
  await page.native.goto(`${hosts.url}${name}`);
};
const script = () => `<script type="module" src="${site.url}vis-a-vis.js"></script>`;
const fromSite = () => page.requests.filter(url => url.startsWith(site.url)).map(url => url.slice(site.url.length));

test('what a page loads for an element that is far away is at most 4 KiB', async () => {
  await article('far.html', `${script()}<p style="height:4000px">Before</p><vis-a-vis src="${site.url}samples/${keeper}"><p id="own">The interview as text.</p></vis-a-vis>`);
  await page.waitFor(() => Boolean(document.querySelector('vis-a-vis').shadowRoot));
  await new Promise(done => setTimeout(done, 500));
  assert.deepEqual(fromSite(), ['vis-a-vis.js']);
  assert.ok(readFileSync(join(root, 'build/site/vis-a-vis.js')).length <= 4096);
  const before = await page.evaluate(() => {
    const element = document.querySelector('vis-a-vis');
    return [element.transcript, element.stats.frames, element.stats.liveBytes, element.goTo('turn=1'), element.getBoundingClientRect().height,
      document.querySelector('#own').checkVisibility(), document.documentElement.scrollHeight];
  });
  assert.deepEqual(before.slice(0, 6), [null, 0, null, false, 640, true]);

  await page.evaluate(() => scrollTo(0, 3000));
  await page.waitFor(() => document.querySelector('vis-a-vis').transcript && document.querySelector('vis-a-vis').stats.frames > 2);
  assert.equal(await page.evaluate(() => document.documentElement.scrollHeight), before[6], 'the article stays where it is');
  assert.equal(await page.evaluate(() => document.querySelector('#own').checkVisibility()), false);
});

test('a script that asks an element for something wakes it wherever it is', async () => {
  await article('asked.html', `${script()}<p style="height:4000px">Before</p><vis-a-vis></vis-a-vis>`);
  await page.waitFor(() => Boolean(customElements.get('vis-a-vis')));
  assert.equal(await page.evaluate(async () => (await document.querySelector('vis-a-vis').open('Ada: How did it begin?\nGrace: With a moth.\n')).turns.length), 2);
});

test('twenty-four elements share one copy of all that is loaded, and only those near hold a GL context', async () => {
  await article('many.html', script() + `<vis-a-vis src="${site.url}samples/${keeper}" height="500"></vis-a-vis>`.repeat(24));
  for (let at = 0; at < 24; at += 2) {
    await page.evaluate(place => document.querySelectorAll('vis-a-vis')[place].scrollIntoView(), at);
    await page.waitFor(place => document.querySelectorAll('vis-a-vis')[place].stats.frames > 2, at);
  }
  const drawn = place => page.waitFor(at => {
    const element = document.querySelectorAll('vis-a-vis')[at];
    const canvas = element.shadowRoot.querySelector('canvas');
    return element.shadowRoot.querySelector('.root').dataset.drawing === 'yes' && !canvas.getContext('webgl2').isContextLost();
  }, place);
  await drawn(22);
  await page.waitFor(() => globalThis.live() <= 7);
  await page.evaluate(() => scrollTo(0, 0));
  await drawn(0);
  await page.waitFor(() => globalThis.live() <= 7);
  assert.deepEqual(fromSite().filter(name => !name.startsWith('samples/')).sort(), ['article.js', 'component.js', 'reports.js', 'vis-a-vis.js', 'visavis.wasm']);
});

test('an element that is moved goes on as it is, one that comes back begins again', async () => {
  await article('moved.html', `${script()}<main><vis-a-vis src="${site.url}samples/${keeper}"></vis-a-vis></main><div></div>`);
  await page.waitFor(() => document.querySelector('vis-a-vis').stats.frames > 2);
  assert.ok(await page.evaluate(async () => {
    const element = document.querySelector('vis-a-vis');
    const { transcript } = element;
    document.querySelector('div').append(element);
    await new Promise(done => setTimeout(done, 50));
    return transcript === element.transcript;
  }));
  assert.equal(await page.evaluate(async () => {
    const element = document.querySelector('vis-a-vis');
    element.remove();
    await new Promise(done => setTimeout(done, 50));
    const gone = element.transcript;
    document.querySelector('main').append(element);
    return gone;
  }), null);
  await page.waitFor(() => document.querySelector('vis-a-vis').stats.frames > 2);
});

test('a hundred elements come and go and leave nothing', { timeout: 120_000 }, async () => {
  await article('hundred.html', `${script()}<main></main>`);
  const session = await page.native.context().newCDPSession(page.native);
  await session.send('Performance.enable');
  const mounts = count => page.evaluate(async (times, src) => {
    const live = [];
    for (let at = 0; at < times; at++) {
      const element = document.createElement('vis-a-vis');
      element.setAttribute('src', src);
      const ready = new Promise(done => element.addEventListener('vis-a-vis:ready', done, { once: true }));
      document.querySelector('main').append(element);
      await ready;
      while (element.stats.frames < 2) await new Promise(done => requestAnimationFrame(done));
      element.goTo('q=the&turn=3');
      live.push(element.stats.liveBytes);
      element.remove();
      await new Promise(done => setTimeout(done));
    }
    return live;
  }, count, `${site.url}samples/${keeper}`);
  const counters = async () => {
    let found = null;
    // What is let go of is collected a while later, in more than one go.
    for (let go = 0; go < 6; go++) {
      await new Promise(done => setTimeout(done, 150));
      await session.send('HeapProfiler.collectGarbage');
      const { metrics } = await session.send('Performance.getMetrics');
      found = Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
    }
    return { nodes: found.Nodes, listeners: found.JSEventListeners, contexts: await page.evaluate(() => globalThis.live()),
      memories: await page.evaluate(() => globalThis.memories.filter(one => one.deref()).length) };
  };
  await mounts(3); // what is shared is made with the first
  const first = await counters();
  const live = await mounts(100);
  const last = await counters();
  console.log(`# after 3 mounts ${JSON.stringify(first)}, after 103 ${JSON.stringify(last)}; live bytes of the first ${live[0]}, of the last ${live.at(-1)}`);
  assert.ok(Math.max(...live.slice(-20)) <= Math.max(...live.slice(0, 20)) * 1.2, 'none is larger than those before');
  assert.equal(last.contexts, 0);
  assert.ok(last.memories <= first.memories + 1, `${last.memories} memories`);
  assert.ok(last.nodes <= first.nodes + 200, `${last.nodes - first.nodes} nodes more`);
  assert.ok(last.listeners <= first.listeners + 20, `${last.listeners - first.listeners} listeners more`);
});

test('nothing was logged as an error', () => assert.deepEqual(page.problems, []));
