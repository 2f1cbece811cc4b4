// What readers need that differs from one to the next: more contrast, colours of the system, wider letters, a finger for a
// pointer, less motion, a small screen, and a focus that is never lost.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, test } from 'node:test';
import { tongues } from '../../web/words/tongues.js';
import { count, keeper, opened, ready, samples, settled, texts } from './helpers.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
let page, end;
before(async () => ({ page, end } = await opened(keeper)));
after(() => end?.());

/** Findings of every level; the page's policy forbids injected script, so it comes by the debugger. */
async function findings(one) {
  await one.native.evaluate(axe);
  const { violations } = await one.native.evaluate(() => window.axe.run(document, { resultTypes: ['violations'] }));
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(node => node.target.flat().join(' ')).join('; ')}`);
}

const people = count => Array.from({ length: count * 4 }, (_, i) => `Person ${String.fromCharCode(65 + i * 7 % count % 26)}${i * 7 % count}: ${i % 3 ? 'It was so.' : 'Was it so?'}`).join('\n\n');
const hebrew = 'דנה: איך זה התחיל?\n\nיוסי: עם עש אחד, בלילה.\n\nדנה: ומה קרה אחר כך?\n\nיוסי: באו עוד.';
const captions = `WEBVTT\n\n${Array.from({ length: 30 }, (_, i) => `00:0${Math.floor(i / 10)}:${String(i % 10 * 5).padStart(2, '0')}.000 --> 00:0${Math.floor(i / 10)}:${String(i % 10 * 5 + 4).padStart(2, '0')}.000\nThe mill stands where the river bends.\n`).join('\n')}`;
const give = async (one, text) => {
  await one.evaluate(async words => { await document.querySelector('vis-a-vis').open(words); }, text);
  await ready(one);
};
const click = (one, selector) => one.evaluate(wanted => {
  const found = [...document.querySelector('vis-a-vis').shadowRoot.querySelectorAll(wanted)].find(each => each.checkVisibility());
  if (!found) throw new Error(`no ${wanted}`);
  found.focus();
  found.click();
}, selector);
/** The element's colour custom properties as the page computes them, each as its red, green and blue. */
const palette = (one, ...names) => one.evaluate(wanted => {
  const root = document.querySelector('vis-a-vis').shadowRoot.querySelector('.root'), probe = document.createElement('i');
  root.append(probe);
  const found = wanted.map(name => {
    probe.style.color = `var(--vav-${name})`;
    const brush = new OffscreenCanvas(1, 1).getContext('2d');
    brush.fillStyle = getComputedStyle(probe).color;
    brush.fillRect(0, 0, 1, 1);
    return [...brush.getImageData(0, 0, 1, 1).data].slice(0, 3);
  });
  probe.remove();
  return found;
}, names);
const luminance = rgb => rgb.map(v => v / 255).map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
  .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
const contrast = (a, b) => (Math.max(luminance(a), luminance(b)) + 0.05) / (Math.min(luminance(a), luminance(b)) + 0.05);

test('who asks for more contrast gets 7:1 for every word and 3:1 for every line, in both themes', async () => {
  await page.native.emulateMedia({ contrast: 'more' });
  for (const theme of ['light', 'dark']) {
    await page.evaluate(name => document.querySelector('vis-a-vis').goTo(`theme=${name}`), theme);
    await settled(page);
    const [bg, panel, ink, soft, line] = await palette(page, 'bg', 'panel', 'ink', 'soft', 'line');
    for (const paper of [bg, panel]) {
      for (const words of [ink, soft]) assert.ok(contrast(words, paper) >= 7, `${theme}: ${words} on ${paper}`);
      assert.ok(contrast(line, paper) >= 3, `${theme}: a line of ${line} on ${paper}`);
    }
    assert.deepEqual(await findings(page), []);
  }
  await page.native.emulateMedia({ contrast: 'no-preference' });
  await page.evaluate(() => document.querySelector('vis-a-vis').goTo('theme=auto'));
});

test('colours of the system are taken by words and canvas, whatever theme is pinned', async () => {
  for (const scheme of ['dark', 'light']) {
    await page.native.emulateMedia({ forcedColors: 'active', colorScheme: scheme });
    for (const theme of ['light', 'dark']) {
      await page.evaluate(name => document.querySelector('vis-a-vis').goTo(`theme=${name}`), theme);
      await settled(page);
      const [bg, ink, one, two] = await palette(page, 'bg', 'ink', 's1', 's2');
      assert.deepEqual([bg, ink].map(rgb => luminance(rgb) > 0.5), scheme === 'dark' ? [false, true] : [true, false], `${scheme}, pinned ${theme}`);
      for (const colour of [one, two]) assert.ok(contrast(colour, bg) >= 3, `${scheme}, pinned ${theme}: ${colour} on ${bg}`);
      // The canvas says what the page says: its labels are drawn in the same ink.
      const drawn = await page.evaluate(() => document.querySelector('vis-a-vis').shadowRoot.querySelector('.timeline').getBoundingClientRect().toJSON());
      const image = await page.native.screenshot({ clip: { x: drawn.x + 4, y: drawn.y + 30, width: 80, height: 60 } });
      const darkest = await page.evaluate(async data => {
        const picture = new Image();
        picture.src = `data:image/png;base64,${data}`;
        await picture.decode();
        const brush = new OffscreenCanvas(picture.width, picture.height).getContext('2d');
        brush.drawImage(picture, 0, 0);
        const { data: bytes } = brush.getImageData(0, 0, picture.width, picture.height);
        let least = 255, most = 0;
        for (let i = 0; i < bytes.length; i += 4) { least = Math.min(least, bytes[i + 1]); most = Math.max(most, bytes[i + 1]); }
        return [least, most];
      }, image.toString('base64'));
      assert.ok(darkest[0] < 60 && darkest[1] > 195, `${scheme}, pinned ${theme}: from ${darkest}`);
    }
    assert.deepEqual(await findings(page), []);
  }
  await page.native.emulateMedia({ forcedColors: 'none', colorScheme: 'light' });
  await page.evaluate(() => document.querySelector('vis-a-vis').goTo('theme=auto'));
});

for (const [width, height] of [[1440, 900], [820, 1180], [390, 844], [320, 640]]) {
  test(`${width} px wide: letters, words, lines and paragraphs as far apart as a reader may set them (WCAG 1.4.12), nothing cut`, async () => {
    await page.native.setViewportSize({ width, height });
    await page.evaluate(() => {
      const wide = new CSSStyleSheet();
      wide.replaceSync('*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}p,.para{margin-block-end:2em!important}');
      const { shadowRoot } = document.querySelector('vis-a-vis');
      shadowRoot.adoptedStyleSheets = [...shadowRoot.adoptedStyleSheets, wide];
      globalThis.narrower = () => { shadowRoot.adoptedStyleSheets = shadowRoot.adoptedStyleSheets.filter(one => one !== wide); };
    });
    await settled(page);
    const cut = await page.evaluate(() => {
      const found = [];
      const { shadowRoot } = document.querySelector('vis-a-vis');
      for (const one of shadowRoot.querySelectorAll('button,a,p,h1,h2,h3,label,output,.name,time')) {
        if (one.closest('.twin') || !one.checkVisibility({ opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: true })) continue;
        const box = one.getBoundingClientRect(), style = getComputedStyle(one);
        if (!box.width) continue;
        const scrolls = one.closest('.text,.side');
        if (box.left < -1 || box.right > innerWidth + 1) found.push(`${one.className || one.tagName} from ${box.left} to ${box.right}`);
        if (!scrolls && box.bottom > innerHeight + 1 && document.documentElement.scrollHeight <= innerHeight) found.push(`${one.className || one.tagName} below`);
        if (style.overflow !== 'visible' && (one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 1)) found.push(`${one.className || one.tagName} cut`);
      }
      const controls = [...shadowRoot.querySelectorAll('.top button')].filter(one => one.checkVisibility()).map(one => one.getBoundingClientRect());
      for (let i = 1; i < controls.length; i++) if (controls[i - 1].right > controls[i].left + 1 && controls[i - 1].bottom > controls[i].top + 1 && controls[i].bottom > controls[i - 1].top + 1) found.push(`control ${i} lies over the one before`);
      return { found, wide: document.documentElement.scrollWidth - innerWidth };
    });
    await page.evaluate(() => globalThis.narrower());
    assert.deepEqual(cut, { found: [], wide: 0 });
  });
}

test('by touch every control is 44 px each way, and the words have room', { timeout: 90_000 }, async () => {
  const context = await page.native.context().browser().newContext({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, serviceWorkers: 'block', reducedMotion: 'reduce' });
  try {
    const native = await context.newPage();
    const one = { ...page, native, evaluate: (body, ...words) => native.evaluate(`(${body})(${words.map(word => JSON.stringify(word)).join()})`) };
    one.waitFor = async (body, ...words) => {
      for (let i = 0; i < 200 && !await one.evaluate(body, ...words); i++) await new Promise(done => setTimeout(done, 100));
      assert.ok(await one.evaluate(body, ...words), String(body));
    };
    const base = await page.evaluate(() => location.href.split('#')[0]);
    const small = async where => {
      const found = await one.evaluate(() => {
        const least = 44, { shadowRoot } = document.querySelector('vis-a-vis'), short = [];
        for (const each of (shadowRoot.querySelector('dialog[open]') ?? shadowRoot).querySelectorAll('button,select,input:not([type=checkbox]),summary,a')) {
          if (each.closest('.twin') || !each.checkVisibility({ opacityProperty: true, visibilityProperty: true }) || each.disabled) continue;
          each.scrollIntoView({ block: 'nearest' });
          const box = each.getBoundingClientRect();
          if (!box.width || (box.width >= least - 1 && box.height >= least - 1)) continue;
          // What is drawn smaller takes a finger beside it.
          const x = box.left + box.width / 2, y = box.top + box.height / 2, reach = least / 2 - 1;
          const hit = (dx, dy) => { const at = shadowRoot.elementFromPoint(x + dx, y + dy); return at && (each.contains(at) || at.contains(each) && at.matches('label,summary')); };
          if (!hit(0, 0)) continue; // something lies over it
          if (!hit(-reach, 0) || !hit(0, -reach) || !hit(0, reach)) short.push(`${each.className || each.tagName} ${each.textContent.trim().slice(0, 20)} ${Math.round(box.width)}x${Math.round(box.height)}`);
        }
        return short;
      });
      assert.deepEqual(found, [], where);
    };
    await native.goto(base);
    await one.waitFor(() => document.querySelector('vis-a-vis')?.shadowRoot.querySelector('.samples a'));
    await small('the start page');
    await native.goto(`${base}#src=samples/${keeper}`);
    await ready(one);
    await small('the words');
    for (const view of ['topics', 'balance']) {
      await one.evaluate(name => document.querySelector('vis-a-vis').goTo(`view=${name}`), view);
      await small(view);
    }
    await one.evaluate(() => document.querySelector('vis-a-vis').goTo('view=text&turn=3'));
    await click(one, '.toggle-more');
    await small('more');
    await click(one, '.save');
    await one.waitFor(() => document.querySelector('vis-a-vis').shadowRoot.querySelector('.menu,dialog[open]'));
    await small('Save');
    await native.keyboard.press('Escape');
    await native.setViewportSize({ width: 844, height: 390 });
    await one.waitFor(() => document.querySelector('vis-a-vis').shadowRoot.querySelector('.text').clientHeight >= 0.4 * innerHeight);
  } finally { await context.close(); }
});

