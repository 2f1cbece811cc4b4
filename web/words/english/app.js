// What this part of the page says, in English: names and patterns as words/say.js has them.

export default {
  'a-file-that': 'A file that was opened here has to be opened again after it.',
  'reload': 'Reload',
  'there-is-a': 'There is a new version of Vis-à-vis.',
};
