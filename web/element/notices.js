// What is told above the words.

/** Takes it away; the focus, where it was there, goes on to what is read. @param {Pick<import('./skeleton.js').Parts, 'notices' | 'text' | 'empty'>} parts */
export function hush({ notices, text, empty }) {
  const within = notices.contains(/** @type {ShadowRoot} */ (notices.getRootNode()).activeElement);
  notices.replaceChildren();
  if (within) (text.checkVisibility() ? text : empty.querySelector('button'))?.focus({ preventScroll: true });
}
