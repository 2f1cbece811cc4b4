// A recording beside the words: marked, followed, heard from any turn, by keys, with subtitles. The recording is made
// here: half a minute of a quiet tone.

import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { texts } from './helpers.mjs';
import { ENGINES, openPage, serveSite } from './support.mjs';

const seconds = 30, rate = 8000;
/** A WAV file of 8-bit samples. */
function tone() {
  const samples = seconds * rate, file = Buffer.alloc(44 + samples);
  file.write('RIFF', 0);
  file.writeUInt32LE(36 + samples, 4);
  file.write('WAVEfmt ', 8);
  file.writeUInt32LE(16, 16);
  file.writeUInt16LE(1, 20); // PCM
  file.writeUInt16LE(1, 22); // one channel
  file.writeUInt32LE(rate, 24);
  file.writeUInt32LE(rate, 28);
  file.writeUInt16LE(1, 32);
  file.writeUInt16LE(8, 34);
  file.write('data', 36);
  file.writeUInt32LE(samples, 40);
  for (let at = 0; at < samples; at++) file[44 + at] = 128 + Math.round(8 * Math.sin(at / rate * 2 * Math.PI * 220));
  return file;
}
const clock = at => `00:${String(at).padStart(2, '0')}.000`;
// A turn each second, the first with times of its words.
const talk = ['WEBVTT\n', `${clock(0)} --> ${clock(1)}\n<v Ada>How <00:00.400>did <00:00.700>it begin?\n`,
  ...Array.from({ length: seconds - 1 }, (_, at) => `${clock(at + 1)} --> ${clock(at + 2)}\n<v ${at % 2 ? 'Ada' : 'Grace'}>With a moth & its wings, as it happens, in the relay of panel number <i>${at}</i>, and a page of the log book that nobody has thrown away since.\n`)].join('\n');

let site, hosts, folder, page;
before(async () => {
  site = await serveSite({ headers: { 'Access-Control-Allow-Origin': '*' } });
  folder = mkdtempSync(join(tmpdir(), 'media-'));
  hosts = await serveSite({ folder });
  writeFileSync(join(folder, 'talk.wav'), tone());
  writeFileSync(join(folder, 'talk.vtt'), talk);
  writeFileSync(join(folder, 'named.vtt'), talk.replace('WEBVTT', 'WEBVTT - The relay of panel F'));
});
after(async () => {
  await page?.close();
  await site?.close();
  await hosts?.close();
  if (folder) rmSync(folder, { recursive: true });
});
const article = (name, body) => writeFileSync(join(folder, name),
  `<!doctype html><html lang="en"><meta charset="utf-8"><link rel="icon" href="data:,"><title>An article</title><script type="module" src="${site.url}vis-a-vis.js"></script><body style="margin:20px">${body}`);
const open = async (name, body) => {
  article(name, body);
  page ??= await openPage('chromium', 'about:blank', { width: 1100, height: 700, reducedMotion: true });
  page.requests.length = 0;
  await page.native.goto(`${hosts.url}${name}`);
  await page.waitFor(() => document.querySelector('vis-a-vis').transcript && document.querySelector('vis-a-vis').stats.frames > 2);
};
/** What is marked and where the line stands. */
const state = () => page.evaluate(() => {
  const { shadowRoot } = document.querySelector('vis-a-vis');
  const media = shadowRoot.querySelector('audio') ?? document.querySelector('audio');
  const line = shadowRoot.querySelector('.playhead'), row = shadowRoot.querySelector('.voiced');
  const pane = shadowRoot.querySelector('.text').getBoundingClientRect(), box = row?.getBoundingClientRect();
  const word = [...CSS.highlights.get('vav-voice') ?? []][0];
  return { turn: row ? Number(row.dataset.t) : null, current: row?.getAttribute('aria-current') ?? null, marked: shadowRoot.querySelectorAll('.voiced').length,
    seen: !!box && box.bottom > pane.top && box.top < pane.bottom, line: line.hidden ? null : new DOMMatrix(getComputedStyle(line).transform).e,
    word: word ? word.startContainer.data.slice(word.startOffset, word.endOffset) : null, time: media.currentTime, paused: media.paused, rate: media.playbackRate,
    back: !shadowRoot.querySelector('.player .button').hidden };
});
const at = time => page.evaluate(to => {
  const media = document.querySelector('vis-a-vis').shadowRoot.querySelector('audio') ?? document.querySelector('audio');
  return new Promise(done => {
    media.addEventListener('seeked', () => requestAnimationFrame(() => requestAnimationFrame(done)), { once: true });
    media.currentTime = to;
  });
}, time);
const inside = `<vis-a-vis src="talk.vtt" media="talk.wav" height="500"></vis-a-vis>`;

