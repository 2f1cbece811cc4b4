// A figure that is drawn in the page as a file: SVG with its colours in it, or PNG.

import { h, svg } from '../dom.js';
import { pictureFile, xml } from '../frame/picture_file.js';
import english from '../words/english/figures.js';
import { speak } from '../words/say.js';

const say = speak(english);

const taken = ['fill', 'fill-opacity', 'stroke', 'stroke-width', 'stroke-dasharray', 'opacity', 'font-family', 'font-size', 'font-weight', 'font-style', 'text-anchor'];

/** @param {SVGSVGElement} drawn as it is shown @param {string} title @returns {{ picture: Element, width: number, height: number }} */
function written(drawn, title) {
  const { width, height } = drawn.viewBox.baseVal;
  const copy = /** @type {SVGSVGElement} */ (drawn.cloneNode(true));
  const shown = [drawn, ...drawn.querySelectorAll('*')], copied = [copy, ...copy.querySelectorAll('*')];
  shown.forEach((one, at) => {
    const look = getComputedStyle(one);
    for (const name of taken) copied[at].setAttribute(name, look.getPropertyValue(name));
    for (const name of ['class', 'style', 'data-slot', 'data-card']) copied[at].removeAttribute(name);
    if (!one.children.length && one.textContent) copied[at].textContent = xml(one.textContent);
    const said = one.getAttribute('data-named');
    if (!said) return;
    const own = svg('title', {});
    own.textContent = xml(said);
    copied[at].prepend(own);
    copied[at].removeAttribute('data-named');
  });
  const name = svg('title', {});
  name.textContent = xml(title);
  const root = /** @type {Element} */ (drawn.closest('.pane, .root') ?? drawn);
  copy.prepend(name, svg('rect', { width, height, fill: getComputedStyle(root).getPropertyValue('--vav-panel').trim() }));
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height));
  return { picture: copy, width, height };
}

/** Buttons that save what is drawn. @param {() => SVGSVGElement} drawn @param {string} name of the figure @param {import('./figures.js').Told} told */
export const pictures = (drawn, name, { title, offer }) => h('div.rules', {}, say('save-as'), ...['SVG', 'PNG'].map(kind =>
  h('button.button', { type: 'button', 'aria-label': say('as-named', name, kind), onclick: async () => {
    const bytes = await pictureFile(written(drawn(), `${name}: ${title}`), kind.toLowerCase()).catch(() => null);
    if (bytes) offer(bytes, `-${name.toLowerCase().replaceAll(' ', '-')}.${kind.toLowerCase()}`);
  } }, kind)));
