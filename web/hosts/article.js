// Somebody's page, which the component is a guest in: what it shows the element says, and the article's look is its own.
// Loaded beside the component; our own page does without.

import { Host } from './host.js';
import { parse } from './links.js';

/**
 * What stands in the element: plain words as they are, and a document where there are paragraphs, lists or headings.
 * @param {HTMLElement} element
 */
function ownContent(element) {
  const text = element.querySelector('script[type="text/plain"]')?.textContent ?? (element.firstElementChild ? '' : element.textContent);
  const written = new XMLSerializer();
  return text?.trim() || `<!doctype html><body>${[...element.childNodes].map(node => written.serializeToString(node)).join('')}`;
}

/** Of an article that names no scheme: that of the ground it lies on, white where it has none. @param {HTMLElement} element */
function groundOf(element) {
  for (let at = element.parentElement; at; at = at.parentElement) {
    const [red, green, blue, alpha = 1] = /^rgb/.test(getComputedStyle(at).backgroundColor) ? getComputedStyle(at).backgroundColor.match(/[\d.]+/g)?.map(Number) ?? [] : [];
    if (red !== undefined && alpha) return red * 0.3 + green * 0.59 + blue * 0.11 < 128 ? 'dark' : 'light';
  }
  return 'light';
}

export class Article extends Host {
  controls = 'search';
  #scheme;

  /** @param {import('./host.js').Component} component */
  constructor(component) {
    super(component);
    const around = getComputedStyle(component.element);
    this.#scheme = around.colorScheme === 'normal' ? groundOf(component.element) : around.colorScheme;
    if (!around.getPropertyValue('--vav-text-size')) this.textSize = around.fontSize;
  }

  get scheme() { return this.#scheme; }
  get wants() { return parse(this.component.element.getAttribute('at') ?? ''); }
  get viewer() { return this.component.element.getAttribute('viewer') ?? this.component.base; }
  /** What is open stays, unless the element says that another may be opened. */
  get welcomes() { return /\bopen\b/.test(this.component.element.getAttribute('controls') ?? ''); }

  /** @param {boolean} opening */
  begin(opening) {
    const { element, openings } = this.component;
    if (opening) return;
    if (element.hasAttribute('src')) void openings.address(element.getAttribute('src') ?? '');
    else if (element.textContent?.trim()) void openings.take(ownContent(element), '');
    else void this.component.invite();
  }
}
