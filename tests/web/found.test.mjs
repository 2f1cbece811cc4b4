// A talk without headings: its topics are found, as the command finds them, and told from what an author wrote.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { count, keeper, opened, ready, settled, texts } from './helpers.mjs';
import { root } from './support.mjs';

/** Three matters, one after the other, in words of their own. */
const matters = [
  ['the ferry', ['The ferry crosses the river at dawn with its lanterns lit.', 'Ropes and anchors lie on the deck of the ferry.', 'The ferryman counts the passengers and the river decides.', 'When the current is strong the ferry waits at the landing.']],
  ['the bread', ['The dough for the bread rests under linen overnight.', 'Flour, water and salt make the bread, and the oven does the rest.', 'The baker folds the dough and the crust tells the heat.', 'A loaf of rye bread wants a slow oven and patience.']],
  ['the bees', ['The bees leave the hive when the lime trees flower.', 'Honey from the hive tastes of the meadow that the bees found.', 'A queen and her swarm took the empty hive in May.', 'Smoke calms the bees before the keeper lifts the honey frames.']],
];
const talk = matters.flatMap(([name, lines]) => Array.from({ length: 12 }, (_, i) =>
  i % 2 ? `Ben: ${lines[i % 4]} ${lines[(i + 1) % 4]}` : `Ana: And what about ${name}, ${['in winter', 'in summer', 'at night'][i % 3]}? ${lines[(i + 2) % 4]}`)).join('\n\n');
const told = JSON.parse(spawnSync(join(root, 'build/native/visavis'), ['inspect', '-'], { input: talk, encoding: 'utf8' }).stdout);

let page, end;
before(async () => ({ page, end } = await opened('')));
after(() => end?.());

test('the topics of the page are the command’s, with their turns and words; each leads to its place', async () => {
  assert.ok(told.topics.length >= 2 && told.topics.some(one => one.found), JSON.stringify(told.topics));
  await page.evaluate(text => document.querySelector('vis-a-vis').open(text), talk);
  await ready(page);
  await page.waitFor(() => document.querySelector('vis-a-vis').shadowRoot.querySelector('.found li'));
  assert.deepEqual(await texts(page, '.found bdi'), told.topics.map(one => one.keyphrases.join(' · ') || `From turn ${one.first_turn + 1}`));
  const second = told.topics[1];
  assert.ok((await texts(page, '.found small'))[2].startsWith(`turns ${second.first_turn + 1} to ${second.last_turn + 1} · ${second.words} words`), JSON.stringify(await texts(page, '.found small')));
  await page.native.locator('.found button').nth(1).click();
  await settled(page);
  assert.equal(await page.evaluate(() => Number(document.querySelector('vis-a-vis').shadowRoot.querySelector('.turn.selected').dataset.t)), second.first_turn);
  await page.native.locator('.found button').nth(1).click();
  await settled(page);
  assert.equal(await count(page, '.turn.outside'), told.turns.length - (second.last_turn - second.first_turn + 1));
  await page.screenshot('found');
});

test('a talk with headings has none, and what was found goes with its talk', async () => {
  await page.evaluate(() => document.querySelector('vis-a-vis').open('Ana: One?\n\nBen: Two.'));
  await page.waitFor(() => !document.querySelector('vis-a-vis').shadowRoot.querySelector('.found'));
  await page.evaluate(async file => { await document.querySelector('vis-a-vis').open(new URL(`samples/${file}`, location.href)); }, keeper);
  await ready(page);
  await new Promise(done => setTimeout(done, 1500));
  assert.equal(await count(page, '.found'), 0);
});

test('nothing was logged as an error', () => assert.deepEqual(page.problems, []));
