// Small helpers to make and fill elements. Text goes in through textContent alone.

/**
 * `h('button.tool', {onclick}, 'Open')`: the tag with its classes, its attributes (functions become
 * listeners, true an empty attribute, null and false nothing), its children.
 * @param {string} tag
 * @param {Record<string, any>} [attributes]
 * @param {...(Node | string | null | undefined | false)} children
 * @returns {any}
 */
export function h(tag, attributes = {}, ...children) {
  const [name, ...classes] = tag.split('.');
  const element = document.createElement(name);
  if (classes.length) element.className = classes.join(' ');
  setAttributes(element, attributes);
  for (const child of children) if (child || child === '') element.append(child);
  return element;
}

/** @param {Element} element @param {Record<string, any>} attributes */
export function setAttributes(element, attributes) {
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(key.slice(2), value);
    else if (value === null || value === undefined || value === false) element.removeAttribute(key);
    else element.setAttribute(key, value === true ? '' : String(value));
  }
}

const svgSpace = 'http://www.w3.org/2000/svg';

/** Line icons on a 16-pixel grid, drawn with the text's own ink. @type {Record<string, string>} */
const paths = {
  search: 'M11 7a4 4 0 1 1-8 0a4 4 0 0 1 8 0M10 10l3.5 3.5',
  previous: 'M4 10l4-4l4 4',
  next: 'M4 6l4 4l4-4',
  close: 'M4 4l8 8M12 4l-8 8',
  more: 'M2.7 8h.6M7.7 8h.6M12.7 8h.6',
  light: 'M8 5a3 3 0 1 1 0 6a3 3 0 0 1 0-6M8 1v1.5M8 13.5v1.5M1 8h1.5M13.5 8h1.5M3 3l1 1M12 12l1 1M13 3l-1 1M4 12l-1 1',
  dark: 'M13 9.5A5.5 5.5 0 0 1 6.5 3a5.5 5.5 0 1 0 6.5 6.5z',
  auto: 'M8 2.5a5.5 5.5 0 1 1 0 11a5.5 5.5 0 0 1 0-11M8 2.5v11M10 3.5v9M12 5v6',
  side: 'M2.5 3.5h11v9h-11zM9.5 3.5v9',
  list: 'M3 4h10M3 8h10M3 12h6',
  plus: 'M8 3.5v9M3.5 8h9',
  minus: 'M3.5 8h9',
  whole: 'M2.5 3v10M13.5 3v10M5 8h6M6.5 6L4.5 8l2 2M9.5 6l2 2l-2 2',
  undo: 'M6 3L3 6l3 3M3 6h6a4 4 0 0 1 0 8H7',
  redo: 'M10 3l3 3l-3 3M13 6H7a4 4 0 0 0 0 8h2',
  down: 'M5 6.5l3 3l3-3',
};

/** @param {string} name */
export function icon(name) {
  const svg = document.createElementNS(svgSpace, 'svg');
  setAttributes(svg, { viewBox: '0 0 16 16', class: 'icon', 'aria-hidden': 'true' });
  const path = document.createElementNS(svgSpace, 'path');
  path.setAttribute('d', paths[name]);
  svg.append(path);
  return svg;
}

/** @param {string} tag @param {Record<string, any>} attributes @param {...Element} children */
export function svg(tag, attributes, ...children) {
  const element = document.createElementNS(svgSpace, tag);
  setAttributes(element, attributes);
  element.append(...children);
  return element;
}

/** How large an element is seen beside how it is laid out, as a `transform` around it has it: client coordinates are by this much larger. @param {HTMLElement} element */
export function scaleOf(element) {
  const by = element.getBoundingClientRect().width / element.offsetWidth;
  return by && Math.abs(by - 1) > 0.01 ? by : 1; // widths are whole numbers there
}

/** The step of an arrow key along the line: 1 to where it ends, which is the left where people write from right to left. @param {KeyboardEvent} event */
export function along({ key, target }) {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[key] ?? 0;
  return getComputedStyle(/** @type {Element} */ (target)).direction === 'rtl' ? -step : step;
}

/** Milliseconds as `1:23` or `1:02:03`. @param {number} ms */
export function clock(ms) {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const pad = (/** @type {number} */ n) => String(n).padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  return hours ? `${hours}:${pad(minutes)}:${pad(seconds % 60)}` : `${minutes}:${pad(seconds % 60)}`;
}
