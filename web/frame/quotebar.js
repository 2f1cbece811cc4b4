// The small bar beside selected words: to quote them, link to them, look for them. Loaded with the first selection.

import { h, scaleOf } from '../dom.js';
import { contextLength } from '../hosts/quotes.js';
import { linkFor, senderOf } from '../hosts/sending.js';
import { copy } from './copying.js';
import { dressedToShare } from './dialog.js';
import { citation, conversation, markdown, plain, rich, textFragment } from './citing.js';
import english from '../words/english/send.js';
import { speak } from '../words/say.js';

const say = speak(english);

/** @typedef {{ turn: number, start: number, lastTurn: number, end: number }} Selected in UTF-16 units of the turns' texts */

/** The selection inside the shadow tree, as each engine tells it. @param {ShadowRoot} shadow @returns {AbstractRange | null} */
function rangeIn(shadow) {
  const selection = /** @type {any} */ (getSelection());
  const own = /** @type {any} */ (shadow).getSelection?.();
  if (own?.rangeCount && !own.isCollapsed) return own.getRangeAt(0);
  let composed = null;
  try { [composed] = selection?.getComposedRanges?.({ shadowRoots: [shadow] }) ?? []; } catch {
    [composed] = selection.getComposedRanges(shadow); // as first shipped
  }
  const range = composed ?? (selection?.rangeCount ? selection.getRangeAt(0) : null);
  return range && !range.collapsed && shadow.contains(range.startContainer) ? range : null;
}

/**
 * Where a point of the tree is in the words of a turn; a point outside any words is at their beginning.
 * @param {Node} node @param {number} offset @returns {{ turn: number, at: number } | null}
 */
function wordsAt(node, offset) {
  const element = node instanceof Element ? node : node.parentElement;
  const row = /** @type {HTMLElement | null | undefined} */ (element?.closest('[data-t]'));
  if (!row) return null;
  const words = row.querySelector('.words');
  if (!words?.contains(node)) return { turn: Number(row.dataset.t), at: 0 };
  const range = document.createRange();
  range.setStart(words, 0);
  range.setEnd(node, offset);
  return { turn: Number(row.dataset.t), at: range.toString().length };
}

/** What is selected of the transcript, blanks at its ends left out. @param {ShadowRoot} shadow @param {Inspect} transcript @returns {Selected | null} */
export function selected(shadow, { turns }) {
  const range = rangeIn(shadow);
  if (!range) return null;
  const from = wordsAt(range.startContainer, range.startOffset);
  let to = wordsAt(range.endContainer, range.endOffset);
  if (!from || !turns[from.turn]) return null;
  // A selection that ends before the next turn's first word ends with the last one.
  if (!to || (to.at === 0 && to.turn > from.turn)) {
    const turn = to ? to.turn - 1 : from.turn;
    to = { turn, at: turns[turn].text.length };
  }
  const first = turns[from.turn].text, last = turns[to.turn].text;
  const start = from.at + (/^\s*/.exec(first.slice(from.at))?.[0].length ?? 0);
  const end = last.slice(0, to.at).trimEnd().length;
  return from.turn < to.turn || start < end ? { turn: from.turn, start, lastTurn: to.turn, end } : null;
}

/** @param {Inspect} transcript @param {Selected} what @returns {import('../hosts/view.js').Words} */
export function quoteOf({ turns }, { turn, start, lastTurn, end }) {
  const texts = turns.slice(turn, lastTurn + 1).map(one => one.text);
  texts[texts.length - 1] = texts[texts.length - 1].slice(0, end);
  texts[0] = texts[0].slice(start);
  return {
    words: texts.join('\n').replace(/\s+/g, ' ').trim(),
    before: turns[turn].text.slice(0, start).slice(-contextLength).trimStart(),
    after: turns[lastTurn].text.slice(end).slice(0, contextLength).trimEnd(),
  };
}

/** A link to a quote carries only so much around it, where the words must be carried. */
const around = 2, longest = 2000;

export class QuoteBar {
  #component; #sender; #root; #bar = h('div');
  /** @type {Selected | null} */ #what = null;

  /** @param {import('../element/component.js').Component} component */
  constructor(component) {
    this.#component = component;
    this.#sender = senderOf(component);
    this.#root = component.parts.root;
    dressedToShare(component.shadow);
    this.#root.addEventListener('copy', (/** @type {Event} */ event) => this.#copied(/** @type {ClipboardEvent} */ (event)));
  }

