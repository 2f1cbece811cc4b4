// Marks explain themselves: a card beside what the pointer rests on or the keyboard has come to.

import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { boxOf, keeper, opened, settled } from './helpers.mjs';
import { inspect, root } from './support.mjs';

const told = inspect(join(root, 'assets/samples', keeper));
let page, site, end;
before(async () => ({ page, site, end } = await opened(keeper)));
after(() => end?.());

const card = () => page.waitFor(() => document.querySelector('vis-a-vis').shadowRoot.querySelector('.card')?.innerText ?? false);
const gone = () => page.waitFor(() => !document.querySelector('vis-a-vis').shadowRoot.querySelector('.card'));

/** Rests the pointer on a turn of the timeline. */
async function onTurn() {
  const said = await says('Timeline');
  assert.match(said, /turn \d+ of/);
  return said;
}

test('a turn: who, which, how many words as the command counts them, and how it begins', async () => {
  const said = await onTurn();
  const [, number] = /turn (\d+) of 34/.exec(said);
  const turn = told.turns[number - 1];
  assert.ok(said.includes(turn.speaker === null ? 'Narration' : told.speakers[turn.speaker].name), said);
  assert.ok(said.includes(turn.text.slice(0, 20)), said);
  const box = await boxOf(page, '.card');
  assert.ok(box.x >= 0 && box.y >= 0 && box.x + box.width <= 1440 && box.y + box.height <= 900, JSON.stringify(box));
});

test('the pointer can go over the card; Escape puts it away and nothing else', async () => {
  const { x, y, width, height } = await boxOf(page, '.card');
  await page.native.mouse.move(x + width / 2, y + height / 2, { steps: 4 });
  await new Promise(done => setTimeout(done, 500));
  assert.ok(await card());
  await page.evaluate(() => { document.querySelector('vis-a-vis').goTo('turn=3'); document.querySelector('vis-a-vis').shadowRoot.querySelector('.text').focus(); });
  await settled(page);
  await onTurn();
  await page.native.keyboard.press('Escape');
  await gone();
  assert.equal(await page.evaluate(() => document.querySelector('vis-a-vis').shadowRoot.querySelectorAll('.turn.selected').length), 1);
});

test('by the keyboard: a speaker with the figures of the panels, and a way to the longest turn', async () => {
  await page.native.mouse.move(700, 880);
  await page.evaluate(() => document.querySelector('vis-a-vis').shadowRoot.querySelector('.lanes button').focus());
  await page.native.keyboard.press('ArrowDown');
  const said = await card();
  const speaker = told.speakers.find(one => said.includes(one.name));
  assert.ok(said.includes(`${(speaker.share * 100).toFixed(1)}% of what is said`), said);
  assert.ok(said.includes(`${speaker.longest_turn} words`), said);
  await page.native.locator('.card button').first().click();
  await settled(page);
  const longest = await page.evaluate(() => Number(document.querySelector('vis-a-vis').shadowRoot.querySelector('.turn.selected').dataset.t));
  assert.equal(told.turns[longest].speaker, speaker.id);
  await gone();
});

test('a topic band: its title in full and its words', async () => {
  await page.evaluate(() => document.querySelector('vis-a-vis').shadowRoot.querySelector('.outline button').focus({ focusVisible: true }));
  await page.native.keyboard.press('ArrowDown');
  await page.native.keyboard.press('Home');
  const said = await card();
  const section = told.sections.find(one => said.includes(one.title));
  assert.ok(section && said.includes(`${section.words} words`), said);
  await page.native.keyboard.press('Escape');
  await gone();
});

/** What the card says where the legend has its number for a part. */
async function says(title) {
  await page.native.mouse.move(700, 880);
  await page.native.keyboard.press('?');
  await page.native.locator('.legend .pin').first().waitFor();
  const at = await page.evaluate(wanted => {
    const { left, right, top, bottom } = [...document.querySelector('vis-a-vis').shadowRoot.querySelectorAll('.pin')].find(one => one.ariaLabel.endsWith(` ${wanted}`)).getBoundingClientRect();
    return [(left + right) / 2, (top + bottom) / 2];
  }, title);
  await page.native.keyboard.press('Escape');
  await page.native.mouse.move(at[0] - 2, at[1]);
  await page.native.mouse.move(...at);
  return card();
}

test('river, ticks and axis explain themselves, the river with its window and the shares there', async () => {
  const river = await says('River');
  assert.match(river, /At [\d,]+ words, in a window of [\d,]+ words/);
  for (const { name } of told.speakers) assert.ok(river.includes(name), river);
  assert.equal([...river.matchAll(/(\d+)%/g)].reduce((sum, [, part]) => sum + Number(part), 0), 100);
  assert.match(river, /Measured\./);
  assert.match(await says('Axis'), /counted from the beginning/);
});

