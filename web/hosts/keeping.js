// The offline copy: what the module that writes is asked for (vav_write in src/bridge/read.h).

import { viewNow } from '../frame/viewing.js';
import { rewritten } from './links.js';
import { template } from './template.js';
import { pairsOf } from './view.js';

/**
 * A copy opens as the transcript is seen now; its corrections are in the words and names already.
 * @param {import('../element/viewer.js').Viewer} viewer @returns {Promise<string>}
 */
export async function copyOf(viewer) {
  const view = { ...viewNow(viewer, viewer.shadow.host.getAttribute('theme')), corrections: [] };
  return `offline\n${rewritten('', pairsOf(view))}\n${await template()}`;
}
