// What is loaded when something is shared: a file of its own in the site.

import { part } from '../core/parts.js';
import { linkFor, senderOf } from '../hosts/sending.js';
import { copy } from './copying.js';
import { shareSheet } from './dialog.js';
import english from '../words/english/send.js';
import { speak } from '../words/say.js';

const say = speak(english);

export { QuoteBar } from './quotebar.js';
export { linkFor, senderOf };

/** A sheet, or to a place of the transcript a link that is copied at once. @param {import('../element/component.js').Component} component @param {Partial<import('../hosts/view.js').View> | 'less'} [at] */
export async function share(component, at) {
  const { root } = component.parts, sender = senderOf(component);
  const tell = (/** @type {string} */ text) => component.say(text);
  if (!at) shareSheet(sender, root, { say: tell, saveFile: () => { component.viewer.save(); }, less: () => component.share('less') });
  else if (at === 'less') await (await part('less')).lessSheet(sender, root, tell);
  else if (await copy(linkFor(sender, { at }).then(text => ({ text })))) component.notice(say('the-link-is'), '');
  else component.notice(say('the-link-could'), say('share-shows-it'));
}
