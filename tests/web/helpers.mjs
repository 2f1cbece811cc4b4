// What the page's tests share beyond support.mjs: the element's inside, its state, and pixels.

import { openPage, serveSite } from './support.mjs';

export const samples = ['the-lighthouse-keeper.txt', 'one-oven.vtt', 'half-day-teahouse.txt', 'the-bell-founder.md'];
export const keeper = samples[0];

/**
 * A page with a sample opened, and the site it comes from.
 * @param {string} [file] a sample, none for the empty page
 * @param {object} [options] of openPage; `engine` too
 */
export async function opened(file = keeper, { engine = 'chromium', ...options } = {}) {
  const site = await serveSite();
  const page = await openPage(engine, file ? `${site.url}#src=${encodeURIComponent(`samples/${file}`)}` : site.url,
    { reducedMotion: true, ...options });
  const end = async () => {
    await page.close();
    await site.close();
  };
  try {
    if (file) await ready(page);
    else await page.waitFor(() => Boolean(document.querySelector('vis-a-vis')?.shadowRoot.querySelector('.samples a')));
  } catch (error) {
    await end();
    throw error;
  }
  return { page, site, end };
}

/** A page of somebody's, with this in it. @param {string} body */
export const articleOf = body =>
  `<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><title>An article</title><body style="margin:20px">${body}`;

/** Until a transcript is shown and its first frames are drawn. */
export async function ready(page) {
  await page.waitFor(() => {
    const element = document.querySelector('vis-a-vis');
    return element?.transcript && element.stats.frames >= 3;
  });
  await settled(page);
}

/** Until nothing is drawn any more. */
export async function settled(page) {
  await page.evaluate(async () => {
    const element = document.querySelector('vis-a-vis');
    const frame = () => new Promise(done => requestAnimationFrame(done));
    let before = -1;
    while (before !== element.stats.frames) {
      before = element.stats.frames;
      await frame();
      await frame();
      await new Promise(done => setTimeout(done, 80));
      await frame();
    }
  });
}

/**
 * Listens for the next event of that name, and answers with a function that waits for its detail. Await both: a page
 * that is only asked to listen may get the key or the click first.
 */
export async function listening(page, event) {
  await page.evaluate(name => {
    const heard = new Promise(done => addEventListener(name, ({ detail }) => done(detail), { once: true }));
    globalThis.heard = () => heard;
  }, event);
  return () => page.evaluate(() => globalThis.heard());
}

/** The text of all that matches inside the element. */
export const texts = (page, selector) => page.evaluate(
  wanted => [...document.querySelector('vis-a-vis').shadowRoot.querySelectorAll(wanted)].map(one => one.textContent), selector);

/** How many match inside the element. */
export const count = (page, selector) => page.evaluate(
  wanted => document.querySelector('vis-a-vis').shadowRoot.querySelectorAll(wanted).length, selector);

/** The rectangle of one inside the element. */
export const boxOf = (page, selector) => page.evaluate(wanted => {
  const { x, y, width, height } = document.querySelector('vis-a-vis').shadowRoot.querySelector(wanted).getBoundingClientRect();
  return { x, y, width, height };
}, selector);

/**
 * The pixels of a part of the page as it is seen, counted by colour (#rrggbb).
 * @returns {Promise<Record<string, number>>}
 */
export async function colours(page, clip) {
  const image = (await page.native.screenshot({ clip })).toString('base64');
  return page.evaluate(async data => {
    const picture = new Image();
    picture.src = `data:image/png;base64,${data}`;
    await picture.decode();
    const canvas = new OffscreenCanvas(picture.width, picture.height);
    const brush = canvas.getContext('2d');
    brush.drawImage(picture, 0, 0);
    const { data: bytes } = brush.getImageData(0, 0, picture.width, picture.height);
    const found = {};
    for (let i = 0; i < bytes.length; i += 4) {
      const name = `#${[bytes[i], bytes[i + 1], bytes[i + 2]].map(byte => byte.toString(16).padStart(2, '0')).join('')}`;
      found[name] = (found[name] ?? 0) + 1;
    }
    return found;
  }, image);
}

/** The pixels near a colour: edges are smoothed and a pane may soften it a little. */
export function near(found, colour, distance = 40) {
  const parts = name => [1, 3, 5].map(at => parseInt(name.slice(at, at + 2), 16));
  const wanted = parts(colour);
  return Object.entries(found).filter(([name]) => parts(name).every((part, i) => Math.abs(part - wanted[i]) <= distance))
    .reduce((sum, [, pixels]) => sum + pixels, 0);
}

/** A custom property of the element, as written. */
export const property = (page, name) => page.evaluate(
  wanted => getComputedStyle(document.querySelector('vis-a-vis')).getPropertyValue(wanted).trim(), name);
