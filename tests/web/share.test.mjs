// Sharing: links out of the page, the sheet that makes them, passphrases.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { inflateRawSync } from 'node:zlib';
import { keeper, opened, ready, samples, settled } from './helpers.mjs';
import { inspect, root } from './support.mjs';

const fileOf = name => join(root, 'assets/samples', name);
const told = inspect(fileOf(keeper));
let page, site, end;
before(async () => ({ page, site, end } = await opened(keeper)));
after(() => end?.());

const link = how => page.evaluate(options => document.querySelector('vis-a-vis').link(options), how);
const carried = address => inflateRawSync(Buffer.from(/doc=z1\.([\w-]+)/.exec(address)[1], 'base64url'));
const visit = async address => {
  await page.native.goto('about:blank');
  await page.native.goto(address);
};
const open = async address => {
  await visit(address);
  await ready(page);
};
const transcript = () => page.evaluate(() => {
  const { title, speakers, turns } = document.querySelector('vis-a-vis').transcript;
  return { title, names: speakers.map(one => one.name), texts: turns.map(one => one.text) };
});
const inside = (selector, property = 'textContent') => page.evaluate((wanted, name) =>
  document.querySelector('vis-a-vis').shadowRoot.querySelector(wanted)?.[name] ?? null, selector, property);

test('the page’s link carries what the command’s link carries', async () => {
  for (const name of samples) {
    await open(`${site.url}#src=samples/${name}`);
    const command = spawnSync(join(root, 'build/native/visavis'), ['link', fileOf(name)], { encoding: 'utf8' }).stdout.trim();
    const own = await link({ carry: true, view: false });
    assert.equal(own.slice(0, own.indexOf('z1.') + 3), `${site.url}#doc=z1.`);
    assert.deepEqual(carried(own), carried(command));
    assert.deepEqual(carried(own), readFileSync(fileOf(name)));
  }
});

test('a transcript with an address is linked to there, with the view', async () => {
  await open(`${site.url}#src=samples/${keeper}`);
  await page.evaluate(() => document.querySelector('vis-a-vis').goTo('turn=5&q=lamp'));
  await settled(page);
  const address = await link({});
  assert.match(address, new RegExp(`#src=${encodeURIComponent(`samples/${keeper}`)}&turn=5&q=lamp`));
  assert.doesNotMatch(await link({ view: false }), /turn|q=/);
  await open(address);
  assert.equal(await inside('.turn.selected', 'textContent').then(text => text?.includes(told.turns[5].text)), true);
});

test('a part is a short link to those turns alone', async () => {
  await open(`${site.url}#src=samples/${keeper}`);
  const whole = await link({ carry: true, view: false }), part = await link({ turns: [4, 7] });
  assert.ok(part.length < whole.length / 2, `${part.length} of ${whole.length}`);
  await open(part);
  const found = await transcript();
  assert.deepEqual(found.texts, told.turns.slice(4, 8).map(one => one.text));
  assert.deepEqual(found.names, told.speakers.map(one => one.name));
});

test('corrections go with the link', async () => {
  await open(`${site.url}#src=samples/${keeper}&fix=rename%200%20Nobody%0Atitle%20The%20coat`);
  await open(await link({ carry: true }));
  assert.equal((await transcript()).title, 'The coat');
  assert.equal((await transcript()).names[0], 'Nobody');
});

