// What is loaded when first a link carries something or something is shared: a file of its own in the site.

export { unpack } from '../hosts/carried.js';
export { find, place } from '../hosts/quotes.js';
