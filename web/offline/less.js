// In place of frame/less.js in an offline copy, which holds what shows and reads: what takes something out is in the site.

import { h } from '../dom.js';
import { sheet } from '../frame/menus.js';
import english from '../words/english/offline.js';
import { speak } from '../words/say.js';

const say = speak(english);

/** @type {typeof import('../frame/less.js').lessSheet} */
export const lessSheet = (sender, root) => sheet(root, say('share-less'), [
  h('p', {}, say('this-copy-does'))]);

/** @returns {Promise<string>} */
export const lessLink = () => Promise.reject(new RangeError('an offline copy takes nothing out'));