test('a passphrase locks the words, names, title and view; wrong is told from damaged', async () => {
  await open(`${site.url}#src=samples/${keeper}&fix=title%20The%20coat&q=barometer&turn=3`);
  const address = await link({ passphrase: 'tide table' });
  assert.match(address, /^[^#]+#doc=e1\.[\w-]+$/);
  const bytes = Buffer.from(address.slice(address.indexOf('e1.') + 3), 'base64url');
  for (const word of ['coat', 'barometer', 'Holt', 'Skarholm', 'lighthouse', 'keeper', 'title', 'turn='])
    assert.ok(!address.includes(word) && !bytes.includes(word), word);
  assert.notEqual(address, await link({ passphrase: 'tide table' }), 'a salt of its own each time');
  assert.ok(bytes[8] >= 6, 'its key took 600,000 rounds');
  await visit(address);
  await page.waitFor(() => document.querySelector('vis-a-vis')?.shadowRoot.querySelector('dialog input'));
  const field = page.native.locator('dialog input');
  await field.fill('tide tables');
  await field.press('Enter');
  assert.match(await page.waitFor(() => /not the passphrase/.test(document.querySelector('vis-a-vis').shadowRoot.querySelector('dialog')?.textContent) && 'is not the passphrase'), /not/);
  assert.equal(await page.evaluate(() => document.querySelector('vis-a-vis').transcript), null);
  await field.fill('tide table');
  await field.press('Enter');
  await ready(page);
  assert.deepEqual((await transcript()).texts, told.turns.map(one => one.text));
  assert.equal((await transcript()).title, 'The coat');
  assert.equal(await inside('.search input', 'value'), 'barometer');
  // What is done then puts no word into the address.
  await page.native.mouse.click(500, 500);
  await page.native.keyboard.press('/');
  await page.native.keyboard.type('Tuesday');
  await new Promise(done => setTimeout(done, 1200));
  assert.doesNotMatch(await page.evaluate(() => location.hash.replace(/doc=[^&]*/, '')), /Tuesday|q=|fix=|who=/);
  const flipped = `${address.slice(0, -20)}${address.at(-20) === 'A' ? 'B' : 'A'}${address.slice(-19)}`;
  for (const broken of [flipped, address.slice(0, -9), `${site.url}#doc=e1.`, `${site.url}#doc=e1.AAAA`, `${site.url}#doc=e1.%%`, `${site.url}#doc=e1.${'A'.repeat(500_000)}`]) {
    await visit(broken);
    assert.match(await page.waitFor(() => document.querySelector('vis-a-vis')?.shadowRoot.querySelector('.notice')?.textContent), /damaged/);
  }
});

test('the sheet gives that link, says how long it is and what carries it', async () => {
  await open(`${site.url}#src=samples/${keeper}&range=3-6`);
  await page.native.locator('.share-it').click();
  const value = () => page.waitFor(() => document.querySelector('vis-a-vis').shadowRoot.querySelector('dialog [aria-label=Link]')?.value);
  assert.equal(await value(), await link({ view: true }));
  const note = await inside('dialog [role=status]');
  assert.match(note, new RegExp(`^${(await value()).length} characters\\. Anything carries it`));
  await page.native.locator('dialog label', { hasText: 'turns 4 to 7' }).click();
  await page.waitFor(() => document.querySelector('vis-a-vis').shadowRoot.querySelector('dialog [aria-label=Link]').value.includes('doc='));
  assert.equal(carried(await value()).toString(), carried(await link({ turns: [3, 6] })).toString());
  await page.native.locator('dialog summary', { hasText: 'Put it into a page' }).click();
  const codes = await page.evaluate(() => [...document.querySelector('vis-a-vis').shadowRoot.querySelectorAll('dialog textarea')].map(one => one.value));
  assert.ok(codes.some(code => code.includes('?embed#doc=')), codes.join('\n'));
  await page.native.keyboard.press('Escape');
});

test('where no script runs a picture with its caption stands in', async () => {
  await open(`${site.url}#src=samples/${keeper}`);
  const bad = '"><img src=x onerror=ran=1>';
  await page.evaluate(title => document.querySelector('vis-a-vis').open(`# ${title}\n\nAda: Hello there.\n\nKim <b>: Hello.\n\nAda: Yes?\n\nKim <b>: No.\n`), bad);
  await ready(page);
  await page.native.locator('.share-it').click();
  await page.native.locator('dialog summary', { hasText: 'Put it into a page' }).click();
  await page.native.locator('dialog summary', { hasText: 'A picture' }).click();
  const code = await page.waitFor(() => document.querySelector('vis-a-vis').shadowRoot.querySelector('dialog textarea[aria-label^="A figure"]')?.value);
  const elsewhere = await page.native.context().newPage(); // the page itself parses no text
  const parts = await elsewhere.evaluate(text => {
    const made = new DOMParser().parseFromString(text, 'text/html');
    const [picture, source] = [made.querySelector('figure a img'), made.querySelector('picture source')];
    return { images: made.querySelectorAll('img').length, scripts: made.querySelectorAll('[onerror],script,b').length, href: made.querySelector('figure a').href, alt: picture.alt,
      size: [picture.width, picture.height], files: [source.getAttribute('srcset'), picture.getAttribute('src')], caption: made.querySelector('figcaption').textContent };
  }, code).finally(() => elsewhere.close());
  assert.deepEqual([parts.images, parts.scripts, parts.files], [1, 0, ['interview-picture.svg', 'interview-picture.png']]);
  assert.ok(parts.size.every(side => side > 100) && parts.href.includes('#doc=z1.'));
  assert.match(parts.alt, /balance.*Ada: /s);
  assert.ok(parts.caption.startsWith(`${bad}. `), parts.caption);
  const [file] = await Promise.all([page.native.waitForEvent('download'), page.native.locator('dialog').getByRole('button', { name: 'Save SVG' }).click()]);
  assert.equal(file.suggestedFilename(), parts.files[0]);
  const drawn = readFileSync(await file.path(), 'utf8');
  assert.match(drawn, new RegExp(`width="${parts.size[0]}" height="${parts.size[1]}"`));
  assert.equal(await page.evaluate(() => globalThis.ran), undefined);
  await page.native.keyboard.press('Escape');
});

test('where few things carry the link the file is offered', async () => {
  const words = Array.from({ length: 6000 }, (_, i) => (Math.imul(i + 7, 2654435761) >>> 0).toString(36)).join(' ');
  await visit(site.url);
  await page.evaluate(text => document.querySelector('vis-a-vis').open(text), `Ada: Hello.\n\nKim: ${words}\n\nAda: Good.\n\nKim: Well.\n`);
  await page.native.locator('.share-it').click();
  await page.waitFor(() => document.querySelector('vis-a-vis').shadowRoot.querySelector('dialog [aria-label=Link]')?.value);
  assert.match(await inside('dialog [role=status]'), /too long for .*Slack/);
  assert.equal(await page.evaluate(() => [...document.querySelector('vis-a-vis').shadowRoot.querySelectorAll('dialog .button')].find(one => /file/.test(one.textContent)).hidden), false);
  await page.native.keyboard.press('Escape');
});

test('a turn and a heading have a link of their own', async () => {
  await open(`${site.url}#src=samples/${keeper}&turn=4`);
  await page.native.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.native.keyboard.press('e');
  await page.native.locator('.menu button', { hasText: 'Copy link' }).click();
  await page.waitFor(() => document.querySelector('vis-a-vis').shadowRoot.querySelector('.notice'));
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), `${site.url}#src=${encodeURIComponent(`samples/${keeper}`)}&turn=4`);
  await open(`${site.url}#src=samples/${keeper}`);
  const heading = page.native.locator('h2.heading', { hasText: told.sections[1].title });
  await heading.scrollIntoViewIfNeeded();
  await heading.hover();
  await page.native.locator('h2.heading button').click();
  await page.native.locator('.menu button', { hasText: 'Copy link' }).click();
  await page.waitFor(() => document.querySelector('vis-a-vis').shadowRoot.querySelector('.notice'));
  const link = await page.evaluate(() => navigator.clipboard.readText());
  assert.equal(link, `${site.url}#src=${encodeURIComponent(`samples/${keeper}`)}&topic=1`);
  await open(link);
  await page.waitFor(() => {
    const { shadowRoot: inside } = document.querySelector('vis-a-vis'), pane = inside.querySelector('.text').getBoundingClientRect();
    const one = inside.querySelector('[data-s="1"]').getBoundingClientRect();
    return Math.abs(one.top - pane.top) < 80;
  });
});

