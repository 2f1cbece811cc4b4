// What the page says, by name: a pseudo-language (accented, longer, once more from right to left) in the place of English
// shows in a real browser that nothing on the page is said otherwise, and that nothing said is cut off.

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { openPage, root, serveSite } from './support.mjs';
import { keeper, ready } from './helpers.mjs';
import { formats, named, reports as sentences } from '../../web/words/core.js';

const folder = join(root, 'web/words'), reports = { ...sentences, ...formats, ...named };
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
  for (const [name, pattern] of Object.entries({ ...core, ...english, ...reports })) assert.ok(whole(pattern) && !/[\t\r]/.test(pattern), name);
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
    { tag: 'en', words: strangeWords(english), reports: strangeWords(reports), table });
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
    // Names of languages are the browser's.
    assert.deepEqual(await strayed(/^(Catalan|Chinese|Dutch|English|French|German|Italian|Japanese|Portuguese|Russian|Spanish|Swedish) \(option\)$/, /^<|https?:|^(script|pre|code)/), [], button);
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

test('nor do cards and what a figure is made of', async () => {
  await page.native.keyboard.press('Escape');
  await page.waitFor(() => !document.querySelector('vis-a-vis').shadowRoot.querySelector('.menu'));
  for (const mark of ['.timeline th [data-mark]', '.topics [data-section]']) {
    await page.evaluate(selector => { document.querySelector('vis-a-vis').shadowRoot.querySelector(selector).focus(); }, mark);
    await page.waitFor(() => Boolean(document.querySelector('vis-a-vis').shadowRoot.querySelector('.card')));
    assert.deepEqual(await strayed(), [], mark);
  }
  await page.evaluate(() => { document.querySelector('vis-a-vis').shadowRoot.querySelector('.balance td [data-mark]').click(); });
  await page.waitFor(() => Boolean(document.querySelector('vis-a-vis').shadowRoot.querySelector('.evidence li')));
  assert.deepEqual(await strayed(), []);
});

/** What a reading has to tell, a file of each; and what cannot be read. */
const told = {
  'late.srt': '1\n00:00:05,000 --> 00:00:02,000\nAna: One.\n\n2\n00:00:01,000 --> 00:00:02,000\nBen: Two.\n',
  'header.vtt': 'WEBVTT\nMaker: someone\n\nNOTE made by hand\n\nSTYLE\n::cue {}\n\nnever timed\n\n00:01.000 --> 00:02.000 line:0\n<v Ana>One.\n',
  'rows.csv': 'made by hand,,\nspeaker,text,start,remark\nAna,One.,0,so it went\n,,,\nBen,Two.,soon,and so on\n',
  'talk.cha': '@UTF8\n@Begin\n@Participants:\tANA Ana Adult, BEN Ben Adult\n@Transcriber:\tsomeone\n*ANA:\tone [//] two .\n%com:\tloud\n*BEN:\t.\n@End\n',
  'lines.lrc': '[re:someone]\n[offset:+500]\n[00:01.00][00:04.00]Ana: One.\n[00:02.00]Ben: Two.\n',
  'torn.ttml': '<tt xmlns="http://www.w3.org/ns/ttml"><body><div><p begin="1" end="2s">Ana: One.</p><p begin="soon" end="3s">Ben: Two.</p></div></body></tt',
  'unsure.txt': `${Array.from({ length: 4 }, (_, i) => `Ana: ${i}?\n\nBen: ${i}.\n\nNote well: ${i}.\n\n`).join('')}Page 1\n`,
};
const torn = {
  'cut.json': '{"segments": [{"start": 0, "text": "One',
  'other.json': '{"colour": "red", "size": [1, 2, 3]}',
  'sub.rtf': '{\\rtf1\\ansi One.}',
  'book.xml': '<?xml version="1.0"?><shelf><colour>red</colour></shelf>',
  'noise.bin': String.fromCharCode(...Array.from({ length: 400 }, (_, i) => i * 7 % 32)),
  'empty.zip': 'PK\x05\x06' + '\0'.repeat(18),
};

