// Selected words have a bar beside them: to quote, to link, to search, by pointer and by keys.

import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { keeper, opened, ready, settled } from './helpers.mjs';
import { inspect, root, serveSite } from './support.mjs';

const told = inspect(join(root, 'assets/samples', keeper));
const start = `#src=${encodeURIComponent(`samples/${keeper}`)}`;
let page, site, end, hosts;
const folder = mkdtempSync(join(tmpdir(), 'quotes-'));
before(async () => {
  hosts = await serveSite({ folder, headers: { 'Access-Control-Allow-Origin': '*' } });
  ({ page, site, end } = await opened(keeper));
  await page.native.context().grantPermissions(['clipboard-read', 'clipboard-write']);
});
after(async () => {
  await end?.();
  await hosts?.close();
  rmSync(folder, { recursive: true });
});

const fresh = async fragment => {
  await page.native.goto('about:blank');
  await page.native.goto(`${site.url}${fragment}`);
  await ready(page);
};
/** Selects from a place in a turn's words to one in another's, as a drag or a finger does. */
const select = (from, start, to, end) => page.evaluate((first, a, last, b) => {
  const inside = document.querySelector('vis-a-vis').shadowRoot;
  const at = (turn, offset) => {
    const walker = document.createTreeWalker(inside.querySelector(`[data-t="${turn}"] .words`), NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (offset <= node.length) return [node, offset];
      offset -= node.length;
    }
    throw new Error('no such place');
  };
  inside.querySelector(`[data-t="${first}"]`).scrollIntoView({ block: 'center' });
  getSelection().setBaseAndExtent(...at(first, a), ...at(last, b));
}, from, start, to, end);
const bar = () => page.waitFor(() => [...document.querySelector('vis-a-vis').shadowRoot.querySelectorAll('.quotebar button')].map(one => one.textContent).join('|'));
const gone = () => page.waitFor(() => !document.querySelector('vis-a-vis').shadowRoot.querySelector('.quotebar'));
const press = name => page.native.locator('.quotebar button', { hasText: name }).click();
const copied = async () => {
  await page.waitFor(() => document.querySelector('vis-a-vis').shadowRoot.querySelector('.quotebar')?.textContent === 'Copied');
  return page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    return Object.fromEntries(await Promise.all(item.types.map(async type => [type, await (await item.getType(type)).text()])));
  });
};
const marked = () => page.evaluate(() => [...CSS.highlights.get('vav-quote') ?? []].map(range => range.startContainer.data.slice(range.startOffset, range.endOffset)));
const long = told.turns.find(turn => turn.speaker === 1 && turn.text.length > 200);
const words = long.text.slice(20, 90).trim(), first = long.text.indexOf(words);

test('the bar copies a quote as text and HTML in one write, and its link marks exactly those words', async () => {
  await select(long.id, first, long.id, first + words.length);
  assert.equal(await bar(), 'Copy quote|Copy link|Copy as Markdown|Search');
  const box = await page.evaluate(() => {
    const one = document.querySelector('vis-a-vis').shadowRoot.querySelector('.quotebar').getBoundingClientRect();
    return [one.left >= 0, one.right <= innerWidth, one.top >= 0, one.bottom <= innerHeight];
  });
  assert.deepEqual(box, [true, true, true, true]);
  await press('Copy quote');
  const got = await copied();
  const name = told.speakers[1].name;
  assert.ok(got['text/plain'].startsWith(`“${words}” — ${name}, ${site.url}#src=`), got['text/plain']);
  assert.match(got['text/html'], /<blockquote[^>]*><p>“/);
  assert.ok(got['text/html'].includes(name) && got['text/html'].includes('<a href="'));
  await gone();
  const link = got['text/plain'].slice(got['text/plain'].indexOf('http'));
  await fresh(link.slice(link.indexOf('#')));
  await page.waitFor(() => CSS.highlights.get('vav-quote')?.size);
  assert.deepEqual(await marked(), [words]);
  // The quote stays in the address while it is shown, and goes with it.
  await page.native.mouse.move(500, 500);
  await page.native.keyboard.press('Shift');
  await page.native.keyboard.press('t');
  await page.waitFor(() => location.hash.includes('theme='));
  assert.match(await page.evaluate(() => location.hash), /quote=/);
  await page.native.keyboard.press('j');
  await page.waitFor(() => !location.hash.includes('quote='));
  assert.deepEqual(await marked(), []);
});