for (const [width, height] of [[320, 256], [360, 225], [844, 390]]) {
  for (const [name, text] of [['57 who speak', people(57)], ['right to left', hebrew], ['captions without speakers', captions]]) {
    test(`${name} at ${width} × ${height}: the page scrolls one way, the words have room`, async () => {
      await page.native.setViewportSize({ width, height });
      await give(page, text);
      await settled(page);
      const { wide, room } = await page.evaluate(() => ({ wide: document.documentElement.scrollWidth - innerWidth,
        room: document.querySelector('vis-a-vis').shadowRoot.querySelector('.text').clientHeight / innerHeight }));
      assert.ok(wide <= 0, `${wide} px too wide`);
      assert.ok(room >= 0.4, `${room} of the height for the words`);
    });
  }
}

test('no control leaves the page, whatever language it speaks, also while something is found', { timeout: 180_000 }, async () => {
  const found = {};
  for (const language of tongues) {
    const { page: one, end: close } = await opened(keeper, { language });
    try {
      await one.evaluate(() => document.querySelector('vis-a-vis').goTo('q=the'));
      for (const [width, height] of [[1024, 768], [820, 1180], [600, 800], [390, 844], [320, 640]]) {
        await one.native.setViewportSize({ width, height });
        await settled(one);
        const outside = await one.evaluate(() => [...document.querySelector('vis-a-vis').shadowRoot.querySelectorAll('.top :is(button,input,a),.tabs button')]
          .filter(each => each.checkVisibility()).filter(each => {
            const { left, right } = each.getBoundingClientRect();
            return left < -0.5 || right > innerWidth + 0.5 || right - left < 20;
          }).map(each => each.textContent || each.className || each.localName));
        if (outside.length) found[`${language} at ${width}`] = outside;
      }
    } finally { await close(); }
  }
  assert.deepEqual(found, {});
});

