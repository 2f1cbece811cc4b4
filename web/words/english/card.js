// What this part of the page says, in English: names and patterns as words/say.js has them.

export default {
  'also-written': 'also written {0}',
  'characters-counted': '{0} {0:one character|characters}',
  'characters-to': 'characters {0} to {1}',
  'interviewee': 'interviewee',
  'interviewer': 'interviewer',
  'moderator': 'moderator',
  'narration': 'Narration',
  'no-turns': 'no turns',
  'of-what-is-said': '{0}, {1} of what is said · {2}',
  'participant': 'participant',
  'the-longest-turn': 'The longest turn: {0}',
  'turn-named-2': 'turn {0}',
  'turn-of': 'turn {0} of {1}',
  'turns-counted': '{0} {0:one turn|turns}',
  'turns-to': 'turns {0} to {1}',
  'without-a-title': 'Without a title',
  'words-counted': '{0} {0:one word|words}',
  'words-to': 'words {0} to {1}',
};