test('by pointer: a double click selects a word, and the bar stands beside it', async () => {
  await fresh(`${start}&turn=${long.id}`);
  const place = await page.evaluate(turn => {
    const words = document.createTreeWalker(document.querySelector('vis-a-vis').shadowRoot.querySelector(`[data-t="${turn}"] .words`), NodeFilter.SHOW_TEXT).nextNode();
    const range = document.createRange();
    range.setStart(words, 1);
    range.setEnd(words, 2);
    return range.getBoundingClientRect().toJSON();
  }, long.id);
  await page.native.mouse.dblclick(place.x + 2, place.y + place.height / 2);
  assert.match(await bar(), /^Copy quote/);
  const box = await page.evaluate(() => document.querySelector('vis-a-vis').shadowRoot.querySelector('.quotebar').getBoundingClientRect().toJSON());
  assert.ok(Math.min(Math.abs(box.bottom - place.top), Math.abs(box.top - place.bottom)) < 12, JSON.stringify([box, place]));
  await press('Copy quote');
  assert.ok((await copied())['text/plain'].startsWith(`“${long.text.split(' ')[0]}”`));
  await page.evaluate(() => getSelection().removeAllRanges());
  await gone();
});

test('a quote of what was said at a time says the time', async () => {
  await fresh(`#src=${encodeURIComponent('samples/one-oven.vtt')}&turn=4`);
  await page.native.keyboard.press('q');
  await bar();
  await press('Copy quote');
  const got = await copied(), { turns, speakers } = inspect(join(root, 'assets/samples/one-oven.vtt'));
  const seconds = Math.floor(turns[4].start_ms / 1000), clock = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
  assert.match(got['text/plain'], new RegExp(`” — ${speakers[turns[4].speaker].name}, [^”]*\\b${clock}, http`));
  assert.ok(got['text/html'].includes(`>${clock}</a>`), got['text/html']);
  await gone();
});

test('words over several turns are one quote', async () => {
  await fresh(start);
  const [a, b] = [told.turns[long.id].text, told.turns[long.id + 1].text];
  await select(long.id, a.length - 12, long.id + 1, 9);
  await bar();
  await press('Copy link');
  const link = (await copied())['text/plain'];
  await fresh(link.slice(link.indexOf('#')));
  await page.waitFor(() => CSS.highlights.get('vav-quote')?.size === 2);
  assert.deepEqual((await marked()).join(' ').replace(/\s+/g, ' ').trim(), `${a.slice(-12)} ${b.slice(0, 9)}`.replace(/\s+/g, ' ').trim());
});

test('what is copied by the browser’s own way has the names with the words, and nothing of the page', async () => {
  const [one, two] = [told.turns[long.id], told.turns[long.id + 1]];
  await select(one.id, 10, two.id, 5);
  await bar();
  await page.native.keyboard.press('ControlOrMeta+c');
  const got = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    return [await (await item.getType('text/plain')).text(), await (await item.getType('text/html')).text()];
  });
  const name = turn => told.speakers[turn.speaker].name;
  assert.equal(got[0], `${name(one)}: ${one.text.slice(10).trim()}\n\n${name(two)}: ${two.text.slice(0, 5).trim()}`);
  assert.match(got[1], new RegExp(`<b>${name(one)}:</b>`));
  assert.doesNotMatch(got[1], /<button|background/);
  await page.native.locator('.text').focus();
  await page.native.keyboard.press('ControlOrMeta+a');
  await bar();
  await page.native.keyboard.press('ControlOrMeta+c');
  const all = await page.evaluate(() => navigator.clipboard.readText());
  assert.ok(all.endsWith(told.turns.at(-1).text.trim().slice(-30)), all.slice(-200));
  assert.doesNotMatch(all, /normalised entropy/);
  await page.evaluate(() => getSelection().removeAllRanges());
  await gone();
});