test('without a recording nothing of it is loaded', async () => {
  await open('none.html', '<vis-a-vis src="talk.vtt" height="500"></vis-a-vis>');
  assert.ok(!page.requests.some(url => url.endsWith('media.js')));
  assert.equal(await page.evaluate(() => document.querySelector('vis-a-vis').shadowRoot.querySelector('.player')), null);
});

test('the turn and the word that are heard are marked, and a line stands on the timeline', async () => {
  await open('inside.html', inside);
  await page.waitFor(() => document.querySelector('vis-a-vis').shadowRoot.querySelector('audio')?.readyState > 0);
  await at(0.5);
  const first = await state();
  assert.deepEqual([first.turn, first.current, first.word], [0, 'time', 'did']);
  await at(0.1);
  assert.equal((await state()).word, 'How');
  await at(15.5);
  const middle = await state();
  assert.deepEqual([middle.turn, middle.marked, middle.word], [15, 1, null]);
  await at(22.75);
  const later = await state();
  assert.ok(first.line < middle.line && middle.line < later.line, `${first.line} ${middle.line} ${later.line}`);
  assert.ok(Math.abs((later.line - middle.line) / (middle.line - first.line) - 7.25 / 15) < 0.03);
  // The line keeps to its time while the timeline is zoomed.
  await page.evaluate(() => document.querySelector('vis-a-vis').goTo('range=20-25'));
  await page.evaluate(() => document.querySelector('vis-a-vis').shadowRoot.querySelector('.text').focus());
  await page.native.keyboard.press('z');
  await page.waitFor(before => Math.abs(new DOMMatrix(getComputedStyle(document.querySelector('vis-a-vis').shadowRoot.querySelector('.playhead')).transform).e - before) > 50, later.line);
});

test('the voice is followed until the reader scrolls away, and can be gone back to', async () => {
  await open('follow.html', inside);
  await page.waitFor(() => document.querySelector('vis-a-vis').shadowRoot.querySelector('audio')?.readyState > 0);
  await page.evaluate(() => document.querySelector('vis-a-vis').shadowRoot.querySelector('.text').focus());
  await at(12);
  await page.native.keyboard.press(' ');
  await page.waitFor(() => !document.querySelector('vis-a-vis').shadowRoot.querySelector('audio').paused && document.querySelector('vis-a-vis').shadowRoot.querySelector('.text').scrollTop > 100);
  const following = await state();
  assert.ok(following.seen && !following.back, JSON.stringify(following));
  const box = await page.evaluate(() => document.querySelector('vis-a-vis').shadowRoot.querySelector('.text').getBoundingClientRect().toJSON());
  await page.native.mouse.move(box.x + 100, box.y + 100);
  await page.native.mouse.wheel(0, -5000);
  await page.waitFor(() => !document.querySelector('vis-a-vis').shadowRoot.querySelector('.player .button').hidden);
  await page.native.mouse.wheel(0, -5000); // a glide to the voice may have been under way
  await page.waitFor(() => document.querySelector('vis-a-vis').shadowRoot.querySelector('.text').scrollTop === 0);
  await new Promise(done => setTimeout(done, 600));
  const away = await state();
  assert.deepEqual([away.seen, away.paused], [false, false]);
  assert.equal(await page.evaluate(() => document.querySelector('vis-a-vis').shadowRoot.querySelector('.text').scrollTop), 0);
  await page.native.getByRole('button', { name: 'Back to the voice' }).click();
  await page.waitFor(() => document.querySelector('vis-a-vis').shadowRoot.querySelector('.text').scrollTop > 100);
  assert.ok((await state()).seen);
  // When it stands still nothing is drawn.
  await page.native.keyboard.press(' ');
  await page.evaluate(() => document.querySelector('vis-a-vis').shadowRoot.querySelector('audio').pause());
  await new Promise(done => setTimeout(done, 400));
  const frames = await page.evaluate(() => document.querySelector('vis-a-vis').stats.frames);
  await new Promise(done => setTimeout(done, 400));
  assert.equal(await page.evaluate(() => document.querySelector('vis-a-vis').stats.frames), frames);
});

