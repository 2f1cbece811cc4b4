// Marks explain themselves: a card beside what the pointer rests on or the keyboard has come to.

import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { boxOf, keeper, opened, settled } from './helpers.mjs';
import { inspect, root } from './support.mjs';

const told = inspect(join(root, 'assets/samples', keeper));
let page, end;
before(async () => ({ page, end } = await opened(keeper)));
after(() => end?.());

const card = () => page.waitFor(() => document.querySelector('vis-a-vis').shadowRoot.querySelector('.card')?.innerText ?? false);
const gone = () => page.waitFor(() => !document.querySelector('vis-a-vis').shadowRoot.querySelector('.card'));
const hover = () => page.evaluate(() => getComputedStyle(document.querySelector('vis-a-vis').shadowRoot.querySelector('.timeline .pane')).cursor);

/** Rests the pointer on a turn of the timeline. */
async function onTurn() {
  const { x, y, width, height } = await boxOf(page, '.timeline .pane');
  for (const down of [0.3, 0.5, 0.7]) {
    for (let across = 0.3; across < 0.9; across += 0.05) {
      await page.native.mouse.move(x + width * across, y + height * down);
      await settled(page);
      if (await hover() === 'pointer') {
        const said = await Promise.race([card(), new Promise(done => setTimeout(done, 900, ''))]).catch(() => '');
        if (/turn \d+ of/.test(said)) return said;
      }
    }
  }
  throw new Error('no turn under the pointer');
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
  await page.native.locator('.card button').click();
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

test('the sheet behind ? says what is seen, with the figure in words', async () => {
  await page.native.getByRole('button', { name: 'Keys' }).click();
  await page.native.locator('dialog[open] h3').first().waitFor();
  const said = await page.evaluate(() => document.querySelector('vis-a-vis').shadowRoot.querySelector('dialog').innerText);
  for (const part of [/Timeline/, /River/, /normalised entropy/i, /0\.65 here: one voice leads: Edvard Nyström says five words to one/, /Keys/]) assert.match(said, part);
  await page.native.keyboard.press('Escape');
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
