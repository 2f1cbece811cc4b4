// What the browser itself does with the page: its own search, select-all, fonts that come late, leaving; and what an article
// may put around an element: scales, scrollers, what sticks, what is closed or hidden at first.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { articleOf, keeper, opened, ready, settled } from './helpers.mjs';
import { ENGINES, openPage, root, serveSite } from './support.mjs';

let site, hosts, folder;
before(async () => {
  site = await serveSite({ headers: { 'Access-Control-Allow-Origin': '*' } });
  folder = mkdtempSync(join(tmpdir(), 'around-'));
  hosts = await serveSite({ folder });
});
after(async () => {
  await site?.close();
  await hosts?.close();
  if (folder) rmSync(folder, { recursive: true });
});

const talk = turns => Array.from({ length: turns }, (_, i) => `${i % 2 ? 'Ada' : 'Grace'}: ${i === turns - 3 ? 'A zebrawood table stood there.' : `Line ${i} of a talk about moths${i % 3 ? ' and relays, and the night in which they met, which was long' : ''}.`}`).join('\n');

/** How far a turn is from its place below the heading, in pixels as they are laid out, and whether the canvas is drawn. */
const off = (page, id) => page.evaluate(wanted => {
  const { shadowRoot } = document.querySelector('vis-a-vis'), text = shadowRoot.querySelector('.text');
  const pane = text.getBoundingClientRect(), by = pane.height / text.offsetHeight, row = shadowRoot.querySelector(`.turn[data-t="${wanted}"]`);
  const stuck = [...shadowRoot.querySelectorAll('.heading')].map(one => one.getBoundingClientRect()).filter(box => box.height && Math.abs(box.top - pane.top) < 1).map(box => box.bottom);
  return row ? (row.getBoundingClientRect().top - Math.max(pane.top, ...stuck)) / by : null;
}, id);

