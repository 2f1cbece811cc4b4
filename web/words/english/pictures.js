// What this part of the page says, in English: names and patterns as words/say.js has them.

export default {
  'balance-named': '{0} balance, {1}',
};
