// Asks for the passphrase of a locked link until it opens, or nobody wants it open.

import { h } from '../dom.js';
import { damaged, tooMuch } from '../hosts/carried.js';
import { canLock, sound, unlock } from '../hosts/locked.js';
import { sheet } from './menus.js';

/**
 * @param {string} value of `doc=` @param {HTMLElement} root
 * @returns {Promise<{ bytes: Uint8Array<ArrayBuffer>, fragment: string } | { message: string, remedy: string } | null>} null: left closed
 */
export async function opened(value, root) {
  if (!canLock()) return { message: 'This link is locked, and this page cannot unlock it.', remedy: 'Open it where the address begins with https.' };
  if (!await sound(value)) return damaged;
  return new Promise(done => {
    const field = h('input.field', { type: 'password', 'aria-label': 'Passphrase', autocomplete: 'off' });
    const said = h('p', { role: 'alert' });
    const button = h('button.button', { type: 'submit' }, 'Open');
    const dialog = sheet(root, 'This transcript is locked', [h('form', { onsubmit: async (/** @type {Event} */ event) => {
      event.preventDefault();
      button.disabled = true;
      said.textContent = 'Opening …';
      const found = await unlock(value, field.value.trim());
      button.disabled = false;
      if (found === 'wrong') {
        said.textContent = 'That is not the passphrase of this link. The link itself is whole.';
        field.select();
        return;
      }
      done(found === 'damaged' ? damaged : found === 'large' ? tooMuch : found);
      dialog.close();
    } }, h('p', {}, 'Whoever sent the link has its passphrase.'), h('div.row', {}, field, button), said)]);
    dialog.addEventListener('close', () => done(null));
    field.focus();
  });
}
