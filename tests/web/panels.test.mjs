// The three panels: their twins say what `inspect` says, their canvas shows each speaker's colour, it
// sleeps when nothing happens, and comes back when its context is lost.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { boxOf, colours, count, keeper, near, opened, property, samples, settled, texts } from './helpers.mjs';
import { ENGINES, inspect, written } from './support.mjs';

const grouped = number => number.toLocaleString('en');
const percent = share => `${(share * 100).toFixed(1)}%`;
let page, end;
before(async () => ({ page, end } = await opened(keeper)));
after(() => end?.());

/** Rows of a twin's table as lists of cells. */
const rows = (one, selector) => one.evaluate(wanted => [...document.querySelector('vis-a-vis').shadowRoot.querySelectorAll(`${wanted} tbody tr`)]
  .map(row => [...row.cells].map(cell => cell.textContent)), selector);

async function assertTwins(one, file) {
  const { speakers, sections, turns, balance } = inspect(`assets/samples/${file}`);
  const all = speakers.reduce((sum, speaker) => sum + speaker.words, 0);
  for (const speaker of speakers) speaker.share = speaker.words / all; // inspect rounds it to four places
  const lanes = await rows(one, '.timeline table');
  assert.deepEqual(lanes.map(([name, ...cells]) => [name, ...cells]),
    speakers.map(speaker => [speaker.name, grouped(speaker.turns), grouped(speaker.words), percent(speaker.share)]));
  for (const [name, share, words, count_, , longest, asks] of await rows(one, '.balance table')) {
    const speaker = speakers.find(each => name.startsWith(each.name));
    assert.deepEqual([share, words, count_, longest, asks],
      [percent(speaker.share), grouped(speaker.words), grouped(speaker.turns), grouped(speaker.longest_turn), grouped(speaker.questions)], name);
  }
  assert.deepEqual(await texts(one, '.balance .index b'), [balance.index === null ? '–' : balance.index.toFixed(2)]);
  if (written(sections).length) {
    const titles = await texts(one, '.topics .outline > li > button');
    const known = sections.map(section => section.title);
    assert.deepEqual(titles, known.filter(title => titles.includes(title)));
    assert.ok(titles.length > 0);
  }
  assert.equal(await count(one, '.text .turn'), turns.length);
}

for (const file of samples) {
  test(`twins say what inspect says: ${file}`, async () => {
    const { page: one, end: close } = await opened(file);
    try {
      await assertTwins(one, file);
      assert.deepEqual(one.problems, []);
    } finally { await close(); }
  });
}

for (const engine of ENGINES.filter(name => name !== 'chromium')) {
  test(`${engine} shows the same twins`, async () => {
    const { page: one, end: close } = await opened(keeper, { engine });
    try {
      await assertTwins(one, keeper);
      assert.deepEqual(one.problems, []);
    } finally { await close(); }
  });
}

test('the canvas shows each speaker in each pane, in both themes', async () => {
  for (const theme of ['light', 'dark']) {
    await page.evaluate(name => document.querySelector('vis-a-vis').setAttribute('theme', name), theme);
    await settled(page);
    for (const pane of ['.timeline .pane', '.balance .pane', '.topics .pane']) {
      const box = await boxOf(page, pane);
      const found = await colours(page, { ...box, height: Math.min(box.height, 900 - box.y) });
      for (const slot of ['--vav-s1', '--vav-s2']) {
        const colour = await property(page, slot);
        assert.ok(near(found, colour) > 20, `${theme}: ${slot} ${colour} in ${pane}: ${near(found, colour)} pixels`);
      }
    }
  }
  await page.evaluate(() => document.querySelector('vis-a-vis').setAttribute('theme', 'auto'));
});

test('no frame is drawn while nothing happens', async () => {
  await settled(page);
  const frames = () => page.evaluate(() => document.querySelector('vis-a-vis').stats.frames);
  const first = await frames();
  await new Promise(done => setTimeout(done, 2000));
  assert.equal(await frames(), first);
});

test('the canvas is no larger than the viewport, at every pixel ratio', async () => {
  for (const ratio of [1, 2, 3]) {
    const { page: one, end: close } = await opened(keeper, { ratio, width: 1000, height: 700 });
    try {
      const [width, height] = await one.evaluate(() => {
        const canvas = document.querySelector('vis-a-vis').shadowRoot.querySelector('canvas');
        return [canvas.width, canvas.height];
      });
      assert.ok(width <= 1000 * ratio && height <= 700 * ratio && width > 500 * ratio, `${width} x ${height} at ${ratio}`);
    } finally { await close(); }
  }
});

