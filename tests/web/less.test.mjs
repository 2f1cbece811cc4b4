// Share less: what is taken out is the same from the page and from the command, nothing of it is left in what leaves,
// decoded or not, and where it would be there is no link and no file.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { inflateRawSync } from 'node:zlib';
import { keeper, opened, ready } from './helpers.mjs';
import { ENGINES, openPage, root } from './support.mjs';

const folder = mkdtempSync(join(tmpdir(), 'visavis-less-'));
after(() => rmSync(folder, { recursive: true }));

const sample = join(root, 'assets/samples', keeper);
/** @param {...string} words @returns {string} what the command prints */
function command(...words) {
  const run = spawnSync(join(root, 'build/native/visavis'), words, { encoding: 'utf8', maxBuffer: 64 << 20 });
  assert.equal(run.status, 0, run.stderr);
  return run.stdout;
}
const carried = address => inflateRawSync(Buffer.from(/doc=z1\.([\w-]+)/.exec(address)[1], 'base64url')).toString();
const link = (page, how) => page.evaluate(options => document.querySelector('vis-a-vis').link(options), how);
const inside = (page, selector) => page.evaluate(wanted => document.querySelector('vis-a-vis').shadowRoot.querySelector(wanted)?.textContent, selector);
const transcript = page => page.evaluate(() => {
  const { title, speakers, turns } = document.querySelector('vis-a-vis').transcript;
  return { title, names: speakers.map(one => one.name), words: speakers.map(one => one.words), texts: turns.map(one => one.text) };
});

for (const engine of ENGINES)
  test(`${engine}: a link of less is the command's, byte for byte, and opens`, { timeout: 120_000 }, async () => {
    const { page, site, end } = await opened(keeper, { engine });
    try {
      const before = await transcript(page);
      const people = before.names.flatMap(name => name.split(' '));
      for (const [lines, options] of [
        [['names persons', 'strike lamp'], ['--names', 'persons', '--strike', 'lamp']],
        [['names roles', 'excerpt 2 5'], ['--names', 'roles', '--turns', '2-5']],
        [['names persons', 'figures'], ['--names', 'persons', '--figures']],
      ]) {
        const own = await link(page, { less: lines });
        assert.equal(own, command('link', '--base', site.url, ...options, sample).trim(), lines.join());
        const words = carried(own).toLowerCase().match(/\p{L}+/gu);
        for (const part of people) assert.ok(!words.includes(part.toLowerCase()), `${part} is left by ${lines}`);
      }
      const other = await openPage(engine, await link(page, { less: ['names persons', 'figures'] }), { reducedMotion: true });
      await ready(other);
      const now = await transcript(other).finally(() => other.close());
      assert.deepEqual(now.words, before.words, 'numbers are the same');
      assert.deepEqual(now.names, ['Person A', 'Person B']);
      assert.match(now.texts.join(' '), /^[x ?]+$/);
      assert.deepEqual(page.problems, []);
    } finally { await end(); }
  });

test('the sheet shows what leaves, saves what the command writes, and refuses', { timeout: 120_000 }, async () => {
  const { page, end } = await opened(keeper, { permissions: ['clipboard-read', 'clipboard-write'] });
  try {
    const sheet = page.native.locator('dialog');
    const shown = () => page.waitFor(() => {
      const dialog = document.querySelector('vis-a-vis').shadowRoot.querySelector('dialog');
      return !dialog?.querySelector('.strong')?.disabled && dialog?.querySelector('.preview')?.textContent;
    });
    await page.native.locator('.share-it').click();
    await sheet.getByRole('button', { name: /Share less/ }).click();
    assert.equal(await shown(), command('convert', '--to', 'text', '--names', 'persons', sample));
    await sheet.getByLabel('Strike out').fill('barometer\nSkarholm');
    await page.waitFor(() => /███/.test(document.querySelector('vis-a-vis').shadowRoot.querySelector('.preview').textContent));
    const less = ['--names', 'persons', '--strike', 'barometer', '--strike', 'Skarholm'];
    assert.equal(await shown(), command('convert', '--to', 'text', ...less, sample));
    for (const [format, file] of [['offline', 'html'], ['webvtt', 'vtt'], ['inspect', 'json'], ['csv', 'csv'], ['html', 'html']]) {
      await sheet.getByLabel('Format').selectOption(format);
      const [saved] = await Promise.all([page.native.waitForEvent('download'), sheet.getByRole('button', { name: 'Save file' }).click()]);
      assert.ok(saved.suggestedFilename().endsWith(`.${file}`));
      const written = readFileSync(await saved.path(), 'utf8');
      assert.equal(written, format === 'offline' ? command('bundle', ...less, sample) : command('convert', '--to', format, ...less, sample), format);
      await shown();
    }
    // A name that says the name.
    await sheet.getByText('Other names of your own').click();
    const first = (await transcript(page)).names[0];
    await sheet.getByLabel(`Instead of ${first}`).fill(`old ${first.split(' ').at(-1)}`);
    await page.waitFor(() => /old/i.test(document.querySelector('vis-a-vis').shadowRoot.querySelector('.preview').textContent));
    await shown();
    const nothing = page.native.waitForEvent('download', { timeout: 1500 }).then(() => 'saved', () => 'none');
    await sheet.getByRole('button', { name: 'Save file' }).click();
    assert.match(await page.waitFor(() => document.querySelector('vis-a-vis').shadowRoot.querySelector('dialog .refused')?.textContent), /still stands/);
    assert.equal(await nothing, 'none');
    assert.match(await link(page, { less: [`call ${first} = ${first}`] }).catch(error => String(error)), /still stands/);
    assert.deepEqual(page.problems, []);
  } finally { await end(); }
});

