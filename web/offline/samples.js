// In place of frame/samples.js in an offline copy: nothing lies beside it.

/** @type {typeof import('../frame/samples.js').samples} */
export const samples = [];
