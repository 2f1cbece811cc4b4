// Turns that a person gives to another speaker: one alone, all of a name, a line that is no speaker's; and what leaves with them.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { opened, settled } from './helpers.mjs';
import { openPage } from './support.mjs';

const talk = 'Ana: Where did the ferry land?\n\nBen: At the old pier.\n\nAna: Every day?\n\nBen: In summer. In winter it stayed where it was.\n\nAna: And Note?\n\nBen: Nobody.\n';
const voices = page => page.evaluate(() => {
  const { speakers, turns } = document.querySelector('vis-a-vis').transcript;
  return turns.map(turn => turn.speaker === null ? '' : speakers[turn.speaker].name).join(' ');
});
/** The menu of a turn, open. */
const menuOf = async (page, turn) => {
  await page.evaluate(id => document.querySelector('vis-a-vis').shadowRoot.querySelector(`.turn[data-t="${id}"] .words`).click(), turn);
  await page.waitFor(id => document.querySelector('vis-a-vis').shadowRoot.querySelector(`.turn[data-t="${id}"] .fix`), turn);
  await page.evaluate(() => document.querySelector('vis-a-vis').shadowRoot.querySelector('.fix').click());
  await page.waitFor(() => document.querySelector('vis-a-vis').shadowRoot.querySelector('.menu'));
};
const given = async (page, to) => {
  await page.evaluate(name => {
    const { shadowRoot } = document.querySelector('vis-a-vis');
    const form = [...shadowRoot.querySelectorAll('.menu form')].find(one => one.querySelector('select'));
    const select = form.querySelector('select'), known = [...select.options].find(one => one.textContent === name);
    select.value = known ? known.value : 'new';
    select.dispatchEvent(new Event('change'));
    if (!known) form.querySelector('input').value = name;
    form.requestSubmit();
  }, to);
};
const become = async (page, wanted) => {
  await page.waitFor(said => {
    const { speakers = [], turns = [] } = document.querySelector('vis-a-vis')?.transcript ?? {};
    return turns.map(turn => turn.speaker === null ? '' : speakers[turn.speaker].name).join(' ') === said;
  }, wanted);
  await settled(page);
};

