// One state in four places: what is chosen, pointed at, searched, filtered or brushed in one shows in all.

import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { boxOf, count, keeper, listening, opened, ready, settled, texts } from './helpers.mjs';

let page, end;
before(async () => ({ page, end } = await opened(keeper)));
after(() => end?.());
beforeEach(async () => {
  await page.evaluate(async () => { await document.querySelector('vis-a-vis').open(new URL('samples/the-lighthouse-keeper.txt', location.href)); });
  await ready(page);
  await page.evaluate(() => document.querySelector('vis-a-vis').shadowRoot.querySelector('.text').focus());
});
const press = async (...keys) => {
  for (const key of keys) await page.native.keyboard.press(key);
  await settled(page);
};
const selected = () => page.evaluate(() => document.querySelector('vis-a-vis').shadowRoot.querySelector('.turn.selected')?.dataset.t ?? null);
const scrolled = () => page.evaluate(() => document.querySelector('vis-a-vis').shadowRoot.querySelector('.text').scrollTop);
const of = async () => (await texts(page, '.balance h2 small'))[0];
const drag = async (fromX, toX, y) => {
  const box = await boxOf(page, '.timeline .pane');
  await page.native.mouse.move(box.x + box.width * fromX, box.y + y);
  await page.native.mouse.down();
  await page.native.mouse.move(box.x + box.width * (fromX + toX) / 2, box.y + y, { steps: 4 });
  await page.native.mouse.move(box.x + box.width * toX, box.y + y, { steps: 4 });
  await page.native.mouse.up();
  await page.native.mouse.move(5, 890);
  await settled(page);
};

test('j and k choose turns, the page is told, and Escape lets go', async () => {
  const told = await listening(page, 'vis-a-vis:select');
  await press('j');
  assert.equal((await told()).turn, 0);
  await press('j', 'j', 'j', 'k');
  assert.equal(await selected(), '2');
  await press('Escape');
  assert.equal(await selected(), null);
});

test('brackets go from topic to topic', async () => {
  await press(']');
  const first = await scrolled();
  await press(']', ']');
  assert.ok(await scrolled() > first + 200);
  const seen = await page.evaluate(() => document.querySelector('vis-a-vis').shadowRoot.querySelector('.outline [aria-current]')?.textContent);
  assert.ok(seen);
});

test('searching marks the words, counts them and goes from one to the next', async () => {
  await press('/');
  await page.native.keyboard.type('smell');
  await settled(page);
  const total = await page.evaluate(() => [...document.querySelector('vis-a-vis').transcript.turns]
    .reduce((sum, turn) => sum + turn.text.toLowerCase().split('smell').length - 1, 0));
  assert.ok(total >= 3);
  assert.match((await texts(page, '.search output'))[0], new RegExp(`^${total} hits`));
  assert.equal(await page.evaluate(() => CSS.highlights.get('vav-hit').size), total);
  assert.deepEqual(await page.evaluate(() => [...new Set([...CSS.highlights.get('vav-hit')].map(range =>
    range.startContainer.data.slice(range.startOffset, range.endOffset).toLowerCase()))]), ['smell']);
  await press('Enter');
  assert.equal((await texts(page, '.search output'))[0], `1 of ${total}`);
  assert.equal(await page.evaluate(() => CSS.highlights.get('vav-current').size), 1);
  await press('Enter', 'Shift+Enter', 'Shift+Enter');
  assert.equal((await texts(page, '.search output'))[0], `${total} of ${total}`);
  const inSight = await page.evaluate(() => {
    const [hit] = CSS.highlights.get('vav-current');
    const range = document.createRange();
    range.setStart(hit.startContainer, hit.startOffset);
    range.setEnd(hit.endContainer, hit.endOffset);
    const box = range.getBoundingClientRect(), pane = document.querySelector('vis-a-vis').shadowRoot.querySelector('.text').getBoundingClientRect();
    return box.top > pane.top && box.bottom < pane.bottom;
  });
  assert.ok(inSight);
  await press('Escape');
  assert.equal(await page.evaluate(() => CSS.highlights.get('vav-hit').size), 0);
});

