// The languages of the page: each table is whole; the page speaks the browser's, the article's, or the chosen one; what is
// shown stays when it changes; English loads nothing of it.

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { openPage, root, serveSite } from './support.mjs';
import { articleOf, keeper, ready } from './helpers.mjs';
import { tongues } from '../../web/words/tongues.js';
import { formats, reports } from '../../web/words/core.js';
import { wordsOfCore } from '../../tools/words.mjs';

const folder = join(root, 'web/words'), others = tongues.filter(tag => tag !== 'en');
const english = {};
for (const file of readdirSync(join(folder, 'english'))) Object.assign(english, (await import(join(folder, 'english', file))).default);
/** The core's. */
const core = Object.fromEntries([...readFileSync(join(root, 'src/words/english.inc'), 'utf8').matchAll(/^PHRASE\(\w+, "([^"]+)", "((?:[^"\\]|\\.)*)"\)$/gm)]
  .map(([, name, pattern]) => [name, pattern.replaceAll('\\"', '"')]));
const tables = Object.fromEntries(await Promise.all(others.map(async tag => [tag, (await import(join(folder, `${tag}.js`))).default])));

const places = pattern => [...new Set([...pattern.matchAll(/\{(\d)/g)].map(([, at]) => at))].sort().join();

test('what the page knows of the core’s words is what the core has', () => {
  assert.equal(readFileSync(join(folder, 'core.js'), 'utf8'), wordsOfCore(), 'run node tools/words.mjs');
});

test('every language has every message of page and core, and no other, with the same arguments', () => {
  for (const tag of others) {
    for (const [from, to] of [[english, tables[tag].words], [core, tables[tag].core], [{ ...reports, ...formats }, tables[tag].reports]]) {
      assert.deepEqual(Object.keys(to).sort(), Object.keys(from).sort(), tag);
      for (const [name, pattern] of Object.entries(from)) {
        assert.equal(places(to[name]), places(pattern), `${tag} ${name}: ${to[name]}`);
        assert.ok(to[name].trim() && !/[\t\r]/.test(to[name]) && (name !== 'numerals' || to[name].split(' ').length === 12), `${tag} ${name}`);
      }
    }
  }
});

test('where words are chosen by a number each plural category of the language has its own', () => {
  const choices = /\{(\d):((?:[^{}]|\{\d\})*)\}/g;
  for (const tag of others) {
    const { pluralCategories } = new Intl.PluralRules(tag).resolvedOptions();
    for (const [name, pattern] of [...Object.entries(tables[tag].words), ...Object.entries(tables[tag].core), ...Object.entries(tables[tag].reports)]) {
      for (const [, , inner] of pattern.matchAll(choices)) {
        const has = inner.split('|').slice(0, -1).map(choice => choice.split(' ')[0]);
        assert.deepEqual([...has, 'other'].sort(), [...pluralCategories].sort().filter(one => tag !== 'de' || one !== 'many'), `${tag} ${name}: ${pattern}`);
      }
      // Languages without choices write the number alone.
      if (pluralCategories.length === 1) assert.doesNotMatch(pattern, /\{\d:/, `${tag} ${name}`);
    }
  }
});

let site;
before(async () => { site = await serveSite(); });
after(async () => { await site?.close(); });

const way = tag => tag === 'ar' ? 'rtl' : 'ltr';
const start = page => page.waitFor(() => Boolean(document.querySelector('vis-a-vis')?.shadowRoot.querySelector('.samples a')));
const inside = (page, what) => page.evaluate(selector => document.querySelector('vis-a-vis').shadowRoot.querySelector(selector)?.textContent ?? null, what);
/** What stands where in the page, of those who see and hear it, with another text in this language. */
const inEnglish = (page, table) => page.evaluate(known => {
  const left = new Set(), strange = new Set(known);
  const visit = node => {
    if (node.nodeType === Node.TEXT_NODE) { if (strange.has(node.data.trim()) && !node.parentElement.closest('.turn,.words,script,style')) left.add(node.data.trim()); return; }
    for (const name of ['aria-label', 'title', 'placeholder']) if (strange.has(node.getAttribute?.(name))) left.add(node.getAttribute(name));
    for (const child of node.childNodes) visit(child);
  };
  visit(document.querySelector('vis-a-vis').shadowRoot);
  return [...left];
}, Object.keys(english).filter(name => !english[name].includes('{') && !Object.values(table).includes(english[name])).map(name => english[name]));

for (const tag of others) {
  test(`${tag}: a browser that asks for it gets it, on the start page and in panels, twins and sheets`, async () => {
    const { words, core: said } = tables[tag];
    const page = await openPage('chromium', site.url, { language: tag, reducedMotion: true });
    try {
      await start(page);
      assert.equal(await inside(page, '.empty h1'), words['two-people-face']);
      assert.deepEqual(await page.evaluate(() => [document.documentElement.lang, document.querySelector('vis-a-vis').shadowRoot.querySelector('.root').dir]), [tag, way(tag)]);
      assert.deepEqual(await inEnglish(page, words), []);
      await page.native.goto(`${site.url}#src=${encodeURIComponent(`samples/${keeper}`)}`);
      await ready(page);
      assert.equal(await inside(page, '.balance th'), said['column.speaker']);
      assert.match(await inside(page, '.topics .twin h2'), new RegExp(words.topics));
      assert.deepEqual(await inEnglish(page, words), []);
      await page.native.keyboard.press('?');
      await page.waitFor(() => Boolean(document.querySelector('vis-a-vis').shadowRoot.querySelector('.legend .callout p')));
      assert.equal(await page.evaluate(() => document.querySelector('vis-a-vis').shadowRoot.querySelector('.legend').ariaLabel), words['what-am-i']);
      assert.deepEqual(await inEnglish(page, words), []);
      await page.evaluate(() => document.querySelector('vis-a-vis').shadowRoot.querySelector('.legend .moves .button:last-child').click());
      await page.waitFor(() => Boolean(document.querySelector('vis-a-vis').shadowRoot.querySelector('dialog')));
      assert.equal(await inside(page, 'dialog h2'), words.keys);
      assert.deepEqual(await inEnglish(page, words), []);
      assert.deepEqual(page.problems, []);
    } finally { await page.close(); }
  });
}

test('English loads nothing of it', async () => {
  const page = await openPage('chromium', `${site.url}#src=${encodeURIComponent(`samples/${keeper}`)}`, { reducedMotion: true });
  try {
    await ready(page);
    assert.deepEqual(page.requests.filter(url => /language|words-/.test(url)), []);
  } finally { await page.close(); }
});

test('chosen from the menu: place, search and corrections stay, and the next visit has it', async () => {
  const page = await openPage('chromium', `${site.url}#src=${encodeURIComponent(`samples/${keeper}`)}`, { reducedMotion: true });
  const choose = async name => {
    await page.evaluate(() => document.querySelector('vis-a-vis').shadowRoot.querySelector('.tongue').click());
    await page.waitFor(() => Boolean(document.querySelector('vis-a-vis').shadowRoot.querySelector('.menu')));
    await page.evaluate(label => [...document.querySelector('vis-a-vis').shadowRoot.querySelectorAll('.menu button')].find(one => one.textContent === label).click(), name);
  };
  const spoken = tag => page.waitFor(want => {
    const element = document.querySelector('vis-a-vis');
    return element?.shadowRoot.querySelector('.root')?.lang === want && element.transcript && element.stats.frames >= 3;
  }, tag);
  try {
    await ready(page);
    await page.evaluate(() => document.querySelector('vis-a-vis').goTo('turn=12&q=light'));
    await choose('Deutsch');
    await spoken('de');
    assert.equal(await inside(page, '.balance th'), tables.de.core['column.speaker']);
    await page.waitFor(async () => /(?=.*turn=12)(?=.*q=light)/.test(await document.querySelector('vis-a-vis').link()));
    assert.equal(await page.evaluate(() => document.querySelector('vis-a-vis').shadowRoot.querySelector('.search input').value), 'light');
    await page.native.reload();
    await spoken('de');
    await choose('English');
    await spoken('en');
    assert.equal(await inside(page, '.balance th'), 'Speaker');
    assert.deepEqual(page.problems, []);
  } finally { await page.close(); }
});

test('what was pasted stays when the language changes, and the way back to what it took the place of', async () => {
  const page = await openPage('chromium', `${site.url}#src=${encodeURIComponent(`samples/${keeper}`)}`, { reducedMotion: true });
  const title = () => page.evaluate(() => document.querySelector('vis-a-vis').transcript?.speakers.map(one => one.name).join());
  try {
    await ready(page);
    const before = await title();
    await page.evaluate(() => {
      const data = new DataTransfer();
      data.setData('text/plain', 'Ana: Where did the ferry land?\n\nBen: At the old pier.\n\nAna: Every day?\n');
      window.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true }));
    });
    await page.waitFor(() => document.querySelector('vis-a-vis').transcript?.speakers[0]?.name === 'Ana');
    await page.evaluate(() => document.querySelector('vis-a-vis').setAttribute('language', 'fr'));
    await page.waitFor(() => { const it = document.querySelector('vis-a-vis'); return it.shadowRoot.querySelector('.root').lang === 'fr' && it.transcript?.speakers[0]?.name === 'Ana'; });
    await page.native.goBack();
    await page.waitFor(want => document.querySelector('vis-a-vis').transcript?.speakers.map(one => one.name).join() === want, before);
  } finally { await page.close(); }
});

