// Links: what an address' fragment names is opened and gone to; what is damaged is told calmly.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { keeper, opened, ready, samples, settled } from './helpers.mjs';
import { inspect, root, written } from './support.mjs';

const fileOf = name => join(root, 'assets/samples', name);
const source = readFileSync(fileOf(keeper), 'utf8');
const told = inspect(fileOf(keeper));
const carrying = text => `doc=z1.${deflateRawSync(text).toString('base64url')}`;
const command = (...words) => spawnSync(join(root, 'build/native/visavis'), ['link', ...words], { encoding: 'utf8' });

let page, site, end;
before(async () => ({ page, site, end } = await opened('')));
after(() => end?.());
const visit = async fragment => {
  await page.native.goto('about:blank');
  await page.native.goto(`${site.url}#${fragment}`);
};
const open = async fragment => {
  await visit(fragment);
  await ready(page);
};
const notice = () => page.waitFor(() => document.querySelector('vis-a-vis').shadowRoot.querySelector('.notice')?.textContent ?? '');
const selected = () => page.evaluate(() => document.querySelector('vis-a-vis').shadowRoot.querySelector('.turn.selected')?.dataset.t ?? null);
const marked = name => page.evaluate(wanted => [...CSS.highlights.get(wanted) ?? []].map(range =>
  range.startContainer.data.slice(range.startOffset, range.endOffset)), name);
const inspected = () => page.evaluate(async () => {
  const { turns, speakers, sections, title } = document.querySelector('vis-a-vis').transcript;
  return { turns: [...turns], speakers, sections, title };
});

test('a link carries a transcript, and the command’s link the same one', async () => {
  for (const name of samples) {
    const { stdout, status } = command(fileOf(name));
    assert.equal(status, 0);
    assert.match(stdout, /^doc=z1\.[A-Za-z0-9_-]+\n$/);
    assert.deepEqual(inflateRawSync(Buffer.from(stdout.trim().slice(7), 'base64url')), readFileSync(fileOf(name)));
    await open(stdout.trim());
    const { turns, speakers, sections, title } = inspect(fileOf(name));
    assert.deepEqual(await inspected(), JSON.parse(JSON.stringify({ turns, speakers, sections: written(sections), title })));
  }
});

