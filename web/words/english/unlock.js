// What this part of the page says, in English: names and patterns as words/say.js has them.

export default {
  'load-the-page-2': 'Load the page again to be asked for the passphrase.',
  'open': 'Open',
  'open-it-where': 'Open it where the address begins with https.',
  'opening': 'Opening …',
  'passphrase': 'Passphrase',
  'that-is-not': 'That is not the passphrase of this link. The link itself is whole.',
  'the-quoted-words': 'The quoted words are not in this transcript.',
  'they-may-have': 'They may have been edited since.',
  'this-is-the': 'This is the time they were said at.',
  'this-is-where': 'This is where they stood.',
  'this-link-is-2': 'This link is locked, and this page cannot unlock it.',
  'this-transcript': 'This transcript stayed locked.',
  'this-transcript-is': 'This transcript is locked',
  'whoever-sent-the': 'Whoever sent the link has its passphrase.',
};
