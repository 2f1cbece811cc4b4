// What is loaded when something is shared: a file of its own in the site.

import { linkFor } from '../hosts/sending.js';
import { copy } from './copying.js';

export { shareSheet } from './dialog.js';
export { QuoteBar } from './quotebar.js';
export { linkFor };

/** @param {import('../hosts/sending.js').Sender} sender @param {Partial<import('../hosts/view.js').View>} at @returns {Promise<boolean>} */
export const copyLink = (sender, at) => copy(linkFor(sender, { at }).then(text => ({ text })));
