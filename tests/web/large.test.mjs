// A large transcript is read in a worker while the page goes on answering. That is shown by what the page does
// meanwhile, counted, not by how long anything takes.

import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, beforeEach, test } from 'node:test';
import { opened, ready, texts } from './helpers.mjs';
import { inspect, root, written } from './support.mjs';

const words = 'river lamp harbour letter tide bread winter engine ledger street because nobody wrote anything down'.split(' ');
const sentence = at => `${Array.from({ length: 9 + at % 7 }, (_, i) => words[(at * 7 + i * 5) % words.length]).join(' ')}${at % 4 ? '.' : '?'}`;
const clock = ms => new Date(ms).toISOString().slice(11, 23);
const kinds = {
  'large.txt': Array.from({ length: 9000 }, (_, i) =>
    `${i % 300 ? '' : `About the year ${1900 + i / 300}\n\n`}${i % 2 ? 'Ada Marsh' : 'Grace Ellwood'}: ${sentence(i)} ${sentence(i + 3)}\n\n`).join(''),
  'large.vtt': `WEBVTT\n\n${Array.from({ length: 12000 }, (_, i) =>
    `${clock(i * 2000)} --> ${clock(i * 2000 + 1900)}\n<v ${['Ada', 'Grace', 'Tomas'][(i >> 1) % 3]}>${sentence(i)}\n`).join('\n')}`,
  'large.srt': Array.from({ length: 12000 }, (_, i) =>
    `${i + 1}\n${clock(i * 2000).replace('.', ',')} --> ${clock(i * 2000 + 1900).replace('.', ',')}\nADA: ${sentence(i)}\n`).join('\n'),
};
// Segments of speech recognition: a format that only the second module reads.
kinds['large.json'] = JSON.stringify({ text: '', language: 'en', segments: Array.from({ length: 9000 }, (_, i) =>
  ({ id: i, seek: 0, start: i * 2, end: i * 2 + 1.5, text: ` ${sentence(i)}`, tokens: [], temperature: 0, avg_logprob: -0.2, compression_ratio: 1.1, no_speech_prob: 0 })) });

const folder = join(root, 'build/test/large');
mkdirSync(folder, { recursive: true });
for (const [name, text] of Object.entries(kinds)) writeFileSync(join(folder, name), text);

let page, site, end;
const workers = [];
before(async () => {
  ({ page, site, end } = await opened(''));
  page.native.on('worker', worker => workers.push(worker.url()));
});
after(() => end?.());
beforeEach(async () => {
  await page.native.goto('about:blank');
  await page.native.goto(site.url);
  await page.waitFor(() => document.querySelector('vis-a-vis')?.shadowRoot.querySelector('.samples a'));
  workers.length = 0;
});

/** Puts the texts into the page under their names; they are too long to be sent with each call. */
async function give(...names) {
  for (const name of names) {
    const handle = await page.native.evaluateHandle(text => text, kinds[name]);
    await page.native.evaluate(([key, text]) => { (globalThis.given ??= {})[key] = new Blob([text]); }, [name, handle]);
    await handle.dispose();
  }
}

/** Opens one and counts tasks of the page's own that ran before it was ready, and whether progress was shown in them. */
const openCounting = name => page.evaluate(async key => {
  const element = document.querySelector('vis-a-vis');
  let beats = 0, progress = 0, running = true;
  const beat = () => {
    if (!running) return;
    beats++;
    if (element.shadowRoot.querySelector('[role=progressbar]')) progress++;
    setTimeout(beat);
  };
  setTimeout(beat);
  const transcript = await element.open(globalThis.given[key]);
  running = false;
  return { beats, progress, turns: transcript.turns.length, frozen: Object.isFrozen(transcript.turns[0]), longest: element.stats.longestTaskMs };
}, name);

