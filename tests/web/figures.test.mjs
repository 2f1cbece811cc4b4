// The figures below the balance: each is the command's, by the same rules; each leads to its turns.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { boxOf, colours, keeper, near, opened, property, ready, settled, texts } from './helpers.mjs';
import { root } from './support.mjs';

const sample = file => readFileSync(join(root, 'assets/samples', file), 'utf8');
const command = (input, verb, ...options) => spawnSync(join(root, 'build/native/visavis'), [verb, ...options, '-'], { input, encoding: 'utf8' }).stdout;
const inspected = (input, ...options) => JSON.parse(command(input, 'inspect', ...options));
/** Speech with its times: a gap, an overlap, an interruption, a backchannel, and words inside another's turn. */
const timed = ['start,end,speaker,text', '1.0,3.0,Ada,one two three four', '3.4,6.0,Ben,five six seven eight', '5.9,8.0,Ada,nine ten eleven twelve',
  '7.4,20.0,Ben,so I said no to him', '9.0,9.3,Ada,mm', '10.0,12.0,Ada,but that was not all of it', '21.0,22.0,Ben,well', '22.0,23.5,Ada,and on it goes'].join('\n');

let page, end;
before(async () => ({ page, end } = await opened(keeper)));
after(() => end?.());

/** @param {string} name */
async function show(name) {
  await page.evaluate(view => {
    const button = document.querySelector('vis-a-vis').shadowRoot.querySelector(`[data-figures="${view}"]`);
    if (button.getAttribute('aria-expanded') !== 'true') button.click();
  }, name);
  await page.waitFor(view => {
    const inside = document.querySelector('vis-a-vis').shadowRoot;
    return inside.querySelector(`[data-figures="${view}"]`).getAttribute('aria-expanded') === 'true' && inside.querySelector('.more-figures h3') && !inside.querySelector('.more-figures[aria-busy]');
  }, name);
}
const openText = async text => {
  await page.evaluate(words => document.querySelector('vis-a-vis').open(words), text);
  await ready(page);
  await page.waitFor(() => !document.querySelector('vis-a-vis').shadowRoot.querySelector('.more-figures[aria-busy]'));
};
const selected = () => page.evaluate(() => Number(document.querySelector('vis-a-vis').shadowRoot.querySelector('.turn.selected')?.dataset.t ?? -1));
const set = (label, value) => page.evaluate(([name, number]) => {
  const field = document.querySelector('vis-a-vis').shadowRoot.querySelector(`.more-figures [aria-label="${name}"]`);
  field.value = number;
  field.dispatchEvent(new Event('change'));
}, [label, value]);

test('each question is the command’s, with the beginning of its answer, and leads to its turn; what is saved has the same bytes', async () => {
  const told = inspected(sample(keeper)).questions.list;
  assert.ok(told.length > 3);
  await show('questions');
  assert.deepEqual(await texts(page, '.asked > li > div:first-child > button'), told.map(one => one.text));
  assert.deepEqual(await texts(page, '.asked .answer > button'), told.filter(one => one.answer).map(one => one.answer.begins));
  const answered = told.findIndex(one => one.answer);
  await page.native.locator('.asked .answer > button').first().click();
  await settled(page);
  assert.equal(await selected(), told[answered].answer.turn);
  const exported = kind => page.evaluate(async name => (await document.querySelector('vis-a-vis').exportAs(name)).text(), kind);
  assert.equal(await exported('questions.txt'), command(sample(keeper), 'table', '--per', 'question', '--as', 'text'));
  const rows = command(sample(keeper), 'table', '--per', 'question').split('\r\n').map(row => row.replace(/^-,/, `${keeper},`)).join('\r\n');
  assert.equal(await exported('questions.csv'), rows);
  await page.screenshot('questions');
});

test('a rule that is set is that of the command', async () => {
  await show('questions');
  await set('Rhetorical where the asker goes on for', 1);
  const told = inspected(sample(keeper), '--rule', 'goes_on_words=1').questions.list;
  await page.waitFor(wanted => document.querySelector('vis-a-vis').shadowRoot.querySelectorAll('.asked [data-aside]').length === wanted, told.filter(one => one.rhetorical || one.quoted).length);
});

