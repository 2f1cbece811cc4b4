// A talk without headings: its topics are found, as the command finds them, and shown in the panels as an author's are,
// told from them; there are as many as a reader wants, and each can be renamed, parted and joined.

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
const command = (verb, ...options) => spawnSync(join(root, 'build/native/visavis'), [verb, ...options, '-'], { input: talk, encoding: 'utf8' }).stdout;
const inspected = (...fixes) => JSON.parse(command('inspect', ...fixes.flatMap(line => ['--fix', line])));
const told = inspected();
const titlesOf = ({ topics }) => topics.map(one => one.name ?? one.keyphrases.join(' · '));
const grouped = number => number.toLocaleString('en');

let page, end;
before(async () => ({ page, end } = await opened('')));
after(() => end?.());

const until = wanted => page.waitFor(expected => JSON.stringify([...document.querySelector('vis-a-vis').shadowRoot.querySelectorAll('.topics .outline > li > button')]
  .map(one => one.textContent)) === expected, JSON.stringify(wanted));
const open = async () => {
  await page.evaluate(text => document.querySelector('vis-a-vis').open(text), talk);
  await ready(page);
  await until(titlesOf(told));
};
/** @param {number} number */
const slide = number => page.evaluate(value => {
  const slider = document.querySelector('vis-a-vis').shadowRoot.querySelector('.found input');
  slider.value = value;
  for (const name of ['input', 'change']) slider.dispatchEvent(new Event(name));
}, number);

test('the topics of the page are the command’s, with their words and the speakers’ parts; each leads to its place and is measured', async () => {
  assert.ok(told.topics.length >= 2 && told.topics.every(one => one.found), JSON.stringify(told.topics));
  await open();
  assert.deepEqual(await texts(page, '.topics .outline .count'), told.topics.map(one => `${grouped(one.words)} words`));
  const parts = await page.evaluate(() => [...document.querySelector('vis-a-vis').shadowRoot.querySelectorAll('.topics .outline > li')]
    .map(item => [...item.querySelectorAll('[aria-label="Words by speaker"] li')].map(one => one.textContent)));
  parts.forEach((part, at) => told.topics[at].speaker_words.forEach((words, id) =>
    assert.ok(!words || part.some(text => text.startsWith(`${told.speakers[id].name} ${grouped(words)} (`)), `${part}`)));
  assert.deepEqual((await texts(page, '.bands button')), titlesOf(told));
  const second = told.topics[1];
  await page.native.locator('.topics .outline > li > button').nth(1).focus();
  await page.native.keyboard.press('Enter');
  await settled(page);
  assert.ok(Math.abs(await page.evaluate(() => Number(document.querySelector('vis-a-vis').shadowRoot.querySelector('.text [data-t]:not(.outside)')?.dataset.t ?? -1)) >= 0));
  await page.native.keyboard.press('Enter');
  await settled(page);
  assert.equal(await count(page, '.turn.outside'), told.turns.length - (second.last_turn - second.first_turn + 1));
  await page.native.keyboard.press('Enter');
  await settled(page);
  assert.equal(await count(page, '.turn.outside'), 0);
  await page.screenshot('found');
});

test('fewer and more topics are those of the command, each outline nested in the next; a step can be taken back', async () => {
  await open();
  const fewer = inspected('topics 2');
  assert.equal(fewer.topics.length, 2);
  await slide(2);
  await until(titlesOf(fewer));
  const more = inspected('topics 5');
  const starts = all => all.topics.map(one => one.first_turn);
  assert.ok(starts(fewer).every(turn => starts(more).includes(turn)));
  await slide(5);
  await until(titlesOf(more));
  await page.native.locator('.text').click();
  await page.native.keyboard.press('Control+z');
  await until(titlesOf(fewer));
});

