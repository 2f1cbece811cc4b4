// The page as a page: its policy, its layouts, its accessibility, its manners.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, test } from 'node:test';
import { boxOf, count, keeper, opened, samples, settled, texts } from './helpers.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
let page, site, end;
before(async () => ({ page, site, end } = await opened(keeper)));
after(() => end?.());

/** Findings of every level; the page's policy forbids injected script, so it comes by the debugger. */
async function findings(one) {
  await one.native.evaluate(axe);
  const { violations } = await one.native.evaluate(() => window.axe.run(document, { resultTypes: ['violations'] }));
  return violations
    .map(({ id, nodes }) => `${id}: ${nodes.map(node => node.target.flat().join(' ')).join('; ')}`);
}

test('nothing leaves the origin, and the policy is kept', async () => {
  assert.ok(page.requests.length > 3);
  for (const address of page.requests) assert.ok(address.startsWith(site.url) || /^(data|blob):/.test(address), address);
  assert.deepEqual(page.problems, []);
  const policy = await page.evaluate(() => document.querySelector('meta[http-equiv]').content);
  for (const part of ["default-src 'none'", "script-src 'self' 'wasm-unsafe-eval'", "connect-src 'self' https: http:"]) assert.ok(policy.includes(part), part);
});

for (const [name, size] of Object.entries({ wide: { width: 1440, height: 900 }, medium: { width: 820, height: 1180 }, narrow: { width: 390, height: 844 } })) {
  for (const theme of ['light', 'dark']) {
    test(`${name}, ${theme}: nothing to axe, nothing wider than the page`, async () => {
      const { page: one, end: close } = await opened(keeper, { ...size, theme });
      try {
        assert.deepEqual(await findings(one), []);
        assert.ok(await one.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
        await one.screenshot(`${name}-${theme}`);
        assert.deepEqual(one.problems, []);
      } finally { await close(); }
    });
  }
}

test('the empty page and the sheets hold to axe too', async () => {
  const { page: one, end: close } = await opened('');
  try {
    assert.deepEqual(await findings(one), []);
    await one.screenshot('empty-light');
    await one.native.keyboard.press('?');
    assert.deepEqual(await findings(one), []);
    await one.native.keyboard.press('Escape');
    await one.native.locator('.samples a').nth(1).click();
    await one.waitFor(() => document.querySelector('vis-a-vis').transcript);
    await one.native.getByRole('button', { name: 'Reading' }).click();
    await one.native.locator('dialog[open]').waitFor();
    assert.deepEqual(await findings(one), []);
  } finally { await close(); }
});

test('a narrow page shows one pane at a time, by tabs', async () => {
  const { page: one, end: close } = await opened(keeper, { width: 390, height: 844 });
  try {
    const shown = () => one.evaluate(() => ['.text', '.topics', '.balance'].filter(pane =>
      document.querySelector('vis-a-vis').shadowRoot.querySelector(pane).getClientRects().length > 0));
    assert.deepEqual(await shown(), ['.text']);
    await one.native.getByRole('tab', { name: 'Topics' }).click();
    assert.deepEqual(await shown(), ['.topics']);
    await one.native.keyboard.press('ArrowRight');
    assert.deepEqual(await shown(), ['.balance']);
    assert.equal(await one.evaluate(() => document.querySelector('vis-a-vis').shadowRoot.activeElement.textContent), 'Balance');
    await settled(one);
    await one.screenshot('narrow-balance');
  } finally { await close(); }
});

test('a medium page folds its column away', async () => {
  const { page: one, end: close } = await opened(keeper, { width: 820, height: 1180 });
  try {
    const width = (await boxOf(one, '.text')).width;
    await one.native.getByRole('button', { name: 'Topics and balance' }).click();
    await settled(one);
    assert.ok((await boxOf(one, '.text')).width > width + 200);
  } finally { await close(); }
});

test('Tab goes through the component and out of it', async () => {
  await page.evaluate(() => {
    const after_ = document.createElement('button');
    after_.id = 'outside';
    after_.textContent = 'after';
    document.body.append(after_);
    document.querySelector('vis-a-vis').shadowRoot.querySelector('.text').focus();
  });
  const stops = [];
  for (let i = 0; i < 80; i++) {
    await page.native.keyboard.press('Tab');
    const at = await page.evaluate(() => document.activeElement.id || document.querySelector('vis-a-vis').shadowRoot.activeElement?.className || '');
    if (at === 'outside') break;
    stops.push(at);
  }
  assert.equal(await page.evaluate(() => document.activeElement.id), 'outside');
  assert.ok(stops.length > 2 && stops.length <= 20, `${stops.length} tab stops`);
});

test('arrows walk within a group of controls, Tab leaves it', async () => {
  const inside = () => page.evaluate(() => document.querySelector('vis-a-vis').shadowRoot.activeElement?.textContent);
  await page.evaluate(() => document.querySelector('vis-a-vis').shadowRoot.querySelector('.lanes button').focus());
  const names = await texts(page, '.lanes button');
  assert.equal(await inside(), names[0]);
  await page.native.keyboard.press('ArrowDown');
  assert.equal(await inside(), names[1]);
  await page.native.keyboard.press('ArrowDown');
  assert.equal(await inside(), names.at(-1));
  await page.native.keyboard.press('Home');
  assert.equal(await inside(), names[0]);
  await page.native.keyboard.press('Tab');
  assert.ok(!names.includes(await inside()));
  await page.native.keyboard.press('Shift+Tab');
  assert.equal(await inside(), names[0]);
});

test('the theme changes by key, by button and by link, and is kept', async () => {
  const theme = () => page.evaluate(() => document.querySelector('vis-a-vis').getAttribute('theme'));
  await page.evaluate(() => document.querySelector('vis-a-vis').goTo('theme=dark'));
  assert.equal(await theme(), 'dark');
  assert.equal(await page.evaluate(() => getComputedStyle(document.querySelector('vis-a-vis')).getPropertyValue('--vav-bg').trim()), '#151412');
  await page.native.reload();
  await page.waitFor(() => document.querySelector('vis-a-vis')?.transcript);
  assert.equal(await theme(), 'dark');
  await page.native.getByRole('button', { name: /^Theme/ }).click();
  assert.equal(await theme(), 'auto');
});

test('the sheet of keys opens from the legend behind ?, closes with Escape', async () => {
  await page.native.keyboard.press('?');
  await page.native.getByRole('button', { name: 'Keys' }).click();
  await page.native.locator('dialog[open] kbd').first().waitFor();
  assert.equal(await count(page, 'dialog[open] kbd') > 10, true);
  await page.native.keyboard.press('Escape');
  await page.waitFor(() => !document.querySelector('vis-a-vis').shadowRoot.querySelector('dialog'));
});

test('headings stay while their section is read', async () => {
  await page.evaluate(() => document.querySelector('vis-a-vis').goTo('turn=12'));
  await settled(page);
  const text = await boxOf(page, '.text');
  const tops = await page.evaluate(() => [...document.querySelector('vis-a-vis').shadowRoot.querySelectorAll('.heading')].map(one => one.getBoundingClientRect().top));
  assert.ok(tops.some(top => Math.abs(top - text.y) < 2));
});

test('text is written in its own direction, names and emoji as they are', async () => {
  const { page: one, end: close } = await opened(samples[2]);
  try {
    const names = await texts(one, '.head bdi');
    assert.ok(names.includes('ليلى حداد') && names.some(name => name.includes('🍵')), names.join());
    const directions = await one.evaluate(() => [...document.querySelector('vis-a-vis').shadowRoot.querySelectorAll('.turn .words')].map(words => getComputedStyle(words).direction));
    assert.ok(directions.includes('rtl') && directions.includes('ltr'));
    const opensWithName = await one.evaluate(() => [...document.querySelector('vis-a-vis').shadowRoot.querySelectorAll('.words')]
      .filter(words => words.textContent.startsWith('ليلى，')).map(words => getComputedStyle(words).direction));
    assert.deepEqual(opensWithName, ['ltr']);
    await one.screenshot('teahouse');
  } finally { await close(); }
});

test('stats count from the beginning', async () => {
  const stats = await page.evaluate(() => ({ ...document.querySelector('vis-a-vis').stats }));
  for (const key of ['frames', 'lastFrameMs', 'openMs', 'heapBytes', 'liveBytes']) assert.ok(stats[key] > 0, key);
  assert.ok(stats.liveBytes < stats.heapBytes);
});
