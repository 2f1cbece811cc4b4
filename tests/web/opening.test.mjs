// Every way to a transcript: the picker, a drop, a paste, an address, the samples, the element's own words.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { after, before, beforeEach, test } from 'node:test';
import { count, keeper, listening, opened, ready, samples, texts } from './helpers.mjs';
import { inspect, root } from './support.mjs';

const words = readFileSync(join(root, 'assets/samples', keeper), 'utf8');
let page, site, end;
before(async () => ({ page, site, end } = await opened('')));
after(() => end?.());
beforeEach(async () => {
  await page.native.goto('about:blank');
  await page.native.goto(site.url);
  await page.waitFor(() => document.querySelector('vis-a-vis')?.shadowRoot.querySelector('.samples a'));
});
const turns = () => page.evaluate(() => document.querySelector('vis-a-vis').transcript.turns.length);
const expected = () => inspect(join('assets/samples', keeper)).turns.length;

/** A drop of a file or of text onto the page, as the browser would report it. */
const drop = (content, name) => page.evaluate((text, file) => {
  const data = new DataTransfer();
  if (file) data.items.add(new File([text], file)); else data.setData('text/plain', text);
  const target = document.querySelector('vis-a-vis');
  for (const type of ['dragenter', 'dragover', 'drop'])
    target.dispatchEvent(new DragEvent(type, { dataTransfer: data, bubbles: true, composed: true, cancelable: true }));
}, content, name);

test('the empty page says what to do and offers every sample', async () => {
  const links = await texts(page, '.samples b');
  assert.equal(links.length, samples.length);
  assert.match((await texts(page, '.empty h1'))[0], /\S/);
  const addresses = await page.evaluate(() => [...document.querySelector('vis-a-vis').shadowRoot.querySelectorAll('.samples a')]
    .map(link => decodeURIComponent(link.hash).replace('#src=samples/', '')));
  assert.deepEqual(addresses.sort(), [...samples].sort());
});

test('a sample opens by its link, and the way back leads to the empty page', async () => {
  await page.native.locator('.samples a').first().click();
  await ready(page);
  assert.equal(await turns(), expected());
  await page.native.goBack();
  await page.waitFor(() => document.querySelector('vis-a-vis').transcript === null);
});

test('the picker opens a file', async () => {
  const chooser = page.native.waitForEvent('filechooser');
  await page.native.getByRole('button', { name: 'Choose a file' }).click();
  await (await chooser).setFiles(join(root, 'assets/samples', keeper));
  await ready(page);
  assert.equal(await turns(), expected());
});

test('captions that name who speaks as plain text does open with their speakers', async () => {
  await drop(['ILKA – Who has the key?', 'TOMA – Not I.', 'ILKA – Then who?', 'TOMA – Ask the miller.']
    .map((line, i) => `${i + 1}\n00:00:0${2 * i},000 --> 00:00:0${2 * i + 1},000\n${line}\n`).join('\n'), 'dashes.srt');
  await ready(page);
  assert.deepEqual(await page.evaluate(() => document.querySelector('vis-a-vis').transcript.speakers.map(one => one.name)), ['ILKA', 'TOMA']);
});

test('a dropped file opens', async () => {
  await drop(words, 'anything.bin');
  await ready(page);
  assert.equal(await turns(), expected());
  assert.equal(await count(page, '[data-over]'), 0);
});

test('dropped text opens', async () => {
  await drop('Ada: How did it begin?\nGrace: With a moth.', '');
  await ready(page);
  assert.equal(await turns(), 2);
});

test('pasted text opens, and text pasted into a field does not', async () => {
  const paste = (text, where) => page.evaluate((content, selector) => {
    const data = new DataTransfer();
    data.setData('text/plain', content);
    const target = selector ? document.querySelector('vis-a-vis').shadowRoot.querySelector(selector) : document.body;
    target.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, composed: true, cancelable: true }));
  }, text, where);
  await paste(words, '');
  await ready(page);
  assert.equal(await turns(), expected());
  await paste('Ada: One?\nGrace: Two.', '.search input');
  assert.equal(await turns(), expected());
});

test('a word that is pasted is looked for; a talk that is pasted takes the place, and Undo and Back bring the former with its corrections', async () => {
  const paste = text => page.evaluate(content => {
    const data = new DataTransfer();
    data.setData('text/plain', content);
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, composed: true, cancelable: true }));
  }, text);
  const names = () => page.evaluate(() => document.querySelector('vis-a-vis').transcript.speakers.map(one => one.name).join());
  await drop('Ada: How did it begin?\nGrace: With a moth.', '');
  await ready(page);
  await paste('with a moth');
  assert.equal(await page.evaluate(() => document.querySelector('vis-a-vis').shadowRoot.querySelector('input[type=search]').value), 'with a moth');
  assert.equal(await names(), 'Ada,Grace');
  await page.native.keyboard.press('Escape');
  await page.native.keyboard.press('j');
  await page.native.keyboard.press('e');
  await page.native.locator('.menu input').fill('Ada L.');
  await page.native.keyboard.press('Enter');
  await page.waitFor(() => document.querySelector('vis-a-vis').transcript.speakers[0].name === 'Ada L.');
  await paste('Ben: One?\nAna: Two.\nBen: Three?');
  await page.waitFor(() => document.querySelector('vis-a-vis').transcript.turns.length === 3);
  await page.native.getByRole('button', { name: 'Undo' }).last().click();
  await page.waitFor(() => document.querySelector('vis-a-vis').transcript?.turns.length === 2);
  assert.equal(await names(), 'Ada L.,Grace');
  await page.native.goForward();
  await page.waitFor(() => document.querySelector('vis-a-vis').transcript?.turns.length === 3);
  await page.native.goBack();
  await page.waitFor(() => document.querySelector('vis-a-vis').transcript?.turns.length === 2);
  assert.equal(await names(), 'Ada L.,Grace');
});

