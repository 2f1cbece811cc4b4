// What is loaded when first a link carries something or quotes: a file of its own in the site.

import { unpack } from '../hosts/carried.js';
import { opened } from './unlock.js';

export { find, place } from '../hosts/quotes.js';

/**
 * The transcript that a link carries, and the view that is locked in with it.
 * @param {string} value of `doc=` @param {HTMLElement} root where to ask for a passphrase
 * @returns {Promise<{ bytes: Uint8Array<ArrayBuffer>, fragment?: string } | { message: string, remedy: string } | null>} null: left closed
 */
export const carriedBy = (value, root) => value.startsWith('e1.') ? opened(value, root) : unpack(value);