test('on a phone the menu of a line keeps within the page, also when what it offers comes later', async () => {
  await page.native.setViewportSize({ width: 390, height: 844 });
  await give(page, readFileSync(new URL(`../../assets/samples/${keeper}`, import.meta.url), 'utf8'));
  await page.evaluate(() => document.querySelector('vis-a-vis').shadowRoot.querySelector('.text').focus());
  for (const key of ['j', 'j', 'j', 'e']) await page.native.keyboard.press(key);
  await page.waitFor(() => (document.querySelector('vis-a-vis').shadowRoot.querySelector('.menu')?.querySelectorAll('select').length ?? 0) > 1);
  await settled(page);
  const { left, right } = await page.evaluate(() => document.querySelector('vis-a-vis').shadowRoot.querySelector('.menu').getBoundingClientRect().toJSON());
  assert.ok(left >= 0 && right <= 390, `${left} to ${right}`);
  await page.native.keyboard.press('Escape');
});

test('where motion is to be less nothing glides', async () => {
  await page.native.setViewportSize({ width: 1440, height: 900 });
  const moving = () => page.evaluate(() => [...document.querySelector('vis-a-vis').shadowRoot.querySelectorAll('*')]
    .filter(one => getComputedStyle(one).transitionDuration.split(', ').some(each => parseFloat(each) > 0)).length);
  assert.equal(await moving(), 0);
  await page.native.emulateMedia({ reducedMotion: 'no-preference' });
  assert.ok(await moving() > 0);
  await page.native.emulateMedia({ reducedMotion: 'reduce' });
});

