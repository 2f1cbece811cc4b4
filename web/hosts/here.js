// Which host a component has. (In an offline copy: offline/here.js.)

import { Article } from './article.js';
import { Framed, isFramed } from './framed.js';
import { Page } from './page.js';

/** @param {import('./host.js').Component} component @returns {import('./host.js').Host} */
export const hostOf = component => new (!component.element.hasAttribute('page') ? Article : isFramed() ? Framed : Page)(component);