test('one turn goes to another or to somebody new, undone in steps, and travels in the link', { timeout: 90000 }, async () => {
  const { page, site, end } = await opened('');
  try {
    await page.evaluate(async text => { await document.querySelector('vis-a-vis').open(text); }, talk);
    assert.equal(await voices(page), 'Ana Ben Ana Ben Ana Ben');
    await menuOf(page, 3);
    await given(page, 'Ana');
    await become(page, 'Ana Ben Ana Ana Ana Ben');
    await menuOf(page, 1);
    await given(page, 'The ferryman');
    await become(page, 'Ana The ferryman Ana Ana Ana Ben');
    // Who is new can be renamed and is counted.
    await menuOf(page, 1);
    await page.evaluate(() => {
      const form = [...document.querySelector('vis-a-vis').shadowRoot.querySelectorAll('.menu form')].find(one => !one.querySelector('select'));
      form.querySelector('input').value = 'Ole';
      form.requestSubmit();
    });
    await become(page, 'Ana Ole Ana Ana Ana Ben');
    const rows = await page.evaluate(() => [...document.querySelector('vis-a-vis').shadowRoot.querySelectorAll('.lanes tbody th')].map(one => one.textContent));
    assert.deepEqual(rows, ['Ana', 'Ben', 'Ole']);
    // What is written and what a link opens have it too.
    const text = await page.evaluate(async () => (await document.querySelector('vis-a-vis').exportAs('text')).text());
    assert.match(text, /Ole:\s+At the old pier/);
    const link = await page.evaluate(() => document.querySelector('vis-a-vis').link({ carry: true }));
    const other = await openPage('chromium', link.replace(/^[^#]*/, site.url));
    try { await become(other, 'Ana Ole Ana Ana Ana Ben'); } finally { await other.close(); }
    for (const before of ['Ana The ferryman Ana Ana Ana Ben', 'Ana Ben Ana Ana Ana Ben', 'Ana Ben Ana Ben Ana Ben']) {
      await page.evaluate(() => document.querySelector('vis-a-vis').shadowRoot.querySelector('[aria-label="Undo"]').click());
      await become(page, before);
    }
    assert.deepEqual(page.problems, []);
  } finally { await end(); }
});

test('all turns of a name, and a line that is no speaker’s: that and nothing else', { timeout: 90000 }, async () => {
  const { page, end } = await opened('');
  try {
    await page.evaluate(async text => { await document.querySelector('vis-a-vis').open(text); }, `${talk}\nDora: I was there.\n\nAna: You were?\n\nDora: On the quay.\n`);
    assert.equal(await voices(page), 'Ana Ben Ana Ben Ana Ben Dora Ana Dora');
    await menuOf(page, 6);
    await page.evaluate(() => [...document.querySelector('vis-a-vis').shadowRoot.querySelectorAll('.menu>button')].find(one => one.textContent === 'Ben').click());
    await become(page, 'Ana Ben Ana Ben Ana Ben Ben Ana Ben');
    await page.evaluate(() => document.querySelector('vis-a-vis').shadowRoot.querySelector('[aria-label="Undo"]').click());
    await become(page, 'Ana Ben Ana Ben Ana Ben Dora Ana Dora');
    await menuOf(page, 6);
    await page.evaluate(() => [...document.querySelector('vis-a-vis').shadowRoot.querySelectorAll('.menu>button')].find(one => one.textContent === 'This is not a speaker').click());
    await become(page, 'Ana Ben Ana Ben Ana Ben Ana Dora');
    assert.match(await page.evaluate(() => document.querySelector('vis-a-vis').transcript.turns[5].text), /Nobody\.\s+Dora: I was there\./);
  } finally { await end(); }
});

test('where who speaks is not sure, the other reading is one click away, and back', { timeout: 90000 }, async () => {
  const { page, end } = await opened('');
  const prose = `A long text about the weir.\n\n${Array.from({ length: 4 }, () =>
    `Upper Gate: the water stood high, and it was said of it that it was so.\n\n${'The town paid for what it had and for what it had not.\n\n'.repeat(60)}`).join('')}`;
  const speakers = () => page.evaluate(() => document.querySelector('vis-a-vis').transcript.speakers.map(speaker => speaker.name).join(' '));
  const until = wanted => page.waitFor(said => document.querySelector('vis-a-vis').transcript?.speakers.map(speaker => speaker.name).join(' ') === said, wanted);
  const press = words => page.evaluate(said => {
    const { shadowRoot } = document.querySelector('vis-a-vis');
    [...shadowRoot.querySelectorAll('.notice button, dialog button')].find(button => button.textContent === said).click();
  }, words);
  try {
    await page.evaluate(async text => { await document.querySelector('vis-a-vis').open(text); }, prose);
    assert.equal(await speakers(), '');
    await page.waitFor(() => /could also be read with "Upper Gate" as a speaker\./.test(document.querySelector('vis-a-vis').shadowRoot.querySelector('.notice')?.textContent ?? ''));
    await press('Read it so');
    await until('Upper Gate');
    await settled(page);
    await page.evaluate(() => { document.querySelector('vis-a-vis').shadowRoot.querySelector('[aria-label="Undo"]').click(); });
    await until('');
    assert.deepEqual(page.problems, []);
  } finally {
    await end();
  }
});

test('who is what and which language is spoken: told with how sure that is, said by a person, in links and undone', { timeout: 90000 }, async () => {
  const { page, site, end } = await opened('');
  const english = 'Ana: Where did the ferry land?\n\nBen: It was at the old pier, and we all had to wait there for it.\n\nAna: Every day?\n\nBen: In summer. In winter it stayed where it was.\n\nAna: And who was on it?\n\nBen: Nobody that I knew, but they came.\n';
  const roles = where => where.evaluate(() => document.querySelector('vis-a-vis').transcript.speakers.map(one => one.role).join());
  const spoken = async () => page.evaluate(async () => JSON.parse(await (await document.querySelector('vis-a-vis').exportAs('inspect')).text()).spoken);
  const sheet = async () => {
    await page.evaluate(() => document.querySelector('vis-a-vis').shadowRoot.querySelector('.reading').click());
    await page.waitFor(() => document.querySelector('vis-a-vis').shadowRoot.querySelector('dialog[open] [aria-label="What Ben does here"]'));
  };
  const choose = async (label, value) => {
    await page.evaluate(([name, to]) => {
      const select = document.querySelector('vis-a-vis').shadowRoot.querySelector(`[aria-label="${name}"]`);
      select.value = to;
      select.dispatchEvent(new Event('change'));
    }, [label, value]);
  };
  const are = (where, wanted) => where.waitFor(said => document.querySelector('vis-a-vis')?.transcript?.speakers.map(one => one.role).join() === said, wanted);
  try {
    await page.evaluate(async text => { await document.querySelector('vis-a-vis').open(text); }, english);
    assert.equal(await roles(page), 'interviewer,interviewee');
    await sheet();
    await page.waitFor(() => {
      const { shadowRoot } = document.querySelector('vis-a-vis');
      const first = label => shadowRoot.querySelector(`[aria-label="${label}"]`)?.options[0].textContent ?? '';
      return /^interviewee \(by the questions, sure to \d+%\)$/.test(first('What Ben does here')) && first('Language spoken') === 'English (by the words)';
    });
    // Of two, the other has the other role.
    await choose('What Ben does here', 'interviewer');
    await are(page, 'interviewee,interviewer');
    await settled(page);
    await sheet();
    await choose('Language spoken', 'de');
    await page.waitFor(() => document.querySelector('vis-a-vis').transcript.language === 'de');
    await settled(page);
    assert.deepEqual(await spoken(), { language: 'de', given: true });
    // In the menu of a turn too.
    await menuOf(page, 0);
    await choose('What Ana does here', 'moderator');
    await are(page, 'moderator,interviewer');
    await settled(page);
    const link = await page.evaluate(() => document.querySelector('vis-a-vis').link({ carry: true }));
    const other = await openPage('chromium', link.replace(/^[^#]*/, site.url));
    try {
      await are(other, 'moderator,interviewer');
      assert.equal(await other.evaluate(() => document.querySelector('vis-a-vis').transcript.language), 'de');
    } finally { await other.close(); }
    for (const before of ['interviewee,interviewer', 'interviewee,interviewer', 'interviewer,interviewee']) {
      await page.evaluate(() => document.querySelector('vis-a-vis').shadowRoot.querySelector('[aria-label="Undo"]').click());
      await are(page, before);
      await settled(page);
    }
    assert.deepEqual(await spoken(), { language: 'en', given: false });
    assert.deepEqual(page.problems, []);
  } finally { await end(); }
});