test('in an article: its language, or that of the attribute, which can change', async () => {
  const page = await openPage('chromium', site.url, { reducedMotion: true });
  try {
    await page.native.route('**/article.html', route => route.fulfill({ contentType: 'text/html',
      body: articleOf(`<div lang="es-MX"><vis-a-vis src="samples/${keeper}" height="600" lang="en"></vis-a-vis></div><script type="module" src="vis-a-vis.js"></script>`) }));
    await page.native.goto(new URL('article.html', site.url).href);
    await ready(page);
    assert.equal(await inside(page, '.balance th'), tables.es.core['column.speaker']);
    assert.equal(await inside(page, '.tongue'), null);
    await page.evaluate(() => document.querySelector('vis-a-vis').setAttribute('language', 'ja'));
    await page.waitFor(want => document.querySelector('vis-a-vis').shadowRoot.querySelector('.balance th')?.textContent === want, tables.ja.core['column.speaker']);
    await page.evaluate(() => document.querySelector('vis-a-vis').setAttribute('language', 'tlh'));
    await page.waitFor(want => document.querySelector('vis-a-vis').shadowRoot.querySelector('.balance th')?.textContent === want, tables.es.core['column.speaker']);
  } finally { await page.close(); }
});

for (const engine of ['firefox', 'webkit']) {
  test(`${engine} speaks another language when the attribute says so, and what is shown stays`, async () => {
    const page = await openPage(engine, `${site.url}#src=${encodeURIComponent(`samples/${keeper}`)}`);
    try {
      await ready(page);
      await page.evaluate(() => { document.querySelector('vis-a-vis').setAttribute('language', 'ar'); });
      await page.waitFor(want => document.querySelector('vis-a-vis').shadowRoot.querySelector('.balance th')?.textContent === want, tables.ar.core['column.speaker']);
      assert.equal(await page.evaluate(() => getComputedStyle(document.querySelector('vis-a-vis').shadowRoot.querySelector('.top')).direction), 'rtl');
      assert.match(await inside(page, '.head'), /كلمة/);
    } finally { await page.close(); }
  });
}
