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

/** By most of its letters: words that open with a name in another script keep their own way. Null where there are none. @param {string} text */
export function direction(text) {
  const start = text.slice(0, 400);
  const letters = start.match(/\p{L}/gu)?.length ?? 0;
  const leftward = start.match(/[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/gu)?.length ?? 0;
  return letters ? leftward * 2 > letters ? 'rtl' : 'ltr' : null;
}

/** Languages that their script gives away, by the share of the letters that does. @type {[string, RegExp, number][]} */
const scripts = [
  ['ja', /[\p{Script=Hiragana}\p{Script=Katakana}]/gu, 0.2], ['ko', /\p{Script=Hangul}/gu, 0.5], ['zh', /\p{Script=Han}/gu, 0.5],
  ['he', /\p{Script=Hebrew}/gu, 0.5], ['fa', /[پچژگی]/gu, 0.05], ['ar', /\p{Script=Arabic}/gu, 0.5], ['el', /\p{Script=Greek}/gu, 0.5],
  ['th', /\p{Script=Thai}/gu, 0.5], ['hi', /\p{Script=Devanagari}/gu, 0.5],
];

/** Whether its script gives a language away. @param {string} language */
export const isOfScript = language => scripts.some(([name]) => name === language.slice(0, 2));

/** The language that the script of most letters gives away; empty where it gives none away. @param {string} text */
export function tongue(text) {
  const start = text.slice(0, 400);
  // Nearly all texts are of letters that say nothing.
  if (!/[\u0370-\u03ff\u0590-\u0e7f\u3040-\ud7af]/.test(start)) return '';
  const letters = start.match(/\p{L}/gu)?.length ?? 0;
  return scripts.find(([, signs, share]) => (start.match(signs)?.length ?? 0) > letters * share)?.[0] ?? '';
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
