// What this part of the page says, in English: names and patterns as words/say.js has them.

export default {
  'share-less': 'Share less',
  'this-copy-does': 'This copy does not hold the part that takes names and words out. Open this file in the page of Vis-à-vis, or with its command, to share less of it.',
};
