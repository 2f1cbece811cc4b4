// In Firefox and WebKitGTK what other files show in Chromium alone: choosing, searching, the list of hits, cards, keeping,
// reflow, and a focus that stays. Their keys are sent as events: WebKitGTK's driver has no window to type into.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { count, keeper, opened, ready, settled, texts } from './helpers.mjs';
import { ENGINES } from './support.mjs';

const key = async (page, ...names) => {
  for (const name of names) {
    await page.evaluate(pressed => {
      const inside = document.querySelector('vis-a-vis').shadowRoot, at = inside.activeElement ?? document.body;
      at.dispatchEvent(new KeyboardEvent('keydown', { key: pressed, bubbles: true, composed: true, cancelable: true }));
    }, name);
    await settled(page);
  }
};
const inside = (page, body) => page.evaluate(`() => { const root = document.querySelector('vis-a-vis').shadowRoot; return (${body})(root); }`);
const click = (page, selector) => page.evaluate(wanted => {
  const one = [...document.querySelector('vis-a-vis').shadowRoot.querySelectorAll(wanted)].find(each => each.checkVisibility());
  one.focus();
  one.click();
}, selector);
const waits = (page, selector) => page.waitFor(wanted => Boolean(document.querySelector('vis-a-vis').shadowRoot.querySelector(wanted)), selector);
const gone = (page, selector) => page.waitFor(wanted => !document.querySelector('vis-a-vis').shadowRoot.querySelector(wanted), selector);
const kept = async (page, what) => {
  await settled(page);
  assert.ok(await page.evaluate(() => document.activeElement !== document.body && Boolean(document.querySelector('vis-a-vis').shadowRoot.activeElement)), `${what}: the focus is lost`);
};

