// What this part of the page says, in English: names and patterns as words/say.js has them.

export default {
  'again-with-another': 'again; with another name it is a topic of its own',
  'edit': 'Edit',
  'fewer': 'fewer',
  'found-by-the': 'Found by the words, as guesses; in italics where it is less than even that one starts there.',
  'how-many-topics': 'How many topics: fewer to more',
  'join-to-the': 'Join to the one before',
  'look-for-topics': 'Look for topics',
  'more-topics': 'more',
  'name-of-topic': 'Name of topic {0}',
  'of-at-most': '{0} of at most {1}',
  'paragraphs-to': 'paragraphs {0} to {1}',
  'part-at-paragraph': 'To part a topic, choose the paragraph that the new one starts with, then come here.',
  'part-at-turn': 'To part a topic, choose the turn that the new one starts with, then come here.',
  'rename-part-and': 'Rename, part and join topics',
  'starts-at-paragraph': 'A topic starts at paragraph {0}',
  'starts-at-turn': 'A topic starts at turn {0}',
  'topics': 'Topics',
  'topics-found': 'Topics found',
  'turns-to': 'turns {0} to {1}',
};
