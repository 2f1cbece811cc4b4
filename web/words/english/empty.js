// What this part of the page says, in English: names and patterns as words/say.js has them.

export default {
  'a-tea-house': 'A tea house in Chinese and Arabic. Plain text',
  'ada-how-did': 'Ada: How did it begin?\nGrace: With a moth, as it happens.',
  'choose-a-file': 'Choose a file',
  'one-oven-three': 'One oven, three bakers',
  'open-a-transcript-2': 'Open a transcript to see who speaks when, what about and how evenly, beside the words themselves. It is read on this machine and goes nowhere else.',
  'or-drop-one': 'Or drop one anywhere on this page. To try it, read one of ours:',
  'paste-text': 'Paste text',
  'read-this': 'Read this',
  'the-bell-that': 'The bell that was a little flat',
  'the-lighthouse': 'The lighthouse keeper',
  'three-voices-with': 'Three voices with times, some of them at once. WebVTT',
  'transcript-text': 'Transcript text',
  'two-people-face': 'Two people, face to face.',
  'two-voices-five': 'Two voices, five headings. Plain text',
  'two-voices-four': 'Two voices, four headings. Markdown',
};
