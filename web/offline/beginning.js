// In place of text/beginning.js in an offline copy, which is opened for what it holds.

export const begin = async () => {};
