// What a publisher pastes into a page: the element, a frame where no script of ours may run, a picture where none runs at all.

import { part } from '../core/parts.js';
import { h } from '../dom.js';
import { escaped } from './citing.js';
import { copy } from './copying.js';
import { download, exported, fileBase } from './saving.js';
import english from '../words/english/send.js';
import { speak } from '../words/say.js';

const say = speak(english);

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

/**
 * The picture, as a vector where that is shown, with its caption. Both files lie beside the page.
 * @param {string} link @param {string} title @param {string} name of the files @param {{ width: number, height: number, alt: string, caption: string }} figure
 */
export const pictureSnippet = (link, title, name, { width, height, alt, caption }) =>
  `<figure>\n<a href="${escaped(link)}"><picture><source type="image/svg+xml" srcset="${escaped(encodeURIComponent(name))}.svg">` +
  `<img src="${escaped(encodeURIComponent(name))}.png" width="${width}" height="${height}" alt="${escaped(alt)}" style="max-width:100%;height:auto"></picture></a>\n` +
  `<figcaption><a href="${escaped(link)}">${escaped(title)}</a>. ${escaped(caption)}</figcaption>\n</figure>`;

/** @param {import('../hosts/sending.js').Sender} sender @param {string} link @param {(text: string) => void} tell */
export function snippets({ viewer, base }, link, tell) {
  const folder = new URL('.', base).href;
  const { element, frame } = snippetsFor(link, viewer.transcript?.title || say('transcript'), folder);
  const box = (/** @type {string} */ name, /** @type {string} */ code) => {
    const area = h('textarea.field', { readonly: true, dir: 'ltr', rows: 4, 'aria-label': name, spellcheck: 'false' });
    area.value = code;
    const button = h('button.button', { type: 'button', onclick: async () => {
      button.textContent = await copy(Promise.resolve({ text: code })) ? say('copied') : say('copy-it-from');
      tell(button.textContent);
    } }, say('copy'));
    return h('div', {}, h('div.line', {}, h('p', {}, name), button), area);
  };
  const name = `${fileBase(viewer)}-picture`, title = viewer.transcript?.title || say('transcript');
  const picture = h('details', { ontoggle: async () => {
    if (!picture.open || picture.querySelector('textarea')) return;
    try {
      const made = await (await part('pictures')).figure(viewer);
      if (picture.querySelector('textarea')) return;
      const save = (/** @type {string} */ kind) => h('button.button', { type: 'button', onclick: async () => {
        const bytes = await exported(viewer, `all.${kind}`).catch(error => { console.error(error); });
        if (bytes) download(bytes, `${name}.${kind}`);
        else tell(say('the-picture-could'));
      } }, say('save-named', kind.toUpperCase()));
      picture.append(h('div.line', {}, save('svg'), save('png'), h('p', {}, say('put-both-beside'))), box(say('a-figure-with'), pictureSnippet(link, title, name, made)));
    } catch (error) {
      console.error(error);
      tell(say('the-picture-could'));
    }
  } }, h('summary', {}, say('a-picture-for')));
  return [element ? box(say('the-element-part'), element) : '', box(say('a-frame-for'), frame), picture].filter(Boolean);
}
