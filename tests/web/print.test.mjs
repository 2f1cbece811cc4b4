// Printing: the whole transcript over as many pages as it needs, in ink on white, with its figures; no name is parted
// from its words. What stands on the pages is read back from the PDF.

import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { opened, ready } from './helpers.mjs';
import { inspect, root, serveSite } from './support.mjs';

const folder = mkdtempSync(join(tmpdir(), 'print-'));
after(() => rmSync(folder, { recursive: true }));

const bare = text => text.normalize('NFKC').replace(/[\s\u00ad]+/g, '');

const pagesOf = file => execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' }).split('\f').slice(0, -1);

/** The pages as text. */
async function printed(page) {
  const file = join(folder, 'page.pdf');
  writeFileSync(file, await page.native.pdf({ preferCSSPageSize: true, format: 'A4' }));
  return pagesOf(file);
}

const told = page => page.evaluate(() => {
  const { title, speakers, sections, turns } = document.querySelector('vis-a-vis').transcript;
  return { title, names: speakers.map(one => one.name), headings: sections.map(one => one.title), words: turns.map(one => one.text) };
});

/** All words, in their order, a paragraph at a time. */
function holds(pages, { names, headings, words }) {
  // A page's foot stands between what was parted.
  const all = bare(pages.map(page => page.replace(/\n\s*\d+ ?\/ ?\d+\s*$/, '')).join('\n'));
  let at = 0;
  for (const text of words) {
    for (const line of text.split('\n').filter(Boolean)) {
      const found = all.indexOf(bare(line), at);
      assert.ok(found >= 0, `not printed: ${line.slice(0, 60)}`);
      at = found;
    }
  }
  for (const name of [...names, ...headings]) assert.ok(all.includes(bare(name)), `not printed: ${name}`);
}

for (const [engine, options] of [['chromium', { width: 1440, height: 900, theme: 'dark' }], ['chromium', { width: 390, height: 844 }], ['firefox', {}]]) {
  test(`${engine} at ${options.width ?? 'its own'} px prints every word, names by their words, and the balance`, async () => {
    const { page, end } = await opened('the-bell-founder.md', { engine, ...options });
    try {
      if (options.width === 390) await page.evaluate(() => document.querySelector('vis-a-vis').goTo('view=topics'));
      const pages = await printed(page);
      assert.ok(pages.length >= 2, `${pages.length} pages`);
      const what = await told(page);
      holds(pages, what);
      const labels = await page.evaluate(() => [...document.querySelector('vis-a-vis').shadowRoot.querySelectorAll('.turn .name')].map(one => one.textContent));
      for (const one of pages) {
        const last = one.replace(/\n\s*\d+ ?\/ ?\d+\s*$/, '').trimEnd().split('\n').at(-1).trim();
        assert.ok(!labels.includes(last), `a page ends in the name ${last}`);
      }
      assert.match(pages.join('\n'), /Balance/);
      assert.match(pages.join('\n'), /normalised entropy/);
    } finally { await end(); }
  });
}

test('webkit prints every word, names by their words, and the balance', { timeout: 120_000 }, async () => {
  const file = join(folder, 'webkit.pdf'), sample = 'the-bell-founder.md', site = await serveSite();
  try {
    // Its driver has no way to print: a program of its own does, with the system's Python, which has WebKitGTK's interface.
    const printing = spawn('/usr/bin/python3', [join(root, 'tests/web/print_webkit.py'), `${site.url}#src=samples/${sample}`, file],
      { stdio: 'ignore', env: { ...process.env, WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1', WEBKIT_DISABLE_DMABUF_RENDERER: '1', LIBGL_ALWAYS_SOFTWARE: '1' } });
    assert.equal(await new Promise((done, failed) => printing.on('exit', done).on('error', failed)), 0);
  } finally { await site.close(); }
  const { title, speakers, sections, turns } = inspect(join(root, 'assets/samples', sample));
  const pages = pagesOf(file);
  assert.ok(pages.length >= 2, `${pages.length} pages`);
  holds(pages, { title, names: speakers.map(one => one.name), headings: sections.map(one => one.title), words: turns.map(one => one.text) });
  const labels = speakers.flatMap(one => [one.name, one.name.split(' ').at(-1)]);
  for (const one of pages) assert.ok(!labels.includes(one.trimEnd().split('\n').at(-1).trim()), 'a page ends in a name');
  assert.match(pages.join('\n'), /Balance/);
  assert.match(pages.join('\n'), /normalised entropy/);
});

test('of a transcript that the page holds in part every turn is printed, and the place stays', async () => {
  const { page, end } = await opened();
  try {
    await page.evaluate(() => document.querySelector('vis-a-vis').open(
      Array.from({ length: 20200 }, (_, i) => `${i % 2 ? 'Ana' : 'Ben'}: word${i}x`).join('\n\n')));
    await ready(page);
    await page.evaluate(() => document.querySelector('vis-a-vis').goTo('turn=9000'));
    const rows = () => page.evaluate(() => document.querySelector('vis-a-vis').shadowRoot.querySelectorAll('[data-t]').length);
    assert.ok(await rows() < 2000);
    await page.evaluate(() => { window.dispatchEvent(new Event('beforeprint')); });
    assert.equal(await rows(), 20200);
    await page.evaluate(() => { window.dispatchEvent(new Event('afterprint')); });
    assert.ok(await rows() < 2000);
    const off = await page.evaluate(() => {
      const root = document.querySelector('vis-a-vis').shadowRoot;
      return root.querySelector('[data-t="9000"]').getBoundingClientRect().top - root.querySelector('.text').getBoundingClientRect().top;
    });
    assert.ok(Math.abs(off) <= 2, `${off} px`);
  } finally { await end(); }
});
