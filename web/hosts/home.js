// The transcript that the page itself holds: none, but for an offline copy (offline/home.js).

/** @type {(() => import('./opening.js').Source) | null} */
export const home = null;