test('the focus is never lost: opening, menus, sheets, lists, a correction and taking it back', { timeout: 90_000 }, async () => {
  await page.native.setViewportSize({ width: 1440, height: 900 });
  await give(page, readFileSync(new URL(`../../assets/samples/${keeper}`, import.meta.url), 'utf8'));
  const focus = () => page.evaluate(() => {
    const at = document.querySelector('vis-a-vis').shadowRoot.activeElement;
    return document.activeElement === document.body || !at ? 'body' : at.className || at.tagName;
  });
  const kept = async what => {
    await settled(page);
    assert.notEqual(await focus(), 'body', what);
  };
  const waits = selector => page.waitFor(wanted => document.querySelector('vis-a-vis').shadowRoot.querySelector(wanted), selector);
  const gone = selector => page.waitFor(wanted => !document.querySelector('vis-a-vis').shadowRoot.querySelector(wanted), selector);
  const press = async (...keys) => { for (const key of keys) await page.native.keyboard.press(key); };
  await page.evaluate(() => document.querySelector('vis-a-vis').shadowRoot.querySelector('.text').focus());
  await press('j', 'j', 'j', 'e');
  await waits('.menu');
  await press('Escape');
  await gone('.menu');
  await kept('a menu that is closed');
  const turn = await page.evaluate(() => document.querySelector('vis-a-vis').shadowRoot.querySelector('.turn[data-t="3"] p, .turn[data-t="3"]').getBoundingClientRect().toJSON());
  await page.native.mouse.move(turn.x + 40, turn.y + turn.height / 2, { steps: 3 });
  await kept('the pointer goes over another line');
  assert.equal(await page.evaluate(() => document.querySelector('vis-a-vis').shadowRoot.querySelector('.fix').closest('[data-t]').dataset.t), '2', 'what the keyboard is on stays');
  await press('j');
  await page.waitFor(() => document.querySelector('vis-a-vis').shadowRoot.querySelector('.turn.selected').dataset.t === '3');
  await kept('the next line');
  await press('k', 'e');
  await waits('.menu');
  await press('Escape');
  await gone('.menu');
  await press('e');
  await waits('.menu');
  await click(page, '.menu button');
  await gone('.menu');
  await page.waitFor(() => !document.querySelector('vis-a-vis').shadowRoot.querySelector('button[aria-label=Undo]').hidden);
  await kept('a correction');
  await click(page, 'button[aria-label=Undo]');
  await page.waitFor(() => document.querySelector('vis-a-vis').shadowRoot.querySelector('button[aria-label=Undo]').hidden);
  await kept('Undo that has nothing left');
  await click(page, 'button[aria-label=Redo]');
  await page.waitFor(() => document.querySelector('vis-a-vis').shadowRoot.querySelector('button[aria-label=Redo]').hidden);
  await kept('Redo that has nothing left');
  for (const name of ['Share', 'Reading']) {
    await page.native.getByRole('button', { name, exact: true }).click();
    await waits('dialog[open]');
    await press('Escape');
    await gone('dialog[open]');
    await kept(`the sheet of ${name}`);
  }
  await page.native.getByRole('button', { name: 'Save', exact: true }).click();
  await waits('.menu,dialog[open]');
  await press('Escape');
  await kept('Save');
  await press('/');
  await page.native.keyboard.type('lamp');
  await press('ArrowDown');
  await waits('.finding');
  await kept('the list of hits');
  await press('Escape');
  await gone('.finding');
  await kept('the list of hits, closed');
  await press('Escape');
  await kept('a search that ended');
  await give(page, people(3));
  await kept('another transcript');
  for (const way of ['Enter', 'Escape']) {
    await page.evaluate(() => document.querySelector('vis-a-vis').open('\u0001\u0002\0\u0003'.repeat(400)).catch(() => {}));
    await waits('[role=alert] button');
    await page.evaluate(() => document.querySelector('vis-a-vis').shadowRoot.querySelector('[role=alert] button').focus());
    await press(way);
    await gone('[role=alert] button');
    await kept(`a notice put away by ${way}`);
  }
});

