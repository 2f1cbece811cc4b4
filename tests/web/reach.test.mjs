// For every reader: reflow on the smallest screens, keys before a click, languages that a script gives away.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { boxOf, keeper, opened, ready, settled } from './helpers.mjs';

let page, end;
before(async () => ({ page, end } = await opened(keeper)));
after(() => end?.());

for (const [engine, width, height] of [['chromium', 320, 256], ['chromium', 844, 390], ['firefox', 320, 256]]) {
  test(`${engine} at ${width} × ${height}: the page scrolls one way, the words have room`, async () => {
    const { page: one, end: close } = await opened(keeper, { engine });
    try {
      if (engine === 'chromium') await one.native.setViewportSize({ width, height }); else await one.native.setViewport({ width, height });
      await settled(one);
      const { wide, room, low } = await one.evaluate(() => ({
        wide: document.documentElement.scrollWidth - innerWidth, low: innerHeight,
        room: document.querySelector('vis-a-vis').shadowRoot.querySelector('.text').clientHeight,
      }));
      assert.ok(wide <= 0, `${wide} px too wide`);
      assert.ok(room >= 0.4 * low, `${room} px of ${low} for the words`);
      // All of the pane can be brought into the window.
      await one.evaluate(() => window.scrollTo(0, 1e6));
      const bottom = await one.evaluate(() => document.querySelector('vis-a-vis').shadowRoot.querySelector('.text').getBoundingClientRect().bottom);
      assert.ok(bottom <= height + 1, `the words end at ${bottom}`);
    } finally { await close(); }
  });
}

test('keys that scroll work after opening without a click', async () => {
  const top = () => page.evaluate(() => document.querySelector('vis-a-vis').shadowRoot.querySelector('.text').scrollTop);
  assert.equal(await top(), 0);
  await page.native.keyboard.press('PageDown');
  await page.waitFor(() => document.querySelector('vis-a-vis').shadowRoot.querySelector('.text').scrollTop > 100);
  await page.native.keyboard.press('Home');
  await page.waitFor(() => document.querySelector('vis-a-vis').shadowRoot.querySelector('.text').scrollTop === 0);
});

test('a text, and a turn in another script, say their language', async () => {
  const langs = async words => {
    await page.evaluate(text => document.querySelector('vis-a-vis').open(text), words);
    await ready(page);
    return page.evaluate(() => {
      const inside = document.querySelector('vis-a-vis').shadowRoot;
      return [inside.querySelector('.doc').lang, ...[...inside.querySelectorAll('.turn')].map(one => one.getAttribute('lang'))];
    });
  };
  assert.deepEqual(await langs('דנה: איך זה התחיל?\n\nיוסי: עם עש אחד, בלילה.\n\nדנה: And then what happened?'), ['he', null, null, '']);
  assert.deepEqual(await langs('田中: どうやって始まりましたか。\n\n鈴木: 蛾が一匹、夜に来ました。'), ['ja', null, null]);
  assert.deepEqual(await langs('王芳: 那是怎么开始的？\n\n李明: 有一天晚上来了一只飞蛾。'), ['zh', null, null]);
  assert.deepEqual(await langs('Ana: How did it begin, and who was there to see it at all?\n\nBen: خالد قال إنها جاءت ليلا ولم يصدقه أحد.\n\nAna: And you believed him, after all of that?'), ['', null, 'ar', null]);
});

test('one banner, one main, headings in order', async () => {
  await boxOf(page, '.text');
  const found = await page.evaluate(() => {
    const inside = document.querySelector('vis-a-vis').shadowRoot;
    return [inside.querySelectorAll('main').length, inside.querySelectorAll('.root header.top').length,
      [...inside.querySelectorAll('h1')].filter(one => one.checkVisibility()).length];
  });
  assert.deepEqual(found, [1, 1, 1]);
});
