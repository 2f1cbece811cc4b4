// What a link carries, meaning harm or cut on its way, in three engines: each ends in a calm message, or in the transcript
// without what was damaged, and nothing is unpacked beyond its bound.

import assert from 'node:assert/strict';
import { join } from 'node:path';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { deflateRawSync } from 'node:zlib';
import { lock } from '../../web/hosts/locked.js';
import { keeper } from './helpers.mjs';
import { ENGINES, openPage, root, serveSite } from './support.mjs';

const source = readFileSync(join(root, 'assets/samples', keeper));
const packed = bytes => deflateRawSync(bytes, { level: 9 }).toString('base64url');
const whole = `z1.${packed(source)}`;
const bound = 64 << 20;
/** Firefox takes no longer address. */
const longest = { chromium: 2_000_000, firefox: 1_000_000, webkit: 2_000_000 };

/** Counts what is unpacked, by pieces. */
const count = () => {
  const Real = DecompressionStream;
  globalThis.unpacked = 0;
  globalThis.DecompressionStream = function(format) {
    const { readable, writable } = new Real(format);
    const counted = new TransformStream({ transform(chunk, to) {
      globalThis.unpacked += chunk.length;
      to.enqueue(chunk);
    } });
    return { writable, readable: readable.pipeThrough(counted) };
  };
};
/** Follows a fragment, and answers what is said of it. */
const follow = async (page, fragment) => {
  await page.evaluate(() => {
    const { shadowRoot } = document.querySelector('vis-a-vis');
    shadowRoot.querySelector('dialog')?.close();
    shadowRoot.querySelector('.notice')?.remove();
    history.replaceState(null, '', location.pathname);
    globalThis.unpacked = 0;
  });
  await page.evaluate(to => { location.hash = to; }, fragment);
};
const notice = page => page.waitFor(() => document.querySelector('vis-a-vis').shadowRoot.querySelector('.notice')?.textContent);
const turns = page => page.waitFor(() => document.querySelector('vis-a-vis').transcript?.turns.length);

for (const engine of ENGINES)
  test(`${engine}: payloads that are damaged, cut, foreign, huge or bursting end calmly within bounded memory`, { timeout: 240_000 }, async () => {
    const site = await serveSite();
    const page = await openPage(engine, site.url);
    try {
      await page.waitFor(() => Boolean(document.querySelector('vis-a-vis')?.shadowRoot.querySelector('.samples a')));
      await page.evaluate(count);
      const bomb = Buffer.alloc(80 << 20, 'a word and ');
      const most = longest[engine];
      for (const [doc, says] of [
        [whole.slice(0, -40), /damaged/], [`${whole.slice(0, 400)}AAAA${whole.slice(404)}`, /damaged/], ['z1.', /damaged/], ['z1.%%%', /damaged/], ['z7.AAAA', /not known/],
        [`z1.${packed(bomb)}`, /64 MiB/], [`z1.${'A'.repeat(most)}`, /damaged/], ['e1.', /damaged/], [`e1.${'A'.repeat(most)}`, /damaged/],
      ]) {
        await follow(page, `doc=${doc}`);
        assert.match(await notice(page), says, doc.slice(0, 40));
        const unpacked = await page.evaluate(() => globalThis.unpacked);
        // One piece of 4096 bytes more, and one that waits.
        assert.ok(unpacked <= bound + 2 * 4096 * 1032, `${engine} unpacked ${unpacked} B of ${doc.slice(0, 40)}`);
      }
      // A locked one bursts when its passphrase is there.
      const locked = await lock(bomb, '', 'tide');
      await follow(page, `doc=${locked}`);
      await page.waitFor(() => Boolean(document.querySelector('vis-a-vis').shadowRoot.querySelector('dialog input')));
      await page.evaluate(() => {
        const dialog = document.querySelector('vis-a-vis').shadowRoot.querySelector('dialog');
        dialog.querySelector('input').value = 'tide';
        dialog.querySelector('[type=submit]').click();
      });
      assert.match(await notice(page), /64 MiB/);
      const unpacked = await page.evaluate(() => globalThis.unpacked);
      assert.ok(unpacked <= bound + 2 * 4096 * 1032, `${engine} unpacked ${unpacked} B of a locked one`);
      // Everything else that a fragment names, as long as an address can be: the transcript is there.
      const rest = most - whole.length - 100;
      for (const key of ['quote', 'q', 'who', 'fix', 'turn']) {
        await follow(page, `doc=${whole}&${key}=${key === 'who' ? 'a,'.repeat(rest / 2) : key === 'quote' ? 'a '.repeat(rest / 4).replaceAll(' ', '%20') : '9'.repeat(rest)}`);
        assert.ok(await turns(page) > 20, key);
      }
      await follow(page, `doc=${whole}&quote=${'%F0%9F'.repeat(1000)}&before=%00&after=%ff`);
      assert.match(await notice(page), /quoted words are not in this transcript/);
      assert.deepEqual(page.problems, []);
    } finally {
      await page.close();
      await site.close();
    }
  });
