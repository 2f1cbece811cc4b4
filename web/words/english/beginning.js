// What this part of the page says, in English: names and patterns as words/say.js has them.

export default {
  'the-beginning-while': 'The beginning, while the rest is still being read.',
};
