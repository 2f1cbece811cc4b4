// A quote as people write one: “words” — Name, title, time, link; plain, as HTML, as Markdown, as a text fragment.

import { clock } from '../dom.js';
import english from '../words/english/send.js';
import { listed, speak } from '../words/say.js';

const say = speak(english);

/** @typedef {{ names: string, title: string, time: string }} Citation */

/** @param {Inspect} transcript @param {{ turn: number, lastTurn: number }} what @returns {Citation} */
export function citation({ title, speakers, turns }, { turn, lastTurn }) {
  const spoken = [...new Set(turns.slice(turn, lastTurn + 1).map(one => one.speaker))].filter(id => id !== null);
  const start = turns[turn].start_ms;
  return {
    names: listed(spoken.map(id => speakers[/** @type {number} */ (id)].name)),
    title: title ?? '', time: start === null ? '' : clock(start),
  };
}

/** @param {string} words @param {Citation} cited @param {string} link */
export const plain = (words, { names, title, time }, link) =>
  `“${words}”${names || title ? ` — ${[names, title, time].filter(Boolean).join(', ')}` : ''}, ${link}`;

/** Text as HTML. @param {string} text */
export const escaped = text => text.replace(/[&<>"]/g, sign => `&#${sign.charCodeAt(0)};`);

/** @param {string} words @param {Citation} cited @param {string} link */
export function rich(words, { names, title, time }, link) {
  const by = [names && escaped(names), title && `<cite>${escaped(title)}</cite>`, `<a href="${escaped(link)}">${escaped(time || say('in-the-transcript'))}</a>`];
  return `<blockquote cite="${escaped(link)}"><p>“${escaped(words)}”</p></blockquote>\n<p>— ${by.filter(Boolean).join(', ')}</p>`;
}

/**
 * Words over several turns as a conversation, each with who says it; the first and the last may be cut.
 * @param {Inspect} transcript @param {{ turn: number, start: number, lastTurn: number, end: number }} what in UTF-16 units of the turns' texts
 */
export function conversation({ speakers, turns }, { turn, start, lastTurn, end }) {
  const said = turns.slice(turn, lastTurn + 1).map(({ speaker, text }, at) => ({
    name: speaker === null ? '' : speakers[speaker].name,
    words: text.slice(at === 0 ? start : 0, turn + at === lastTurn ? end : undefined).trim(),
  })).filter(one => one.words);
  return {
    text: said.map(({ name, words }) => `${name && `${name}: `}${words}`).join('\n\n'),
    html: said.map(({ name, words }) => `<p>${name && `<b>${escaped(name)}:</b> `}${escaped(words).replace(/\n+/g, '<br>')}</p>`).join('\n'),
  };
}

/** Signs that mean something in Markdown (CommonMark 2.4) mean themselves. @param {string} text */
const unmarked = text => text.replace(/[\\`*_{}[\]<>#|~!]/g, '\\$&').replace(/^(\s*)([-+]|\d+[.)])(?=\s)/, '$1\\$2');

/** @param {string} words @param {Citation} cited @param {string} link */
export const markdown = (words, { names, title, time }, link) =>
  `> “${unmarked(words)}”\n>\n> — ${[names && unmarked(names), title && `*${unmarked(title)}*`, `[${time || say('in-the-transcript')}](<${link}>)`].filter(Boolean).join(', ')}`;

/** Above this many words a text fragment names the first and the last of them. */
const wordsWhole = 12, wordsEach = 5;

/**
 * As WICG's Text Fragments has it: `[prefix-,]start[,end][,-suffix]`; commas, ampersands and dashes in the words are escaped.
 * @param {import('../hosts/view.js').Words} quote
 */
export function textFragment({ words, before, after }) {
  const part = (/** @type {string} */ text) => encodeURIComponent(text.replace(/\p{Cs}/gu, '')).replaceAll('-', '%2D');
  // What stands around must be whole words, so those that may be cut are left out.
  const lead = before.split(/\s+/).slice(1).join(' ').trim(), trail = after.split(/\s+/).slice(0, -1).join(' ').trim();
  const all = words.split(' ');
  const text = all.length > wordsWhole ? `${part(all.slice(0, wordsEach).join(' '))},${part(all.slice(-wordsEach).join(' '))}` : part(words);
  return `${lead ? `${part(lead)}-,` : ''}${text}${trail ? `,-${part(trail)}` : ''}`;
}