/** Who speaks, as the language itself lists names. */
const people = /^(Ana|Ben) and (Ana|Ben) \(/;

test('nor does what a reading has to tell, nor why a file cannot be read', async () => {
  await page.native.route('**/told/*', route => {
    const name = decodeURIComponent(new URL(route.request().url()).pathname).replace(/.*\//, '');
    return route.fulfill({ contentType: 'text/plain', body: Buffer.from({ ...told, ...torn }[name], 'latin1') });
  });
  for (const name of Object.keys(told)) {
    await page.native.goto(`${site.url}?${name}#src=told/${name}`);
    await ready(page);
    assert.deepEqual(await strayed(people), [], name);
    const { report } = await page.evaluate(() => document.querySelector('vis-a-vis').transcript);
    assert.ok(report.length, `${name} has something to tell`);
    for (const { message } of report) assert.ok(/^[A-Z“"0-9]/.test(message) && !/⟦|\p{Cc}/u.test(message), `the object speaks English: ${message}`);
    await page.evaluate(() => document.querySelector('vis-a-vis').shadowRoot.querySelector('.reading').click());
    await page.waitFor(() => Boolean(document.querySelector('vis-a-vis').shadowRoot.querySelector('dialog .report li')));
    assert.deepEqual(await strayed(people, /\(option\)$/), [], name);
    assert.equal(await page.evaluate(() => [...document.querySelector('vis-a-vis').shadowRoot.querySelectorAll('dialog .report li')].filter(one => !/⟦.*⟦/s.test(one.textContent)).length), 0, name);
  }
  for (const name of Object.keys(torn)) {
    await page.native.goto(`${site.url}?${name}#src=told/${name}`);
    await page.waitFor(() => Boolean(document.querySelector('vis-a-vis')?.shadowRoot.querySelector('[role=alert]')?.textContent.trim()));
    const notice = await page.evaluate(() => document.querySelector('vis-a-vis').shadowRoot.querySelector('[role=alert]').textContent);
    assert.match(notice, /⟦/, name);
    assert.doesNotMatch(notice, /\p{Cc}/u, name);
    assert.deepEqual(await strayed(), [], name);
  }
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

/** As long again by two fifths, in words. */
const longer = pattern => pattern.replace(/ẍẍẍ⟧$/, () => `${'ẍẍẍẍ '.repeat(Math.ceil(pattern.replace(/\{\d:.*?\}/g, '').length * 0.4 / 5))}ẍẍẍ⟧`);
const longerWords = of => Object.fromEntries(Object.entries(strangeWords(of)).map(([name, pattern]) => [name, longer(pattern)]));

/** Which of what is said ends beyond an edge that nothing scrolls to. @returns {Promise<string[]>} */
const cutIn = it => it.evaluate(() => {
  const out = [], root = document.querySelector('vis-a-vis').shadowRoot;
  const pen = document.createElement('canvas').getContext('2d');
  for (const element of root.querySelectorAll('*')) {
    // The bar's title ends in an ellipsis where there is no room; it stands in full above the text.
    if (element.closest('.hidden,.twin,.title,option') || !element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
    if (element.localName === 'input' && element.placeholder.includes('ẍ')) {
      const style = getComputedStyle(element);
      pen.font = style.font;
      if (pen.measureText(element.placeholder).width > element.clientWidth - parseFloat(style.paddingInlineStart) - parseFloat(style.paddingInlineEnd) + 1) out.push(`placeholder ${element.placeholder}`);
      continue;
    }
    if (![...element.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.data.includes('ẍ'))) continue;
    const range = document.createRange();
    range.selectNodeContents(element);
    const box = range.getBoundingClientRect();
    if (!box.width) continue;
    let across = true, down = true;
    const told = edge => { out.push(`${element.localName}.${element.className}: ${element.textContent.slice(0, 60)} (${Math.round(box.left)}–${Math.round(box.right)}, ${Math.round(box.top)}–${Math.round(box.bottom)} in ${edge})`); };
    for (let up = element; up && (across || down); up = up.parentElement) {
      const { overflowX, overflowY, position } = getComputedStyle(up), edge = up.getBoundingClientRect();
      const says = /hidden|clip/, scrolls = /auto|scroll/;
      if (scrolls.test(overflowX) && up.scrollWidth > up.clientWidth) across = false;
      if (scrolls.test(overflowY)) down = false;
      if (across && says.test(overflowX) && (box.left < edge.left - 1 || box.right > edge.right + 1)) { told(`${up.localName}.${up.className}`); break; }
      if (down && says.test(overflowY) && (box.top < edge.top - 1 || box.bottom > edge.bottom + 1)) { told(`${up.localName}.${up.className}`); break; }
      if (position === 'fixed') break;
    }
    if (across && (box.left < -1 || box.right > innerWidth + 1)) told('page');
  }
  return out;
});

for (const [width, height] of [[1440, 900], [390, 844]]) {
  test(`longer by half and from right to left nothing is cut off, at ${width} × ${height}`, async () => {
    const it = await openPage('chromium', 'about:blank', { reducedMotion: true, width, height });
    const press = what => it.evaluate(selector => { document.querySelector('vis-a-vis').shadowRoot.querySelector(selector).click(); }, what);
    const there = what => it.waitFor(selector => Boolean(document.querySelector('vis-a-vis').shadowRoot.querySelector(selector)), what);
    const gone = async what => {
      await it.native.keyboard.press('Escape');
      await it.waitFor(selector => !document.querySelector('vis-a-vis').shadowRoot.querySelector(selector), what);
    };
    const cut = [];
    const look = async where => { cut.push(...(await cutIn(it)).map(one => `${where}: ${one}`)); };
    try {
      const table = Object.entries(longerWords(core)).map(line => line.join('\t')).join('\n');
      await it.native.addInitScript(language => {
        globalThis[Symbol.for('vis-a-vis.words')] = language;
        try { localStorage.setItem('vis-a-vis-language', 'ar'); } catch { /* about:blank has none */ }
      }, { tag: 'ar', words: longerWords(english), reports: longerWords(reports), table });
      await it.native.goto(site.url);
      await it.waitFor(() => Boolean(document.querySelector('vis-a-vis')?.shadowRoot.querySelector('.samples a')));
      assert.equal(await it.evaluate(() => getComputedStyle(document.querySelector('vis-a-vis').shadowRoot.querySelector('.top')).direction), 'rtl');
      await look('start');
      await it.native.goto(`${site.url}#src=${encodeURIComponent(`samples/${keeper}`)}`);
      await ready(it);
      const tabs = width < 560 ? ['text', 'topics', 'balance'] : ['text'];
      for (const tab of tabs) {
        if (width < 560) await press(`#tab-${tab}`);
        await look(tab);
      }
      for (const view of ['questions', 'over-time', 'by-topic', 'floor', 'recurrence', 'beside']) {
        await press(`[data-figures="${view}"]`);
        await it.waitFor(name => {
          const inside = document.querySelector('vis-a-vis').shadowRoot;
          return inside.querySelector(`[data-figures="${name}"]`).getAttribute('aria-expanded') === 'true' && inside.querySelector('.more-figures h3') && !inside.querySelector('.more-figures[aria-busy]');
        }, view);
        await look(view);
      }
      for (const [button, what] of [['.reading', 'dialog'], ['.share-it', 'dialog'], ['.save', '.menu'], ['.tongue', '.menu']]) {
        await press(button);
        await there(what);
        if (button === '.share-it') {
          await it.evaluate(() => { for (const more of document.querySelector('vis-a-vis').shadowRoot.querySelectorAll('dialog details')) more.open = true; });
        }
        await look(button);
        await gone('dialog,.menu');
      }
      await it.native.keyboard.press('?');
      await there('.legend .callout p');
      for (let pin = 0; pin < 13; pin++) {
        await look(`legend ${pin}`);
        await it.native.keyboard.press('ArrowRight');
      }
      await press('.legend .moves .button:last-child');
      await there('dialog');
      await look('keys');
      await gone('dialog');
      if (width < 560) {
        await press('.toggle-more');
        await there('.more.open');
        await look('more');
        await press('.toggle-more');
        await press('#tab-text');
      }
      if (width > 560) {
        await it.evaluate(() => { document.querySelector('vis-a-vis').shadowRoot.querySelector('.balance th [data-mark], .balance td [data-mark], .timeline th [data-mark]').focus(); });
        await there('.card');
        await look('card');
        await press('.balance td [data-mark]');
        await there('.evidence');
        await look('evidence');
        await gone('.evidence');
      }
      await press('.turn[data-t="1"] .words');
      await there('.turn[data-t="1"] .fix');
      await press('.fix');
      await there('.menu select');
      await look('menu of a turn');
      await gone('.menu');
      await it.native.keyboard.press('/');
      await it.evaluate(() => { const field = document.querySelector('vis-a-vis').shadowRoot.querySelector('.search input'); field.value = 'light'; field.dispatchEvent(new Event('input', { bubbles: true })); });
      await press('.list-hits');
      await there('.finding li');
      await look('list of hits');
      await it.native.goto(`${site.url}?none#src=nothing-here.txt`);
      await it.waitFor(() => Boolean(document.querySelector('vis-a-vis')?.shadowRoot.querySelector('[role=alert]')?.textContent.trim()));
      await look('notice');
      assert.deepEqual(cut, []);
    } finally { await it.close(); }
  });
}
