// What must hold when things are unusual: fingers instead of a mouse, a trap in WebAssembly, a file that loses
// something; and that what is saved is what the command writes.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, beforeEach, test } from 'node:test';
import { boxOf, keeper, opened, ready, samples, settled, texts } from './helpers.mjs';
import { root } from './support.mjs';

let page, site, end;
before(async () => ({ page, site, end } = await opened(keeper)));
after(() => end?.());
beforeEach(async () => {
  await page.native.goto('about:blank');
  await page.native.goto(`${site.url}#src=samples/${keeper}`);
  await ready(page);
});
const open = name => page.evaluate(async file => { await document.querySelector('vis-a-vis').open(new File([await (await fetch(`samples/${file}`)).blob()], file)); }, name);
const of = async () => (await texts(page, '.balance h2 small'))[0];

const shot = async () => (await page.native.screenshot({ clip: await boxOf(page, '.timeline .pane') })).toString('base64');
const fingers = async (session, type, points) => {
  await session.send('Input.dispatchTouchEvent', { type, touchPoints: points.map(([x, y], id) => ({ x, y, id })) });
};

test('two fingers zoom the timeline, one finger moved up or down leaves it to the page', async () => {
  const session = await page.native.context().newCDPSession(page.native);
  await session.send('Emulation.setTouchEmulationEnabled', { enabled: true, maxTouchPoints: 2 });
  const box = await boxOf(page, '.timeline .pane');
  const x = box.x + box.width * 0.5, y = box.y + 50;
  const whole = await shot();
  await fingers(session, 'touchStart', [[x - 20, y]]);
  await fingers(session, 'touchStart', [[x - 20, y], [x + 20, y]]);
  for (let apart = 30; apart <= 240; apart += 30) await fingers(session, 'touchMove', [[x - apart, y], [x + apart, y]]);
  await fingers(session, 'touchEnd', []);
  await settled(page);
  assert.equal(await of(), 'whole interview', 'a pinch measures nothing');
  assert.notEqual(await shot(), whole);
  await page.evaluate(() => document.querySelector('vis-a-vis').shadowRoot.querySelector('.text').focus());
  await page.native.keyboard.press('0');
  await settled(page);
  assert.equal(await shot(), whole);

  await page.native.route('**/article.html', route => route.fulfill({ contentType: 'text/html', body: `<!doctype html><html lang="en"><title>Article</title>
    <script type="module" src="vis-a-vis.js"></script><p style="height:300px">Before</p>
    <vis-a-vis src="samples/${keeper}" height="480"></vis-a-vis><p style="height:3000px">After</p>` }));
  await page.native.goto(`${site.url}article.html`);
  await ready(page);
  const pane = await boxOf(page, '.timeline .pane');
  const [px, py] = [pane.x + pane.width * 0.6, pane.y + 60];
  await fingers(session, 'touchStart', [[px, py]]);
  for (let moved = 10; moved <= 160; moved += 10) await fingers(session, 'touchMove', [[px, py - moved]]);
  await fingers(session, 'touchEnd', []);
  await page.waitFor(() => scrollY > 60);
  await settled(page);
  assert.equal(await of(), 'whole interview');
  await page.native.unroute('**/article.html');
  await session.send('Emulation.setTouchEmulationEnabled', { enabled: false });
});

test('a trap in WebAssembly leaves text and twins, and another file can be opened', async () => {
  const context = page.native.context();
  const other = await context.newPage();
  try {
    await other.addInitScript(() => {
      // A module of one function, which is an `unreachable`: the trap is WebAssembly's own.
      const trap = new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0,
        7, 5, 1, 1, 116, 0, 0, 10, 5, 1, 3, 0, 0, 11]))).exports.t;
      globalThis.traps = 0;
      const guarded = exports => Object.fromEntries(Object.entries(exports).map(([name, one]) => [name, typeof one !== 'function' ? one
        : (...words) => {
          if (globalThis.traps > 0) {
            globalThis.traps--;
            trap();
          }
          return one(...words);
        }]));
      const made = WebAssembly.instantiate; // of a compiled module
      WebAssembly.instantiate = async (...words) => {
        const instance = await made.apply(WebAssembly, words);
        return { exports: guarded(instance.exports) };
      };
    });
    await other.goto(`${site.url}#src=samples/${keeper}`);
    const until = body => other.waitForFunction(body, undefined, { timeout: 20000 });
    await until(() => document.querySelector('vis-a-vis')?.transcript && document.querySelector('vis-a-vis').stats.frames >= 3);
    // The text is built bit by bit.
    const built = () => until(() => document.querySelector('vis-a-vis').shadowRoot.querySelectorAll('.turn').length === document.querySelector('vis-a-vis').transcript.turns.length);
    const shown = () => other.evaluate(() => {
      const { shadowRoot } = document.querySelector('vis-a-vis');
      return { turns: shadowRoot.querySelectorAll('.turn').length, rows: shadowRoot.querySelectorAll('.balance tbody tr').length,
        drawing: shadowRoot.querySelector('.root').dataset.drawing };
    });
    await built();
    const before_ = await shown();
    assert.ok(before_.turns > 10 && before_.rows === 2 && before_.drawing === 'yes', JSON.stringify(before_));

    // The first time the page starts the core anew by itself.
    await other.evaluate(() => {
      globalThis.traps = 1;
      document.querySelector('vis-a-vis').goTo('turn=3');
    });
    await until(() => globalThis.traps === 0 && document.querySelector('vis-a-vis').shadowRoot.querySelector('.root').dataset.drawing === 'yes');
    await built();
    assert.deepEqual(await shown(), before_);

    // The second time it lets the reader choose.
    await other.evaluate(() => {
      globalThis.traps = 1;
      document.querySelector('vis-a-vis').goTo('turn=4');
    });
    await until(() => document.querySelector('vis-a-vis').shadowRoot.querySelector('.notice'));
    assert.deepEqual(await shown(), { ...before_, drawing: 'no' });
    await other.getByRole('table').first().waitFor({ state: 'visible' });

    await other.evaluate(async file => { await document.querySelector('vis-a-vis').open(new URL(`samples/${file}`, location.href)); }, samples[1]);
    await until(() => document.querySelector('vis-a-vis').shadowRoot.querySelector('.root').dataset.drawing === 'yes');
    assert.equal((await shown()).rows, 3);
  } finally { await other.close(); }
});

