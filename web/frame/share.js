// What is loaded when first a link carries something or quotes: a file of its own in the site.

import { unpack } from '../hosts/carried.js';
import { find, place } from '../hosts/quotes.js';
import { opened } from './unlock.js';
import english from '../words/english/unlock.js';
import { speak } from '../words/say.js';

const say = speak(english);

/**
 * The transcript that a link carries, and the view that is locked in with it.
 * @param {string} value of `doc=` @param {HTMLElement} root where to ask for a passphrase
 * @returns {Promise<import('../hosts/opening.js').Source | import('../hosts/opening.js').Refusal>}
 */
export async function carriedBy(value, root) {
  const carried = await (value.startsWith('e1.') ? opened(value, root) : unpack(value));
  if (!carried) return { code: 'locked', message: say('this-transcript'), remedy: say('load-the-page-2') };
  return 'message' in carried ? { code: 'link', ...carried } : { name: '', ...carried };
}

/**
 * Marks the words that a view quotes; where they are gone it says so and goes to the place.
 * @param {import('../element/component.js').Component} component @param {import('../hosts/view.js').View} view @param {Inspect} transcript
 */
export async function goToQuote(component, view, transcript) {
  const { viewer } = component, words = /** @type {import('../hosts/view.js').Words} */ (view.quote);
  const quote = { quote: words.words, before: words.before, after: words.after, turn: view.turn };
  const pieces = await find(transcript, quote);
  if (component.transcript !== transcript) return;
  if (pieces) {
    viewer.showQuote(pieces, words);
    return;
  }
  const near = await place(transcript, quote);
  if (component.transcript !== transcript) return;
  if (near !== null) viewer.send(`select ${near}`);
  component.notice(say('the-quoted-words'), near !== null ? say('this-is-where') : view.time !== null ? say('this-is-the') : say('they-may-have'));
}