test('a topic is renamed, parted and joined as a correction that goes into links and exports', async () => {
  await open();
  const edit = async act => {
    await page.native.locator('.found button').click();
    await act();
  };
  await edit(async () => {
    await page.native.locator('dialog .found-list input').nth(1).fill('Of dough, and heat');
    await page.native.keyboard.press('Tab');
  });
  const first = told.topics[1].first_turn;
  const named = inspected(`topic ${first} Of dough, and heat`);
  await until(titlesOf(named));
  await page.evaluate(() => document.querySelector('vis-a-vis').goTo('turn=5'));
  await settled(page);
  await edit(() => page.native.locator('dialog button', { hasText: 'A topic starts at turn 6' }).click());
  const parted = inspected(`topic ${first} Of dough, and heat`, 'topic 5');
  await until(titlesOf(parted));
  await edit(() => page.native.locator('dialog button', { hasText: 'Join' }).last().click());
  const last = parted.topics.at(-1).first_turn;
  const fixes = [`topic ${first} Of dough, and heat`, 'topic 5', `untopic ${last}`];
  await until(titlesOf(inspected(...fixes)));
  const exported = kind => page.evaluate(async name => (await document.querySelector('vis-a-vis').exportAs(name)).text(), kind);
  assert.equal(await exported('inspect'), command('inspect', ...fixes.flatMap(line => ['--fix', line])));
  assert.ok((await exported('topics.csv')).includes('"Of dough, and heat"'));
  const link = await page.evaluate(() => document.querySelector('vis-a-vis').link());
  assert.ok(decodeURIComponent(link).includes(fixes.join('\n')), link);
});

test('a topic that comes back has the name and the number of its thread and says again; another name parts it', async () => {
  await open();
  // The ferry, the bread, the ferry again.
  const back = [talk, talk.slice(0, talk.indexOf('Ana: And what about the bread'))].join('\n\n');
  const run = (...fixes) => JSON.parse(spawnSync(join(root, 'build/native/visavis'), ['inspect', ...fixes.flatMap(line => ['--fix', line]), '-'], { input: back, encoding: 'utf8' }).stdout);
  const { topics } = run();
  const again = topics.find(one => one.thread !== one.id);
  assert.equal(again?.thread, 0, JSON.stringify(topics));
  await page.evaluate(text => document.querySelector('vis-a-vis').open(text), back);
  await ready(page);
  const told = titlesOf({ topics }).map((title, at) => topics[at] === again ? `${title}, again` : title);
  await until(told);
  const numbers = await texts(page, '.topics .outline .number');
  assert.equal(numbers[again.id], numbers[0]);
  assert.deepEqual(await texts(page, '.bands button'), told);
  await page.screenshot('threads');
  await page.native.locator('.found button').click();
  await page.native.locator('dialog .found-list input').nth(again.id).fill('Ferries, later');
  await page.native.keyboard.press('Tab');
  const apart = run(`topic ${again.first_turn} Ferries, later`);
  assert.equal(apart.topics[again.id].thread, again.id);
  await until(titlesOf(apart));
});

test('a text without speakers has paragraphs, not turns', async () => {
  const plain = matters.flatMap(([, lines]) => Array.from({ length: 14 }, (_, i) => `${lines[i % 4]} ${lines[(i + 1) % 4]}`)).join('\n\n');
  await page.evaluate(text => document.querySelector('vis-a-vis').open(text), plain);
  await ready(page);
  await page.waitFor(() => document.querySelector('vis-a-vis').shadowRoot.querySelector('.found button'));
  assert.equal(await page.evaluate(() => document.querySelector('vis-a-vis').transcript.speakers.length), 0);
  await page.waitFor(() => document.querySelectorAll('vis-a-vis').length && document.querySelector('vis-a-vis').shadowRoot.querySelectorAll('.topics .outline > li > button').length > 1);
  await page.native.locator('.found button').click();
  const said = (await texts(page, 'dialog')).join(' ');
  assert.match(said, /paragraphs 1 to \d+/);
  assert.doesNotMatch(said, /turn/);
  await page.native.keyboard.press('Escape');
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