test('the balance over time is the command’s, with a window and people who were expected', async () => {
  await show('over-time');
  const { balance } = inspected(sample(keeper));
  const rows = () => texts(page, '.more-figures table tbody tr');
  const said = ({ index, gini }) => `${index.toFixed(2)}${gini.toFixed(2)}`;
  assert.ok((await rows())[0].endsWith(said(balance.by.words)), (await rows())[0]);
  assert.equal((await texts(page, '.places li')).length, Math.min(100, balance.rolling.points.length));
  await page.native.locator('.more-figures [aria-label="Name of one who was expected"]').fill('Cem');
  await page.native.keyboard.press('Enter');
  const silent = inspected(sample(keeper), '--rule', 'silent=Cem').balance;
  assert.notEqual(silent.by.words.index, balance.by.words.index);
  await page.waitFor(wanted => document.querySelector('vis-a-vis').shadowRoot.querySelector('.more-figures table tbody tr').textContent.endsWith(wanted), said(silent.by.words));
  await set('Window of', 100);
  const { rolling } = inspected(sample(keeper), '--rule', 'window_words=100').balance;
  await page.waitFor(wanted => document.querySelector('vis-a-vis').shadowRoot.querySelectorAll('.places li').length === wanted, Math.min(100, rolling.points.length));
  await page.screenshot('over-time');
});

test('the balance by topic is the command’s, and a topic is measured', async () => {
  await show('by-topic');
  const { topics, sections } = inspected(sample(keeper));
  const rows = await texts(page, '.more-figures table tbody tr');
  assert.equal(rows.length, topics.length);
  topics.forEach((topic, at) => assert.ok(rows[at].startsWith(`${topic.section === null ? topic.keyphrases.join(' · ') || `From turn ${topic.first_turn + 1}` : sections[topic.section].title}${topic.words.toLocaleString('en')}${topic.index === null ? '–' : topic.index.toFixed(2)}`), rows[at]));
  await page.native.locator('.more-figures tbody button').nth(1).click();
  await settled(page);
  assert.equal(await page.evaluate(() => document.querySelector('vis-a-vis').shadowRoot.querySelectorAll('.turn:not(.outside)').length),
    topics[1].last_turn - topics[1].first_turn + 1);
});

test('who takes up whose words is the command’s; a mark leads to where a word is said first, then to where it comes back', async () => {
  await show('recurrence');
  const { recurrence, speakers } = inspected(sample(keeper));
  const rows = await texts(page, '.more-figures table tbody tr');
  recurrence.speakers.forEach((one, id) => {
    const part = number => `${Math.round(number / one.terms * 100)}%`;
    assert.ok(rows[id].startsWith(`${speakers[id].name}${one.terms.toLocaleString('en')}${part(one.fresh)}${part(one.own)}`), rows[id]);
  });
  assert.equal((await texts(page, '.recurring .mark')).length, recurrence.links.length);
  const [strongest] = recurrence.links;
  const press = () => page.evaluate(() => [...document.querySelector('vis-a-vis').shadowRoot.querySelectorAll('.recurring .mark')].at(-1).dispatchEvent(new MouseEvent('click', { bubbles: true })));
  await press();
  await settled(page);
  assert.equal(await selected(), strongest.of_turn);
  await press();
  await settled(page);
  assert.equal(await selected(), strongest.turn);
  assert.match((await texts(page, '.chosen'))[0], new RegExp(strongest.words[0]));
  await page.screenshot('recurrence');
});

/** What the card says, once it is there. */
const card = () => page.waitFor(() => document.querySelector('vis-a-vis').shadowRoot.querySelector('.card')?.innerText ?? false);
const noCard = () => page.waitFor(() => !document.querySelector('vis-a-vis').shadowRoot.querySelector('.card'));
/** Comes to a control by the keyboard. @param {string} selector @param {number} [at] */
const focus = (selector, at = 0) => page.evaluate(([wanted, which]) => [...document.querySelector('vis-a-vis').shadowRoot.querySelectorAll(wanted)].at(which).focus({ focusVisible: true }), [selector, at]);
const away = async () => {
  await page.native.keyboard.press('Escape');
  await noCard();
};

