// What this part of the page says, in English: names and patterns as words/say.js has them.

export default {
  'ask-for-the': 'Ask for the file, or for a link made by this version.',
  'copy-it-again': 'Copy it again, all of it; some programs cut long links.',
  'open-the-file': 'Open the file instead.',
  'this-link-carries': 'This link carries its transcript in a way that is not known here.',
  'this-link-is': 'This link is damaged: the transcript in it cannot be unpacked.',
  'this-link-unpacks': 'This link unpacks to more than {0} MiB, more than a transcript is.',
};
