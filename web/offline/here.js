// In place of hosts/here.js in an offline copy: a page that holds its transcript in its own text (src/offline), which the
// core reads.

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

/** Whether this page holds a transcript, or is the program alone. */
export const holds = !!(article && record);

class Copy extends (isFramed() ? Framed : Page) { home = holds ? here : null; }

/** @param {import('../hosts/host.js').Component} component @returns {import('../hosts/host.js').Host} */
export const hostOf = component => new Copy(component);
