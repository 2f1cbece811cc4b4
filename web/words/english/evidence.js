// What this part of the page says, in English: names and patterns as words/say.js has them.

export default {
  'and-more-2': 'and {0} more',
  'asked': 'questions',
  'characters-counted': '{0} {0:one character|characters}',
  'close': 'Close',
  'how-long-turns': 'how long turns are',
  'mean-half-have-characters': 'mean {0}, half have {1} characters or fewer, the longest {2}',
  'mean-half-have-words': 'mean {0}, half have {1} words or fewer, the longest {2}',
  'to-named-2': '{0} to {1}',
  'turn-named-2': 'turn {0}',
  'turns-counted': '{0} {0:one turn|turns}',
  'where-others-are': 'where others are cut off',
  'words-a-turn': 'Words a turn',
  'words-counted': '{0} {0:one word|words}',
};
