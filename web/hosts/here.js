// Which host a component has. (In an offline copy: offline/here.js.)

import { Framed, isFramed } from './framed.js';
import { Page } from './page.js';

/**
 * @param {import('./host.js').Component} component
 * @param {typeof import('./article.js').Article} [Article] where the element is no page
 * @returns {import('./host.js').Host}
 */
export const hostOf = (component, Article) => new (Article ?? (isFramed() ? Framed : Page))(component);
