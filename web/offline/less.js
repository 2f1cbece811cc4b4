// In place of frame/less.js in an offline copy, which holds what shows and reads: what takes something out is in the site.

import { h } from '../dom.js';
import { sheet } from '../frame/menus.js';

/** @type {typeof import('../frame/less.js').lessSheet} */
export const lessSheet = (sender, root) => sheet(root, 'Share less', [
  h('p', {}, 'This copy does not hold the part that takes names and words out. Open this file in the page of Vis-à-vis, or with its command, to share less of it.')]);

/** @returns {Promise<string>} */
export const lessLink = () => Promise.reject(new RangeError('an offline copy takes nothing out'));