test('a lost context leaves the twins, and comes back with the picture', async () => {
  const drawn = async () => near(await colours(page, await boxOf(page, '.timeline .pane')), await property(page, '--vav-s1'));
  await settled(page);
  const before_ = await drawn();
  assert.ok(before_ > 20);
  await page.evaluate(() => {
    const gl = document.querySelector('vis-a-vis').shadowRoot.querySelector('canvas').getContext('webgl2');
    window.lose = gl.getExtension('WEBGL_lose_context');
    window.lose.loseContext();
  });
  await page.waitFor(() => document.querySelector('vis-a-vis').shadowRoot.querySelector('[data-drawing=no]'));
  const twin = await boxOf(page, '.balance table');
  assert.ok(twin.height > 40);
  assert.equal(await page.evaluate(() => getComputedStyle(document.querySelector('vis-a-vis').shadowRoot.querySelector('.balance .twin')).opacity), '1');
  await page.evaluate(() => window.lose.restoreContext());
  await page.waitFor(() => document.querySelector('vis-a-vis').shadowRoot.querySelector('[data-drawing=yes]'));
  await settled(page);
  assert.ok(Math.abs(await drawn() - before_) < before_ * 0.2);
});

test('without WebGL the twins are the panels', async () => {
  const { page: one, end: close } = await opened('');
  try {
    await one.native.addInitScript(() => {
      const made = HTMLCanvasElement.prototype.getContext;
      HTMLCanvasElement.prototype.getContext = function (kind, ...rest) { return /webgl/.test(kind) ? null : made.call(this, kind, ...rest); };
    });
    await one.native.reload();
    await one.native.locator('.samples a').first().click();
    await one.waitFor(() => document.querySelector('vis-a-vis').transcript);
    await one.native.getByRole('table').first().waitFor({ state: 'visible' });
    // At the pane's edge: what the pointer is on must stay under it.
    const last = one.native.getByRole('button', { name: 'The last page' }).last();
    await last.evaluate(button => { button.scrollIntoView({ block: 'end' }); });
    await last.click();
    await one.waitFor(() => document.querySelector('vis-a-vis').shadowRoot.querySelector('.text').scrollTop > 500);
    assert.deepEqual(one.problems, []);
  } finally { await close(); }
});

test('without WebAssembly the text still stands', async () => {
  const { page: one, end: close } = await opened('');
  try {
    await one.native.addInitScript(() => { delete globalThis.WebAssembly; });
    await one.native.reload();
    await one.native.locator('.samples a').first().click();
    await one.waitFor(() => document.querySelector('vis-a-vis').transcript);
    assert.ok(await count(one, '.text .turn') > 10);
    assert.match((await texts(one, '[role=alert] p'))[0], /text alone/);
  } finally { await close(); }
});

test('what is counted in Chinese are characters, in the head, the panels and the cards', { timeout: 60000 }, async () => {
  const { page, end } = await opened('');
  try {
    await page.evaluate(async text => { await document.querySelector('vis-a-vis').open(text); }, '林梅：你什么时候开的茶馆？\n\n周平：三十年前，我父亲留下来的。\n\n林梅：现在呢？\n\n周平：现在人少了，茶还是一样。\n');
    await page.waitFor(() => document.querySelector('vis-a-vis').transcript && document.querySelector('vis-a-vis').shadowRoot.querySelector('.lanes thead'));
    await settled(page);
    const told = await page.evaluate(() => {
      const { shadowRoot, transcript } = document.querySelector('vis-a-vis');
      return { head: shadowRoot.querySelector('.head').textContent, columns: [...shadowRoot.querySelectorAll('.figures thead th')].map(one => one.textContent),
        lanes: [...shadowRoot.querySelectorAll('.lanes thead th')].map(one => one.textContent), words: transcript.speakers.reduce((sum, one) => sum + one.words, 0) };
    });
    assert.match(told.head, new RegExp(`4 turns · ${told.words} characters`));
    assert.equal(told.columns[2], 'characters');
    assert.equal(told.lanes[2], 'characters');
    const figure = async name => {
      await page.evaluate(wanted => document.querySelector('vis-a-vis').shadowRoot.querySelector(`[data-figures="${wanted}"]`).click(), name);
      return page.waitFor(() => {
        const box = document.querySelector('vis-a-vis').shadowRoot.querySelector('.more-figures');
        return box?.childElementCount && !box.hasAttribute('aria-busy') && box.textContent;
      });
    };
    const questions = await figure('questions');
    assert.match(questions, /median answer, characters/);
    assert.match(questions, /\d characters/);
    assert.doesNotMatch(questions, /\d words/);
  } finally { await end(); }
});

test('nothing was logged as an error', () => assert.deepEqual(page.problems, []));
