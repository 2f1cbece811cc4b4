// The component's fixed parts. The instrument panes stand after the text, so that find-in-page and
// Tab come to the words first; grid areas place them.

import { h, icon } from '../dom.js';
import { roving } from '../panes/roving.js';
import english from '../words/english/page.js';
import { speak, spoken, way } from '../words/say.js';

const say = speak(english);

/** @typedef {ReturnType<typeof skeleton>} Parts */

/** Nothing left out: of the axis, the turns, the speakers. */
const showAll = 'zoom fit;range none;speaker all';

/** @param {import('../hosts/host.js').Host} host */
export function skeleton({ tags, brand }) {
  const input = h('input', { type: 'search', placeholder: say('search'), 'aria-label': say('search-the-words'),
    autocomplete: 'off', spellcheck: 'false', enterkeyhint: 'search' });
  const count = h('output', { 'aria-live': 'polite' });
  const previous = h('button', { type: 'button', 'aria-label': say('previous-hit') }, icon('previous'));
  const next = h('button', { type: 'button', 'aria-label': say('next-hit') }, icon('next'));
  const closeSearch = h('button.close', { type: 'button', 'aria-label': say('close-search') }, icon('close'));
  const listHits = h('button.list-hits', { type: 'button', 'aria-label': say('list-of-hits'), title: say('list-of-hits'), 'aria-expanded': 'false' }, icon('list'));
  const search = h('form.search', { role: 'search' }, icon('search'), input, count, listHits, previous, next, closeSearch);

  const button = (/** @type {string} */ label, /** @type {string} */ classes = '', /** @type {any} */ ...content) =>
    h(`button.button${classes}`, { type: 'button', 'aria-label': content.length ? label : null, title: content.length ? label : null },
      ...(content.length ? content : [label]));
  const named = (/** @type {string} */ label, /** @type {string} */ image) =>
    button(label, '.plain', icon(image), h('span.label-only', {}, label));
  const lookUp = button(say('search'), '.plain.look-up', icon('search'));
  const open = button(say('open'), '.open-it');
  const share = button(say('share'), '.share-it');
  const save = button(say('save'), '.save');
  const reading = button(say('reading'), '.reading');
  const undo = named(say('undo'), 'undo'), redo = named(say('redo'), 'redo');
  undo.hidden = redo.hidden = true;
  const theme = named(say('theme'), 'auto');
  const keys = button(say('what-am-i'), '.plain', h('span', { 'aria-hidden': 'true' }, '?'), h('span.label-only', {}, say('what-am-i')));
  const side = button(say('topics-and-balance'), '.plain.toggle-side', icon('side'));
  const toggleMore = button(say('more'), '.plain.toggle-more', icon('more'));
  const more = h('div.more', {}, share, save, reading, undo, redo, theme, keys);
  const tools = h('div.tools', {}, lookUp, open, more, side, toggleMore);

  const title = h('span.title', { part: 'title', dir: 'auto' });
  const top = h(tags.top, { part: 'header', dir: way() }, brand, title, search, tools);

  const tabs = h('div.tabs', { role: 'tablist', 'aria-label': say('what-to-show') },
    ...['text', 'topics', 'balance'].map(name => h('button', { type: 'button', role: 'tab', id: `tab-${name}`, 'data-view': name,
      'aria-controls': `pane-${name}`, 'aria-selected': 'false', tabindex: '-1' }, say(/** @type {'text' | 'topics' | 'balance'} */ (name)))));
  const text = h('div.text', { part: 'text', id: 'pane-text', role: 'region', 'aria-label': say('transcript'), tabindex: '0' });
  const twins = { timeline: h('div.twin'), balance: h('div.twin'), topics: h('div.twin') };
  const panes = { timeline: h('div.pane', {}, twins.timeline), balance: h('div.pane', {}, twins.balance), topics: h('div.pane', {}, twins.topics) };
  // What the pointer does on the canvas, as controls.
  const command = (/** @type {string} */ label, /** @type {string} */ line) => h('button.button', { type: 'button', tabindex: '-1', 'data-command': line }, label);
  const zoom = (/** @type {string} */ label, /** @type {string} */ image, /** @type {string} */ line) =>
    h('button.button.plain', { type: 'button', tabindex: '-1', 'aria-label': label, title: label, 'data-command': line }, icon(image));
  const zooms = h('div.zooms', { role: 'group', 'aria-label': say('zoom') }, zoom(say('zoom-in'), 'plus', 'zoom in'), zoom(say('zoom-out'), 'minus', 'zoom out'), zoom(say('show-all'), 'whole', showAll));
  // Seen and heard: what the river is drawn of changes with the part that is in view.
  const river = h('p.over', { role: 'status' });
  const all = [0, 1].map(() => h('div.all', { hidden: true }, command(say('show-all'), showAll)));
  const timeline = h('section.timeline', { part: 'timeline', 'aria-label': say('timeline') }, panes.timeline, river, zooms);
  const balance = h('section.balance', { part: 'balance', id: 'pane-balance', 'aria-label': say('balance') }, panes.balance, all[0]);
  // More figures, loaded when asked for (figures/figures.js).
  const asks = h('div.asks', { role: 'group', 'aria-label': say('more-figures') }, ...[['questions', say('questions')], ['over-time', say('over-time')], ['by-topic', say('by-topic')], ['floor', say('floor')], ['recurrence', say('taken-up')], ['beside', say('side-by-side')]]
    .map(([name, label]) => h('button.button', { type: 'button', 'aria-expanded': 'false', 'data-figures': name }, label)));
  balance.append(asks);
  const topics = h('section.topics', { part: 'topics', id: 'pane-topics', 'aria-label': say('topics') }, panes.topics, all[1]);
  for (const pane of [timeline, balance, topics]) roving(pane, '.zooms,.all')();
  const column = h('div.side', { part: 'side', role: 'region', 'aria-label': say('balance-and-topics') }, balance, topics);
  const canvas = h('canvas', { 'aria-hidden': 'true' });
  const empty = h('div.empty', { part: 'empty' });
  const grid = h('div.grid', {}, h('div.backdrop', {}, canvas), top,
    h(tags.all, {}, tabs, empty, text, timeline, column));
  const notices = h('div', { role: 'alert' });
  const said = h('div.hidden', { role: 'status' });
  // The words of the page run as its language does; the grid and what is in it run as the talk does.
  const root = h('div.root', { part: 'root', dir: way(), lang: spoken.tag, 'data-state': 'empty', 'data-drawing': 'no', 'data-side': 'open', 'data-view': 'text' },
    grid, notices, said, h('div.drop', { 'aria-hidden': 'true' }, say('let-go-to')));
  return { root, grid, top, title, search, input, count, listHits, previous, next, closeSearch, lookUp, open, share, save, reading, undo, redo, theme, keys,
    side, toggleMore, more, tools, tabs, text, twins, panes, zooms, river, all, asks, sections: { text, topics, balance }, column, canvas, empty, notices, said };
}
