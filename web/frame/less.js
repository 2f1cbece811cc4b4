// Share less: other names for people, words struck out, a part, numbers without words, with all that leaves shown before it
// does. The core takes it out and refuses where any of it is left. Loaded when first used.

import { h } from '../dom.js';
import { assets } from '../core/assets.js';
import { accountOf, lessened, lessLink, Refused } from '../hosts/lessening.js';
import { canLock } from '../hosts/locked.js';
import { longLink } from '../hosts/sending.js';
import { dressedToShare, lengthNote } from './dialog.js';
import { copy } from './copying.js';
import { sheet } from './menus.js';
import { download, kindName, kinds } from './saving.js';
import english from '../words/english/less.js';
import { listed, speak } from '../words/say.js';

const say = speak(english);

export { lessLink };

/** As much of the text as is laid out at once: the rest is when it comes into sight. */
const piece = 20_000;

/**
 * @param {import('../hosts/sending.js').Sender} sender @param {HTMLElement} root @param {(text: string) => void} tell
 * @returns {HTMLDialogElement | null}
 */
export function lessSheet(sender, root, tell) {
  const { viewer } = sender, { transcript, state } = viewer;
  if (!transcript) return null;
  dressedToShare(viewer.shadow);
  const range = state?.range ?? null;
  const soon = () => { void renew(400); };
  const tick = (/** @type {string} */ label) => {
    const input = h('input', { type: 'checkbox', onchange: soon });
    return { input, line: h('label', {}, input, label) };
  };
  const naming = h('select.field', { 'aria-label': say('names'), onchange: soon },
    ...[['kept', say('names-as-they')], ['persons', say('person-a-person')], ['roles', say('what-they-do')]].map(([value, label]) => h('option', { value }, label)));
  naming.value = 'persons';
  const own = transcript.speakers.map(({ name }) => {
    const input = h('input.field', { 'aria-label': say('instead-of', name), autocomplete: 'off', oninput: soon });
    return { name, input, line: h('label', {}, h('span', {}, name), input) };
  });
  const box = (/** @type {string} */ label, /** @type {string} */ hint) => {
    const area = h('textarea.field', { rows: 2, 'aria-label': label, placeholder: hint, spellcheck: 'false', oninput: soon });
    return { area, line: h('div', {}, h('p', {}, label), area) };
  };
  const struck = box(say('strike-out'), say('a-name-a-place-a'));
  const spared = box(say('keep'), say('words-that-are'));
  const alone = tick(range ? say('only-the-part', range[0] + 1, range[1] + 1) : '');
  const figures = tick(say('numbers-without'));
  const note = h('p', { role: 'status' });
  const preview = h('div.preview', { tabindex: 0, role: 'region', 'aria-label': say('what-leaves'), dir: 'auto' });
  const passphrase = h('input.field', { type: 'text', 'aria-label': say('passphrase'), autocomplete: 'off', spellcheck: 'false', placeholder: say('no-passphrase') });
  const button = h('button.button.strong', { type: 'button', onclick: () => out(async () => {
    const link = lessLink(sender, lines(), passphrase.value.trim());
    const done = await copy(link.then(text => ({ text })));
    const { length } = await link;
    return `${done ? say('the-link-is') : say('the-link-could')} ${length > longLink ? `${say('it-is-too')} ` : ''}${lengthNote(length)}`;
  }) }, say('copy-link'));
  const names = Object.keys(kinds);
  const kind = h('select.field', { 'aria-label': say('format') }, ...names.map(name => h('option', { value: name }, kindName(name))));
  const save = h('button.button', { type: 'button', onclick: () => out(async () => {
    const name = kind.value;
    const bytes = await lessened(viewer, lines(), name === 'offline' ? `offline\n\n${await assets.template()}` : name);
    download(bytes, `${account?.file ?? 'interview'}.${kinds[name][1]}`);
    return say('saved-as', account?.file ?? 'interview', kinds[name][1]);
  }) }, say('save-file'));

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
    note.textContent = error instanceof Refused ? error.message : say('this-could-not-2');
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
      tell(note.textContent = await make());
    } catch (error) {
      refused(error);
    }
    ready(true);
  }
  const dialog = sheet(root, say('share-less'), [h('div.share', {},
    h('div', {}, h('p', {}, say('names')), naming), h('details', {}, h('summary', {}, say('other-names-of')), h('div.share', {}, ...own.map(({ line }) => line))),
    struck.line, spared.line, h('fieldset', {}, range ? alone.line : '', figures.line), note, h('p', {}, say('what-leaves-all')), preview,
    canLock() ? h('label', {}, say('passphrase'), passphrase) : '', h('div.line', {}, button, kind, save))]);
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
function told({ taken, left, nowhere, file }) {
  const places = taken.reduce((sum, { times }) => sum + times, 0);
  const first = places ? say('changed-named', say('places-counted', places), listed(taken.slice(0, 8).map(({ words, instead, times }) => say('to-times', words, instead, times))), taken.length > 8 ? say('and-more-3') : '') : say('nothing-was-found');
  const stays = left.length ? say('these-stay-strike', listed(left.slice(0, 12).map(({ word, times }) => say('word-times', word, times))), left.length > 12 ? say('and-more-3') : '') : '';
  const missing = nowhere.length ? say('these-stand-nowhere', listed(nowhere.slice(0, 12).map(words => say('word-in-quotes', words))), nowhere.length > 12 ? say('and-more-3') : '') : '';
  return say('the-file-is', first, `${stays}${missing}`, file);
}
