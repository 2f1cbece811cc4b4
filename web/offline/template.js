// In place of hosts/template.js in an offline copy: a page from a file cannot fetch itself, but its document still holds
// what tools/offline.mjs wrote, an element a line.

const comment = (/** @type {string} */ name) => `<!--vis-a-vis:${name}-->`;
// eslint-disable-next-line no-restricted-properties -- read, not written
const written = (/** @type {Iterable<Element>} */ elements) => [...elements].map(one => one.outerHTML);

// The viewer is not there yet.
const head = written(document.head.querySelectorAll(':scope > :not(title, [name=description])'));
const body = written(document.body.querySelectorAll(':scope > [data-own]'));

/** @returns {Promise<string>} */
export const template = async () => ['<!doctype html>', '<html lang="en">', '<head>', ...head, comment('head'), '</head>', '<body>',
  comment('body'), ...body, '</body>', '</html>', ''].join('\n');
