// A talk that runs from right to left is laid out from the right: text, panes, canvas, cards, keys and pictures.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { boxOf, keeper, opened, settled } from './helpers.mjs';
import { ENGINES } from './support.mjs';

const hebrew = `# מגדל השעון

## ההתחלה

נעמי: מתי התחלת לתקן שעונים?

אורי: לפני שלושים שנה, בחנות של אבא. הוא לימד אותי להקשיב לפני שפותחים.

נעמי: ומה שומעים?

אורי: אם הקפיץ עייף. שעון טוב נושם לאט, ושעון ישן סופר בקול כדי שלא ישכחו אותו.

## העיר

נעמי: מי שומע את המגדל היום?

אורי: הציפורים, ומי שמאחר. פעם כל הרחוב כיוון לפיו את הארוחה.

נעמי: Radio Tide?

אורי: גם שם. הם שידרו את הפעמונים בצהריים, ומישהו כתב שזה הרגע היחיד שבו העיר מסכימה עם עצמה.
`;

/** Where things stand across: centres in CSS px from the page's left. */
const centre = (page, selector) => page.evaluate(wanted => {
  const box = document.querySelector('vis-a-vis').shadowRoot.querySelector(wanted).getBoundingClientRect();
  return box.left + box.width / 2;
}, selector);
const given = (page, text) => page.evaluate(async words => { await document.querySelector('vis-a-vis').open(words); }, text);
const drawn = page => page.evaluate(() => document.querySelector('vis-a-vis').shadowRoot.querySelector('.root').dataset.drawing === 'yes');

for (const engine of ENGINES) {
  test(`${engine}: a Hebrew talk stands mirrored, pointer and keys with it, and an English one as ever`, { timeout: 120000 }, async () => {
    const { page, end } = await opened('', { engine, width: 1280, height: 900 });
    try {
      await given(page, hebrew);
      await settled(page);
      assert.ok(await drawn(page), 'the canvas draws');
      assert.ok(await centre(page, '.text') > await centre(page, '.side'), 'the text stands at the right');
      const row = await page.evaluate(() => {
        const { shadowRoot } = document.querySelector('vis-a-vis');
        const turn = shadowRoot.querySelector('.turn[data-t="1"]'), latin = shadowRoot.querySelector('.turn[data-t="6"]');
        const edge = one => one.querySelector('.name').getBoundingClientRect().right > one.getBoundingClientRect().right - 40;
        return { way: getComputedStyle(turn).direction, name: edge(turn), bar: getComputedStyle(turn, '::before').right, latin: getComputedStyle(latin).direction,
          head: getComputedStyle(shadowRoot.querySelector('.top')).direction };
      });
      assert.deepEqual(row, { way: 'rtl', name: true, bar: '0px', latin: 'ltr', head: 'ltr' });

      // The timeline begins at the right: what the pointer finds there is the first turn, and the last at the left.
      const pane = await boxOf(page, '.timeline .pane');
      const seen = (from, step, y) => page.evaluate(async ([x, by, at]) => {
        const { shadowRoot } = document.querySelector('vis-a-vis'), where = shadowRoot.querySelector('.timeline .pane');
        for (let i = 0; i < 40; i++, x += by) {
          where.dispatchEvent(new PointerEvent('pointermove', { clientX: x, clientY: at, bubbles: true }));
          for (let frame = 0; frame < 2; frame++) await new Promise(done => requestAnimationFrame(done));
          const over = shadowRoot.querySelector('.turn.hover');
          if (over) return Number(over.dataset.t);
        }
        return null;
      }, [from, step, y]);
      assert.equal(await seen(pane.x + pane.width - 2, -8, pane.y + 50), 0, 'the first turn is at the right');
      assert.equal(await seen(pane.x + 2, 8, pane.y + 74), 7, 'the last turn is at the left');

      // An arrow to the left goes on among the lanes.
      const focused = await page.evaluate(() => {
        const { shadowRoot } = document.querySelector('vis-a-vis');
        const buttons = [...shadowRoot.querySelectorAll('.bands button')];
        buttons[0].focus();
        buttons[0].dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowLeft', bubbles: true, composed: true }));
        return buttons.indexOf(shadowRoot.activeElement);
      });
      assert.equal(focused, 1);

      await page.evaluate(async name => { await document.querySelector('vis-a-vis').open(await (await fetch(`samples/${name}`)).text()); }, keeper);
      await settled(page);
      assert.ok(await centre(page, '.text') < await centre(page, '.side'), 'the text stands at the left again');
    } finally { await end(); }
  });
}

test('a talk from right to left: moving the view, the card, the picture', { timeout: 90000 }, async () => {
  const { page, end } = await opened('', { width: 1280, height: 900 });
  try {
    await given(page, hebrew);
    await settled(page);
    await page.screenshot('mirrored');
    // To the left is onward: the key for it brings what comes later into sight.
    const pane = await boxOf(page, '.timeline .pane');
    await page.evaluate(() => document.querySelector('vis-a-vis').shadowRoot.querySelector('.text').focus());
    for (const key of ['+', '+', '+', '0', '+', '+', ',', ',', ',', ',', ',', ',']) await page.native.keyboard.press(key);
    await settled(page);
    await page.native.mouse.move(pane.x + pane.width / 2, pane.y + 8);
    const first = await page.evaluate(() => document.querySelector('vis-a-vis').shadowRoot.querySelector('.zooms [data-command="zoom out"]').disabled);
    assert.equal(first, false, 'it is zoomed');
    await page.native.keyboard.press('0');
    await settled(page);

    const dots = await page.evaluate(() => document.querySelector('vis-a-vis').shadowRoot.querySelectorAll('.bands button').length);
    assert.equal(dots, 3);
    await page.native.mouse.move(pane.x + 60, pane.y + 73);
    await page.native.mouse.move(pane.x + 64, pane.y + 75);
    const card = await page.waitFor(() => {
      const one = document.querySelector('vis-a-vis').shadowRoot.querySelector('.card');
      return one && { way: one.dir, text: one.textContent };
    });
    assert.equal(card.way, 'rtl');

    const svg = await page.evaluate(async () => (await document.querySelector('vis-a-vis').exportAs('timeline.svg')).text());
    const places = [...svg.matchAll(/<text x="([\d.]+)"[^>]*>([^<]+)</g)].map(([, x, words]) => [words, Number(x)]);
    const at = words => places.find(([said]) => said.includes(words))?.[1];
    assert.ok(at('ההתחלה') > at('העיר') && at('נעמי') > at('ההתחלה') - 8, JSON.stringify(places));
    assert.match(svg, /direction="rtl"/);
  } finally { await end(); }
});
