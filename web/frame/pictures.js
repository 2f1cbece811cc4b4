// Pictures: the panels as SVG with real text, or as PNG. A second instance draws them, in a size of their own and of all of
// the talk, with what is chosen and shown now; what it draws comes as items (src/scene/draw_json.h). Loaded when first used.

import { assets } from '../core/assets.js';
import { isLeftward } from '../core/lettering.js';
import { Painting } from '../core/painting.js';
import { svg } from '../dom.js';
import { commandsFor } from '../hosts/links.js';
import { lookOf } from '../panes/look.js';
import { pictureFile, ratio, xml } from './picture_file.js';
import { viewNow } from './viewing.js';
import english from '../words/english/pictures.js';
import { speak } from '../words/say.js';

const say = speak(english);

/** @typedef {import('../element/viewer.js').Viewer} Viewer */
/** @typedef {{ width: number, height: number, items: any[][] }} Picture */

export const panels = ['timeline', 'balance', 'topics'];
const widths = { timeline: 960, balance: 480, topics: 480 };
const margin = 16;
const encoder = new TextEncoder();

/** What the panels draw. @param {Viewer} viewer @param {string[]} names @returns {Promise<Picture[]>} */
async function drawn(viewer, names) {
  const { transcript, shadow } = viewer, block = viewer.core?.block();
  if (!block || !transcript) throw new RangeError('there is nothing to draw');
  const module = await assets.instance('offline', undefined, new Painting());
  const context = module.vav_create();
  /** @template T @param {Uint8Array} bytes @param {(at: number, length: number) => T} call */
  const send = (bytes, call) => {
    const at = module.vav_alloc(bytes.length + 1);
    module.bytes.set(bytes, at);
    const answer = call(at, bytes.length);
    module.vav_free(at);
    return answer;
  };
  const root = /** @type {HTMLElement} */ (shadow.querySelector('.root'));
  send(block, (at, length) => module.vav_open(context, at, length));
  module.vav_show(context);
  send(encoder.encode(['dpr 1', ...lookOf(root, /** @type {HTMLElement} */ (root.querySelector('.timeline .pane')))].join('\n')),
    (at, length) => module.vav_layout(context, at, length));
  const view = viewNow(viewer, null);
  for (const line of [...commandsFor(view, { ...transcript, sections: viewer.sections }), ...(view.search ? [`search ${view.search}`] : [])])
    send(encoder.encode(line), (at, length) => module.vav_command(context, at, length, 0));
  return names.map(name => {
    module.vav_picture(context, panels.indexOf(name), widths[/** @type {keyof typeof widths} */ (name)]);
    const from = module.vav_output(context);
    return JSON.parse(new TextDecoder().decode(module.bytes.slice(from, from + module.vav_output_length(context))));
  });
}

/** A colour with its strength apart, as SVG 1.1 has it. @param {string} colour @param {number} [strength] */
const paint = (colour, strength = 1) => {
  const alpha = parseInt(colour.slice(7), 16) / 255 * strength;
  return { fill: colour.slice(0, 7), ...(alpha < 1 ? { 'fill-opacity': alpha.toFixed(3) } : {}) };
};

const faces = [{}, { 'font-weight': 600 }, { 'font-style': 'italic' }];
const n = (/** @type {number} */ value) => Number(value.toFixed(2));

/**
 * The items as elements.
 * @param {Picture} picture @param {string} name for the ids in it @param {string} font @returns {Element}
 */
