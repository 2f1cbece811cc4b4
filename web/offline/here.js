// In place of hosts/here.js in an offline copy: a page that holds its transcript in its own text (src/offline), which the
// core reads.

import { part } from '../core/parts.js';
import { Framed, isFramed } from '../hosts/framed.js';
import { decoded, parse } from '../hosts/links.js';
import { Page } from '../hosts/page.js';

const article = document.getElementById('transcript');
const record = document.querySelector('script[type="application/vnd.vis-a-vis.record"]');

// As the core knows a copy by (src/readers/documents/offline_copy.h).
const start = '<!doctype html>\n<meta name="generator" content="Vis-à-vis offline copy">\n';

/** @returns {import('../hosts/opening.js').Source} */
const here = () => ({
  name: decoded(location.pathname.split('/').pop() ?? ''), home: true,
  // A link to a place in this copy goes there; without one it opens as it was saved.
  fragment: parse(location.hash).size ? '' : article?.dataset.view ?? '',
  // eslint-disable-next-line no-restricted-properties -- read, not written
  bytes: new TextEncoder().encode(`${start}${article?.outerHTML}${record?.outerHTML}`),
});

/** Whether this page holds a transcript in the clear, or else is the program alone, or holds one that is locked. */
export const holds = !!(article && record);
/** What a locked link holds (hosts/sealing.js). */
const sealed = document.getElementById('sealed')?.textContent ?? '';

class Copy extends (isFramed() ? Framed : Page) {
  home = holds ? here : sealed ? () => this.#unsealed() : null;

  async #unsealed() {
    const found = await (await part('share')).carriedBy(sealed, this.component.parts.root);
    if ('code' in found) return found;
    return { ...found, home: true, locked: true, fragment: this.wants.size ? '' : found.fragment };
  }
}

/** @param {import('../hosts/host.js').Component} component @returns {import('../hosts/host.js').Host} */
export const hostOf = component => new Copy(component);
