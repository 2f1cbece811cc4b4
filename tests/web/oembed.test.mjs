// A site that was built for an address says how it is framed, to programs that turn links into frames (https://oembed.com).

import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { writeOembed } from '../../tools/oembed.mjs';
import { articleOf } from './helpers.mjs';
import { openPage, root, serveSite } from './support.mjs';

const folder = mkdtempSync(join(tmpdir(), 'oembed-'));
after(() => rmSync(folder, { recursive: true }));

test('what the page names answers as a static host can, and its frame opens in somebody’s article', { timeout: 60_000 }, async () => {
  const own = join(folder, 'site');
  cpSync(join(root, 'build/site'), own, { recursive: true });
  const site = await serveSite({ folder: own }), hosts = await serveSite({ folder });
  const page = await openPage('chromium', 'about:blank', { width: 1000, height: 900 });
  try {
    writeOembed(own, site.url.replace(/\/$/, ''));
    await page.native.goto(site.url);
    const { href, title } = await page.evaluate(() => {
      const [link, ...others] = document.querySelectorAll('link[rel=alternate][type="application/json+oembed"]');
      return { href: link.href, title: link.title, others: others.length };
    });
    assert.equal(title, 'Vis-à-vis');
    const answer = await fetch(href);
    assert.match(answer.headers.get('content-type'), /^application\/json/);
    const told = await answer.json();
    // Section 2.3.4: what a rich one must say.
    assert.deepEqual([told.version, told.type, typeof told.html, told.width > 0, told.height > 0], ['1.0', 'rich', 'string', true, true]);
    assert.equal(told.provider_url, site.url);
    writeFileSync(join(folder, 'article.html'), articleOf(told.html));
    await page.native.goto(`${hosts.url}article.html`);
    await page.native.frameLocator('iframe').locator('.samples a').first().click();
    await page.native.frameLocator('iframe').locator('.turn').first().waitFor();
    await page.waitFor(() => parseFloat(document.querySelector('iframe').style.height) > 400);
    assert.deepEqual(page.problems, []);
  } finally {
    await page.close();
    await hosts.close();
    await site.close();
  }
});
