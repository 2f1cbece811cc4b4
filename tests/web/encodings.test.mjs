// The command converts legacy encodings with iconv, the page with the browser's TextDecoder: both must read the same.
// Every byte past ASCII, and every pair that starts with one, goes through both.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { test } from 'node:test';
import { openPage, root } from './support.mjs';

const single = ['windows-1251', 'koi8-r', 'windows-1255', 'windows-1256', 'windows-1252', 'windows-1250',
  'windows-1253', 'windows-1254', 'windows-1257', 'windows-874', 'iso-8859-2', 'iso-8859-5', 'iso-8859-6', 'iso-8859-7',
  'iso-8859-13', 'iso-8859-15', 'ibm866'];  // koi8-u: iconv has frames at AE and BE, where the standard has the Belarusian letter
const multiple = ['shift_jis', 'euc-jp', 'gb18030', 'big5', 'euc-kr'];

// Chromium's own: pairs that stand for a letter and a mark lose the letter there. Firefox reads them as the standard says.
const wrongInChromium = { big5: ['8862', '8864', '88a3', '88a5'] };

/** @param {string} encoding @returns {number[][]} byte sequences, none of which holds markup */
function units(encoding) {
  const out = [];
  for (let lead = 0x80; lead < 0x100; ++lead) out.push([lead]);
  if (multiple.includes(encoding))
    for (let lead = 0x80; lead < 0x100; ++lead)
      for (let trail = 0x40; trail < 0x100; ++trail) out.push([lead, trail]);
  return out;
}

// What the command reads: each unit as a turn of its own, between letters, so that nothing is trimmed.
function byCommand(encoding) {
  const parts = [Buffer.from(`<html><head><meta charset="${encoding}"></head><body>`)];
  for (const unit of units(encoding)) parts.push(Buffer.from('<cite>a</cite><p>x'), Buffer.from(unit), Buffer.from(' x</p>'));
  const run = spawnSync(join(root, 'build/native/visavis'), ['inspect', '--format', 'html', '-'],
    { input: Buffer.concat(parts), maxBuffer: 1 << 28 });
  assert.equal(run.status, 0, run.stderr.toString());
  return JSON.parse(run.stdout.toString('utf8')).turns.map(turn => turn.text);
}

test('iconv and TextDecoder read the same', async () => {
  const page = await openPage('chromium', 'about:blank');
  try {
    for (const encoding of [...single, ...multiple]) {
      const ours = byCommand(encoding);
      const all = units(encoding);
      const theirs = await page.evaluate((name, sequences) => sequences.map(
        bytes => new TextDecoder(name).decode(new Uint8Array([0x78, ...bytes, 0x20, 0x78]))), encoding, all);
      assert.equal(ours.length, all.length, encoding);
      const different = all.map(bytes => Buffer.from(bytes).toString('hex'))
        .filter((hex, i) => ours[i] !== theirs[i] && !wrongInChromium[encoding]?.includes(hex));
      console.log(`${encoding}: ${all.length} sequences, ${different.length} different`);
      assert.deepEqual(different, [], encoding);
    }
  } finally {
    await page.close();
  }
});
