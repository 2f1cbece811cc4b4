// Quotes and frames in the engines that the tests of depth (quotes, embed) do not open.

import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { articleOf, keeper, opened, ready } from './helpers.mjs';
import { ENGINES, inspect, openPage, root, serveSite } from './support.mjs';

const told = inspect(join(root, 'assets/samples', keeper));
const long = told.turns.find(turn => turn.speaker === 1 && turn.text.length > 200);
const words = long.text.slice(20, 90).trim(), at = long.text.indexOf(words);

/** The clipboard cannot be read by a test in every engine: what is written is kept. */
const keepCopies = () => {
  globalThis.ClipboardItem = class { constructor(parts) { this.parts = parts; } };
  Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { async write([{ parts }]) {
    globalThis.copies = Object.fromEntries(await Promise.all(Object.entries(parts).map(async ([type, blob]) => [type, await (await blob).text()])));
  } } });
};
const select = (page, turn, from, to) => page.evaluate((id, first, end) => {
  const inside = document.querySelector('vis-a-vis').shadowRoot, row = inside.querySelector(`[data-t="${id}"] .words`);
  row.scrollIntoView({ block: 'center' });
  const walker = document.createTreeWalker(row, NodeFilter.SHOW_TEXT);
  const place = offset => {
    walker.currentNode = row;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (offset <= node.length) return [node, offset];
      offset -= node.length;
    }
    throw new Error('no such place');
  };
  getSelection().setBaseAndExtent(...place(first), ...place(end));
}, turn, from, to);
const press = async (page, name) => {
  await page.evaluate(label => {
    delete globalThis.copies;
    [...document.querySelector('vis-a-vis').shadowRoot.querySelectorAll('.quotebar button')].find(one => one.textContent === label).click();
  }, name);
  return page.waitFor(() => globalThis.copies);
};

for (const engine of ENGINES.slice(1)) {
  test(`${engine}: selected words have their bar, which copies them with their link, and the link opens at them`, { timeout: 120_000 }, async () => {
    const { page, site, end } = await opened(keeper, { engine });
    try {
      await page.evaluate(keepCopies);
      await select(page, long.id, at, at + words.length);
      await page.waitFor(() => Boolean(document.querySelector('vis-a-vis').shadowRoot.querySelector('.quotebar')));
      const quote = await press(page, 'Copy quote');
      assert.ok(quote['text/plain'].includes(words) && quote['text/plain'].includes(told.speakers[1].name), quote['text/plain']);
      assert.ok(quote['text/html'].includes('<blockquote') && quote['text/html'].includes(words.split(' ')[0]), quote['text/html']);
      await page.waitFor(() => !document.querySelector('vis-a-vis').shadowRoot.querySelector('.quotebar'));
      await select(page, long.id, at, at + words.length - 1);
      await select(page, long.id, at, at + words.length);
      await page.waitFor(() => Boolean(document.querySelector('vis-a-vis').shadowRoot.querySelector('.quotebar')));
      const { 'text/plain': link } = await press(page, 'Copy link');
      assert.ok(link.startsWith(site.url) && link.includes('quote='), link);
      // With other words before them, as after an edit.
      const moved = link.replace(/before=[^&]*/, 'before=edited%20since');
      for (const address of [link, moved]) {
        const other = await openPage(engine, address);
        try {
          await ready(other);
          await other.waitFor(turn => document.querySelector('vis-a-vis').shadowRoot.querySelector(`[data-t="${turn}"]`)?.getBoundingClientRect().top < innerHeight, long.id);
          const marked = await other.waitFor(() => !globalThis.CSS.highlights ? 'none here'
            : [...CSS.highlights.get('vav-quote') ?? []].map(range => range.startContainer.data.slice(range.startOffset, range.endOffset)).join(''));
          assert.ok(marked === words || marked === 'none here', marked);
          assert.equal(await other.evaluate(() => document.querySelector('vis-a-vis').shadowRoot.querySelector('.notice')), null);
          assert.deepEqual(other.problems, []);
        } finally { await other.close(); }
      }
      assert.deepEqual(page.problems, []);
    } finally { await end(); }
  });

  test(`${engine}: a frame tells its height to the page around it, and nobody else sets it`, { timeout: 90_000 }, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'frames-'));
    const site = await serveSite({ headers: { 'Access-Control-Allow-Origin': '*' } }), hosts = await serveSite({ folder });
    writeFileSync(join(folder, 'frame.html'), articleOf(`
      <iframe id="one" src="${site.url}?embed#src=samples/${keeper}&turn=3" style="width:100%;height:300px;border:0"></iframe>
      <iframe id="other" src="about:blank" style="height:111px"></iframe>
      <iframe id="late" src="${site.url}?embed#src=samples/${keeper}" loading="lazy" style="margin-top:20000px"></iframe>
      <script>heard = []; addEventListener('message', event => heard.push([event.origin, event.data]));</script>
      <script src="${site.url}frame-height.js" async></script>`));
    const page = await openPage(engine, `${hosts.url}frame.html`, { width: 1000, height: 900 });
    try {
      await page.waitFor(() => parseFloat(document.querySelector('#one').style.height) > 400);
      assert.equal(await page.evaluate(() => document.querySelector('#other').style.height), '111px');
      const heard = await page.evaluate(() => globalThis.heard);
      assert.ok(heard.every(([origin]) => `${origin}/` === site.url), JSON.stringify(heard));
      assert.ok(heard.some(([, data]) => data['datawrapper-height']?.['vis-a-vis'] > 400));
      // A message from elsewhere, then one of the frame's own: the first has set nothing.
      const before = await page.evaluate(() => document.querySelector('#one').style.height);
      await page.evaluate(() => new Promise(done => {
        addEventListener('message', ({ data }) => { if (data.height === 999) done(); });
        postMessage({ type: 'vis-a-vis:height', height: 999 }, '*');
      }));
      assert.equal(await page.evaluate(() => document.querySelector('#one').style.height), before);
      assert.deepEqual(page.problems, []);
    } finally {
      await page.close();
      await hosts.close();
      await site.close();
      rmSync(folder, { recursive: true });
    }
  });
}