test('a turn’s time, keys and links go to places of the recording', async () => {
  await open('keys.html', `<vis-a-vis src="talk.vtt" media="talk.wav" height="500" at="t=20.5"></vis-a-vis>`);
  await page.waitFor(() => Math.abs(document.querySelector('vis-a-vis').shadowRoot.querySelector('audio')?.currentTime - 20.5) < 0.01);
  await page.waitFor(() => document.querySelector('vis-a-vis').shadowRoot.querySelector('.voiced')?.dataset.t === '20');
  await page.evaluate(() => document.querySelector('vis-a-vis').goTo('t=3.5'));
  await page.waitFor(() => document.querySelector('vis-a-vis').shadowRoot.querySelector('.voiced')?.dataset.t === '3');
  await page.evaluate(() => document.querySelector('vis-a-vis').shadowRoot.querySelector('.text').focus());
  for (const [key, time] of [['ArrowRight', 8.5], ['ArrowLeft', 3.5], ['.', 4.5], [',', 3.5]]) {
    await page.native.keyboard.press(key);
    await page.waitFor(wanted => Math.abs(document.querySelector('vis-a-vis').shadowRoot.querySelector('audio').currentTime - wanted) < 0.05, time);
  }
  await page.native.keyboard.press('>');
  assert.equal((await state()).rate, 1.25);
  await page.waitFor(() => document.querySelector('vis-a-vis').shadowRoot.querySelector('.player select').value === '1.25');
  await page.native.getByLabel('Speed').selectOption('0.75');
  assert.equal((await state()).rate, 0.75);
  const hears = () => page.waitFor(() => {
    const audio = document.querySelector('vis-a-vis').shadowRoot.querySelector('audio');
    return !audio.paused && audio.currentTime >= 5;
  });
  await page.native.locator('.turn[data-t="5"] time').click();
  await hears();
  await page.evaluate(() => document.querySelector('vis-a-vis').shadowRoot.querySelector('audio').pause());
  await at(1);
  await page.evaluate(() => {
    document.querySelector('vis-a-vis').goTo('turn=6');
    document.querySelector('vis-a-vis').shadowRoot.querySelector('.text').focus();
  });
  await page.waitFor(() => document.querySelector('vis-a-vis').shadowRoot.querySelector('.selected')?.dataset.t === '6');
  await page.native.keyboard.press('Enter');
  await hears();
  await page.evaluate(() => document.querySelector('vis-a-vis').shadowRoot.querySelector('audio').pause());
  // The timeline too.
  const box = await page.evaluate(() => document.querySelector('vis-a-vis').shadowRoot.querySelector('.timeline .pane').getBoundingClientRect().toJSON());
  await page.native.mouse.click(box.x + box.width * 0.8, box.y + 60);
  await page.waitFor(() => document.querySelector('vis-a-vis').shadowRoot.querySelector('audio').currentTime > 15);
});