test('every mark has a card by the keyboard and every name of a figure says what it is, in which unit, and how it is known', async () => {
  // By the rules that were set above.
  const { questions, topics, balance, recurrence, speakers } = inspected(sample(keeper), ...['goes_on_words=1', 'window_words=100', 'silent=Cem'].flatMap(rule => ['--rule', rule]));
  /** @type {[string, string, (string | RegExp)[]][]} */
  const cards = [
    ['questions', '.asked button', [speakers[questions.list[0].speaker].name, questions.list[0].text.slice(0, 40), `turn ${questions.list[0].turn + 1}`, /kind: .* \((estimated|measured|unknown)\)/, 'delay: – (unknown)']],
    ['questions', '.term', ['asked of another', 'in questions', 'measured', 'neither rhetorical nor quoted']],
    ['by-topic', '.more-figures tbody button', [`${topics[0].words.toLocaleString('en')} words`, `turns ${topics[0].first_turn + 1} to ${topics[0].last_turn + 1}`, topics[0].found ? /probability that it begins here: \d+% \(estimated\)/ : 'As the author parted the talk.']],
    ['by-topic', '.term', ['words', 'measured']],
    ['over-time', '.places button', [`From turn ${balance.rolling.points[0].turn + 1}`, `window: ${balance.rolling.window_words.toLocaleString('en')} words`, `balance: ${balance.rolling.points[0].index.toFixed(2)} (measured)`, 'Normalised entropy']],
    ['over-time', '.terms:is(tbody) .term', ['words', 'letters and digits']],
    ['recurrence', '.places button', [recurrence.links[0].words.join(' · '), `likeness: ${recurrence.links[0].alike.toFixed(2)} (estimated)`]],
    ['recurrence', '.term', ['words', 'estimated', 'carry content']],
  ];
  for (const [view, selector, wanted] of cards) {
    await show(view);
    await page.evaluate(() => { for (const one of document.querySelector('vis-a-vis').shadowRoot.querySelectorAll('.more-figures details')) one.open = true; });
    await focus(selector);
    const said = await card().catch(error => { throw new Error(`${view} ${selector}`, { cause: error }); });
    for (const part of wanted) assert.ok(part instanceof RegExp ? part.test(said) : said.includes(part), `${view} ${selector}: ${said}`);
    assert.equal(await page.evaluate(() => {
      const inside = document.querySelector('vis-a-vis').shadowRoot;
      return inside.getElementById(inside.activeElement.getAttribute('aria-describedby'))?.className;
    }), 'card', 'it describes what has the focus');
    await away();
  }
});

test('names of figures are one stop of the keyboard with arrows within it; a press shows the card at once', async () => {
  await show('questions');
  await focus('.terms .term');
  assert.equal(await page.evaluate(() => document.querySelector('vis-a-vis').shadowRoot.querySelectorAll('.terms .term[tabindex="0"]').length), 1);
  await page.native.keyboard.press('End');
  const quoted = () => page.waitFor(() => /quoted[^]*told, not asked/.test(document.querySelector('vis-a-vis').shadowRoot.querySelector('.card')?.innerText ?? ''));
  await quoted();
  await away();
  await page.native.keyboard.press('Enter');
  await quoted();
  await away();
});

test('the pointer has the card of the mark that it rests on, can go over it, and Escape puts it away', async () => {
  await show('over-time');
  const box = await boxOf(page, '.moving');
  await page.native.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  const half = await card();
  assert.match(half, /^From turn \d+/);
  const over = await boxOf(page, '.card');
  await page.native.mouse.move(over.x + over.width / 2, over.y + over.height / 2, { steps: 6 });
  await new Promise(done => setTimeout(done, 700));
  assert.equal(await card(), half, 'it stays while the pointer is on it');
  await page.native.keyboard.press('Escape');
  await noCard();
  await page.native.mouse.move(box.x + 2, box.y + box.height / 2);
  await page.waitFor(first => document.querySelector('vis-a-vis').shadowRoot.querySelector('.card')?.innerText.startsWith(`From turn ${first}\n`),
    inspected(sample(keeper), '--rule', 'window_words=100').balance.rolling.points[0].turn + 1);
  await page.native.mouse.move(5, 5);
  await noCard();
  await show('recurrence');
  await page.evaluate(() => document.querySelector('vis-a-vis').shadowRoot.querySelector('.recurring').scrollIntoView({ block: 'center' }));
  await settled(page);
  const mark = await page.evaluate(() => {
    const { x, y, width, height } = [...document.querySelector('vis-a-vis').shadowRoot.querySelectorAll('.recurring .mark')].at(-1).getBoundingClientRect();
    return { x: x + width / 2 + 1, y: y + height / 2 };
  });
  await page.native.mouse.move(mark.x, mark.y);
  assert.match(await card(), /likeness: 0\.\d\d \(estimated\)/);
  await page.screenshot('card-recurrence');
  await page.native.mouse.move(5, 5);
  await noCard();
});

