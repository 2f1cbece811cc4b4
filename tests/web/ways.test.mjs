// All the ways that a transcript goes: the command, the page, the element in an article, a frame, an offline copy and a
// link say the same of the same file, in the object of `inspect` and in what is shown.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { after, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { articleOf, samples } from './helpers.mjs';
import { inspect, openPage, root, serveSite } from './support.mjs';

const folder = mkdtempSync(join(tmpdir(), 'visavis-ways-'));
after(() => rmSync(folder, { recursive: true }));

const timed = join(folder, 'timed.json');
writeFileSync(timed, JSON.stringify({ segments: [['Ada Holt', 'How did it begin?'], ['Ben Ray', 'With a moth in the relay, I think.'], ['Ada Holt', 'Truly? And then?'], ['Ben Ray', 'Then it ended.']]
  .map(([speaker, text], at) => ({ speaker, text, start: at * 4, end: at * 4 + 3.5, words: text.split(' ').map((word, i, all) => ({ word, start: at * 4 + i * 3 / all.length, end: at * 4 + (i + 1) * 3 / all.length, speaker })) })) }));
const table = join(folder, 'table.csv');
writeFileSync(table, 'speaker,text\r\nAna,"Who, me?"\r\nBen,Yes. You.\r\nAna,Then I will.\r\n');
const files = [...samples.map(name => join(root, 'assets/samples', name)), timed, table];

const command = (...words) => {
  const { status, stdout, stderr } = spawnSync(join(root, 'build/native/visavis'), words, { encoding: 'utf8', maxBuffer: 64 << 20 });
  assert.equal(status, 0, stderr);
  return stdout.trim();
};

/** What a shown transcript says of itself: the object that Save writes, and the figures for who does not see the drawing. */
async function told() {
  const find = () => document.querySelector('vis-a-vis');
  for (let tries = 0; !find()?.transcript || find().stats.frames < 1; tries++) {
    if (tries > 1200) throw new Error(find()?.shadowRoot.querySelector('.notice')?.textContent ?? 'nothing is shown');
    await new Promise(done => setTimeout(done, 50));
  }
  const element = find(), { shadowRoot } = element;
  const cells = wanted => [...shadowRoot.querySelectorAll(wanted)].map(one => one.textContent);
  return { object: JSON.parse(await (await element.exportAs('inspect')).text()), title: shadowRoot.querySelector('.title')?.textContent || null,
    figures: cells('[part~=balance] td, [part~=balance] th'), rows: cells('[part~=balance] tbody tr').length };
}

for (const file of files)
  test(`${basename(file)} has the same numbers in every way`, { timeout: 180_000 }, async () => {
    const expected = inspect(file);
    const site = await serveSite({ headers: { 'Access-Control-Allow-Origin': '*' } }), hosts = await serveSite({ folder, headers: { 'Access-Control-Allow-Origin': '*' } });
    const page = await openPage('chromium', 'about:blank', { width: 1280, height: 900, reducedMotion: true });
    const name = `here-${basename(file)}`, source = `${hosts.url}${encodeURIComponent(name)}`;
    try {
      writeFileSync(join(folder, name), readFileSync(file));
      writeFileSync(join(folder, 'element.html'), articleOf(`<script type="module" src="${site.url}vis-a-vis.js"></script><vis-a-vis src="${encodeURIComponent(name)}" height="800"></vis-a-vis>`));
      writeFileSync(join(folder, 'frame.html'), articleOf(`<iframe src="${site.url}?embed#src=${encodeURIComponent(source)}" style="width:1200px;height:800px"></iframe>`));
      const copy = join(folder, `${name}.html`);
      command('bundle', file, '-o', copy);
      const linked = command('link', '--base', site.url, file);
      /** @type {Record<string, string>} */
      const ways = { page: `${site.url}#src=${encodeURIComponent(source)}`, element: `${hosts.url}element.html`, frame: `${hosts.url}frame.html`, 'offline copy': pathToFileURL(copy).href, link: linked };
      /** @type {any} */ let first = null;
      for (const [way, address] of Object.entries(ways)) {
        await page.native.goto('about:blank');
        await page.native.goto(address);
        const frame = way === 'frame' ? await page.native.waitForSelector('iframe').then(one => one.contentFrame()) : page.native.mainFrame();
        const found = await frame.evaluate(told);
        assert.deepEqual(found.object, expected, way);
        first ??= found;
        assert.ok(found.figures.length > 4, way);
        assert.deepEqual({ ...found, title: '' }, { ...first, title: '' }, way);
      }
      assert.deepEqual(page.problems, []);
    } finally {
      await page.close();
      await site.close();
      await hosts.close();
    }
  });
