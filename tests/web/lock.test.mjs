// tools/lock.mjs: locked links and copies without a browser are those of the page.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { unlock } from '../../web/hosts/locked.js';
import { keeper } from './helpers.mjs';
import { root } from './support.mjs';

const folder = mkdtempSync(join(tmpdir(), 'lock-'));
after(() => rmSync(folder, { recursive: true }));
const file = join(root, 'assets/samples', keeper), source = readFileSync(file);
const run = (input, ...words) => spawnSync('node', [join(root, 'tools/lock.mjs'), ...words], { input, encoding: 'utf8' });

test('a link holds the file and the view behind its passphrase', async () => {
  const { status, stdout, stderr } = run('tide table\nanother line\n', '--base', 'https://example.org/read/#old', '--view', '#turn=3', file);
  assert.equal(status, 0, stderr);
  const [, value] = /^https:\/\/example\.org\/read\/#doc=(e1\.[\w-]+)\n$/.exec(stdout);
  assert.equal(await unlock(value, 'tide'), 'wrong');
  const { bytes, fragment } = await unlock(value, 'tide table');
  assert.equal(fragment, 'turn=3');
  assert.ok(source.equals(bytes));
});

test('a copy holds nothing in the clear', async () => {
  const page = join(folder, 'locked.html');
  assert.equal(run('tide table\r\n', '-o', page, file).stderr, '');
  const copy = readFileSync(page, 'utf8');
  for (const word of ['Holt', 'Skarholm', 'lighthouse', 'barometer', 'tide table']) assert.ok(!copy.includes(word), word);
  const { bytes } = await unlock(/id="sealed"[^>]*>([^<]*)</.exec(copy)[1], 'tide table');
  assert.ok(source.equals(bytes));
});

test('what cannot be is told', () => {
  const binary = join(folder, 'binary.docx');
  writeFileSync(binary, Buffer.from([80, 75, 3, 4, 255, 254]));
  for (const [status, input, words] of [[2, 'a\n', []], [2, '\n', [file]], [2, 'a\n', ['--no-such', file]], [1, 'a\n', [join(folder, 'none')]], [1, 'a\n', [binary]],
    [1, 'a\n', ['-o', join(folder, 'none/page.html'), file]]]) {
    const got = run(input, ...words);
    assert.deepEqual([got.status, got.stdout], [status, ''], got.stderr);
    assert.ok(got.stderr);
  }
});
