// Small matters of text and of places in it, for the reading pane.

/** A position in a turn's text as a node and its offset. @param {HTMLElement} row @param {number} offset @returns {[Node, number] | null} */
export function place(row, offset) {
  const words = row.querySelector('.words');
  if (!words) return null;
  const walker = document.createTreeWalker(words, NodeFilter.SHOW_TEXT);
  let node = walker.nextNode();
  while (node) {
    const { length } = /** @type {Text} */ (node);
    if (offset <= length) return [node, offset];
    offset -= length;
    node = walker.nextNode();
  }
  return null;
}

/** By the first letter that has a direction; a name in another script must not turn the words. @param {string} text */
export function direction(text) {
  const letter = /\p{L}/u.exec(text)?.[0] ?? 'a';
  return /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]|\ud802|\ud803|\ud83a|\ud83b/.test(letter) ? 'rtl' : null;
}

/** Lines of one's own choosing, rather than wrapped at a width. @param {string} text */
export function verse(text) {
  const lines = text.split('\n');
  if (lines.length < 2) return false;
  const full = lines.slice(0, -1).filter(line => line.length >= 50 && line.length <= 110).length;
  return full < (lines.length - 1) * 0.7;
}

/** The first index for which it holds. @param {number} count @param {(index: number) => boolean} holds */
export function search(count, holds) {
  let low = 0, high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle; else low = middle + 1;
  }
  return low;
}

/** @param {number} n */
export const clamp = n => Math.min(1, Math.max(0, n));
/** @param {number} n */
export const round = n => Math.round(n * 1000) / 1000;
