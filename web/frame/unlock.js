// Asks for the passphrase of a locked link until it opens, or nobody wants it open.

import { h } from '../dom.js';
import { damaged, tooMuch } from '../hosts/carried.js';
import { canLock, sound, unlock } from '../hosts/locked.js';
import { sheet } from './menus.js';
import english from '../words/english/unlock.js';
import { speak } from '../words/say.js';

const say = speak(english);

/**
 * @param {string} value of `doc=` @param {HTMLElement} root
 * @returns {Promise<{ bytes: Uint8Array<ArrayBuffer>, fragment: string } | { message: string, remedy: string } | null>} null: left closed
 */
export async function opened(value, root) {
  if (!canLock()) return { message: say('this-link-is-2'), remedy: say('open-it-where') };
  if (!await sound(value)) return damaged;
  return new Promise(done => {
    const field = h('input.field', { type: 'password', 'aria-label': say('passphrase'), autocomplete: 'off' });
    const said = h('p', { role: 'alert' });
    const button = h('button.button', { type: 'submit' }, say('open'));
    const dialog = sheet(root, say('this-transcript-is'), [h('form', { onsubmit: async (/** @type {Event} */ event) => {
      event.preventDefault();
      button.disabled = true;
      said.textContent = say('opening');
      const found = await unlock(value, field.value.trim());
      button.disabled = false;
      if (found === 'wrong') {
        said.textContent = say('that-is-not');
        field.select();
        return;
      }
      done(found === 'damaged' ? damaged : found === 'large' ? tooMuch : found);
      dialog.close();
    } }, h('p', {}, say('whoever-sent-the')), h('div.row', {}, field, button), said)]);
    dialog.addEventListener('close', () => done(null));
    field.focus();
  });
}