test('as Markdown, with its signs escaped; search looks for the words', async () => {
  await page.evaluate(() => document.querySelector('vis-a-vis').open('Ada: I said *stars* and [links] and `code` <b> there.\n\nKim: Yes, and 5 < 6 & so on.\n\nAda: Good.\n\nKim: Fine.\n'));
  await settled(page);
  await select(0, 7, 0, 37);
  await bar();
  await press('Markdown');
  const text = (await copied())['text/plain'];
  assert.match(text, /^> “\\\*stars\\\* and \\\[links\\\] and \\`code\\`”\n>\n> — Ada, \[in the transcript\]\(<http[^>]*#doc=z1\./);
  await gone();
  await select(1, 0, 1, 3);
  await bar();
  await press('Search');
  await page.waitFor(() => document.querySelector('vis-a-vis').shadowRoot.querySelector('.search input').value === 'Yes');
});

test('a quote of what is only in the link carries what stands around it, not everything', async () => {
  const lines = Array.from({ length: 400 }, (_, i) => `${i % 2 ? 'Kim' : 'Ada'}: ${(Math.imul(i + 3, 2654435761) >>> 0).toString(36)} was what I saw there that day, number ${i}.`).join('\n\n');
  await page.evaluate(text => document.querySelector('vis-a-vis').open(text), lines);
  await settled(page);
  await page.evaluate(() => document.querySelector('vis-a-vis').goTo('turn=200'));
  await settled(page);
  await select(200, 0, 200, 30);
  await bar();
  await press('Copy link');
  const link = (await copied())['text/plain'];
  assert.ok(link.length < 2000, String(link.length));
  await fresh(link.slice(link.indexOf('#')));
  await page.waitFor(() => CSS.highlights.get('vav-quote')?.size);
  assert.equal(await page.evaluate(() => document.querySelector('vis-a-vis').transcript.turns.length), 5);
});

test('by keys: q opens the bar for the chosen turn, arrows walk it, Escape leaves it', async () => {
  await fresh(`${start}&turn=4`);
  await page.native.keyboard.press('q');
  await bar();
  const focused = () => page.evaluate(() => document.querySelector('vis-a-vis').shadowRoot.activeElement?.textContent);
  await page.waitFor(() => document.querySelector('vis-a-vis').shadowRoot.activeElement?.textContent === 'Copy quote');
  await page.native.keyboard.press('ArrowRight');
  assert.equal(await focused(), 'Copy link');
  await page.native.keyboard.press('Enter');
  assert.match((await copied())['text/plain'], new RegExp(`turn=4&quote=${encodeURIComponent(told.turns[4].text.slice(0, 12)).replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`));
  await gone();
  await page.native.keyboard.press('q');
  await bar();
  await page.native.keyboard.press('Escape');
  await gone();
});

test('where the same words stand in a plain page, a link to them there is offered, which the browser itself follows', async () => {
  const lines = Array.from({ length: 120 }, (_, at) => `<p><b>${at % 2 ? 'Grace' : 'Ada'}:</b> This was said at number ${at}, well-kept, &amp; (partly) in the shed.</p>`);
  writeFileSync(join(folder, 'talk.html'), `<!doctype html><meta charset="utf-8"><title>A talk</title><link rel="icon" href="data:,">${lines.join('\n')}`);
  const plain = `${hosts.url}talk.html`;
  await fresh(`#src=${encodeURIComponent(plain)}&turn=90`);
  const said = await page.evaluate(() => document.querySelector('vis-a-vis').transcript.turns[90].text), part = 'number 90, well-kept, & (partly) in';
  await select(90, said.indexOf(part), 90, said.indexOf(part) + part.length);
  assert.equal(await bar(), 'Copy quote|Copy link|Copy as Markdown|Copy text link|Search');
  await press('Copy text link');
  const link = (await copied())['text/plain'];
  assert.ok(link.startsWith(`${plain}#:~:text=`), link);
  // A dash would end what stands before, a comma the words: https://wicg.github.io/scroll-to-text-fragment/#syntax
  assert.ok(link.includes('well%2Dkept%2C%20%26%20(partly)%20in'), link);
  const other = await page.native.context().newPage();
  try {
    await other.goto(link);
    await other.waitForFunction(() => scrollY > 0);
    const { top, bottom } = await other.evaluate(() => document.querySelectorAll('p')[90].getBoundingClientRect().toJSON());
    assert.ok(top >= 0 && bottom <= await other.evaluate(() => innerHeight), `${top} ${bottom}`);
    // Words that are not there lead nowhere.
    await other.goto('about:blank');
    await other.goto(link.replace('number%2090', 'number%20990'));
    await other.evaluate(() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done))));
    assert.equal(await other.evaluate(() => scrollY), 0);
  } finally { await other.close(); }
});