test('of several files dropped each is offered', async () => {
  await page.evaluate(() => {
    const data = new DataTransfer();
    for (const [name, text] of [['a.txt', 'Ada: One?\nGrace: Two.'], ['b.txt', 'Ben: One?\nAna: Two.\nBen: Three?']]) data.items.add(new File([text], name));
    document.querySelector('vis-a-vis').dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, composed: true, cancelable: true }));
  });
  await page.waitFor(() => document.querySelector('vis-a-vis').transcript?.turns.length === 2);
  await page.native.getByRole('button', { name: 'Open b.txt' }).click();
  await page.waitFor(() => document.querySelector('vis-a-vis').transcript?.turns.length === 3);
  await page.native.keyboard.press('Escape');
});

test('text typed into the empty page opens', async () => {
  await page.native.getByRole('button', { name: 'Paste text' }).click();
  await page.native.getByLabel('Transcript text').fill('Ada: One?\nGrace: Two.\nAda: Three?');
  await page.native.getByRole('button', { name: 'Read this' }).click();
  await ready(page);
  assert.equal(await turns(), 3);
});

test('open() takes text, a blob, bytes and an address, and answers with the frozen transcript', async () => {
  const answers = await page.evaluate(async name => {
    const element = document.querySelector('vis-a-vis');
    const bytes = await (await fetch(`samples/${name}`)).arrayBuffer();
    const found = [];
    for (const what of [new TextDecoder().decode(bytes), new Blob([bytes]), bytes, new URL(`samples/${name}`, location.href)]) {
      const transcript = await element.open(what);
      found.push([transcript.turns.length, transcript === element.transcript, Object.isFrozen(transcript)]);
    }
    return found;
  }, keeper);
  for (const answer of answers) assert.deepEqual(answer, [expected(), true, true]);
});

test('what cannot be read is refused in one calm sentence, and what was shown stays', async () => {
  await drop(words, keeper);
  await ready(page);
  const heard = await listening(page, 'vis-a-vis:error');
  await page.evaluate(() => { location.hash = '#src=samples/no-such-interview.txt'; });
  assert.equal((await heard()).code, 'http');
  const [sentence] = await texts(page, '[role=alert] p');
  assert.match(sentence, /no-such-interview\.txt/);
  assert.equal(await turns(), expected());
  await page.native.keyboard.press('Escape');
  assert.equal((await texts(page, '[role=alert] p')).length, 0);
  page.problems.length = 0; // the browser itself logs the 404
});

test('an address whose answer breaks off is as one that could not be reached', async () => {
  const half = createServer((_, response) => {
    response.writeHead(200, { 'access-control-allow-origin': '*', 'content-length': 1000 });
    response.write('Ada: Who rows?\n');
    setTimeout(() => response.destroy(), 50);
  });
  await new Promise(done => half.listen(0, '127.0.0.1', done));
  const heard = await listening(page, 'vis-a-vis:error');
  await page.evaluate(port => { location.hash = `#src=${encodeURIComponent(`http://127.0.0.1:${port}/half.txt`)}`; }, half.address().port);
  assert.equal((await heard()).code, 'fetch');
  half.close();
  page.problems.splice(0, Infinity, ...page.problems.filter(line => !/net::ERR_/.test(line))); // the browser's own
});

test('a file without a word is refused with its name and what to do', async () => {
  await drop('\0\0\0\0\u0001\u0002', 'noise.bin');
  await page.waitFor(() => document.querySelector('vis-a-vis').shadowRoot.querySelector('[role=alert] p'));
  const said = (await texts(page, '[role=alert] p')).join(' ');
  assert.match(said, /noise\.bin.*\. \S/);
});

test('an empty file, and one of spaces, is refused in a sentence', async () => {
  for (const [text, name] of [['', 'empty.txt'], [' \n\t\r\n', 'blank.vtt']]) {
    await drop(text, name);
    await page.waitFor(wanted => document.querySelector('vis-a-vis').shadowRoot.querySelector('[role=alert] p')?.textContent.includes(wanted), name);
    assert.match((await texts(page, '[role=alert] p')).join(' '), /^There is nothing in \S+\. \S/);
  }
  assert.equal(await page.evaluate(() => document.querySelector('vis-a-vis').open('').catch(error => error.code)), 'empty');
});

test('a line break in a file’s name opens the file', async () => {
  await drop(words, 'two\nlines.txt');
  await ready(page);
  assert.equal(await turns(), expected());
});

test('nothing was logged as an error', () => assert.deepEqual(page.problems, []));