test('a player of the article is used by its id, keeps its controls and gets subtitles', async () => {
  await open('id.html', `<audio id="sound" src="talk.wav" controls preload="auto"></audio><vis-a-vis src="talk.vtt" media="sound" height="500"></vis-a-vis>`);
  await page.waitFor(() => Boolean(document.querySelector('#sound track')));
  assert.equal(await page.evaluate(() => document.querySelector('vis-a-vis').shadowRoot.querySelector('audio')), null);
  const cues = await page.evaluate(async () => {
    const { track } = document.querySelector('#sound track');
    track.mode = 'hidden';
    while (!track.cues?.length) await new Promise(done => setTimeout(done, 20));
    return [...track.cues].map(cue => [cue.startTime, cue.endTime, cue.text]);
  });
  assert.deepEqual(cues[0], [0, 1, '<v Ada>How did it begin?']);
  assert.ok(cues.every(([from, to, text]) => from < to && text.length < 120));
  assert.ok(cues[1][2].startsWith('<v Grace>With a moth &amp; its wings'), cues[1][2]);
  assert.equal(cues.at(-1)[1], seconds);
  await at(7.5);
  assert.equal((await state()).turn, 7);
  // It leaves nothing when the element goes.
  await page.evaluate(async () => {
    document.querySelector('vis-a-vis').remove();
    await new Promise(done => setTimeout(done, 50));
  });
  assert.deepEqual(await page.evaluate(() => [document.querySelectorAll('track').length, document.querySelector('#sound').currentTime, [...CSS.highlights.get('vav-voice') ?? []].length]), [0, 7.5, 0]);
});

test('the system’s own controls name the talk and who speaks, once it is heard', async () => {
  await open('session.html', inside.replace('src="talk.vtt"', 'src="named.vtt"'));
  await page.waitFor(() => document.querySelector('vis-a-vis').shadowRoot.querySelector('audio')?.readyState > 0);
  assert.equal(await page.evaluate(() => navigator.mediaSession.metadata), null);
  await page.evaluate(() => {
    globalThis.acts = {};
    const real = navigator.mediaSession.setActionHandler.bind(navigator.mediaSession);
    navigator.mediaSession.setActionHandler = (name, act) => {
      globalThis.acts[name] = act;
      real(name, act);
    };
  });
  await page.evaluate(() => document.querySelector('vis-a-vis').shadowRoot.querySelector('.text').focus());
  await page.native.keyboard.press(' ');
  assert.deepEqual(await page.waitFor(() => navigator.mediaSession.metadata && [navigator.mediaSession.metadata.title, navigator.mediaSession.metadata.artist]),
    ['The relay of panel F', 'Ada, Grace']);
  await page.evaluate(() => document.querySelector('vis-a-vis').shadowRoot.querySelector('audio').pause());
  const heard = () => page.evaluate(() => document.querySelector('vis-a-vis').shadowRoot.querySelector('audio').currentTime);
  const act = async (name, from, to) => {
    await at(from);
    await page.evaluate(which => globalThis.acts[which](), name);
    await page.waitFor(wanted => Math.abs(document.querySelector('vis-a-vis').shadowRoot.querySelector('audio').currentTime - wanted) < 0.01, to);
  };
  await act('seekforward', 7.5, 12.5);
  await act('seekbackward', 7.5, 2.5);
  await act('nexttrack', 7.5, 8);
  await act('previoustrack', 7.5, 6);
  assert.equal(await heard(), 6);
  await page.evaluate(() => document.querySelector('vis-a-vis').remove());
  await page.waitFor(() => navigator.mediaSession.metadata === null && Object.values(globalThis.acts).every(one => one === null));
});

test('another recording takes the place of the first, and none ends it', async () => {
  await open('other.html', inside);
  await page.waitFor(() => document.querySelector('vis-a-vis').shadowRoot.querySelector('audio')?.readyState > 0);
  await page.evaluate(() => document.querySelector('vis-a-vis').setAttribute('media', 'talk.wav?2'));
  await page.waitFor(() => document.querySelector('vis-a-vis').shadowRoot.querySelector('audio')?.src.endsWith('?2'));
  assert.equal((await texts(page, '.player label')).length, 1);
  await page.evaluate(() => document.querySelector('vis-a-vis').removeAttribute('media'));
  await page.waitFor(() => !document.querySelector('vis-a-vis').shadowRoot.querySelector('.player,.playhead,.voiced'));
});

test('nothing was logged as an error', () => assert.deepEqual(page.problems, []));

