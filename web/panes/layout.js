// Wide, medium or narrow: container queries draw the layout, this gives it its state and its roles.

import { along, h, icon } from '../dom.js';
import { panes as views, themes } from '../hosts/view.js';
import english from '../words/english/page.js';
import { speak } from '../words/say.js';

const say = speak(english);

const wide = 1000, roomy = 760, narrow = 560;
/** @type {('as-the-system' | 'light' | 'dark')[]} */
const themeNames = ['as-the-system', 'light', 'dark'];

export class Layout {
  #parts; #changed;
  #width = 0;
  #asked = '';

  /** @param {import('../element/skeleton.js').Parts} parts @param {() => void} changed */
  constructor(parts, changed) {
    this.#parts = parts;
    this.#changed = changed;
    const { tabs, side, more, toggleMore, root, column } = parts;
    for (const name of ['wheel', 'pointerdown', 'keydown']) column.addEventListener(name, () => { this.#asked = ''; }, { passive: true });
    side.addEventListener('click', () => this.side(root.dataset.side !== 'open'));
    toggleMore.addEventListener('click', () => this.more(!more.classList.contains('open')));
    more.addEventListener('click', () => this.more(false));
    tabs.addEventListener('click', (/** @type {Event} */ event) => this.show(/** @type {HTMLElement} */ (event.target).dataset.view ?? ''));
    tabs.addEventListener('keydown', (/** @type {KeyboardEvent} */ event) => {
      const step = along(event);
      if (!step) return;
      event.preventDefault();
      const to = (views.indexOf(this.view) + step + views.length) % views.length;
      this.show(views[to]);
      tabs.children[to].focus();
    });
  }

  get name() { return this.#parts.root.dataset.layout ?? ''; }
  get view() { return this.#parts.root.dataset.view ?? 'text'; }

  measure() {
    const { root, tabs, sections, column, side } = this.#parts;
    const width = root.clientWidth;
    if (!width) return;
    const layout = width <= narrow ? 'narrow' : width <= wide ? 'medium' : 'wide';
    root.dataset.layout = layout;
    // The column starts open where there is room beside the text, and stays as the reader sets it.
    if (!this.#width || (width > roomy) !== (this.#width > roomy)) this.side(width > roomy || this.view !== 'text');
    this.#width = width;
    const tabbed = layout === 'narrow';
    for (const name of /** @type {(keyof typeof sections)[]} */ (Object.keys(sections)))
      sections[name].setAttribute('role', tabbed ? 'tabpanel' : 'region');
    column.setAttribute('role', tabbed ? 'presentation' : 'region');
    tabs.hidden = !tabbed;
    side.hidden = layout === 'wide';
    this.#mark(this.view);
  }

  /** @param {boolean} open whether the column of instruments stands beside the text */
  side(open) {
    this.#parts.root.dataset.side = open ? 'open' : 'closed';
    this.#parts.side.setAttribute('aria-expanded', String(open));
    this.#changed();
  }

  /** @param {boolean} open */
  more(open) {
    this.#parts.more.classList.toggle('open', open);
    this.#parts.toggleMore.setAttribute('aria-expanded', String(open));
  }

  /** A pane in sight, at every width: its tab, or the column that it stands in. @param {string} view */
  show(view) {
    if (!views.includes(view)) return;
    this.#mark(view);
    if (this.name === 'medium' && (view !== 'text' || this.#width <= roomy)) this.side(view !== 'text');
    this.#asked = view;
    this.settle();
  }

  /** The pane that was asked for stays in sight while heights come, until the column is used. */
  settle() {
    const { sections, column } = this.#parts, at = this.#asked;
    if (at === 'topics' || at === 'balance') column.scrollTop = sections[at].offsetTop;
  }

  /** @param {string} view */
  #mark(view) {
    this.#parts.root.dataset.view = view;
    for (const tab of this.#parts.tabs.children) {
      const on = tab.dataset.view === view;
      tab.setAttribute('aria-selected', String(on));
      tab.tabIndex = on ? 0 : -1;
    }
    this.#changed();
  }

  /** Says which theme is on; the colours follow from the attribute. @param {string | null} theme */
  themed(theme) {
    const at = Math.max(0, themes.indexOf(theme ?? 'auto'));
    const label = say('theme-named', say(themeNames[at]));
    this.#parts.theme.replaceChildren(icon(themes[at]), h('span.label-only', {}, label));
    this.#parts.theme.title = label;
    this.#parts.theme.setAttribute('aria-label', label);
    this.#changed();
  }
}
