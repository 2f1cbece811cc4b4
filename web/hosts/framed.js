// The page in a frame of somebody's article: its address is its own affair, and its height is told.

import { part } from '../core/parts.js';
import { Page } from './page.js';

export const isFramed = () => /[?&]embed\b/.test(location.search);

export class Framed extends Page {
  own = false;

  /** @param {boolean} opening */
  begin(opening) {
    const { component } = this;
    component.parts.root.dataset.framed = '';
    void part('frame').then(({ tellHeight }) => {
      if (!component.gone) component.leaving.push(tellHeight(component.element, component.parts));
    }).catch(() => {});
    super.begin(opening);
  }
}