test('a finger that stays asks, and presses nothing', async () => {
  await show('by-topic');
  await settled(page);
  const touch = name => page.evaluate(type => {
    const button = document.querySelector('vis-a-vis').shadowRoot.querySelector('.more-figures tbody button'), { x, y } = button.getBoundingClientRect();
    button.dispatchEvent(new PointerEvent(type, { bubbles: true, composed: true, pointerType: 'touch', buttons: 1, clientX: x + 4, clientY: y + 4 }));
  }, name);
  await touch('pointerdown');
  await card();
  await touch('pointerup');
  const held = await page.evaluate(async () => {
    const inside = document.querySelector('vis-a-vis').shadowRoot, button = inside.querySelector('.more-figures tbody button');
    const before = inside.querySelectorAll('.turn.outside').length;
    button.click();
    await new Promise(done => setTimeout(done, 100));
    return [before, inside.querySelectorAll('.turn.outside').length, Boolean(inside.querySelector('.card'))];
  });
  assert.deepEqual(held, [held[0], held[0], true]);
  await away();
});

/** What a button saves. @param {string} name */
async function saved(name) {
  const [download] = await Promise.all([page.native.waitForEvent('download'), page.native.locator(`[aria-label="${name}"]`).click()]);
  return readFileSync(await download.path());
}