for (const engine of ENGINES) {
  test(`${engine}: its own search finds words of a long talk, select-all takes the words alone, and a late font moves nothing`, { timeout: 150_000 }, async () => {
    const { page, end } = await opened('', { engine });
    try {
      const turns = engine === 'chromium' ? 20_000 : 2000;
      await page.evaluate(async text => { await document.querySelector('vis-a-vis').open(text); }, talk(turns));
      await ready(page);
      // All of it comes into the document while nothing else happens.
      await page.waitFor(last => Boolean(document.querySelector('vis-a-vis').shadowRoot.querySelector(`.turn[data-t="${last}"]`)), turns - 1);
      // WebKitGTK's script does not look into shadow trees; its search does (below).
      if (engine !== 'webkit') assert.equal(await page.evaluate(() => { getSelection().removeAllRanges(); return window.find('zebrawood', false, false, true, false, true, false); }), true);
      await settled(page);
      const seen = await page.evaluate(id => {
        const inside = document.querySelector('vis-a-vis').shadowRoot, pane = inside.querySelector('.text').getBoundingClientRect(), row = inside.querySelector(`.turn[data-t="${id}"]`).getBoundingClientRect();
        return row.height > 0 && row.bottom > pane.top && row.top < pane.bottom;
      }, turns - 3);
      // Chromium without a window selects it and scrolls no page to it.
      if (engine === 'firefox') assert.ok(seen, 'what is found is in sight');
      // A font that comes when the words are laid out already.
      await page.evaluate(() => {
        document.querySelector('vis-a-vis').style.setProperty('--vav-text-font', 'Late, serif');
        document.querySelector('vis-a-vis').goTo('turn=133');
      });
      await settled(page);
      assert.ok(Math.abs(await off(page, 133)) <= 2);
      const wide = () => {
        const words = document.createRange(), row = document.querySelector('vis-a-vis').shadowRoot.querySelector('.turn[data-t="133"] .words');
        words.selectNodeContents(document.createTreeWalker(row, NodeFilter.SHOW_TEXT).nextNode());
        return [...words.getClientRects()].reduce((sum, box) => sum + box.width, 0);
      };
      const before_ = await page.evaluate(wide);
      await page.evaluate(async () => { document.fonts.add(await new FontFace('Late', "local('DejaVu Sans Mono')").load()); });
      for (let i = 0; i < 100 && Math.abs(await page.evaluate(wide) - before_) < 1; i++) await settled(page);
      assert.notEqual(await page.evaluate(wide), before_, 'the font came');
      await settled(page);
      assert.ok(Math.abs(await off(page, 133)) <= 2, `${await off(page, 133)} px off after the font`);
      // Select-all in the text.
      await page.evaluate(() => {
        const text = document.querySelector('vis-a-vis').shadowRoot.querySelector('.text');
        text.focus();
        text.dispatchEvent(new KeyboardEvent('keydown', { key: 'a', ctrlKey: true, bubbles: true, composed: true, cancelable: true }));
      });
      const selected = await page.evaluate(() => {
        const root = document.querySelector('vis-a-vis').shadowRoot, text = root.querySelector('.text');
        const selection = root.getSelection?.() ?? getSelection();
        const range = selection.rangeCount ? selection.getRangeAt(0) : null, composed = getSelection().getComposedRanges?.({ shadowRoots: [root] })[0] ?? getSelection().getComposedRanges?.(root)[0] ?? range;
        return { all: (composed ?? range).startContainer === text && (composed ?? range).endContainer === text, words: String(selection).length };
      });
      assert.ok(selected.all, 'from the first word of the text to its last, and nothing around it');
      assert.deepEqual(page.problems, []);
    } finally { await end(); }
  });

  test(`${engine}: under a scale, in a scroller, stuck, in what is opened later and in a hidden tab, places and pointer are exact`, { timeout: 150_000 }, async () => {
    const element = `<vis-a-vis src="${site.url}samples/${keeper}" height="520" at="turn=20"></vis-a-vis>`, filler = '<p style="height:700px">Before.</p>';
    const around = {
      scale: `<div style="transform:scale(.8);transform-origin:0 0;width:900px">${element}</div>`,
      large: `<div style="transform:scale(1.25);transform-origin:0 0;width:700px">${element}</div>`,
      scroller: `<div style="height:560px;overflow:auto"><p style="height:200px">Inside.</p>${element}<p style="height:400px">After.</p></div>`,
      stuck: `<div style="height:2000px"><div style="position:sticky;top:10px">${element}</div></div>`,
      details: `<details><summary>The talk</summary>${element}</details>`,
      tab: `<div id="tab" hidden>${element}</div>`,
    };
    let page = null;
    try {
      for (const [name, body] of Object.entries(around)) {
        writeFileSync(join(folder, `${name}-${engine}.html`), articleOf(`<script type="module" src="${site.url}vis-a-vis.js"></script>${body}${name === 'stuck' ? '' : filler}`));
        const address = `${hosts.url}${name}-${engine}.html`;
        if (!page) page = await openPage(engine, address, { width: 1100, height: 900 });
        else if (engine === 'webkit') await page.native.get(address);
        else await page.native.goto(address);
        await page.waitFor(() => Boolean(document.querySelector('vis-a-vis')?.goTo));
        if (name === 'details' || name === 'tab') {
          await page.evaluate(() => new Promise(done => setTimeout(done, 300)));
          await page.evaluate(() => { for (const one of document.querySelectorAll('details,#tab')) { one.open = true; one.hidden = false; } });
        }
        if (name === 'scroller') await page.evaluate(() => { document.querySelector('vis-a-vis').parentElement.scrollTop = 190; });
        if (name === 'stuck') await page.evaluate(() => scrollTo(0, 400));
        await ready(page);
        await page.waitFor(() => document.querySelector('vis-a-vis').shadowRoot.querySelector('.root').dataset.drawing === 'yes');
        const far = await off(page, 20);
        assert.ok(far !== null && Math.abs(far) <= 2, `${name}: ${far} px off`);
        await page.evaluate(() => document.querySelector('vis-a-vis').goTo('turn=3'));
        await settled(page);
        assert.ok(Math.abs(await off(page, 3)) <= 2, `${name}: ${await off(page, 3)} px off`);
        // What the pointer is on is what is seen there: each end of the share bar, where there is one, else both lanes' names.
        const cursor = (x, y) => page.evaluate((across, down) => {
          const pane = document.querySelector('vis-a-vis').shadowRoot.querySelector('.timeline .pane'), box = pane.getBoundingClientRect();
          pane.dispatchEvent(new PointerEvent('pointermove', { clientX: box.left + box.width * across, clientY: box.top + box.height * down, bubbles: true, composed: true, pointerType: 'mouse' }));
          return new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(pane.style.cursor))));
        }, x, y);
        assert.equal(await cursor(0.5, 0.97), 'default', `${name}: below the axis`);
        assert.match(await cursor(0.5, 0.72), /crosshair|grab/, `${name}: on the river`);
        assert.equal(await cursor(0.4, 0.12), 'pointer', `${name}: on a band`);
        const sharp = await page.evaluate(() => {
          const canvas = document.querySelector('vis-a-vis').shadowRoot.querySelector('canvas'), { width, height } = canvas.getBoundingClientRect();
          return [canvas.width / width, canvas.height / height];
        });
        for (const ratio of sharp) assert.ok(ratio >= 0.99 && ratio < 1.6, `${name}: ${sharp} pixels of the canvas a pixel`);
      }
      assert.deepEqual(page.problems, []);
    } finally { await page?.close(); }
  });
}

