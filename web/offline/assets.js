// In place of core/assets.js in an offline copy: the one module that it holds, for everything, and the copy itself.

import { begun } from '../core/begun.js';
import { unpacked } from './unpacked.js';

const comment = (/** @type {string} */ name) => `<!--vis-a-vis:${name}-->`;
// eslint-disable-next-line no-restricted-properties -- read, not written
const written = (/** @type {Iterable<Element>} */ elements) => [...elements].map(one => one.outerHTML);

// A page from a file cannot fetch itself, but its document still holds what tools/offline.mjs wrote, an element a line.
// The viewer is not there yet.
const head = written(document.head.querySelectorAll(':scope > :not(title, [name=description])'));
const body = written(document.body.querySelectorAll(':scope > [data-own]'));

/** @type {Promise<WebAssembly.Module> | null} */
let compiled = null;

const module = async () => WebAssembly.compile(unpacked(document.getElementById('module')?.textContent ?? ''));

export const assets = {
  base: new URL('.', document.baseURI).href,
  /** A page from a file can start none. */ worker: '',
  compile: () => compiled ??= module(),
  /**
   * @param {string} [name] @param {WebAssembly.Module} [given] @param {import('../core/painting.js').Painting} [painting]
   * @returns {Promise<any>}
   */
  instance: async (name, given, painting) => begun(await assets.compile(), painting),
  /** @returns {Promise<string>} */
  template: async () => ['<!doctype html>', '<html lang="en">', '<head>', ...head, comment('head'), '</head>', '<body>',
    comment('body'), ...body, '</body>', '</html>', ''].join('\n'),
};