test('hits are counted in UTF-16 where the text is not Latin', async () => {
  await page.evaluate(async () => { await document.querySelector('vis-a-vis').open(new URL('samples/half-day-teahouse.txt', location.href)); });
  await ready(page);
  for (const word of ['再等等', 'الأكواب']) {
    await press('/');
    await page.native.keyboard.insertText(word);
    await settled(page);
    assert.deepEqual(await page.evaluate(() => [...new Set([...CSS.highlights.get('vav-hit')].map(range =>
      range.startContainer.data.slice(range.startOffset, range.endOffset)))]), [word]);
    await press('Escape');
  }
});

test('a speaker is set back by key and by the lane, and comes again', async () => {
  await press('1');
  assert.deepEqual(await page.evaluate(() => [...document.querySelector('vis-a-vis').shadowRoot.querySelectorAll('.lanes button')].map(one => one.getAttribute('aria-pressed'))), ['false', 'true']);
  const inks = await page.evaluate(() => [...document.querySelector('vis-a-vis').shadowRoot.querySelectorAll('.turn[data-p]')].slice(0, 2).map(turn => getComputedStyle(turn).color));
  assert.notEqual(inks[0], inks[1]);
  await page.evaluate(() => document.querySelector('vis-a-vis').shadowRoot.querySelector('.lanes button').click());
  await settled(page);
  assert.deepEqual(await page.evaluate(() => [...document.querySelector('vis-a-vis').shadowRoot.querySelectorAll('.lanes button')].map(one => one.getAttribute('aria-pressed'))), ['true', 'true']);
});

test('a speaker’s name shows that one alone, again all, with Shift it goes and comes; figures stay', async () => {
  const cells = () => texts(page, '.figures tbody td');
  const pressed = () => page.evaluate(() => [...document.querySelector('vis-a-vis').shadowRoot.querySelectorAll('.lanes button')].map(one => one.getAttribute('aria-pressed')).join());
  const click = async (at, shiftKey) => {
    await page.evaluate((index, shift) => document.querySelector('vis-a-vis').shadowRoot.querySelectorAll('.lanes button')[index].dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true, shiftKey: shift })), at, shiftKey);
    await settled(page);
  };
  const figures = await cells();
  await click(1, false);
  assert.equal(await pressed(), 'false,true');
  assert.deepEqual(await cells(), figures);
  await page.evaluate(() => document.querySelector('vis-a-vis').shadowRoot.querySelector('.zooms [data-command*="speaker all"]').click());
  await settled(page);
  assert.equal(await pressed(), 'true,true');
  await click(1, true);
  assert.equal(await pressed(), 'true,false');
  await click(1, true);
  assert.equal(await pressed(), 'true,true');
});

test('a column’s head sorts by it, and a figure leads to what it is made of', async () => {
  const names = () => texts(page, '.figures tbody th');
  const inside = (selector, act) => page.evaluate((wanted, name) => {
    const one = document.querySelector('vis-a-vis').shadowRoot.querySelector(wanted);
    return name ? one.getAttribute(name) : one.click();
  }, selector, act);
  const before = await names();
  await inside('.figures [data-mark="sort 6"]');
  await settled(page);
  assert.deepEqual(await names(), [...before].reverse(), 'who asks most comes first');
  assert.equal(await inside('.figures th[aria-sort]', 'aria-sort'), 'descending');
  await inside('.figures [data-mark="sort 2"]');
  await settled(page);
  assert.deepEqual(await names(), before);
  const { turns, speakers } = await page.evaluate(() => document.querySelector('vis-a-vis').transcript);
  const asker = speakers.reduce((most, one) => one.questions > most.questions ? one : most);
  await inside(`.figures [data-mark="speaker ${asker.id} 6"]`);
  await page.waitFor(() => document.querySelector('vis-a-vis').shadowRoot.querySelector('.evidence [data-turn]'));
  const asked = await page.evaluate(() => [...document.querySelector('vis-a-vis').shadowRoot.querySelectorAll('.evidence [data-turn]')].map(one => Number(one.dataset.turn)));
  assert.deepEqual(asked, turns.filter(one => one.speaker === asker.id && one.text.includes('?')).map(one => one.id));
  await page.native.keyboard.press('ArrowDown');
  await page.native.keyboard.press('Enter');
  await settled(page);
  assert.equal(Number(await selected()), asked[1]);
  await page.native.keyboard.press('Escape');
  assert.equal(await count(page, '.evidence'), 0);
  await inside(`.figures [data-mark="speaker ${asker.id} 4"]`);
  await page.waitFor(() => document.querySelector('vis-a-vis').shadowRoot.querySelector('.evidence .bars'));
  assert.equal((await texts(page, '.bars small')).reduce((sum, n) => sum + Number(n), 0), asker.turns);
  await page.native.keyboard.press('Escape');
  await inside(`.figures [data-mark="speaker ${asker.id} 5"]`);
  await settled(page);
  assert.equal(turns[await selected()].speaker, asker.id);
  await press('Escape');
});