test('what the river is shared out over is said while zooming: seen, and politely heard', async () => {
  const over = () => page.evaluate(() => {
    const element = document.querySelector('vis-a-vis').shadowRoot.querySelector('.timeline > [role=status]'), box = element.getBoundingClientRect();
    return { said: element.textContent, high: box.height, top: box.top - element.parentElement.getBoundingClientRect().top };
  });
  assert.equal((await over()).said, '');
  const zoom = name => page.evaluate(line => document.querySelector('vis-a-vis').shadowRoot.querySelector(`.zooms [data-command="${line}"]`).click(), name);
  const changed = before => page.waitFor(was => document.querySelector('vis-a-vis').shadowRoot.querySelector('.timeline > [role=status]').textContent !== was, before);
  await zoom('zoom in');
  await changed('');
  const first = await over();
  assert.match(first.said, /^River: shares over [\d,]+ words$/);
  assert.ok(first.high > 8 && first.top >= 0 && first.top + first.high <= 16, 'it stands above the bands');
  await zoom('zoom in');
  await changed(first.said);
  const words = said => Number(said.replace(/\D/g, ''));
  assert.ok(Math.abs(words((await over()).said) * 2 - words(first.said)) <= 2, 'half as wide');
  await zoom('zoom out');
  await zoom('zoom out');
  await page.waitFor(() => document.querySelector('vis-a-vis').shadowRoot.querySelector('.timeline > [role=status]').textContent === '');
});

test('heads, figures and the index say what they are, how sure, and of what', async () => {
  assert.match(await says('balance'), /1 is even, 0 is one voice.*one voice leads: Edvard Nyström says five words to one/);
  const head = await page.evaluate(() => {
    const one = document.querySelector('vis-a-vis').shadowRoot.querySelector('.figures thead button');
    one.focus({ focusVisible: true });
    return one.dataset.mark;
  });
  assert.equal(head, 'sort 0');
  for (let i = 0; i < 5; i++) await page.native.keyboard.press('ArrowRight');
  const said = await page.waitFor(() => /longest/i.test(document.querySelector('vis-a-vis').shadowRoot.querySelector('.card')?.innerText ?? '') && document.querySelector('vis-a-vis').shadowRoot.querySelector('.card').innerText);
  assert.match(said, /Words per turn.*Measured\. .*sorts by this column/s);
  await page.evaluate(() => document.querySelector('vis-a-vis').shadowRoot.querySelector('.figures tbody button').focus({ focusVisible: true }));
  await page.native.keyboard.press('ArrowRight');
  const figure = await page.waitFor(() => /: /.test(document.querySelector('vis-a-vis').shadowRoot.querySelector('.card')?.innerText ?? '') && document.querySelector('vis-a-vis').shadowRoot.querySelector('.card').innerText);
  assert.match(figure, /(Edvard Nyström|Maren Holt).*whole interview.*Measured\./s);
  await page.native.keyboard.press('Escape');
  await gone();
});

