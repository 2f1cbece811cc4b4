// A figure that is drawn in the page as a file: SVG with its colours in it, or PNG.

import { h, svg } from '../dom.js';

const taken = ['fill', 'fill-opacity', 'stroke', 'stroke-width', 'stroke-dasharray', 'opacity', 'font-family', 'font-size', 'font-weight', 'font-style', 'text-anchor'];
const ratio = 2;

/** What XML cannot hold is left out (XML 1.0, section 2.2). @param {string} text */
// eslint-disable-next-line no-control-regex -- those are what is left out
const xml = text => text.replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|\p{Cs}/gu, '');

/** @param {SVGSVGElement} drawn as it is shown @param {string} title @returns {{ text: string, width: number, height: number }} */
function written(drawn, title) {
  const { width, height } = drawn.viewBox.baseVal;
  const copy = /** @type {SVGSVGElement} */ (drawn.cloneNode(true));
  const shown = [drawn, ...drawn.querySelectorAll('*')], copied = [copy, ...copy.querySelectorAll('*')];
  shown.forEach((one, at) => {
    const look = getComputedStyle(one);
    for (const name of taken) copied[at].setAttribute(name, look.getPropertyValue(name));
    for (const name of ['class', 'style', 'data-slot']) copied[at].removeAttribute(name);
    if (!one.children.length && one.textContent) copied[at].textContent = xml(one.textContent);
  });
  const name = svg('title', {});
  name.textContent = xml(title);
  const root = /** @type {Element} */ (drawn.closest('.pane, .root') ?? drawn);
  copy.prepend(name, svg('rect', { width, height, fill: getComputedStyle(root).getPropertyValue('--vav-panel').trim() }));
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height));
  return { text: new XMLSerializer().serializeToString(copy), width, height };
}

/** @param {{ text: string, width: number, height: number }} picture */
async function painted({ text, width, height }) {
  const image = new Image(), address = URL.createObjectURL(new Blob([text], { type: 'image/svg+xml' }));
  try {
    image.src = address;
    await image.decode();
    const canvas = Object.assign(document.createElement('canvas'), { width: width * ratio, height: height * ratio });
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise(done => canvas.toBlob(done, 'image/png'));
    return new Uint8Array(await /** @type {Blob} */ (blob).arrayBuffer());
  } finally {
    URL.revokeObjectURL(address);
  }
}

/** Buttons that save what is drawn. @param {() => SVGSVGElement} drawn @param {string} name of the figure @param {import('./figures.js').Told} told */
export const pictures = (drawn, name, { title, offer }) => h('div.rules', {}, 'Save as', ...['SVG', 'PNG'].map(kind =>
  h('button.button', { type: 'button', 'aria-label': `${name} as ${kind}`, onclick: async () => {
    const picture = written(drawn(), `${name}: ${title}`);
    const bytes = kind === 'SVG' ? new TextEncoder().encode(`<?xml version="1.0" encoding="UTF-8"?>\n${picture.text}\n`) : await painted(picture).catch(() => null);
    if (bytes) offer(bytes, `-${name.toLowerCase().replaceAll(' ', '-')}.${kind.toLowerCase()}`);
  } }, kind)));
