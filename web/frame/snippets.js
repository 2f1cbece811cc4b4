// What a publisher pastes into a page: the element, or a frame where no script of ours may run.

import { h } from '../dom.js';
import { escaped } from './citing.js';
import { copy } from './copying.js';

/**
 * @param {string} link @param {string} title @param {string} folder of the viewer
 * @returns {{ element: string | null, frame: string }} the element only where the transcript has an address
 */
export function snippetsFor(link, title, folder) {
  const at = link.indexOf('#'), page = link.slice(0, at), fragment = link.slice(at + 1);
  const source = /(?:^|&)src=([^&]*)/.exec(fragment);
  const rest = fragment.split('&').filter(pair => !/^(?:src|doc)=/.test(pair)).join('&');
  const element = source && `<script type="module" src="${escaped(`${folder}vis-a-vis.js`)}"></script>\n` +
    `<vis-a-vis src="${escaped(new URL(decodeURIComponent(source[1]), folder).href)}" height="480"${rest ? ` at="${escaped(rest)}"` : ''}>\n` +
    `<a href="${escaped(link)}">${escaped(title)}</a>\n</vis-a-vis>`;
  const frame = `<iframe src="${escaped(`${page}${page.includes('?') ? '&' : '?'}embed#${fragment}`)}" title="${escaped(title)}" ` +
    `loading="lazy" style="width:100%;height:560px;border:0" allow="clipboard-write; fullscreen"></iframe>\n` +
    `<script src="${escaped(`${folder}frame-height.js`)}" async></script>`;
  return { element, frame };
}

/** @param {import('../hosts/sending.js').Sender} sender @param {string} link @param {(text: string) => void} say */
export function snippets({ viewer, base }, link, say) {
  const folder = new URL('.', base).href;
  const { element, frame } = snippetsFor(link, viewer.transcript?.title || 'Transcript', folder);
  const box = (/** @type {string} */ name, /** @type {string} */ code) => {
    const area = h('textarea.field', { readonly: true, rows: 4, 'aria-label': name, spellcheck: 'false' });
    area.value = code;
    const button = h('button.button', { type: 'button', onclick: async () => {
      button.textContent = await copy(Promise.resolve({ text: code })) ? 'Copied' : 'Copy it from here';
      say(button.textContent);
    } }, 'Copy');
    return h('div', {}, h('div.line', {}, h('p', {}, name), button), area);
  };
  return [element ? box('The element: part of the article, with its fonts', element) : '', box('A frame: for places that take no script of ours', frame)].filter(Boolean);
}