function panelOf({ width, height, items }, name, font) {
  const panel = svg('g', {});
  let into = panel, clips = 0;
  /** @type {Map<string, string>} */ const patterns = new Map();
  const brush = /** @type {CanvasRenderingContext2D} */ (document.createElement('canvas').getContext('2d'));
  /** The second cue beside colour. @param {string} colour @param {number} kind 1 hatched, 2 dotted */
  const patterned = (colour, kind) => {
    const id = patterns.get(`${colour} ${kind}`) ?? `${name}-p${patterns.size}`;
    if (!patterns.has(`${colour} ${kind}`)) {
      patterns.set(`${colour} ${kind}`, id);
      const size = kind === 1 ? 5 : 4;
      panel.prepend(svg('pattern', { id, width: size, height: size, patternUnits: 'userSpaceOnUse' },
        svg('rect', { width: size, height: size, ...paint(colour) }),
        kind === 1 ? svg('path', { d: 'M-1 1L1-1M-1 6L6-1M4 6L6 4', stroke: '#fff', 'stroke-opacity': 0.5, 'stroke-width': 1.6 })
          : svg('circle', { cx: 2, cy: 2, r: 1.1, fill: '#fff', 'fill-opacity': 0.5 })));
    }
    return { fill: `url(#${id})` };
  };
  /** As much of the words as fits. @param {string} words @param {number} face @param {number} size @param {number} most */
  const fitting = (words, face, size, most) => {
    brush.font = `${['', '600', 'italic'][face]} ${size}px ${font}`;
    if (!most || brush.measureText(words).width <= most + 0.5) return words;
    const signs = [...words];
    while (signs.length && brush.measureText(`${signs.join('')}…`).width > most) signs.pop();
    return `${signs.join('').trimEnd()}…`;
  };
  /** @type {Record<string, (...values: any[]) => void>} */
  const draw = {
    fill: (x, y, w, h, colour, radius) => into.append(svg('rect', { x, y, width: w, height: h, rx: radius || null, ...paint(colour) })),
    stroke: (x, y, w, h, colour, line, radius) => into.append(svg('rect', { x: n(x + line / 2), y: n(y + line / 2), width: n(Math.max(0, w - line)),
      height: n(Math.max(0, h - line)), rx: radius || null, fill: 'none', stroke: colour.slice(0, 7), 'stroke-opacity': paint(colour)['fill-opacity'], 'stroke-width': line })),
    line: (x1, y1, x2, y2, colour, line, dash) => into.append(svg('line', { x1, y1, x2, y2, stroke: colour.slice(0, 7),
      'stroke-opacity': paint(colour)['fill-opacity'], 'stroke-width': line, 'stroke-dasharray': dash || null })),
    text: (x, y, words, face, size, colour, align, most) => {
      // Words from right to left start at their right end.
      const leftward = isLeftward(words), at = leftward ? 1 - align : align;
      const element = svg('text', { x, y, 'font-size': size, ...faces[face], direction: leftward ? 'rtl' : null, 'text-anchor': at ? (at === 1 ? 'end' : 'middle') : null, ...paint(colour) });
      element.textContent = xml(fitting(words, face, size, most));
      into.append(element);
    },
    clip: (x, y, w, h) => {
      into = panel;
      if (!w) return;
      const id = `${name}-c${clips++}`;
      into = svg('g', { 'clip-path': `url(#${id})` });
      panel.append(svg('clipPath', { id }, svg('rect', { x, y, width: w, height: h })), into);
    },
    bars: (colour, radius, pattern, ...edges) => {
      const fill = pattern ? patterned(colour, pattern) : paint(colour);
      const group = svg('g', fill);
      for (let at = 0; at < edges.length; at += 4) {
        const [x0, x1, y0, y1] = edges.slice(at, at + 4);
        group.append(svg('rect', { x: x0, y: y0, width: n(Math.max(1 / ratio, x1 - x0)), height: n(y1 - y0), rx: radius ? n(Math.min(radius, (x1 - x0) / 2)) : null }));
      }
      into.append(group);
    },
    density: (x, y, w, h, colour, ...coverage) => {
      const step = w / coverage.length;
      coverage.forEach((part, at) => {
        // A single short turn must not vanish: what is there at all shows at a quarter.
        if (part > 0) into.append(svg('rect', { x: n(x + at * step), y, width: n(step), height: h, ...paint(colour, 0.25 + 0.75 * part) }));
      });
    },
    river: (x, y, w, h, columns, colours, ...edges) => {
      const at = (/** @type {number} */ band, /** @type {number} */ column) =>
        `${n(x + (columns > 1 ? column / (columns - 1) : 0.5) * w)} ${n(y + h - (band < 0 ? 0 : edges[band * columns + column]) * h)}`;
      const all = Array.from({ length: columns }, (_, column) => column);
      colours.forEach((/** @type {string} */ colour, /** @type {number} */ band) => into.append(svg('path', {
        d: `M${all.map(column => at(band, column)).join('L')}L${all.map(column => at(band - 1, column)).reverse().join('L')}Z`, ...paint(colour) })));
    },
  };
  for (const [kind, ...values] of items) draw[kind](...values);
  panel.setAttribute('data-size', `${width} ${height}`);
  return panel;
}

