// The component's look as sheets. Colour belongs to the speakers; everything else is paper and ink.

import frame from './frame.css';
import page from './page.css';
import panes from './panes.css';
import { dark, light, slots } from './palette.js';
import text from './text.css';
import widths from './widths.css';

const tokens = `
:host{${light}
  display:block;contain:content;block-size:var(--vav-height,640px);background:var(--vav-bg);color:var(--vav-ink)}
:host([hidden]){display:none}
@media print{:host(:not([theme=""])){${light} --vav-bg:#fff; --vav-panel:#fff; --vav-tint:#fff; --vav-ink:#000; --vav-soft:#444; --vav-line:#bbb; color-scheme:light}}
${slots}
`;

/** In an article the fonts are the article's. */
const fonts = `:host([page]){
  --vav-font:system-ui,-apple-system,"Segoe UI",Roboto,"DejaVu Sans",sans-serif;
  --vav-text-font:ui-serif,Charter,"Iowan Old Style",Georgia,"DejaVu Serif",serif;
  --vav-text-size:17px}`;

/** @type {CSSStyleSheet[] | null} */
let shared = null;

/** The sheets of every component of a document, made once. */
export function sheets() {
  return shared ??= [tokens, fonts, frame, text, panes, widths].map(sheetOf);
}

/** @type {[CSSStyleSheet, CSSStyleSheet] | null} */
let schemes = null;

/**
 * Gives a component the colours of a theme; none: as the article around it says by `color-scheme`, else as the system.
 * @param {ShadowRoot} shadow @param {string | null} theme @param {string} around the article's `color-scheme`
 */
export function dressedFor(shadow, theme, around) {
  schemes ??= [sheetOf(':host{color-scheme:light}'), sheetOf(`:host{${dark} color-scheme:dark}`)];
  // Where the system has colours of its own they are its, whatever was asked for.
  const said = matchMedia('(forced-colors: active)').matches ? null : theme === 'light' || theme === 'dark' ? theme : /^(only )?(light|dark)( only)?$/.exec(around)?.[2];
  const [own, other] = (said ? said === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches) ? [schemes[1], schemes[0]] : schemes;
  const worn = shadow.adoptedStyleSheets.filter(one => one !== own && one !== other);
  shadow.adoptedStyleSheets = [worn[0], own, ...worn.slice(1)];
}

/** For the document around a component that is the page. */
export const pageSheet = () => sheetOf(page);

/** @param {string} css */
function sheetOf(css) {
  const made = new CSSStyleSheet();
  made.replaceSync(css);
  return made;
}