for (const name of Object.keys(kinds)) {
  test(`${name} is read in a worker, as inspect reads it`, async () => {
    await give(name);
    const { beats, turns, frozen, longest } = await openCounting(name);
    const started = workers.filter(url => url.endsWith('/worker.js')).length; // another one looks for topics later
    await ready(page);
    const expected = inspect(join(folder, name));
    assert.equal(started, 1);
    assert.ok(beats >= 10, `only ${beats} tasks of the page ran while it opened`);
    assert.equal(turns, expected.turns.length);
    assert.ok(frozen);
    const shown = await page.evaluate(() => {
      const { speakers, sections, balance, turns: [first], source } = document.querySelector('vis-a-vis').transcript;
      return { speakers, sections, balance, first, format: source.format };
    });
    const { measure, index, gini } = expected.balance; // the page's head has these of it
    assert.deepEqual(shown, { speakers: expected.speakers, sections: written(expected.sections), balance: { measure, index, gini },
      first: expected.turns[0], format: expected.source.format });
    const [lane] = expected.speakers;
    assert.deepEqual((await texts(page, '.lanes td')).slice(0, 2), lane ? [lane.turns, lane.words].map(number => number.toLocaleString('en')) : []);
    console.log(`# ${name}: ${beats} tasks of the page while it opened, longest task ${longest} ms`);
  });
}

test('a small file is read without a worker', async () => {
  await page.evaluate(() => document.querySelector('vis-a-vis').open('Ada: Where were you?\n\nGrace: At sea.\n\nAda: Alone?\n'));
  assert.equal(workers.length, 0);
});

test('opening another file ends the first one', async () => {
  await give('large.txt', 'large.vtt');
  const [first, second] = await page.evaluate(async () => {
    const element = document.querySelector('vis-a-vis');
    const one = element.open(globalThis.given['large.txt']).then(() => 'shown', error => error.code);
    await new Promise(done => setTimeout(done, 30));
    const two = element.open(globalThis.given['large.vtt']).then(transcript => transcript.source.format, error => error.code);
    return Promise.all([one, two]);
  });
  assert.deepEqual([first, second], ['superseded', 'webvtt']);
  await ready(page);
  assert.equal(await page.evaluate(() => document.querySelector('vis-a-vis').transcript.source.format), 'webvtt');
  // The one that looks for topics ends by itself.
  for (let i = 0; i < 100 && page.native.workers().length; i++) await new Promise(done => setTimeout(done, 100));
  assert.equal(page.native.workers().length, 0);
  assert.equal((await texts(page, '[role=alert] p')).length, 0);
  assert.equal((await texts(page, '[role=progressbar]')).length, 0);
});

test('what cannot be read is refused from the worker in the same words', async () => {
  const said = await page.evaluate(async () => {
    const element = document.querySelector('vis-a-vis');
    const noise = new Uint8Array(400_000).map((_, i) => i % 5);
    const [large, small] = [noise, noise.slice(0, 4000)].map(bytes => element.open(new Blob([bytes])).catch(error => error));
    return [(await small).message, (await element.open(new Blob([noise])).catch(error => error)).message, (await large).code];
  });
  assert.equal(said[0], said[1]);
  assert.equal(said[2], 'superseded');
  assert.ok(workers.length >= 1);
});

test('a worker that cannot be had is no obstacle', async () => {
  await page.native.route('**/worker.js', route => route.abort());
  await give('large.vtt');
  assert.equal((await openCounting('large.vtt')).turns, inspect(join(folder, 'large.vtt')).turns.length);
  await page.native.unroute('**/worker.js');
});

test('without workers the page reads itself, and shows the same', async () => {
  await page.native.addInitScript(() => { delete globalThis.Worker; });
  await page.native.reload();
  await page.waitFor(() => document.querySelector('vis-a-vis')?.shadowRoot.querySelector('.samples a'));
  for (const name of ['large.vtt', 'large.json']) {
    await give(name);
    assert.equal((await openCounting(name)).turns, inspect(join(folder, name)).turns.length);
  }
  assert.equal(workers.length, 0);
});

test('nothing was logged as an error', () => assert.deepEqual(page.problems.filter(line => !/ERR_FAILED/.test(line)), []));
