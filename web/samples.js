// Our own sample interviews. The strip is each turn's speaker slot and words, in order: a small
// picture of who speaks when, drawn before anything is loaded.

/** @type {{ file: string, title: string, about: string, strip: string }[]} */
export const samples = [];
