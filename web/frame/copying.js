// To the clipboard: what is still being made is promised in the same click, as browsers want it.

/**
 * @param {Promise<{ text: string, html?: string }>} made @param {boolean} [rich] whether it has HTML
 * @returns {Promise<boolean>} whether it is there now
 */
export async function copy(made, rich = false) {
  const blob = (/** @type {'text' | 'html'} */ part, /** @type {string} */ type) => made.then(it => new Blob([it[part] ?? it.text], { type }));
  try {
    await navigator.clipboard.write([new ClipboardItem({ 'text/plain': blob('text', 'text/plain'),
      ...(rich ? { 'text/html': blob('html', 'text/html') } : {}) })]);
    return true;
  } catch { /* no such clipboard here: the older way */ }
  const { text, html } = await made;
  let done = false;
  const fill = (/** @type {ClipboardEvent} */ event) => {
    event.clipboardData?.setData('text/plain', text);
    if (html) event.clipboardData?.setData('text/html', html);
    event.preventDefault();
    event.stopImmediatePropagation();
    done = true;
  };
  addEventListener('copy', fill, { capture: true });
  try { document.execCommand('copy'); } catch { /* then it is not copied, and told so */ }
  removeEventListener('copy', fill, { capture: true });
  return done;
}
