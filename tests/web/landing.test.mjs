// Places in the text are exact: what is gone to stands right below the heading, and what is read stays where it is.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Heights } from '../../web/text/heights.js';
import { opened, ready, settled } from './helpers.mjs';
import { ENGINES } from './support.mjs';

test('the height index answers as a plain sum does', () => {
  let seed = 7;
  const random = n => (seed = (seed * 48271) % 2147483647) % n;
  for (const count of [1, 2, 3, 7, 64, 100, 1000]) {
    const plain = Array.from({ length: count }, () => random(5) ? random(900) / 4 : 0);
    const index = new Heights(plain);
    const sum = end => plain.slice(0, end).reduce((all, one) => all + one, 0);
    for (let round = 0; round < 300; round++) {
      const at = random(count);
      plain[at] = random(4) ? random(900) / 4 : 0;
      index.set(at, plain[at]);
      const end = random(count + 1);
      assert.ok(Math.abs(index.before(end) - sum(end)) < 1e-6);
      const y = random(Math.ceil(sum(count)) + 9);
      const found = plain.findIndex((_, i) => sum(i + 1) > y);
      assert.equal(index.at(y), found < 0 ? count - 1 : found);
    }
    assert.ok(Math.abs(index.total - sum(count)) < 1e-6);
  }
});

const words = 'river lamp harbour letter tide bread winter engine ledger street because nobody wrote anything down'.split(' ');
const sentence = at => `${Array.from({ length: 4 + (at * at) % 90 }, (_, i) => words[(at * 7 + i * 5) % words.length]).join(' ')}${at % 4 ? '.' : '?'}`;
/** Turns of very different lengths, headings of one line and of several. */
const interview = (turns, every = 20) => `# A long evening\n\n${Array.from({ length: turns }, (_, i) =>
  `${i % every ? '' : `## About the year ${1900 + i / every}${i % (2 * every) ? '' : `, ${words.join(' ')}, and how it went on afterwards`}\n\n`}**${i % 2 ? 'Ada Marsh' : 'Grace Ellwood'}:** ${i === 77 ? 'A zebrawood table stood there.' : sentence(i)}\n\n`).join('')}`;

/** How far a turn's top is from the lower edge of the heading above it, or from the pane's top where there is none. */
const off = (page, id) => page.evaluate(wanted => {
  const { shadowRoot } = document.querySelector('vis-a-vis');
  const pane = shadowRoot.querySelector('.text').getBoundingClientRect();
  const row = shadowRoot.querySelector(`.turn[data-t="${wanted}"]`);
  if (!row) return null;
  const stuck = [...shadowRoot.querySelectorAll('.heading')].map(one => one.getBoundingClientRect())
    .filter(box => box.height && Math.abs(box.top - pane.top) < 1).map(box => box.bottom);
  return row.getBoundingClientRect().top - Math.max(pane.top, ...stuck);
}, id);
const frames = page => page.evaluate(async () => { for (let i = 0; i < 3; i++) await new Promise(done => requestAnimationFrame(done)); });
const close = async (page, id, what) => {
  const far = await off(page, id);
  assert.ok(far !== null && Math.abs(far) <= 2, `${what}: turn ${id} lands ${far} px off`);
};

for (const engine of ENGINES) {
  test(`${engine}: links, the end and topics land exactly, at once and after a while`, { timeout: 180000 }, async () => {
    const { page, end } = await opened('', { engine, width: 820, height: 1180 });
    try {
      // The long one in the engine that is quick enough here to make it.
      for (const length of engine === 'chromium' ? [200, 21000] : [200]) {
        await page.evaluate(async text => { await document.querySelector('vis-a-vis').open(text); }, interview(length));
        for (const turn of [26, 60, 199, 3, 120, 0, length - 1, Math.floor(length / 2)]) {
          await page.evaluate(id => document.querySelector('vis-a-vis').goTo(`turn=${id}`), turn);
          await frames(page);
          await close(page, turn, `${length}, at once`);
          if (turn === 60 || turn === 120) {
            await page.evaluate(() => new Promise(done => setTimeout(done, 400)));
            await close(page, turn, `${length}, later`);
          }
        }
        await page.evaluate(() => document.querySelector('vis-a-vis').shadowRoot.querySelector('.outline [data-section="3"]').click());
        await frames(page);
        await close(page, await page.evaluate(() => document.querySelector('vis-a-vis').transcript.sections[3].first_turn), `${length}, topic`);
        const nodes = await page.evaluate(() => document.querySelector('vis-a-vis').shadowRoot.querySelectorAll('.text *').length);
        if (length > 20000) assert.ok(nodes < 4000, `${nodes} nodes in the text`);
      }
    } finally { await end(); }
  });
}

let page, end;
before(async () => ({ page, end } = await opened('')));
after(() => end?.());

for (const [width, height] of [[1440, 900], [820, 1180], [390, 844]]) {
  test(`${width} px wide: what is gone to lands, and stays through other widths`, async () => {
    await page.native.setViewportSize({ width, height });
    await page.evaluate(async text => { await document.querySelector('vis-a-vis').open(text); }, interview(300));
    await ready(page);
    const go = async fragment => {
      await page.evaluate(to => document.querySelector('vis-a-vis').goTo(to), fragment);
      await settled(page);
    };
    await go('q=zebrawood');
    await page.native.keyboard.press('n');
    await settled(page);
    await close(page, 77, 'hit');
    await go('q=');
    await page.native.locator('.text').focus();
    await page.native.keyboard.press('End');
    await settled(page);
    await close(page, 299, 'End');
    await page.native.keyboard.press('Home');
    assert.equal(await page.evaluate(() => document.querySelector('vis-a-vis').shadowRoot.querySelector('.text').scrollTop), 0);
    await go('turn=133');
    await close(page, 133, 'link');
    for (const other of [390, 1000, 700, width]) {
      await page.native.setViewportSize({ width: other, height });
      await settled(page);
      await close(page, 133, `at ${other}`);
    }
    await page.evaluate(() => document.querySelector('vis-a-vis').style.setProperty('--vav-text-size', '21px'));
    await settled(page);
    await close(page, 133, 'larger letters');
    await page.evaluate(() => document.querySelector('vis-a-vis').style.removeProperty('--vav-text-size'));
    await settled(page);
    await close(page, 133, 'letters as before');
  });
}

test('what the reader scrolled to stays through a change of width', async () => {
  await page.native.setViewportSize({ width: 1440, height: 900 });
  await page.evaluate(async text => { await document.querySelector('vis-a-vis').open(text); }, interview(300));
  await ready(page);
  const first = () => page.evaluate(() => {
    const { shadowRoot } = document.querySelector('vis-a-vis');
    const { top } = shadowRoot.querySelector('.text').getBoundingClientRect();
    return Number([...shadowRoot.querySelectorAll('.turn')].find(row => row.getBoundingClientRect().bottom > top + 60).dataset.t);
  });
  await page.evaluate(() => { document.querySelector('vis-a-vis').shadowRoot.querySelector('.text').scrollTop = 9000; });
  await settled(page);
  const before_ = await first();
  for (const width of [390, 1440]) {
    await page.native.setViewportSize({ width, height: 900 });
    await settled(page);
  }
  assert.equal(await first(), before_);
});
