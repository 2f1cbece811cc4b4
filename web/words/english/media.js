// What this part of the page says, in English: names and patterns as words/say.js has them.

export default {
  'back-to-the': 'Back to the voice',
  'recording': 'Recording',
  'speed': 'Speed',
  'transcript': 'Transcript',
};