test('by touch: the bar stands clear below the words, its buttons are large, and a tap on one keeps what is selected', async () => {
  const context = await page.native.context().browser().newContext({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });
  const mouse = page, touch = await context.newPage();
  try {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await touch.goto(`${site.url}${start}`);
    const evaluate = (body, ...words) => touch.evaluate(`(${body})(${words.map(word => JSON.stringify(word)).join()})`);
    page = { native: touch, evaluate, async waitFor(body, ...words) {
      for (let tries = 0; tries < 400; tries++) {
        const answer = await evaluate(body, ...words);
        if (answer) return answer;
        await new Promise(done => setTimeout(done, 50));
      }
      throw new Error(`not so: ${body}`);
    } };
    await ready(page);
    assert.ok(await page.evaluate(() => matchMedia('(pointer: coarse)').matches));
    await select(long.id, first, long.id, first + words.length);
    assert.equal(await bar(), 'Copy quote|Copy link|Copy as Markdown|Search');
    const { box, chosen, heights, wide } = await page.evaluate(() => {
      const inside = document.querySelector('vis-a-vis').shadowRoot, one = inside.querySelector('.quotebar');
      const range = document.createRange(), [composed] = getSelection().getComposedRanges?.({ shadowRoots: [inside] }) ?? [inside.getSelection().getRangeAt(0)];
      range.setStart(composed.startContainer, composed.startOffset);
      range.setEnd(composed.endContainer, composed.endOffset);
      return { box: one.getBoundingClientRect().toJSON(), chosen: range.getBoundingClientRect().toJSON(), wide: innerWidth,
        heights: [...one.querySelectorAll('button')].map(button => button.getBoundingClientRect().height) };
    });
    assert.ok(box.top >= chosen.bottom + 20 && box.left >= 0 && box.right <= wide, JSON.stringify({ box, chosen }));
    assert.ok(heights.every(height => height >= 40), String(heights));
    const at = await touch.locator('.quotebar button', { hasText: 'Copy quote' }).boundingBox();
    await touch.touchscreen.tap(at.x + at.width / 2, at.y + at.height / 2);
    const got = await copied();
    assert.ok(got['text/plain'].startsWith(`“${words}” — ${told.speakers[1].name}`), got['text/plain']);
    await gone();
    // A tap on the words lets go of them, and no bar comes back.
    const place = await touch.locator(`[data-t="${long.id}"] .words`).boundingBox();
    await touch.touchscreen.tap(place.x + 40, place.y + 10);
    await page.evaluate(() => getSelection().removeAllRanges());
    await gone();
  } finally {
    page = mouse;
    await context.close();
  }
});

test('names and words that are markup run nothing and stay what they are', async () => {
  await page.evaluate(() => document.querySelector('vis-a-vis').open('<img src=x onerror=alert(1)>: Say <script>alert(2)</script> twice.\n\nKim: "Yes".\n\n<img src=x onerror=alert(1)>: And again.\n\nKim: Fine.\n'));
  await settled(page);
  await select(0, 0, 0, 20);
  await bar();
  await press('Copy quote');
  assert.doesNotMatch((await copied())['text/html'], /<script|<img/);
});

test('nothing was logged as an error', () => assert.deepEqual(page.problems, []));