test('WebKitGTK’s own search finds a word far down and goes to it', { timeout: 90_000 }, async () => {
  const [count, scrolled] = await new Promise((done, fail) => {
    execFile('/usr/bin/python3', [join(root, 'tests/web/find_webkit.py'), `${site.url}#src=samples/${keeper}`, 'arithmetic'], { timeout: 80_000, env: {
      ...process.env, WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1', WEBKIT_DISABLE_DMABUF_RENDERER: '1', LIBGL_ALWAYS_SOFTWARE: '1',
    } }, (error, out, log) => { if (error) fail(new Error(`${error.message} ${log}`)); else done(out.trim().split('\n').map(Number)); });
  });
  assert.ok(count > 0);
  assert.ok(scrolled > 1000, `${scrolled} px`);
});

test('leaving with corrections of what nobody keeps is asked about; without any it is not', { timeout: 60_000 }, async () => {
  const { page, end } = await opened('');
  try {
    const asked = [];
    page.native.on('dialog', dialog => {
      asked.push(dialog.type());
      void dialog.dismiss();
    });
    await page.evaluate(text => {
      const data = new DataTransfer();
      data.setData('text/plain', text);
      document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, composed: true, cancelable: true }));
    }, talk(6));
    await ready(page);
    for (const key of ['j', 'e']) await page.native.keyboard.press(key);
    await page.native.locator('.menu input').fill('Ada L.');
    await page.native.keyboard.press('Enter');
    await page.waitFor(() => document.querySelector('vis-a-vis').transcript.speakers.some(one => one.name === 'Ada L.'));
    await page.native.close({ runBeforeUnload: true });
    for (let i = 0; i < 100 && !asked.length; i++) await new Promise(done => setTimeout(done, 50));
    assert.deepEqual(asked, ['beforeunload']);
    assert.equal(await page.evaluate(() => document.querySelector('vis-a-vis').transcript.turns.length), 6, 'who stays has it still');
    await page.native.locator('button[aria-label=Undo]').click();
    await page.waitFor(() => document.querySelector('vis-a-vis').shadowRoot.querySelector('button[aria-label=Undo]').hidden);
    const closed = page.native.waitForEvent('close');
    await page.native.close({ runBeforeUnload: true });
    await closed;
    assert.deepEqual(asked, ['beforeunload']);
  } finally { await end(); }
});

