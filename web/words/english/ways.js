// What this part of the page says, in English: names and patterns as words/say.js has them.

export default {
  'of-files-this': 'Of {0} files this is the first.',
  'open-named': 'Open {0}',
  'this-took-the': 'This took the place of “{0}”.',
  'undo': 'Undo',
};
