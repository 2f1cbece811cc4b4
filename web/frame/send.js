// What is loaded when something is shared: a file of its own in the site.

import { part } from '../core/parts.js';
import { linkFor } from '../hosts/sending.js';
import { copy } from './copying.js';

export { shareSheet } from './dialog.js';
export { QuoteBar } from './quotebar.js';
export { linkFor };

/** @param {import('../hosts/sending.js').Sender} sender @param {HTMLElement} root @param {(text: string) => void} say */
export const lessSheet = async (sender, root, say) => (await part('less')).lessSheet(sender, root, say);

/** @param {import('../hosts/sending.js').Sender} sender @param {Partial<import('../hosts/view.js').View>} at @returns {Promise<boolean>} */
export const copyLink = (sender, at) => copy(linkFor(sender, { at }).then(text => ({ text })));