test('what is drawn is saved as a picture with its colours, and each mark says what it is', async () => {
  await show('recurrence');
  const picture = String(await saved('Where words come back as SVG'));
  assert.match(picture, /^<\?xml[^]*<title[^>]*>Where words come back: [^]*fill="rgb/);
  assert.doesNotMatch(picture, /class=|data-slot|data-card/);
  assert.ok(picture.split('<title').length > 2);
});

test('what stands as a table or a list is saved as a picture too, with the same numbers', async () => {
  const { topics, questions } = inspected(sample(keeper));
  const count = (text, tag) => text.split(`<${tag} `).length - 1;
  await show('by-topic');
  const parts = String(await saved('Balance by topic as SVG'));
  assert.equal(count(parts, 'text'), 2 * topics.length);
  assert.equal(count(parts, 'rect'), 1 + topics.reduce((sum, one) => sum + one.speaker_words.filter(Boolean).length, 0));
  topics.forEach(one => assert.ok(parts.includes(`${one.words.toLocaleString('en')} words`)));
  await show('questions');
  const asked = String(await saved('Questions and answers as SVG'));
  assert.equal(count(asked, 'rect'), 1 + questions.list.length);
  assert.doesNotMatch(asked, /class=|data-slot/);
  const png = await saved('Questions and answers as PNG');
  assert.deepEqual([...png.subarray(1, 4)], [...Buffer.from('PNG')]);
  assert.equal(png.readUInt32BE(16), 1440);
});

test('the floor is withheld where times are those of captions, and where there are none', async () => {
  await show('floor');
  assert.match((await texts(page, '.more-figures p'))[0], /no begin or no end/);
  await openText(sample('one-oven.vtt'));
  await page.waitFor(() => /those of captions/.test(document.querySelector('vis-a-vis').shadowRoot.querySelector('.more-figures p')?.textContent ?? ''));
  assert.equal((await texts(page, '.bins button')).length, 0);
});

test('of measured times the floor is the command’s; its bars lead to their turns, and thresholds can be set', async () => {
  const { floor } = inspected(timed);
  assert.equal(floor.times, 'measured');
  await openText(timed);
  await page.waitFor(() => document.querySelector('vis-a-vis').shadowRoot.querySelector('.bins button'));
  const bars = () => page.evaluate(() => [...document.querySelector('vis-a-vis').shadowRoot.querySelectorAll('.bins button')].map(bar => Number(/: (\d+) /.exec(bar.getAttribute('aria-label'))[1])));
  assert.deepEqual(await bars(), floor.offsets.counts);
  const of = kind => texts(page, '.more-figures details summary').then(all => all.find(text => text.startsWith(kind)));
  assert.equal(await of('Interruptions'), 'Interruptions: 1');
  const early = floor.changes.find(one => one.change === 'interruption');
  await page.native.locator('.bins button').nth(floor.offsets.counts.findIndex((n, at) => n && floor.offsets.first_ms + (at + 1) * floor.offsets.bin_ms > early.offset_ms)).click();
  await settled(page);
  assert.equal(await selected(), early.turn);
  await page.evaluate(() => {
    const which = document.querySelector('vis-a-vis').shadowRoot.querySelector('.more-figures [aria-label="Who after whom"]');
    which.value = '0';
    which.dispatchEvent(new Event('change'));
  });
  assert.deepEqual(await bars(), floor.pairs[0].counts);
  await focus('.bins button', floor.offsets.counts.findIndex(Boolean));
  assert.match(await card(), /\d+ changes? of speaker[^]*in changes · measured[^]*floor transfer offset/);
  await away();
  await focus('[aria-label="By speaker"] .term');
  assert.match(await card(), /cuts in[^]*in turns · measured[^]*convention/);
  await away();
  const columns = String(await saved('Floor as SVG'));
  assert.equal(columns.split('<rect ').length - 1, 1 + floor.offsets.counts.length);
  assert.match(columns, new RegExp(`>${Math.max(...floor.pairs[0].counts)}</text>`));
  await page.screenshot('floor');
  await set('Interruption from', 5000);
  await page.waitFor(() => ![...document.querySelector('vis-a-vis').shadowRoot.querySelectorAll('.more-figures details summary')].some(one => one.textContent.startsWith('Interruptions')));
});

for (const [width, height] of [[390, 844], [820, 1180]]) {
  test(`what is drawn stands where its pane is when the column is scrolled, at ${width} × ${height}`, async () => {
    const narrow = await opened(keeper, { width, height });
    try {
      await narrow.page.evaluate(() => {
        const element = document.querySelector('vis-a-vis');
        element.goTo('view=balance');
        for (const view of ['questions', 'over-time']) element.shadowRoot.querySelector(`[data-figures="${view}"]`).click();
      });
      await narrow.page.waitFor(() => {
        const inside = document.querySelector('vis-a-vis').shadowRoot, side = inside.querySelector('.side');
        return inside.querySelector('.more-figures h3') && !inside.querySelector('.more-figures[aria-busy]') && side.scrollHeight - side.clientHeight > 30;
      });
      const scrolled = async by => {
        await narrow.page.evaluate(to => { document.querySelector('vis-a-vis').shadowRoot.querySelector('.side').scrollTop = to; }, by);
        await settled(narrow.page);
      };
      const colour = await property(narrow.page, '--vav-s1');
      const pane = await boxOf(narrow.page, '.balance .pane');
      /** How much of the share bar stands there. @param {number} y from the top of the pane before it is scrolled */
      const bar = async y => near(await colours(narrow.page, { x: pane.x, y: pane.y + y, width: pane.width, height: 32 }), colour);
      const whole = await bar(44);
      assert.ok(whole > pane.width * 10, `the bar is drawn: ${whole}`);
      await scrolled(30);
      assert.equal((await boxOf(narrow.page, '.balance .pane')).y, pane.y - 30);
      assert.equal(await bar(14), whole, 'and goes with its pane');
      assert.ok(await bar(48) < whole / 2, 'leaving nothing behind');
      await scrolled(0);
      assert.equal(await bar(44), whole);
    } finally {
      await narrow.end();
    }
  });
}

test('nothing was logged as an error', () => assert.deepEqual(page.problems, []));