test('the command puts the fragment behind a base and refuses other codecs', () => {
  assert.match(command('--base', 'https://example.org/read/#old', fileOf(keeper)).stdout, /^https:\/\/example\.org\/read\/#doc=z1\./);
  assert.equal(command('--codec', 'z9', fileOf(keeper)).status, 2);
  assert.equal(command(fileOf('none.txt')).status, 1);
  assert.equal(command().status, 2);
});

test('a time leads to the turn that began last', async () => {
  await open('src=samples/one-oven.vtt');
  const { turns } = inspect(fileOf('one-oven.vtt'));
  const at = seconds => String(turns.filter(turn => turn.start_ms <= seconds * 1000).at(-1).id);
  for (const [said, seconds] of [['83.5', 83.5], ['1:23.5', 83.5], ['40', 40]]) {
    await page.evaluate(to => document.querySelector('vis-a-vis').goTo(`t=${to}`), said);
    await settled(page);
    assert.equal(await selected(), at(seconds), said);
  }
  assert.notEqual(at(83.5), at(40));
});

test('the transcript in the link stands before an address', async () => {
  await open(`src=samples/one-oven.vtt&${carrying(source)}`);
  assert.equal(await page.evaluate(() => document.querySelector('vis-a-vis').transcript.turns.length), told.turns.length);
});

test('turn, range, search and speakers open as the link has them, whatever else stands in it', async () => {
  const name = told.speakers[1].name;
  await open(`${carrying(source)}&%=%&100%&unknown=%zz&range=3-9&turn=5&q=smell&who=${encodeURIComponent(name)}&theme=dark`);
  assert.equal(await selected(), '5');
  assert.ok((await marked('vav-hit')).length > 0);
  assert.deepEqual(await page.evaluate(() => [...document.querySelector('vis-a-vis').shadowRoot.querySelectorAll('.lanes button')]
    .map(one => one.getAttribute('aria-pressed'))), ['false', 'true']);
  assert.ok(await page.evaluate(() => document.querySelector('vis-a-vis').shadowRoot.querySelectorAll('.outside').length > 0));
  assert.equal(await page.evaluate(() => document.querySelector('vis-a-vis').getAttribute('theme')), 'dark');
});

test('a part that is all a link names is where it opens; a place beside it stands', async () => {
  const top = turn => page.waitFor(id => {
    const { shadowRoot: inside } = document.querySelector('vis-a-vis'), pane = inside.querySelector('.text').getBoundingClientRect();
    const row = inside.querySelector(`[data-t="${id}"]`)?.getBoundingClientRect();
    return row && row.top > pane.top - 5 && row.top < pane.top + 120;
  }, turn);
  const measured = () => page.evaluate(() => document.querySelector('vis-a-vis').shadowRoot.querySelector('[part~=balance]').textContent);
  await open(`${carrying(source)}&range=16-20`);
  await top(16);
  const part = await measured();
  await open(`${carrying(source)}&range=16-20&place=5`);
  await top(5);
  assert.equal(await measured(), part);
  await open(`${carrying(source)}&range=16-20&turn=24`);
  assert.equal(await selected(), '24');
  // Seen from the beginning, a link says so.
  await open(`${carrying(source)}&range=16-20&place=0`);
  await top(0);
  assert.match(await page.evaluate(() => document.querySelector('vis-a-vis').link()), /range=16-20&place=0/);
});

test('a link with nothing in it is not called damaged; the command’s link of an offline copy holds no program', async () => {
  await visit(carrying(''));
  assert.match(await notice(), /nothing in this/);
  const copy = spawnSync(join(root, 'build/native/visavis'), ['bundle', fileOf(keeper)], { encoding: 'utf8', maxBuffer: 8 << 20 }).stdout;
  const link = spawnSync(join(root, 'build/native/visavis'), ['link', '-'], { input: copy, encoding: 'utf8', maxBuffer: 8 << 20 }).stdout.trim();
  assert.ok(link.length < 12_000, String(link.length));
  await open(link);
  assert.deepEqual((await inspected()).turns.map(turn => turn.text), told.turns.map(turn => turn.text));
  // The page's link of such a file carries the same.
  await page.evaluate(text => document.querySelector('vis-a-vis').open(text), copy);
  await page.waitFor(() => document.querySelector('vis-a-vis').transcript.turns.length > 20);
  const own = await page.evaluate(() => document.querySelector('vis-a-vis').link({ carry: true, view: false }));
  const carried = text => inflateRawSync(Buffer.from(/doc=z1\.([\w-]+)/.exec(text)[1], 'base64url')).toString();
  assert.equal(carried(own), carried(link));
});

test('a comma inside a name is no comma between names; a stray percent sign stands for itself', async () => {
  const text = 'Lee, Jr.: One thing is 100% sure, I think.\n\nAda: Is it?\n\nKim: It is.\n\nLee, Jr.: Yes.\n\nAda: Good.\n\nKim: Fine.\n\nLee, Jr.: Then.\n\nAda: So.\n';
  const names = JSON.parse(spawnSync(join(root, 'build/native/visavis'), ['inspect', '-'], { input: text, encoding: 'utf8' }).stdout).speakers.map(one => one.name);
  assert.ok(names.includes('Lee, Jr.'), names.join(' | '));
  await open(`${carrying(text)}&who=Lee%252C%20Jr.%2CKim&q=100%`);
  assert.deepEqual(await page.evaluate(() => [...document.querySelector('vis-a-vis').shadowRoot.querySelectorAll('.lanes button')]
    .map(one => one.getAttribute('aria-pressed'))), names.map(name => String(name !== 'Ada')));
  assert.deepEqual(await marked('vav-hit'), ['100%']);
});

test('t goes to the turn at that time', async () => {
  const { turns } = inspect(fileOf('one-oven.vtt'));
  await open(`src=samples/one-oven.vtt&t=${(turns[4].start_ms + 10) / 1000}`);
  assert.equal(await selected(), '4');
});

const long = told.turns.find(turn => turn.text.length > 200);
const quote = long.text.slice(60, 120).trim();
const around = () => `before=${encodeURIComponent(long.text.slice(28, 60))}&after=${encodeURIComponent(long.text.slice(60 + quote.length, 92 + quote.length))}`;

test('a quote is marked exactly, also where the words before it moved it', async () => {
  await open(`${carrying(source)}&quote=${encodeURIComponent(quote)}&${around()}`);
  await page.waitFor(() => CSS.highlights.get('vav-quote')?.size);
  assert.deepEqual(await marked('vav-quote'), [quote]);
  assert.equal(await selected(), String(long.id));
  const lines = source.split('\n');
  const moved = [...lines.slice(0, long.line - 1), lines[long.line - 1].replace(long.text.slice(0, 20), `Well, ${long.text.slice(0, 20)}`), ...lines.slice(long.line)].join('\n');
  assert.notEqual(moved, source);
  await open(`${carrying(moved)}&quote=${encodeURIComponent(quote)}&${around()}`);
  await page.waitFor(() => CSS.highlights.get('vav-quote')?.size);
  assert.deepEqual(await marked('vav-quote'), [quote]);
});

test('of the same words twice, those with the same surroundings are meant', async () => {
  const text = 'Ada: We went home at noon and slept.\n\nKim: And then?\n\nAda: Late, we went home at noon again.\n\nKim: Really?\n\nAda: Yes.\n\nKim: Oh.\n';
  await open(`${carrying(text)}&quote=went%20home%20at%20noon&before=Late%2C%20we%20&after=%20again.`);
  await page.waitFor(() => CSS.highlights.get('vav-quote')?.size);
  assert.equal(await selected(), '2');
});

test('a quote whose words are gone says so and goes to the place', async () => {
  await open(`${carrying(source)}&quote=${encodeURIComponent('words nobody ever said in it')}&turn=7&${around()}`);
  assert.match(await notice(), /not in this transcript/);
  await settled(page);
  assert.equal(await selected(), String(long.id));
});

test('damaged, cut, foreign and bursting payloads end in a calm message', async () => {
  const whole = carrying(source);
  const bomb = `doc=z1.${deflateRawSync(Buffer.alloc(80 << 20), { level: 9 }).toString('base64url')}`;
  for (const [fragment, says] of [
    [whole.slice(0, -40), /damaged/], [`${whole.slice(0, 400)}AAAA${whole.slice(404)}`, /damaged/], ['doc=z1.', /damaged/], ['doc=z1.%%%', /damaged/],
    ['doc=nonsense', /damaged/], ['doc=z7.AAAA', /not known/], [bomb, /64 MiB/], [`doc=z1.${'A'.repeat(2_000_000)}`, /damaged/],
  ]) {
    await visit(fragment);
    assert.match(await notice(), says, fragment.slice(0, 40));
    assert.equal(await page.evaluate(() => document.querySelector('vis-a-vis').transcript), null);
  }
});

test('nothing was logged as an error', () => assert.deepEqual(page.problems, []));

test('a percent sign in an address is one', async () => {
  await visit(`src=${encodeURIComponent('no%such.txt')}`);
  assert.match(await notice(), /answered 404 for no%such\.txt/);
});
