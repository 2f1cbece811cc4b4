// In place of core/apart.js in an offline copy: a page from a file can start no worker, it reads itself.

/** There is none beside this page. */
export const serviceWorker = '';
/** @param {string} address @returns {any} */
export const vouched = address => address;

/** @returns {Promise<import('../core/reader.js').Reading | null>} */
export const readApart = async () => null;

/** @returns {Promise<Uint8Array<ArrayBuffer> | null>} */
export const madeApart = async () => null;
