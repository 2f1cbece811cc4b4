// What this part of the page says, in English: names and patterns as words/say.js has them.

export default {
  'the-viewer-could': 'The viewer could not be loaded. Load the page again.',
};
