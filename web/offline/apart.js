// In place of core/apart.js in an offline copy: a page from a file can start no worker, it reads itself.

/** @returns {Promise<import('../core/reader.js').Reading | null>} */
export const readApart = async () => null;