for (const engine of ENGINES.slice(1)) {
  test(`${engine}: turns, topics, hits and their list, speakers, ranges and cards go together`, { timeout: 150_000 }, async () => {
    const { page, end } = await opened(keeper, { engine });
    try {
      await inside(page, root => { root.querySelector('.text').focus(); });
      await key(page, 'j', 'j', 'j');
      assert.equal(await inside(page, root => root.querySelector('.turn.selected').dataset.t), '2');
      await key(page, 'Escape', ']', ']');
      assert.ok(await inside(page, root => root.querySelector('.text').scrollTop) > 200);
      const whole = (await texts(page, '.balance h2 small'))[0];
      await key(page, 'r');
      assert.notEqual((await texts(page, '.balance h2 small'))[0], whole);
      await key(page, 'r', '1');
      assert.deepEqual(await inside(page, root => [...root.querySelectorAll('.lanes button')].map(one => one.getAttribute('aria-pressed'))), ['false', 'true']);
      await key(page, '1', '/');
      await inside(page, root => {
        const input = root.querySelector('.search input');
        input.value = 'lamp';
        input.dispatchEvent(new Event('input', { bubbles: true }));
      });
      const total = await page.evaluate(() => [...document.querySelector('vis-a-vis').transcript.turns].reduce((sum, turn) => sum + turn.text.toLowerCase().split('lamp').length - 1, 0));
      await page.waitFor(hits => document.querySelector('vis-a-vis').shadowRoot.querySelector('.search output').textContent === `${hits} hits`, total);
      await key(page, 'ArrowDown');
      await waits(page, '.finding [data-hit]');
      assert.equal(await count(page, '.finding [data-hit]'), total);
      await key(page, 'ArrowDown');
      await inside(page, root => { root.activeElement.click(); });
      await page.waitFor(hits => document.querySelector('vis-a-vis').shadowRoot.querySelector('.search output').textContent === `2 of ${hits}`, total);
      await key(page, 'Escape');
      await gone(page, '.finding');
      await kept(page, 'the list of hits');
      await key(page, 'Escape');
      await kept(page, 'the search');
      // By the keyboard a lane has its card.
      await inside(page, root => { root.querySelector('.lanes button').focus(); });
      await waits(page, '.card');
      assert.match((await texts(page, '.card')).join(' '), /Maren Holt|Edvard Nyström/);
      await key(page, 'Escape');
      await gone(page, '.card');
      assert.deepEqual(page.problems, []);
    } finally { await end(); }
  });

  test(`${engine}: the focus stays through menus, sheets, a correction and its undoing`, { timeout: 150_000 }, async () => {
    const { page, end } = await opened(keeper, { engine });
    try {
      await inside(page, root => { root.querySelector('.text').focus(); });
      await key(page, 'j', 'j', 'j', 'e');
      await waits(page, '.menu');
      await key(page, 'Escape');
      await gone(page, '.menu');
      await kept(page, 'a menu');
      await key(page, 'e');
      await waits(page, '.menu');
      await click(page, '.menu button');
      await gone(page, '.menu');
      await page.waitFor(() => !document.querySelector('vis-a-vis').shadowRoot.querySelector('button[aria-label=Undo]').hidden);
      await kept(page, 'a correction');
      await click(page, 'button[aria-label=Undo]');
      await page.waitFor(() => document.querySelector('vis-a-vis').shadowRoot.querySelector('button[aria-label=Undo]').hidden);
      await kept(page, 'its undoing');
      await click(page, '.share-it');
      await waits(page, 'dialog[open]');
      await inside(page, root => { root.querySelector('dialog[open]').close(); });
      await gone(page, 'dialog[open]');
      await kept(page, 'a sheet');
      assert.deepEqual(page.problems, []);
    } finally { await end(); }
  });

  test(`${engine}: what is kept on this machine comes back with its place, and is forgotten`, { timeout: 150_000 }, async () => {
    const { page, end } = await opened('', { engine });
    try {
      const words = Array.from({ length: 60 }, (_, i) => `${i % 2 ? 'Ada' : 'Grace'}: Line ${i} of a talk about moths, relays and the night in which they met.`).join('\n');
      await page.evaluate(text => {
        const data = new DataTransfer();
        data.items.add(new File([text], 'moths.txt'));
        document.querySelector('vis-a-vis').dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, composed: true, cancelable: true }));
      }, words);
      await ready(page);
      const head = said => page.waitFor(wanted => document.querySelector('vis-a-vis').shadowRoot.querySelector('.keep')?.textContent.includes(wanted), said);
      await head('Keep on this machine');
      await click(page, '.keep button');
      await head('Forget');
      await page.evaluate(() => document.querySelector('vis-a-vis').goTo('turn=41'));
      await page.waitFor(() => /turn=41/.test(location.hash));
      await page.evaluate(() => {
        globalThis.earlier = true;
        setTimeout(() => location.reload());
      });
      await page.waitFor(() => !globalThis.earlier && document.querySelector('vis-a-vis')?.shadowRoot?.querySelector('.turn.selected')?.dataset.t === '41');
      await head('Forget');
      await click(page, '.keep button');
      await head('Keep on this machine');
    } finally { await end(); }
  });

  test(`${engine}: a small window scrolls one way, and the words have room`, { timeout: 150_000 }, async () => {
    const { page, end } = await opened(keeper, { engine });
    try {
      for (const [width, height] of [[320, 256], [844, 390], [390, 844]]) {
        if (engine === 'firefox') await page.native.setViewport({ width, height }); else await page.native.manage().window().setRect({ x: 0, y: 0, width, height });
        // WebKitGTK's window is never narrower than its own bar.
        await page.waitFor(wide => Math.abs(innerWidth - wide) < 40, engine === 'webkit' ? Math.max(447, width) : width);
        await settled(page);
        const { wide, room } = await page.evaluate(() => ({ wide: document.documentElement.scrollWidth - document.documentElement.clientWidth,
          room: document.querySelector('vis-a-vis').shadowRoot.querySelector('.text').clientHeight / innerHeight }));
        assert.ok(wide <= 0, `${width} × ${height}: ${wide} px too wide`);
        assert.ok(room >= 0.4, `${width} × ${height}: ${room} of the height for the words`);
      }
    } finally { await end(); }
  });
}