test('the legend behind ? numbers the panels that are there, in words, by keys and pointer, and goes with Escape', async () => {
  for (const [width, height] of [[1440, 900], [390, 844]]) {
    await page.native.setViewportSize({ width, height });
    await settled(page);
    await page.evaluate(() => document.querySelector('vis-a-vis').shadowRoot.querySelector('.text').focus());
    await page.native.keyboard.press('?');
    await page.native.locator('.legend .callout p').first().waitFor();
    const pins = await page.evaluate(() => [...document.querySelector('vis-a-vis').shadowRoot.querySelectorAll('.pin')].map(one => one.ariaLabel));
    const wanted = width > 1000 ? ['Bands and topics', 'Timeline', 'Small ticks', 'River', 'Axis', 'Reading window', 'Shares', 'balance', 'Column heads', 'Underlined figures', 'The words']
      : ['Bands and topics', 'Timeline', 'River', 'Axis', 'The words'];
    for (const name of wanted) assert.ok(pins.some(pin => pin.endsWith(` ${name}`)), `${width}: no ${name} in ${pins}`);
    const said = [];
    for (let i = 0; i < pins.length; i++) {
      const { text, callout, pin, focused } = await page.evaluate(() => {
        const inside = document.querySelector('vis-a-vis').shadowRoot, box = one => one.getBoundingClientRect().toJSON(), at = inside.querySelector('.pin[aria-expanded=true]');
        return { text: inside.querySelector('.callout').innerText, callout: box(inside.querySelector('.callout')), pin: box(at), focused: inside.activeElement === at };
      });
      said.push(text);
      assert.ok(focused, 'the number has the focus');
      for (const one of [callout, pin]) assert.ok(one.left >= -0.5 && one.right <= width + 0.5 && one.top >= -0.5 && one.bottom <= height + 0.5, `${width}: ${pins[i]} ${JSON.stringify(one)}`);
      const apart = callout.left >= pin.right - 4 || callout.right <= pin.left + 4 || callout.top >= pin.bottom - 4 || callout.bottom <= pin.top + 4;
      assert.ok(apart, `${width}: ${pins[i]} lies under its callout`);
      await page.native.keyboard.press('ArrowRight');
    }
    if (width > 1000) for (const part of [/The window is [\d,]+ words wide/, /normalised entropy/i, /0\.65 here: one voice leads: Edvard Nyström says five words to one/]) assert.ok(said.some(one => part.test(one)), String(part));
    // The panels stay live: what is beside the legend is used, and the legend goes.
    await page.native.keyboard.press('Escape');
    await page.waitFor(() => !document.querySelector('vis-a-vis').shadowRoot.querySelector('.legend'));
    assert.equal(await page.evaluate(() => document.querySelector('vis-a-vis').shadowRoot.activeElement?.className), 'text');
  }
  await page.native.setViewportSize({ width: 1440, height: 900 });
  await page.native.getByRole('button', { name: 'What am I looking at?' }).click();
  await page.native.locator('.pin').nth(3).click();
  assert.match(await page.evaluate(() => document.querySelector('vis-a-vis').shadowRoot.querySelector('.callout').innerText), /4 of \d+\s+River/);
  await page.native.locator('.turn').nth(1).click();
  await page.waitFor(() => !document.querySelector('vis-a-vis').shadowRoot.querySelector('.legend'));
  await page.native.keyboard.press('Escape');
});

test('a finger that stays on a mark is told what it is, and nothing is chosen by it', async () => {
  const context = await page.native.context().browser().newContext({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });
  const touch = await context.newPage();
  try {
    await touch.goto(`${site.url}#src=samples/${keeper}`);
    await touch.waitForFunction(() => document.querySelector('vis-a-vis')?.transcript && document.querySelector('vis-a-vis').stats.frames > 2);
    // Cards are loaded with the first touch of a pane.
    const pane = await touch.locator('.timeline .pane').boundingBox();
    const hand = await context.newCDPSession(touch);
    const finger = (type, x, y) => hand.send('Input.dispatchTouchEvent', { type, touchPoints: x === undefined ? [] : [{ x, y }] });
    const at = [pane.x + pane.width * 0.5, pane.y + pane.height * 0.62];
    await finger('touchStart', ...at);
    await touch.locator('.card').waitFor();
    await finger('touchEnd');
    await touch.waitForTimeout(500);
    const card = await touch.locator('.card').innerText();
    assert.match(card, /River|turn \d+ of/);
    assert.equal(await touch.locator('.turn.selected').count(), 0);
    assert.equal(await touch.evaluate(() => document.querySelector('vis-a-vis').shadowRoot.querySelector('.text').scrollTop), 0);
    await touch.touchscreen.tap(200, 700);
    await touch.locator('.card').waitFor({ state: 'detached' });
    // The table's figures, which are small, are buttons of 44 px on the card of who said them.
    await touch.locator('#tab-balance').tap();
    await touch.waitForTimeout(300);
    const box = await touch.locator('.balance .pane').boundingBox();
    await finger('touchStart', box.x + 60, box.y + 50);
    await touch.locator('.card button').first().waitFor();
    await finger('touchEnd');
    for (const button of await touch.locator('.card button').all()) assert.ok((await button.boundingBox()).height >= 44);
    assert.ok(await touch.locator('.card button', { hasText: 'asks' }).count() > 0);
  } finally { await context.close(); }
});

test('captions without speakers are a text with its times, and its head has what can be known', async () => {
  await page.evaluate(() => document.querySelector('vis-a-vis').open(
    'WEBVTT\n\n00:01.000 --> 00:30.000\nThe ferry left at dawn.\n\n00:31.000 --> 01:00.000\nNobody waved.\n'));
  await page.waitFor(() => document.querySelector('vis-a-vis').transcript.speakers.length === 0);
  await settled(page);
  const [head, style, time] = await page.evaluate(() => {
    const inside = document.querySelector('vis-a-vis').shadowRoot, turn = inside.querySelector('.turn');
    return [inside.querySelector('.head').innerText, getComputedStyle(turn).fontStyle, turn.querySelector('time').textContent];
  });
  assert.match(head, /1 paragraph · 7 words · 1:00 · 7 words a minute/);
  assert.equal(style, 'normal');
  assert.equal(time, '0:01');
});

test('nothing was logged as an error', () => assert.deepEqual(page.problems, []));