test('names from a file are words in the sheet, whatever they hold', { timeout: 60_000 }, async () => {
  const file = join(folder, 'bad.vtt');
  const bad = '<img src=x onerror=globalThis.ran=1>';
  writeFileSync(file, `WEBVTT\n\n00:01.000 --> 00:02.000\n<v &lt;img src=x onerror=globalThis.ran=1&gt;>Hello &lt;script&gt;globalThis.ran=1&lt;/script&gt;\n\n00:03.000 --> 00:04.000\n<v Ben=Ray>Yes?\n`);
  const { page, end } = await opened(keeper);
  try {
    await page.evaluate(text => document.querySelector('vis-a-vis').open(new Blob([text])), readFileSync(file, 'utf8'));
    await ready(page);
    assert.ok((await transcript(page)).names.includes(bad));
    await page.native.locator('.save').click();
    await page.native.getByRole('button', { name: 'Share less …' }).click();
    await page.waitFor(() => document.querySelector('vis-a-vis').shadowRoot.querySelector('dialog .preview')?.textContent.includes('Hello <script>'));
    assert.match(await inside(page, 'dialog [role=status]'), /changed|Nothing/);
    assert.equal(await page.evaluate(() => globalThis.ran), undefined);
    assert.equal(await page.evaluate(() => document.querySelector('vis-a-vis').shadowRoot.querySelectorAll('dialog img, dialog script').length), 0);
  } finally { await end(); }
});

test('a locked link of less opens with its passphrase and holds no more than it', { timeout: 60_000 }, async () => {
  const { page, end } = await opened(keeper);
  try {
    const names = (await transcript(page)).names;
    const address = await link(page, { less: ['names persons'], passphrase: 'tide table' });
    assert.match(address, /#doc=e1\.[\w-]+$/);
    await page.native.goto('about:blank');
    await page.native.goto(address);
    await page.native.locator('dialog input').fill('tide table');
    await page.native.locator('dialog input').press('Enter');
    await ready(page);
    const now = await transcript(page);
    assert.deepEqual(now.names, ['Person A', 'Person B']);
    for (const name of names) assert.ok(!now.texts.join(' ').includes(name.split(' ').at(-1)));
  } finally { await end(); }
});

test('the command says what is wrong, and writes nothing', () => {
  const run = (...words) => spawnSync(join(root, 'build/native/visavis'), words, { encoding: 'utf8' });
  const first = JSON.parse(run('inspect', sample).stdout).speakers[0].name;
  for (const [status, words] of [
    [2, ['link', '--names', 'some', sample]], [2, ['convert', '--to', 'text', '--turns', '5-2', sample]], [2, ['bundle', '--strike', sample]],
    [1, ['convert', '--to', 'text', '--turns', '5-20000', sample]], [1, ['convert', '--to', 'text', '--call', `${first}=${first}`, sample]],
    [1, ['link', '--names', 'persons', '--base', `https://${first.split(' ').at(-1)}.example/`, sample]],
    [1, ['bundle', '--names', 'persons', '--view', `q=${encodeURIComponent(first)}`, sample]],
    [1, ['convert', '--to', 'text', '--names', 'persons', '-o', join(folder, `${first.replaceAll(' ', '-')}.txt`), sample]],
  ]) {
    const { status: given, stdout, stderr } = run(...words);
    assert.equal(given, status, `${words.join(' ')}: ${stderr}`);
    assert.equal(stdout, '');
    assert.ok(stderr);
  }
});

test('a table of less names nobody who was taken out, nor the folder of the file', () => {
  const run = (...words) => spawnSync(join(root, 'build/native/visavis'), words, { encoding: 'utf8' });
  const names = JSON.parse(run('inspect', sample).stdout).speakers.map(one => one.name);
  for (const per of ['speaker', 'topic', 'question']) {
    const { status, stdout, stderr } = run('table', '--per', per, '--names', 'persons', '--strike', 'barometer', sample);
    assert.equal(status, 0, stderr);
    const whole = run('table', '--per', per, sample).stdout;
    assert.equal(stdout.split('\n').length, whole.split('\n').length);
    for (const word of [...names.map(name => name.split(' ').at(-1)), 'barometer', 'assets']) assert.ok(!stdout.includes(word), `${per}: ${word}`);
  }
  assert.match(run('table', '--names', 'roles', sample).stdout, /Interviewer/);
  assert.equal(run('table', '--strike', sample).status, 2);
});
