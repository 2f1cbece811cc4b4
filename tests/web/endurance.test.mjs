// Used for long, the page holds no more than at the beginning: nodes, listeners, objects of WebGL, memory of the module.
// Counted, not timed. Each part does a fixed number of rounds; VISAVIS_ENDURANCE=10 does ten times as many, which is some
// ten minutes of use at full speed. Mounting and removing a hundred elements is in lazy.test.mjs.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { keeper, opened, samples, settled } from './helpers.mjs';

const times = Math.max(1, Number(process.env.VISAVIS_ENDURANCE) || 1);

let page, site, end, session;
before(async () => {
  ({ page, site, end } = await opened(''));
  await page.native.addInitScript(() => {
    // What WebGL has made and was not told to delete, by kind.
    globalThis.objects = {};
    for (const name of Object.getOwnPropertyNames(WebGL2RenderingContext.prototype)) {
      const [, act, kind] = /^(create|delete)([A-Z].*)$/.exec(name) ?? [];
      if (!act) continue;
      const own = WebGL2RenderingContext.prototype[name];
      WebGL2RenderingContext.prototype[name] = function (...words) {
        if (act === 'create' || words[0]) globalThis.objects[kind] = (globalThis.objects[kind] ?? 0) + (act === 'create' ? 1 : -1);
        return own.apply(this, words);
      };
    }
  });
  await page.native.goto('about:blank');
  await page.native.goto(site.url);
  await page.waitFor(() => document.querySelector('vis-a-vis')?.shadowRoot.querySelector('.samples a'));
  session = await page.native.context().newCDPSession(page.native);
  await session.send('Performance.enable');
});
after(() => end?.());

/** What is there once what was let go of is collected, which takes more than one go. */
async function held() {
  await settled(page);
  let found = {};
  for (let go = 0; go < 5; go++) {
    await new Promise(done => setTimeout(done, 100));
    await session.send('HeapProfiler.collectGarbage');
    const { metrics } = await session.send('Performance.getMetrics');
    found = Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
  }
  const { live, gl } = await page.evaluate(() => ({ live: document.querySelector('vis-a-vis').stats.liveBytes ?? 0, gl: Object.values(globalThis.objects).reduce((sum, n) => sum + n, 0) }));
  return { nodes: found.Nodes, listeners: found.JSEventListeners, heap: found.JSHeapUsedSize, live, gl };
}

/** No more than was there, but for what a cache may hold. */
function same(first, last, what) {
  console.log(`# ${what}: ${JSON.stringify(first)}, then ${JSON.stringify(last)}`);
  assert.ok(last.nodes <= first.nodes + 300, `${last.nodes - first.nodes} nodes more`);
  assert.ok(last.listeners <= first.listeners + 30, `${last.listeners - first.listeners} listeners more`);
  assert.ok(last.gl <= first.gl + 2, `${last.gl - first.gl} objects of WebGL more`);
  assert.ok(last.live <= first.live * 1.05 + 65536, `${last.live - first.live} bytes more in the module`);
  assert.ok(last.heap <= first.heap * 1.2 + 2e6, `${last.heap - first.heap} bytes more in JavaScript`);
}

test('two hundred transcripts are opened and let go of', { timeout: 120_000 * times }, async () => {
  const open = count => page.evaluate(async (rounds, names) => {
    const element = document.querySelector('vis-a-vis');
    const texts = await Promise.all(names.map(async name => (await fetch(`samples/${name}`)).text()));
    for (let i = 0; i < rounds; i++) {
      await element.open(texts[i % texts.length]);
      const before_ = element.stats.frames;
      for (let wait = 0; element.stats.frames === before_ && wait < 50; wait++) await new Promise(done => requestAnimationFrame(done));
    }
  }, count, samples);
  await open(8); // what is shared is made with the first
  const first = await held();
  for (let round = 0; round < 10; round++) await open(20 * times);
  same(first, await held(), `${200 * times} opened`);
});

test('reading, searching, choosing, measuring, menus, sheets and corrections, over and over', { timeout: 180_000 * times }, async () => {
  await page.evaluate(async name => { await document.querySelector('vis-a-vis').open(new URL(`samples/${name}`, location.href)); }, keeper);
  await settled(page);
  const box = await page.evaluate(() => document.querySelector('vis-a-vis').shadowRoot.querySelector('.timeline .pane').getBoundingClientRect().toJSON());
  const waits = selector => page.waitFor(wanted => document.querySelector('vis-a-vis').shadowRoot.querySelector(wanted), selector);
  const gone = selector => page.waitFor(wanted => !document.querySelector('vis-a-vis').shadowRoot.querySelector(wanted), selector);
  const { keyboard, mouse } = page.native;
  const press = async (...keys) => { for (const key of keys) await keyboard.press(key); };
  const round = async i => {
    await page.evaluate(() => document.querySelector('vis-a-vis').shadowRoot.querySelector('.text').focus());
    await press('j', 'j', ']', ']', 'r', 'r', '+', '+', '.', '-', '0', '1', '1', 'J', 'J', 'Escape', 'Escape');
    await mouse.move(box.x + 200 + i % 300, box.y + box.height / 2, { steps: 3 });
    await mouse.down();
    await mouse.move(box.x + 500, box.y + box.height / 2, { steps: 4 });
    await mouse.up();
    await press('Escape');
    await press('/');
    await keyboard.type(['lamp', 'the', 'smell'][i % 3]);
    await press('Enter', 'ArrowDown');
    await waits('.finding');
    await press('Escape');
    await gone('.finding');
    await press('Escape');
    await press('j', 'e');
    await waits('.menu');
    await press('Escape');
    await gone('.menu');
    await press('?');
    await waits('.legend .callout');
    await press('Escape');
    await gone('.legend');
    await page.evaluate(at => {
      const all = [...document.querySelector('vis-a-vis').shadowRoot.querySelectorAll('[data-figures]')];
      all[at % (all.length - 1)].click();
    }, i);
    await waits('.more-figures :not(.busy)');
    await page.evaluate(turn => document.querySelector('vis-a-vis').goTo(`turn=${turn}&theme=${turn % 2 ? 'dark' : 'light'}`), i % 30);
    await settled(page);
  };
  for (let i = 0; i < 6; i++) await round(i);
  const first = await held();
  for (let i = 0; i < 8 * times; i++) await round(i + 6);
  same(first, await held(), `${8 * times} rounds of use`);
});

test('nothing was logged as an error', () => assert.deepEqual(page.problems, []));