/** What the picture shows, for who cannot see it. @param {Viewer} viewer @param {string} name */
function described({ core }, name) {
  const twin = /** @type {Twin | null} */ (core?.query('twin'));
  if (!twin) return '';
  const { timeline, balance, topics } = twin;
  if (name === 'timeline') return timeline.summary;
  if (name === 'topics') return [topics.summary, ...topics.items.map(one => `${one.title}: ${one.words}`)].join('. ');
  return [say('balance-named', balance.index, balance.definition), ...balance.rows.map(row => `${row.name}: ${balance.columns.map((column, at) => `${row.cells[at]} ${column}`).join(', ')}`)].join('. ');
}

/** @param {Viewer} viewer @param {string} which a panel, or `all` of them @returns {Promise<{ picture: Element, width: number, height: number }>} */
async function pictureOf(viewer, which) {
  const names = which === 'all' ? panels : [which];
  const root = /** @type {HTMLElement} */ (viewer.shadow.querySelector('.root'));
  const look = getComputedStyle(/** @type {Element} */ (root.querySelector('.timeline .pane'))), font = look.fontFamily;
  const title = /** @type {HTMLElement} */ (root.querySelector('.title')).textContent ?? '';
  const pictures = await drawn(viewer, names);
  const leftward = look.getPropertyValue('direction') === 'rtl';
  const width = Math.max(...pictures.map(one => one.width)) + 2 * margin;
  let top = margin, left = margin, below = 0;
  const content = svg('g', {});
  if (which === 'all') {
    const heading = svg('text', { x: leftward ? width - margin : margin, y: margin + 18, 'font-size': 20, 'font-weight': 600,
      direction: isLeftward(title) ? 'rtl' : null, 'text-anchor': leftward === isLeftward(title) ? null : 'end', fill: look.getPropertyValue('--vav-ink').trim() });
    heading.textContent = xml(title);
    content.append(heading);
    top += 36;
  }
  pictures.forEach((one, at) => {
    // Balance and topics stand side by side below the timeline.
    if (which === 'all' && at > 0) left = (at === 2) === leftward ? margin : width / 2;
    const panel = panelOf(one, names[at], font);
    panel.setAttribute('transform', `translate(${left} ${n(top)})`);
    content.append(panel);
    if (which === 'all' && at === 0) top += one.height + margin;
    else below = Math.max(below, one.height);
  });
  const height = Math.ceil(top + below + margin);
  const [name, about] = ['title', 'desc'].map(tag => svg(tag, {}));
  const label = which === 'all' ? '' : `${which[0].toUpperCase()}${which.slice(1)}: `;
  name.textContent = xml(label + title);
  about.textContent = xml(names.map(each => described(viewer, each)).join(' '));
  const picture = svg('svg', { xmlns: 'http://www.w3.org/2000/svg', width, height, viewBox: `0 0 ${width} ${height}`, role: 'img', 'font-family': font },
    name, about, svg('rect', { width, height, fill: look.getPropertyValue('--vav-panel').trim() }), content);
  return { picture, width, height };
}

/**
 * @param {Viewer} viewer @param {string} which a panel, or `all` of them @param {string} kind `svg` or `png`
 * @returns {Promise<Uint8Array<ArrayBuffer>>}
 */
export async function picture(viewer, which, kind) {
  const made = await pictureOf(viewer, which);
  made.picture.removeAttribute('xmlns'); // the serialiser writes it
  return pictureFile(made, kind);
}

/**
 * All of it as a figure of a page: its size, its words for who cannot see it, and what stands below.
 * @param {Viewer} viewer @returns {Promise<{ width: number, height: number, alt: string, caption: string }>}
 */
export async function figure(viewer) {
  const { width, height } = await pictureOf(viewer, 'all');
  return { width, height, alt: xml(panels.map(name => described(viewer, name)).join(' ')), caption: xml(described(viewer, 'timeline')) };
}
