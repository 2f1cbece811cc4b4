// What this part of the page says, in English: names and patterns as words/say.js has them.

export default {
  'another-transcript': 'Another transcript was opened.',
  'the-part-that': 'The part that reads this format could not be loaded.',
  'the-reader-stopped': 'The reader stopped unexpectedly.',
  'there-is-not': 'There is not enough memory for this file.',
};