test('a brushed range measures itself, sets back what is outside, and is let go', async () => {
  const whole = await of();
  await drag(0.5, 0.7, 46);
  assert.notEqual(await of(), whole);
  assert.ok(await count(page, '.outside') > 0);
  await press('Escape');
  assert.equal(await of(), whole);
  assert.equal(await count(page, '.outside'), 0);
});

test('r measures the topic being read', async () => {
  const whole = await of();
  await press(']', 'r');
  assert.notEqual(await of(), whole);
  await press('r');
  assert.equal(await of(), whole);
});

test('J and K measure a range from the chosen turn, and the control lets it go', async () => {
  const whole = await of();
  await press('j', 'j', 'j', 'J', 'J', 'J', 'K');
  assert.match(await of(), /^turns? /);
  assert.notEqual(await of(), whole);
  await page.evaluate(() => document.querySelector('vis-a-vis').shadowRoot.querySelector('.all button').click());
  await settled(page);
  assert.equal(await of(), whole);
});

test('a turn that is chosen alone is a range of that turn', async () => {
  await press('j', 'j', 'j', 'J');
  assert.equal(await selected(), '2');
  assert.equal(await of(), 'turn 3');
  await press('Escape', 'Escape');
});

test('a topic is read, measured and let go by clicks, in the outline as on the canvas', async () => {
  const whole = await of();
  const click = async () => {
    await page.evaluate(() => document.querySelector('vis-a-vis').shadowRoot.querySelector('.outline [data-section="2"]').click());
    await settled(page);
    return of();
  };
  assert.equal(await click(), whole);
  const read = await scrolled();
  assert.ok(read > 200);
  const part = await click();
  assert.match(part, /^turns? /);
  assert.equal(await click(), whole);
  assert.equal(await click(), part);
  assert.equal(await scrolled(), read);
  // Another range than the topic's gives way to it.
  await press('K');
  assert.notEqual(await of(), part);
  assert.equal(await click(), part);
  await press('Escape');
});

test('what is clicked in the text stays where it is, and a key behind it moves the text at once', async () => {
  const clicked = async turn => {
    const at = await scrolled();
    await page.evaluate(id => document.querySelector('vis-a-vis').shadowRoot.querySelector(`.text .turn[data-t="${id}"]`).click(), turn);
    return at;
  };
  await press('j', 'j', 'j');
  const at = await clicked(5);
  await settled(page);
  assert.equal(await selected(), '5');
  assert.equal(await scrolled(), at);
  await clicked(6);
  await page.native.keyboard.press('k');
  await settled(page);
  assert.equal(await selected(), '5');
  assert.ok(await scrolled() > at);
  await press('Escape');
});

test('a click on a bar reads that turn', async () => {
  const box = await boxOf(page, '.timeline .pane');
  await page.native.mouse.click(box.x + box.width * 0.8, box.y + box.height * 0.5);
  await settled(page);
  assert.ok(await scrolled() > 400);
});