test('on a phone the sheets keep within their width', async () => {
  await page.native.setViewportSize({ width: 390, height: 844 });
  await open(`${site.url}#src=samples/${keeper}&range=3-6`);
  const within = () => page.evaluate(() => [...document.querySelector('vis-a-vis').shadowRoot.querySelectorAll('dialog, dialog .share')]
    .map(one => one.scrollWidth <= one.clientWidth && one.getBoundingClientRect().right <= innerWidth));
  await page.evaluate(() => document.querySelector('vis-a-vis').shadowRoot.querySelector('.share-it').click());
  await page.waitFor(() => document.querySelector('vis-a-vis').shadowRoot.querySelector('dialog [aria-label=Link]')?.value);
  await page.native.locator('dialog summary', { hasText: 'Put it into a page' }).click();
  await page.native.locator('dialog summary', { hasText: 'A picture' }).click();
  await page.waitFor(() => document.querySelector('vis-a-vis').shadowRoot.querySelector('dialog textarea[aria-label^="A figure"]')?.value);
  assert.ok((await within()).every(Boolean), JSON.stringify(await within()));
  await page.native.locator('dialog button', { hasText: 'Share less' }).click();
  await page.native.locator('dialog summary', { hasText: 'Other names' }).click();
  await page.waitFor(() => document.querySelector('vis-a-vis').shadowRoot.querySelector('dialog .preview')?.textContent.length > 100);
  assert.ok((await within()).every(Boolean), JSON.stringify(await within()));
  await page.native.keyboard.press('Escape');
});

test('nothing was logged as an error', () => assert.deepEqual(page.problems, []));