test('a link that is slow says at once that it is loading, and never shows the start page', { timeout: 60_000 }, async () => {
  const page = await openPage('chromium', 'about:blank', { reducedMotion: true });
  try {
    let go = () => {};
    const held = new Promise(done => { go = done; });
    await page.native.route('**/samples/*', async route => { await held; await route.continue(); });
    await page.native.addInitScript(() => {
      globalThis.seen = [];
      const look = () => {
        const inside = document.querySelector('vis-a-vis')?.shadowRoot?.querySelector('.root');
        if (inside) {
          const said = [inside.dataset.state, inside.querySelector('.empty').childElementCount > 0 && inside.querySelector('.empty').checkVisibility() ? 'start page' : '', inside.querySelector('.progress') ? 'loading' : ''].join(' ');
          if (globalThis.seen.at(-1) !== said) globalThis.seen.push(said);
        }
        requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    });
    await page.native.goto(`${site.url}#src=samples/${keeper}`);
    await page.waitFor(() => globalThis.seen.length > 0 && document.querySelector('vis-a-vis').shadowRoot.querySelector('[role=progressbar]'));
    assert.equal(await page.evaluate(() => getComputedStyle(document.querySelector('vis-a-vis').shadowRoot.querySelector('.progress'), '::after').content.includes('Reading the transcript') || getComputedStyle(document.querySelector('vis-a-vis').shadowRoot.querySelector('.progress'), '::after').content.includes('attr(')), true);
    go();
    await ready(page);
    const seen = await page.evaluate(() => globalThis.seen);
    assert.ok(seen[0].startsWith('opening') && seen.includes('opening  loading'), JSON.stringify(seen));
    assert.ok(!seen.some(one => one.includes('start page')), JSON.stringify(seen));
  } finally { await page.close(); }
});

test('controls and view say what an embed shows, at every width', { timeout: 60_000 }, async () => {
  let page = null;
  try {
    for (const width of [1200, 900, 700, 420]) {
      for (const view of ['text', 'topics', 'balance']) {
        writeFileSync(join(folder, 'view.html'), articleOf(`<script type="module" src="${site.url}vis-a-vis.js"></script><vis-a-vis src="${site.url}samples/${keeper}" height="560" view="${view}" controls="search share"></vis-a-vis>`));
        if (page) {
          await page.native.setViewportSize({ width, height: 900 });
          await page.native.goto(`${hosts.url}view.html?${width}${view}`);
        } else page = await openPage('chromium', `${hosts.url}view.html`, { width, height: 900 });
        await ready(page);
        const { seen, controls } = await page.evaluate(name => {
          const inside = document.querySelector('vis-a-vis').shadowRoot, around = document.querySelector('vis-a-vis').getBoundingClientRect();
          const box = inside.querySelector(`.${name}`).getBoundingClientRect();
          return { seen: box.height > 40 && box.width > 100 && box.top < around.bottom - 30 && box.bottom > around.top + 60,
            controls: ['.search', '.look-up', '.open-it', '.save', '.share-it'].filter(one => inside.querySelector(one).getBoundingClientRect().width > 0) };
        }, view);
        assert.ok(seen, `${view} at ${width}`);
        assert.ok(!controls.includes('.open-it') && !controls.includes('.save') && (controls.includes('.search') || controls.includes('.look-up')), `${width}: ${controls}`);
      }
    }
    await page.evaluate(() => document.querySelector('vis-a-vis').setAttribute('controls', 'save'));
    assert.deepEqual(await page.evaluate(() => ['.search', '.look-up', '.open-it'].filter(one => document.querySelector('vis-a-vis').shadowRoot.querySelector(one).getBoundingClientRect().width > 0)), []);
    assert.deepEqual(page.problems, []);
  } finally { await page?.close(); }
});
