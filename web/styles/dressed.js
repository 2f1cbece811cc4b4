// Sheets of parts that are loaded when first used: each component gets them once.

/** @param {ShadowRoot} shadow @param {string} name @param {string} css */
export function dressed(shadow, name, css) {
  if (shadow.adoptedStyleSheets.some(one => /** @type {any} */ (one).visavisPart === name)) return;
  const own = Object.assign(new CSSStyleSheet(), { visavisPart: name });
  own.replaceSync(css);
  shadow.adoptedStyleSheets.push(own);
}
