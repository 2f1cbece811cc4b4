// Share: a link with how long it is and what will carry it, the file where few things would, and what others can
// put into a page of theirs. Loaded when first used.

import { h } from '../dom.js';
import { canLock } from '../hosts/locked.js';
import { sealedCopy, sealedName } from '../hosts/sealing.js';
import { carriersOf, linkFor, longLink } from '../hosts/sending.js';
import { parse } from '../hosts/links.js';
import { dressed } from '../styles/dressed.js';
import css from '../styles/share.css';
import { copy } from './copying.js';
import { sheet } from './menus.js';
import { download } from './saving.js';
import { snippets } from './snippets.js';
import english from '../words/english/sending.js';
import { listed, speak } from '../words/say.js';

const say = speak(english);

/** @typedef {import('../hosts/sending.js').Sender} Sender */
/** @typedef {import('../hosts/sending.js').Sending} Sending */

/** @param {ShadowRoot} shadow */
export const dressedToShare = shadow => dressed(shadow, 'share', css);

/** What is said of a link's length. @param {number} length */
export function lengthNote(length) {
  const { carried, not } = carriersOf(length);
  const long = say('characters-named', length);
  if (!not.length) return say('anything-carries', long);
  return carried.length ? say('carried-by-too', long, listed(carried), listed(not)) : say('hardly-anything', long);
}

/**
 * @param {Sender} sender @param {HTMLElement} root
 * @param {{ saveFile: () => void, less: () => void, say: (text: string) => void }} ways
 */
export function shareSheet(sender, root, { saveFile, less, say: tell }) {
  const { viewer } = sender;
  const { transcript, source, state } = viewer;
  if (!transcript || !source) return null;
  dressedToShare(viewer.shadow);
  const range = state?.range ?? null;
  const tick = (/** @type {string} */ label, /** @type {Record<string, any>} */ attributes) => {
    const input = h('input', { type: 'checkbox', onchange: () => { void renew(); }, ...attributes });
    return { input, line: h('label', {}, input, label) };
  };
  const here = tick(say('open-it-as-i-see'), { checked: true });
  const alone = tick(range ? say('only-the-part', range[0] + 1, range[1] + 1) : '', {});
  const carry = tick(say('carry-the-words'), {});
  const passphrase = h('input.field', { type: 'text', 'aria-label': say('passphrase'), autocomplete: 'off', spellcheck: 'false', placeholder: say('no-passphrase'), oninput: () => { void renew(600); } });
  const link = h('input.field', { readonly: true, dir: 'ltr', 'aria-label': say('link'), onfocus: () => link.select() });
  const note = h('p', { role: 'status' });
  const button = h('button.button.strong', { type: 'button', onclick: async () => {
    const done = link.value && await copy(Promise.resolve({ text: link.value }));
    if (!done) link.select();
    button.textContent = done ? say('copied') : say('copy-it-from');
    tell(button.textContent);
  } }, say('copy-link'));
  const file = h('button.button', { type: 'button', onclick: () => { dialog.close(); saveFile(); } }, say('save-a-file'));
  const sealed = h('button.button', { type: 'button', hidden: true, onclick: async () => {
    sealed.disabled = true;
    try {
      download(new TextEncoder().encode(await sealedCopy(sender, how())), sealedName);
      note.textContent = say('was-saved-it', sealedName);
    } catch (error) {
      console.error(error);
      note.textContent = say('the-locked-copy');
    }
    sealed.disabled = false;
  } }, say('save-a-locked'));
  const embeds = h('div.share');
  /** @returns {Sending} */
  const how = () => ({ view: here.input.checked, carry: carry.input.checked, passphrase: passphrase.value.trim(),
    ...(alone.input.checked && range ? { turns: range } : {}) });
  let serial = 0;
  /** The link anew; of several under way the last counts. */
  async function renew(rest = 0) {
    const own = ++serial;
    await new Promise(done => setTimeout(done, rest));
    if (own !== serial) return;
    button.textContent = say('copy-link');
    sealed.hidden = !how().passphrase;
    try {
      const made = await linkFor(sender, how());
      if (own !== serial) return;
      link.value = made;
      button.disabled = made.length > longLink;
      const locked = /^e1\./.test(parse(made.slice(made.indexOf('#'))).get('doc') ?? '');
      note.textContent = `${lengthNote(made.length)}${locked ? say('opens-with-the') : ''}`;
      file.hidden = made.length < 8000;
      embeds.replaceChildren(...snippets(sender, made, tell));
    } catch (error) {
      console.error(error);
      if (own !== serial) return;
      note.textContent = say('this-link-could');
      file.hidden = false;
    }
  }
  const dialog = sheet(root, say('share'), [h('div.share', {},
    h('fieldset', {}, h('legend', {}, say('what')), here.line, range ? alone.line : '', source.address ? carry.line : ''),
    h('button.button', { type: 'button', onclick: () => { dialog.close(); less(); } }, say('share-less-other')),
    canLock() ? h('div', {}, h('label', {}, say('passphrase'), passphrase)) : '',
    h('div.line', {}, link, button), note, h('div.line', {}, sealed, file),
    h('details', {}, h('summary', {}, say('put-it-into')), embeds))]);
  void renew();
  button.focus();
  return dialog;
}
