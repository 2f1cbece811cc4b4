// The offline copy: what the module that writes is asked for (vav_write in src/bridge/read.h).

import { viewNow } from '../frame/viewing.js';
import { rewritten } from './links.js';
import { assets } from '../core/assets.js';
import { ofTopics, pairsOf } from './view.js';

/**
 * A copy opens as the transcript is seen now; its corrections are in the words and names already, but for those of topics,
 * which a copy finds anew.
 * @param {import('../element/viewer.js').Viewer} viewer @returns {Promise<string>}
 */
export async function copyOf(viewer) {
  const { corrections } = viewer.editing;
  const view = { ...viewNow(viewer, viewer.shadow.host.getAttribute('theme')), corrections: corrections.lines.filter(line => ofTopics.test(line)) };
  return `offline\n${rewritten('', pairsOf(view))}\n${await assets.template()}`;
}
