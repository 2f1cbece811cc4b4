// What the page says, by name: a pseudo-language (longer, accented) in the place of English shows in a real browser that
// nothing on the page is said otherwise.

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { openPage, root, serveSite } from './support.mjs';
import { keeper, ready } from './helpers.mjs';

const folder = join(root, 'web/words');
const english = {};
for (const file of readdirSync(join(folder, 'english'))) {
  const { default: words } = await import(join(folder, 'english', file));
  for (const [name, pattern] of Object.entries(words)) {
    assert.ok(english[name] === undefined || english[name] === pattern, `one message, one name: ${name}`);
    english[name] = pattern;
  }
}
/** The core's. */
const core = Object.fromEntries([...readFileSync(join(root, 'src/words/english.inc'), 'utf8').matchAll(/^PHRASE\(\w+, "([^"]+)", "((?:[^"\\]|\\.)*)"\)$/gm)]
  .map(([, name, pattern]) => [name, pattern.replaceAll('\\"', '"')]));

const whole = pattern => [...pattern].reduce((depth, sign) => depth < 0 ? depth : depth + (sign === '{') - (sign === '}'), 0) === 0;

test('every pattern is whole', () => {
  for (const [name, pattern] of Object.entries({ ...core, ...english })) assert.ok(whole(pattern) && !/[\t\r]/.test(pattern), name);
});

/** Every word accented and one longer, between signs of its own; places and the names of categories stay. */
const strange = pattern => `⟦${pattern.replace(/\{\d:|\{\d\}|(\||^)(zero|one|two|few|many) |[a-z]+/gi, part =>
  /^\{|^\|?(zero|one|two|few|many) $/.test(part) ? part : part.replace(/[aeiou]/gi, sign => ({ a: 'á', e: 'ë', i: 'ï', o: 'ö', u: 'ü' })[sign.toLowerCase()] ?? sign))} ẍẍẍ⟧`;
const strangeWords = of => Object.fromEntries(Object.entries(of).map(([name, pattern]) => [name, name === 'numerals' ? pattern : strange(pattern)]));

let site, page;
before(async () => {
  site = await serveSite();
  page = await openPage('chromium', 'about:blank', { reducedMotion: true });
  const table = Object.entries(strangeWords(core)).map(line => line.join('\t')).join('\n');
  await page.native.addInitScript(language => { globalThis[Symbol.for('vis-a-vis.words')] = language; },
    { tag: 'en', words: strangeWords(english), table });
});
after(async () => {
  await page?.close();
  await site?.close();
});

/** All that is said in the element or named to those who hear it, but for the transcript's own words. */
const said = () => page.evaluate(() => {
  const element = document.querySelector('vis-a-vis'), { transcript } = element, out = new Set();
  const own = new Set(transcript ? [transcript.title, ...transcript.speakers.flatMap(one => [one.name, ...one.aliases]), ...transcript.sections.map(one => one.title), transcript.source.encoding] : []);
  const words = transcript ? transcript.turns.map(one => one.text).join('\n').toLowerCase() : '';
  const add = (text, where) => {
    const bare = (text ?? '').trim(), unnamed = [...own].reduce((left, name) => name ? left.replaceAll(name, '') : left, bare);
    if (/[A-Za-z]{3}/.test(unnamed) && !bare.includes('⟦') && !own.has(bare) && !bare.replace(/ …$|^… /g, '').toLowerCase().split(' · ').every(piece => words.includes(piece))) out.add(`${bare} (${where})`);
  };
  const visit = node => {
    if (node.nodeType === Node.TEXT_NODE) {
      if (!node.parentElement?.closest('.turn, .words, [data-t] > p, script, style, kbd, textarea, pre')) add(node.data, node.parentElement?.className || node.parentElement?.localName);
      return;
    }
    for (const name of ['aria-label', 'title', 'placeholder', 'alt', 'aria-description']) if (node.getAttribute?.(name)) add(node.getAttribute(name), name);
    for (const child of node.childNodes) visit(child);
  };
  visit(element.shadowRoot);
  return [...out];
});

/** Names that are nobody's words: of formats, programs, keys and our own samples. */
const names = /^(Vis-à-vis|Markdown|WebVTT|SubRip|CSV|SVG|PNG|Gini|Discord|Telegram|Slack|Teams|WhatsApp|The lighthouse keeper|One oven, three bakers|The bell that was a little flat|Enter|Esc|Space|Shift Enter|Ctrl [ZY]|Shift|Tab|utf-8) \(/;
const strayed = async (...also) => (await said()).filter(one => !names.test(one) && !also.some(pattern => pattern.test(one)));

test('the start page says nothing in English', async () => {
  await page.native.goto(site.url);
  await page.waitFor(() => Boolean(document.querySelector('vis-a-vis')?.shadowRoot.querySelector('.samples a')));
  assert.deepEqual(await strayed(), []);
});

test('an open transcript says nothing in English: page, panels, twins', async () => {
  await page.native.goto(`${site.url}#src=${encodeURIComponent(`samples/${keeper}`)}`);
  await ready(page);
  assert.deepEqual(await strayed(), []);
  const balance = await page.evaluate(() => document.querySelector('vis-a-vis').shadowRoot.querySelector('.balance .twin').textContent);
  assert.match(balance, /⟦.*ẍẍẍ⟧/);
});

test('nor do the figures', async () => {
  for (const view of ['questions', 'over-time', 'by-topic', 'floor', 'recurrence', 'beside']) {
    await page.evaluate(name => document.querySelector('vis-a-vis').shadowRoot.querySelector(`[data-figures="${name}"]`).click(), view);
    await page.waitFor(name => {
      const inside = document.querySelector('vis-a-vis').shadowRoot;
      return inside.querySelector(`[data-figures="${name}"]`).getAttribute('aria-expanded') === 'true' && inside.querySelector('.more-figures h3') && !inside.querySelector('.more-figures[aria-busy]');
    }, view);
    assert.deepEqual(await strayed(), [], view);
  }
});

test('nor do its sheets and menus', async () => {
  const press = name => page.evaluate(label => {
    const inside = document.querySelector('vis-a-vis').shadowRoot;
    const button = inside.querySelector(label);
    button.click();
  }, name);
  const closed = async () => {
    await page.native.keyboard.press('Escape');
    await page.waitFor(() => !document.querySelector('vis-a-vis').shadowRoot.querySelector('dialog, .menu'));
  };
  for (const [button, there] of [['.reading', 'dialog'], ['.share-it', 'dialog'], ['.save', '.menu, [role=menu]']]) {
    await press(button);
    await page.waitFor(what => Boolean(document.querySelector('vis-a-vis').shadowRoot.querySelector(what)), there);
    // Names of formats are what the readers call themselves.
    const formats = button === '.reading' ? [/\(option\)$/, /^Lines? |\((li|report)/] : [];
    assert.deepEqual(await strayed(...formats, /^<|https?:|^(script|pre|code)/), [], button);
    await closed();
  }
});

test('nor does the menu of a turn', async () => {
  const inside = what => page.waitFor(selector => Boolean(document.querySelector('vis-a-vis').shadowRoot.querySelector(selector)), what);
  await page.evaluate(() => document.querySelector('vis-a-vis').shadowRoot.querySelector('.turn[data-t="1"] .words').click());
  await inside('.turn[data-t="1"] .fix');
  await page.evaluate(() => document.querySelector('vis-a-vis').shadowRoot.querySelector('.fix').click());
  await inside('.menu select');
  assert.deepEqual(await strayed(/\(option\)$/, /\(li\)$/), []);
});

test('nor does what went wrong', async () => {
  for (const [address, told] of [['nothing-here.txt', /nothing-here/]]) {
    await page.native.goto(`${site.url}?${address}#src=${address}`);
    await page.waitFor(() => Boolean(document.querySelector('vis-a-vis')?.shadowRoot.querySelector('[role=alert]')?.textContent.trim()));
    const notice = await page.evaluate(() => document.querySelector('vis-a-vis').shadowRoot.querySelector('[role=alert]').textContent);
    assert.match(notice, told);
    assert.match(notice, /⟦/);
    assert.deepEqual(await strayed(), []);
  }
});