for (const engine of ENGINES.slice(1)) {
  test(`${engine} marks what is heard`, { timeout: 90_000 }, async context => {
    article('engine.html', inside);
    const other = await openPage(engine, `${hosts.url}engine.html`, { width: 1100, height: 700 });
    try {
      await other.waitFor(() => Boolean(document.querySelector('vis-a-vis')?.shadowRoot?.querySelector('audio')));
      const plays = await other.evaluate(() => new Promise(done => {
        const audio = document.querySelector('vis-a-vis').shadowRoot.querySelector('audio');
        if (audio.readyState > 0) return done(true);
        audio.addEventListener('loadedmetadata', () => done(true));
        audio.addEventListener('error', () => done(false));
        setTimeout(() => done(false), 8000);
      }));
      if (!plays) return context.skip('this browser has no player for WAV here');
      await other.evaluate(() => { document.querySelector('vis-a-vis').shadowRoot.querySelector('audio').currentTime = 15.5; });
      await other.waitFor(() => document.querySelector('vis-a-vis').shadowRoot.querySelector('.voiced')?.dataset.t === '15');
      assert.ok(await other.evaluate(() => !document.querySelector('vis-a-vis').shadowRoot.querySelector('.playhead').hidden));
    } finally {
      await other.close();
    }
  });
}

test('a recording that is dropped goes with its transcript, in either order and together, and its keys are named', { timeout: 90_000 }, async () => {
  const own = await openPage('chromium', site.url, { width: 1100, height: 700, reducedMotion: true });
  const sound = [...tone()];
  /** @param {string[]} names files that are let go of together */
  const drop = names => own.evaluate((all, words, bytes) => {
    const data = new DataTransfer(), target = document.querySelector('vis-a-vis');
    for (const name of all) data.items.add(new File(name.endsWith('.wav') ? [new Uint8Array(bytes)] : [words], name));
    for (const type of ['dragenter', 'dragover', 'drop'])
      target.dispatchEvent(new DragEvent(type, { dataTransfer: data, bubbles: true, composed: true, cancelable: true }));
  }, names, talk, names.some(name => name.endsWith('.wav')) ? sound : []);
  const heard = () => own.waitFor(() => document.querySelector('vis-a-vis').transcript?.turns.length === 30
    && document.querySelector('vis-a-vis').shadowRoot.querySelector('.player audio')?.readyState > 0);
  const inside = wanted => own.evaluate(selector => document.querySelector('vis-a-vis').shadowRoot.querySelector(selector)?.textContent, wanted);
  try {
    await own.waitFor(() => document.querySelector('vis-a-vis')?.shadowRoot.querySelector('.empty h1'));
    for (const names of [['talk.wav', 'talk.vtt'], ['talk.vtt', 'talk.wav']]) {
      await drop(names);
      await heard();
      // The next one has none, and takes the place of this.
      await drop(['other.vtt']);
      await own.waitFor(() => !document.querySelector('vis-a-vis').shadowRoot.querySelector('.player'));
    }
    await drop(['talk.wav']);
    await heard();
    await own.evaluate(() => { document.querySelector('vis-a-vis').shadowRoot.querySelector('audio').currentTime = 15.5; });
    await own.waitFor(() => document.querySelector('vis-a-vis').shadowRoot.querySelector('.voiced')?.dataset.t === '15');
    await own.native.keyboard.press('?');
    await own.native.locator('.legend .moves .button').last().click();
    await own.waitFor(() => document.querySelector('vis-a-vis').shadowRoot.querySelector('dialog .keys'));
    assert.match(await inside('dialog .keys'), /Spaceplay, or stop.*hear the chosen turn/);
    await own.native.keyboard.press('Escape');
    // On the empty page it waits for its transcript.
    await own.native.goto('about:blank');
    await own.native.goto(site.url);
    await own.waitFor(() => document.querySelector('vis-a-vis')?.shadowRoot.querySelector('.empty h1'));
    await drop(['talk.wav']);
    assert.match(await own.waitFor(() => document.querySelector('vis-a-vis').shadowRoot.querySelector('.notice')?.textContent), /“talk.wav” is a recording.*Drop its transcript/);
    await drop(['talk.vtt']);
    await heard();
    assert.deepEqual(own.problems, []);
  } finally { await own.close(); }
});