test('nothing to axe in any state', { timeout: 180_000 }, async () => {
  const waits = selector => page.waitFor(wanted => document.querySelector('vis-a-vis').shadowRoot.querySelector(wanted), selector);
  const holds = async what => assert.deepEqual(await findings(page), [], what);
  await give(page, people(57));
  await holds('57 who speak');
  await click(page, '.figures + button');
  await holds('all who speak');
  await give(page, people(1));
  await holds('one who speaks');
  await give(page, captions);
  await holds('captions without speakers');
  await give(page, hebrew);
  await holds('right to left');
  await page.evaluate(async () => { await document.querySelector('vis-a-vis').open('\u0001\u0002\0\u0003'.repeat(400)).catch(() => {}); });
  await waits('[role=alert] p');
  await holds('a refusal');
  await give(page, readFileSync(new URL(`../../assets/samples/${keeper}`, import.meta.url), 'utf8'));
  await page.evaluate(() => document.querySelector('vis-a-vis').goTo('q=lamp'));
  await page.native.keyboard.press('/');
  await page.native.keyboard.press('ArrowDown');
  await waits('.finding .hits li');
  await holds('the list of hits');
  await page.native.keyboard.press('Escape');
  await page.native.keyboard.press('Escape');
  await page.native.keyboard.press('j');
  await page.native.keyboard.press('e');
  await waits('.menu');
  await holds('the menu of corrections');
  await page.native.keyboard.press('Escape');
  await page.native.keyboard.press('?');
  await waits('.legend .callout p');
  await holds('the legend');
  await page.native.keyboard.press('Escape');
  for (const button of ['.share-it', '.save', '.reading']) {
    await click(page, button);
    await waits('.menu,dialog[open]');
    await holds(button);
    await page.native.keyboard.press('Escape');
  }
  for (const name of await page.evaluate(() => [...document.querySelector('vis-a-vis').shadowRoot.querySelectorAll('[data-figures]')].map(one => one.dataset.figures))) {
    await click(page, `[data-figures="${name}"]`);
    await page.waitFor(() => { const told = document.querySelector('vis-a-vis').shadowRoot.querySelector('.more-figures'); return told?.childElementCount && !told.hasAttribute('aria-busy'); });
    await holds(name);
  }
  assert.ok(await count(page, '.turn') > 0 && (await texts(page, 'h1')).length === 1 && samples.length === 4);
});

test('nothing was logged as an error', () => assert.deepEqual(page.problems, []));
