// Share: a link with how long it is and what will carry it, the file where few things would, and what others can
// put into a page of theirs. Loaded when first used.

import { grouped, h, listed } from '../dom.js';
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

/** @typedef {import('../hosts/sending.js').Sender} Sender */
/** @typedef {import('../hosts/sending.js').Sending} Sending */

/** @param {ShadowRoot} shadow */
export const dressedToShare = shadow => dressed(shadow, 'share', css);

/** What is said of a link's length. @param {number} length */
export function lengthNote(length) {
  const { carried, not } = carriersOf(length);
  const long = `${grouped(length)} characters.`;
  if (!not.length) return `${long} Anything carries it.`;
  return carried.length ? `${long} Carried by ${listed(carried)}; too long for ${listed(not)}.` : `${long} Hardly anything carries a link so long.`;
}

/**
 * @param {Sender} sender @param {HTMLElement} root
 * @param {{ saveFile: () => void, less: () => void, say: (text: string) => void }} ways
 */
export function shareSheet(sender, root, { saveFile, less, say }) {
  const { viewer } = sender;
  const { transcript, source, state } = viewer;
  if (!transcript || !source) return null;
  dressedToShare(viewer.shadow);
  const range = state?.range ?? null;
  const tick = (/** @type {string} */ label, /** @type {Record<string, any>} */ attributes) => {
    const input = h('input', { type: 'checkbox', onchange: () => { void renew(); }, ...attributes });
    return { input, line: h('label', {}, input, label) };
  };
  const here = tick('Open it as I see it now', { checked: true });
  const alone = tick(range ? `Only the part that is measured: turns ${range[0] + 1} to ${range[1] + 1}` : '', {});
  const carry = tick('Carry the words in the link, so that it needs no file', {});
  const passphrase = h('input.field', { type: 'text', 'aria-label': 'Passphrase', autocomplete: 'off', spellcheck: 'false', placeholder: 'none', oninput: () => { void renew(600); } });
  const link = h('input.field', { readonly: true, 'aria-label': 'Link', onfocus: () => link.select() });
  const note = h('p', { role: 'status' });
  const button = h('button.button.strong', { type: 'button', onclick: async () => {
    const done = link.value && await copy(Promise.resolve({ text: link.value }));
    if (!done) link.select();
    button.textContent = done ? 'Copied' : 'Copy it from here';
    say(button.textContent);
  } }, 'Copy link');
  const file = h('button.button', { type: 'button', onclick: () => { dialog.close(); saveFile(); } }, 'Save a file instead');
  const sealed = h('button.button', { type: 'button', hidden: true, onclick: async () => {
    sealed.disabled = true;
    try {
      download(new TextEncoder().encode(await sealedCopy(sender, how())), sealedName);
      note.textContent = `${sealedName} was saved. It opens with the passphrase alone; send that another way.`;
    } catch (error) {
      console.error(error);
      note.textContent = 'The locked copy could not be made. Try again.';
    }
    sealed.disabled = false;
  } }, 'Save a locked offline copy');
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
    button.textContent = 'Copy link';
    sealed.hidden = !how().passphrase;
    try {
      const made = await linkFor(sender, how());
      if (own !== serial) return;
      link.value = made;
      button.disabled = made.length > longLink;
      const locked = /^e1\./.test(parse(made.slice(made.indexOf('#'))).get('doc') ?? '');
      note.textContent = `${lengthNote(made.length)}${locked ? ' Opens with the passphrase alone; send that another way.' : ''}`;
      file.hidden = made.length < 8000;
      embeds.replaceChildren(...snippets(sender, made, say));
    } catch (error) {
      console.error(error);
      if (own !== serial) return;
      note.textContent = 'This link could not be made. Save a file instead.';
      file.hidden = false;
    }
  }
  const dialog = sheet(root, 'Share', [h('div.share', {},
    h('fieldset', {}, h('legend', {}, 'What'), here.line, range ? alone.line : '', source.address ? carry.line : ''),
    h('button.button', { type: 'button', onclick: () => { dialog.close(); less(); } }, 'Share less: other names, words struck out, numbers alone …'),
    canLock() ? h('div', {}, h('label', {}, 'Passphrase', passphrase)) : '',
    h('div.line', {}, link, button), note, h('div.line', {}, sealed, file),
    h('details', {}, h('summary', {}, 'Put it into a page'), embeds))]);
  void renew();
  button.focus();
  return dialog;
}
