// What this part of the page says, in English: names and patterns as words/say.js has them.

export default {
  'forget': 'Forget',
  'forget-named': 'Forget {0}',
  'forgotten': 'Forgotten.',
  'keep-on-this': 'Keep on this machine',
  'kept-in-this': 'Kept in this browser, with its corrections and your place.',
  'kept-on-this': 'Kept on this machine.',
  'kept-on-this-2': 'Kept on this machine',
  'kept-on-this-3': 'Kept on this machine: {0}',
  'open-its-file': 'Open its file again.',
  'this-browser-does': 'This browser does not keep this transcript any more.',
  'this-browser-keeps': 'This browser keeps nothing for this page.',
  'transcripts-counted': '{0} {0:one transcript|transcripts}',
  'when-the-page': 'When the page is closed this text is gone.',
  'without-a-name': 'Without a name',
};
