// An offline copy's program. Its words stand in the page already and stay until the viewer shows them; where it cannot,
// they are the page.

import { assets } from './assets.js';
import { holds } from './here.js';
import '../element/element.js';

const page = document.documentElement;
const viewer = document.createElement('vis-a-vis');
viewer.setAttribute('page', '');

viewer.addEventListener('vis-a-vis:ready', () => {
  page.dataset.viewer = 'shown';
  // From a disk no link leads here from elsewhere.
  const share = /** @type {HTMLElement | null} */ (viewer.shadowRoot?.querySelector('.share-it'));
  if (share) share.hidden = location.protocol === 'file:';
});
viewer.addEventListener('vis-a-vis:error', () => {
  if (page.dataset.viewer) return; // it stays up, and says itself what is wrong
  viewer.remove();
  document.adoptedStyleSheets = [];
});

async function start() {
  await assets.compile();
  if (!holds) page.dataset.viewer = 'shown';
  document.body.prepend(viewer);
}

start().catch(error => { console.error(error); });