  /** Shows beside what is selected, or beside a turn; goes where nothing is. @param {HTMLElement | null} [row] a turn, for the keys */
  show(row = null) {
    const { viewer } = this.#sender;
    const { transcript, shadow } = viewer;
    if (!transcript || (this.#bar.isConnected && this.#bar.contains(shadow.activeElement))) return;
    const id = row ? Number(row.dataset.t) : -1;
    this.#what = selected(shadow, transcript) ?? (row ? { turn: id, start: 0, lastTurn: id, end: transcript.turns[id].text.length } : null);
    this.hide();
    if (!this.#what) return;
    const quote = quoteOf(transcript, this.#what);
    const button = (/** @type {string} */ label, /** @type {() => unknown} */ act) =>
      h('button', { type: 'button', onpointerdown: (/** @type {Event} */ event) => event.preventDefault(), onclick: act }, label);
    const plainPage = this.#plainPage();
    this.#bar = h('div.quotebar', { role: 'toolbar', 'aria-label': say('quote'), onkeydown: (/** @type {KeyboardEvent} */ event) => this.#key(event) },
      button(say('copy-quote'), () => this.#copy(quote, 'quote')), button(say('copy-link'), () => this.#copy(quote, 'link')),
      button(say('copy-as-markdown'), () => this.#copy(quote, 'markdown')),
      plainPage ? button(say('copy-text-link'), () => this.#done(copy(Promise.resolve({ text: `${plainPage}#:~:text=${textFragment(quote)}` })))) : '',
      button(say('search'), () => { this.hide(); viewer.search.for(quote.words.slice(0, 200)); }));
    this.#root.append(this.#bar);
    this.#place(row);
  }

  /** Over several turns the names go with the words, and what is of the page stays behind. @param {ClipboardEvent} event */
  #copied(event) {
    const { transcript, shadow } = this.#sender.viewer;
    const what = transcript && selected(shadow, transcript);
    if (!what || what.turn === what.lastTurn || !event.clipboardData) return;
    const { text, html } = conversation(transcript, what);
    event.clipboardData.setData('text/plain', text);
    event.clipboardData.setData('text/html', html);
    event.preventDefault();
  }

  hide() { this.#bar.remove(); }
  focus() { this.#bar.querySelector('button')?.focus(); }
  get shown() { return this.#bar.isConnected; }

  /** A page where the same words stand as plain text: the source itself, or the article around the element. */
  #plainPage() {
    const { viewer } = this.#sender;
    const host = /** @type {HTMLElement} */ (viewer.shadow.host);
    if (viewer.source?.address && viewer.transcript?.source.format === 'html') return viewer.source.address;
    return host.textContent?.trim() && !host.hasAttribute('src') && !host.hasAttribute('page') ? location.href.replace(/#.*$/s, '') : null;
  }

  /** @param {import('../hosts/view.js').Words} quote @returns {Promise<string>} */
  async #link(quote) {
    const { turn, lastTurn } = /** @type {Selected} */ (this.#what);
    const whole = await linkFor(this.#sender, { at: { quote, turn } });
    const last = (this.#sender.viewer.transcript?.turns.length ?? 1) - 1;
    if (whole.length <= longest || this.#sender.viewer.source?.address) return whole;
    const first = Math.max(0, turn - around);
    return linkFor(this.#sender, { turns: [first, Math.min(last, lastTurn + around)], at: { quote, turn: turn - first } });
  }

  /** @param {import('../hosts/view.js').Words} quote @param {'quote' | 'link' | 'markdown'} as */
  #copy(quote, as) {
    const cited = citation(/** @type {Inspect} */ (this.#sender.viewer.transcript), /** @type {Selected} */ (this.#what));
    this.#done(copy(this.#link(quote).then(link => as === 'link' ? { text: link }
      : as === 'markdown' ? { text: markdown(quote.words, cited, link) }
        : { text: plain(quote.words, cited, link), html: rich(quote.words, cited, link) }), as === 'quote'));
  }

  /** @param {Promise<boolean>} copied */
  async #done(copied) {
    const done = await copied.catch(() => false);
    const text = done ? say('copied') : say('this-could-not');
    this.#component.say(text);
    this.#bar.replaceChildren(h('button', { type: 'button', disabled: true }, text));
    setTimeout(() => this.hide(), done ? 1200 : 3000);
  }

  /** Above the words where there is room, else below; on touch below, clear of the system's own bar. @param {HTMLElement | null} row */
  #place(row) {
    const { viewer } = this.#sender;
    const words = rangeIn(viewer.shadow);
    const range = document.createRange();
    if (words) {
      range.setStart(words.startContainer, words.startOffset);
      range.setEnd(words.endContainer, words.endOffset);
    }
    const at = words ? range.getBoundingClientRect() : /** @type {HTMLElement} */ (row).getBoundingClientRect();
    const root = this.#root.getBoundingClientRect(), pane = viewer.reading.pane.getBoundingClientRect();
    const size = this.#bar.getBoundingClientRect();
    const touch = matchMedia('(pointer: coarse)').matches;
    const above = at.top - size.height - 6, below = at.bottom + (touch ? 28 : 6);
    const top = !touch && above > pane.top ? above : below + size.height < pane.bottom ? below : Math.max(pane.top + 8, Math.min(pane.bottom - size.height - 8, above));
    const by = scaleOf(this.#root);
    this.#bar.style.top = `${(top - root.top) / by}px`;
    this.#bar.style.left = `${Math.max(8, Math.min(root.width - size.width - 8, (at.left + at.right) / 2 - size.width / 2 - root.left)) / by}px`;
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (event.key === 'Escape') {
      event.stopPropagation();
      event.preventDefault();
      this.hide();
      this.#sender.viewer.reading.pane.focus({ preventScroll: true });
    }
    if (!step) return;
    event.preventDefault();
    const buttons = [...this.#bar.querySelectorAll('button')];
    buttons[(buttons.indexOf(/** @type {any} */ (this.#sender.viewer.shadow.activeElement)) + step + buttons.length) % buttons.length]?.focus();
  }
}