test('pointing at a turn in the text shows on the timeline, and the other way', async () => {
  const frames = () => page.evaluate(() => document.querySelector('vis-a-vis').stats.frames);
  const before_ = await frames();
  const turn = await boxOf(page, '.text .turn[data-t="2"]');
  await page.native.mouse.move(turn.x + 50, turn.y + 10);
  await settled(page);
  assert.equal(await page.evaluate(() => document.querySelector('vis-a-vis').shadowRoot.querySelector('.turn.hover')?.dataset.t), '2');
  assert.ok(await frames() > before_);
  await page.native.mouse.move(5, 5);
});

test('a plain wheel over the timeline is the page’s, a ctrl-wheel zooms it', async () => {
  const box = await boxOf(page, '.timeline .pane');
  const taken = (ctrlKey) => page.evaluate((x, y, key) => {
    const event = new WheelEvent('wheel', { deltaY: -120, clientX: x, clientY: y, ctrlKey: key, bubbles: true, composed: true, cancelable: true });
    document.querySelector('vis-a-vis').shadowRoot.querySelector('.timeline .pane').dispatchEvent(event);
    return event.defaultPrevented;
  }, box.x + box.width / 2, box.y + 50, ctrlKey);
  assert.equal(await taken(false), false);
  assert.equal(await taken(true), true);
  await press('0');
});

test('a correction is made from a line, undone and made again', async () => {
  const names = () => page.evaluate(() => document.querySelector('vis-a-vis').transcript.speakers.map(speaker => speaker.name));
  const [first, second] = await names();
  await press('j', 'j', 'j', 'e');
  const field = page.native.getByLabel(/^Name of /);
  await field.fill('The visitor');
  await field.press('Enter');
  await page.waitFor(() => document.querySelector('vis-a-vis').transcript.speakers.some(one => one.name === 'The visitor'));
  await press('Control+z');
  await page.waitFor(name => document.querySelector('vis-a-vis').transcript.speakers[0].name === name, first);
  assert.deepEqual(await names(), [first, second]);
  await press('Control+y');
  await page.waitFor(() => document.querySelector('vis-a-vis').transcript.speakers.some(one => one.name === 'The visitor'));
});

test('a line becomes a heading, a heading text', async () => {
  const sections = () => page.evaluate(() => document.querySelector('vis-a-vis').transcript.sections.length);
  const before_ = await sections();
  await press('j', 'e');
  await page.native.getByRole('button', { name: 'This is a heading' }).click();
  await page.waitFor(number => document.querySelector('vis-a-vis').transcript.sections.length === number, before_ + 1);
  await press('Control+z');
  await page.waitFor(number => document.querySelector('vis-a-vis').transcript.sections.length === number, before_);
});

test('two speakers become one, and the sheet says how it was read', async () => {
  await page.native.getByRole('button', { name: 'Reading' }).click();
  await page.native.locator('dialog[open] .people').waitFor();
  assert.ok(await count(page, 'dialog[open] .people input') === 2);
  await page.native.locator('dialog .people select').first().selectOption({ index: 1 });
  await page.waitFor(() => document.querySelector('vis-a-vis').transcript.speakers.length === 1);
  await press('Control+z');
  await page.waitFor(() => document.querySelector('vis-a-vis').transcript.speakers.length === 2);
});

test('what is saved is what is shown', async () => {
  await page.native.getByRole('button', { name: 'Save' }).click();
  const download = page.native.waitForEvent('download');
  await page.native.getByRole('button', { name: 'Vis-à-vis JSON' }).click();
  const file = await download;
  assert.equal(file.suggestedFilename(), keeper.replace('.txt', '.json'));
});

test('exportAs answers with what is shown, in any format that Save offers', async () => {
  const [turns, vtt, refused] = await page.evaluate(async () => {
    const element = document.querySelector('vis-a-vis');
    const json = JSON.parse(await (await element.exportAs('inspect')).text());
    return [json.turns.length, await (await element.exportAs('webvtt')).text(), await element.exportAs('nonsense').catch(error => error.name)];
  });
  assert.equal(turns, await page.evaluate(() => document.querySelector('vis-a-vis').transcript.turns.length));
  assert.match(vtt, /^WEBVTT/);
  assert.equal(refused, 'RangeError');
});

test('nothing was logged as an error', () => assert.deepEqual(page.problems, []));