/** What the command writes. @param {string} format @param {string} file */
function converted(format, file) {
  const run = spawnSync(join(root, 'build/native/visavis'), ['convert', '--to', format, join('assets/samples', file)], { cwd: root, maxBuffer: 1 << 26 });
  assert.equal(run.status, 0, String(run.stderr));
  return run.stdout;
}
const formats = { 'Vis-à-vis JSON': 'inspect', 'WebVTT subtitles': 'webvtt', 'SubRip subtitles': 'srt', 'Table (CSV)': 'csv', Markdown: 'markdown',
  'Plain text': 'text', 'Web page': 'html' };

for (const file of [samples[1], samples[2]]) {
  test(`Save offers every format, and each file is what the command writes: ${file}`, async () => {
    await open(file);
    await ready(page);
    for (const [label, format] of Object.entries(formats)) {
      await page.native.getByRole('button', { name: 'Save', exact: true }).click();
      const download = page.native.waitForEvent('download');
      await page.native.getByRole('button', { name: label, exact: true }).click();
      const saved = readFileSync(await (await download).path());
      assert.ok(saved.equals(converted(format, file)), `${format} differs from what the command writes`);
    }
    await page.native.getByRole('button', { name: 'Save', exact: true }).click();
    await page.native.locator('.menu button').first().waitFor();
    assert.deepEqual(await texts(page, '.menu button'), ['Offline copy', ...Object.keys(formats), 'Pictures and figures …', 'Share less …']);
    await page.native.keyboard.press('Escape');
  });
}

test('a new name and a merging are in every export, and undone in every export', async () => {
  const written = () => page.evaluate(async names => {
    const element = document.querySelector('vis-a-vis');
    return Object.fromEntries(await Promise.all(names.map(async name => [name, await (await element.exportAs(name)).text()])));
  }, Object.values(formats));
  const names = () => page.evaluate(() => document.querySelector('vis-a-vis').transcript.speakers.map(one => one.name));
  await open(samples[1]);
  await ready(page);
  const [first, second, third] = await names();
  const original = await written();
  await page.native.getByRole('button', { name: 'Reading' }).click();
  const field = page.native.getByLabel(`Name of ${first}`, { exact: true });
  await field.fill('Wilhelmina');
  await field.press('Tab');
  await page.waitFor(() => document.querySelector('vis-a-vis').transcript.speakers.some(one => one.name === 'Wilhelmina'));
  for (const [format, text] of Object.entries(await written())) assert.ok(text.includes('Wilhelmina'), `${format} has no new name`);
  await page.native.getByRole('button', { name: 'Reading' }).click();
  await page.native.getByLabel(`${third} is the same person as`, { exact: true }).selectOption({ label: `the same as ${second}` });
  await page.waitFor(() => document.querySelector('vis-a-vis').transcript.speakers.length === 2);
  const { inspect, ...others } = await written();
  assert.ok(JSON.parse(inspect).speakers.some(one => one.name === second && one.aliases.includes(third)), 'the other name is an alias');
  for (const [format, text] of Object.entries(others)) assert.ok(text.includes('Wilhelmina') && !text.includes(`<v ${third}>`) && !text.includes(`${third}:`), format);
  await page.evaluate(() => document.querySelector('vis-a-vis').shadowRoot.querySelector('.text').focus());
  await page.native.keyboard.press('Control+z');
  await page.waitFor(() => document.querySelector('vis-a-vis').transcript.speakers.length === 3);
  await page.native.keyboard.press('Control+z');
  await page.waitFor(name => document.querySelector('vis-a-vis').transcript.speakers.some(one => one.name === name), first);
  assert.deepEqual(await written(), original);
});

test('what was lost is said at once, and the report has each with its line on demand', async () => {
  await page.evaluate(() => document.querySelector('vis-a-vis').open(
    'WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ada>One\n\n00:zz.000 --> 00:09.000\n<v Grace>This cue has no time\n\n00:10.000 --> 00:12.000\n<v Ada>Three\n'));
  await ready(page);
  const lost = await page.evaluate(() => document.querySelector('vis-a-vis').transcript.report.filter(note => note.level === 'loss'));
  assert.ok(lost.length > 0);
  assert.ok((await texts(page, '[role=alert] p')).length >= 1);
  await page.native.keyboard.press('Escape');
  await page.native.getByRole('button', { name: 'Reading' }).click();
  await page.native.locator('dialog .report').waitFor();
  const lines = await texts(page, 'dialog .report [data-level=loss]');
  assert.equal(lines.length, lost.length);
  assert.ok(lines[0].includes(`line ${lost[0].line}`));
  await page.native.keyboard.press('Escape');
});

test('nothing was logged as an error', () => assert.deepEqual(page.problems, []));
