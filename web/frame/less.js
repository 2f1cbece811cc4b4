// Share less: other names for people, words struck out, a part, numbers without words, with all that leaves shown before it
// does. The core takes it out and refuses where any of it is left. Loaded when first used.

import { h, listed, plural } from '../dom.js';
import { assets } from '../core/assets.js';
import { accountOf, lessened, lessLink, Refused } from '../hosts/lessening.js';
import { canLock } from '../hosts/locked.js';
import { longLink } from '../hosts/sending.js';
import { dressedToShare, lengthNote } from './dialog.js';
import { copy } from './copying.js';
import { sheet } from './menus.js';
import { download, kinds } from './saving.js';

export { lessLink };

/** As much of the text as is laid out at once: the rest is when it comes into sight. */
const piece = 20_000;

/**
 * @param {import('../hosts/sending.js').Sender} sender @param {HTMLElement} root @param {(text: string) => void} say
 * @returns {HTMLDialogElement | null}
 */
export function lessSheet(sender, root, say) {
  const { viewer } = sender, { transcript, state } = viewer;
  if (!transcript) return null;
  dressedToShare(viewer.shadow);
  const range = state?.range ?? null;
  const soon = () => { void renew(400); };
  const tick = (/** @type {string} */ label) => {
    const input = h('input', { type: 'checkbox', onchange: soon });
    return { input, line: h('label', {}, input, label) };
  };
  const naming = h('select.field', { 'aria-label': 'Names', onchange: soon },
    ...[['kept', 'Names as they are'], ['persons', 'Person A, Person B, …'], ['roles', 'What they do: Interviewer, …']].map(([value, label]) => h('option', { value }, label)));
  naming.value = 'persons';
  const own = transcript.speakers.map(({ name }) => {
    const input = h('input.field', { 'aria-label': `Instead of ${name}`, autocomplete: 'off', oninput: soon });
    return { name, input, line: h('label', {}, h('span', {}, name), input) };
  });
  const box = (/** @type {string} */ label, /** @type {string} */ hint) => {
    const area = h('textarea.field', { rows: 2, 'aria-label': label, placeholder: hint, spellcheck: 'false', oninput: soon });
    return { area, line: h('div', {}, h('p', {}, label), area) };
  };
  const struck = box('Strike out', 'a name, a place, a phrase: one a line');
  const spared = box('Keep', 'words that are no name here: one a line');
  const alone = tick(range ? `Only the part that is measured: turns ${range[0] + 1} to ${range[1] + 1}` : '');
  const figures = tick('Numbers without words');
  const note = h('p', { role: 'status' });
  const preview = h('div.preview', { tabindex: 0, role: 'region', 'aria-label': 'What leaves', dir: 'auto' });
  const passphrase = h('input.field', { type: 'text', 'aria-label': 'Passphrase', autocomplete: 'off', spellcheck: 'false', placeholder: 'none' });
  const button = h('button.button.strong', { type: 'button', onclick: () => out(async () => {
    const link = lessLink(sender, lines(), passphrase.value.trim());
    const done = await copy(link.then(text => ({ text })));
    const { length } = await link;
    return `${done ? 'The link is copied.' : 'The link could not be copied.'} ${length > longLink ? 'It is too long for most programs; save a file. ' : ''}${lengthNote(length)}`;
  }) }, 'Copy link');
  const names = Object.keys(kinds);
  const kind = h('select.field', { 'aria-label': 'Format' }, ...names.map(name => h('option', { value: name }, kinds[name][0])));
  const save = h('button.button', { type: 'button', onclick: () => out(async () => {
    const name = kind.value;
    const bytes = await lessened(viewer, lines(), name === 'offline' ? `offline\n\n${await assets.template()}` : name);
    download(bytes, `${account?.file ?? 'interview'}.${kinds[name][1]}`);
    return `Saved as ${account?.file ?? 'interview'}.${kinds[name][1]}.`;
  }) }, 'Save file');

  const lineOf = (/** @type {string} */ verb, /** @type {string} */ text) => text.split('\n').map(one => one.trim()).filter(Boolean).map(one => `${verb} ${one}`);
  /** What is to be left out, as the core takes it. */
  const lines = () => [`names ${naming.value}`,
    ...own.filter(({ input }) => input.value.trim()).map(({ name, input }) => `call ${name.replaceAll('=', ' ')} = ${input.value.trim()}`),
    ...lineOf('strike', struck.area.value), ...lineOf('keep', spared.area.value),
    ...(alone.input.checked && range ? [`excerpt ${range.join(' ')}`] : []), ...(figures.input.checked ? ['figures'] : [])];

  /** @type {import('../hosts/lessening.js').Account | null} */
  let account = null;
  let serial = 0;
  const ready = (/** @type {boolean} */ is) => { button.disabled = save.disabled = !is; };
  const refused = (/** @type {unknown} */ error) => {
    if (!(error instanceof Refused)) console.error(error);
    note.classList.add('refused');
    note.textContent = error instanceof Refused ? error.message : 'This could not be made. Load the page again.';
  };
  /** The preview anew; of several under way the last counts. Nothing leaves that it has not shown. */
  async function renew(rest = 0) {
    const mine = ++serial;
    ready(false);
    await new Promise(done => setTimeout(done, rest));
    if (mine !== serial) return;
    try {
      const made = await accountOf(viewer, lines());
      if (mine !== serial) return;
      account = made;
      note.classList.remove('refused');
      note.textContent = told(made);
      preview.replaceChildren(...pieces(made.text).map(text => h('span', {}, text)));
      for (const { name, input } of own) input.placeholder = made.people.find(({ was }) => was === name)?.now ?? name;
      ready(true);
    } catch (error) {
      if (mine === serial) refused(error);
    }
  }
  /** @param {() => Promise<string>} make */
  async function out(make) {
    ready(false);
    try {
      note.classList.remove('refused');
      say(note.textContent = await make());
    } catch (error) {
      refused(error);
    }
    ready(true);
  }
  const dialog = sheet(root, 'Share less', [h('div.share', {},
    h('div', {}, h('p', {}, 'Names'), naming), h('details', {}, h('summary', {}, 'Other names of your own'), h('div.share', {}, ...own.map(({ line }) => line))),
    struck.line, spared.line, h('fieldset', {}, range ? alone.line : '', figures.line), note, h('p', {}, 'What leaves, all of it:'), preview,
    canLock() ? h('label', {}, 'Passphrase', passphrase) : '', h('div.line', {}, button, kind, save))]);
  void renew();
  naming.focus();
  return dialog;
}

/** Runs of whole lines. @param {string} text @returns {string[]} */
function pieces(text) {
  const out = [];
  for (let at = 0; at < text.length;) {
    const line = text.indexOf('\n', at + piece);
    const end = line < 0 ? text.length : line + 1;
    out.push(text.slice(at, end));
    at = end;
  }
  return out;
}

/** What was taken out and what stays, in a few sentences. @param {import('../hosts/lessening.js').Account} account */
function told({ taken, left, file }) {
  const places = taken.reduce((sum, { times }) => sum + times, 0);
  const first = places ? `${plural(places, 'place')} changed: ${listed(taken.slice(0, 8).map(({ words, instead, times }) => `“${words}” to “${instead}” (${times})`))}${taken.length > 8 ? ' and more' : ''}.` : 'Nothing was found to change.';
  const stays = left.length ? ` These stay, strike them if they tell a name: ${listed(left.slice(0, 12).map(({ word, times }) => `“${word}” (${times})`))}${left.length > 12 ? ' and more' : ''}.` : '';
  return `${first}${stays} The file is called “${file}”.`;
}
