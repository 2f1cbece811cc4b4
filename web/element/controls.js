// What pointer and buttons do: each becomes a command to the core, or asks for a part that is loaded when first used.

import { Origin } from '../core/core.js';
import { part } from '../core/parts.js';

/** @typedef {import('./viewer.js').Viewer} Viewer */
/** @typedef {import('./skeleton.js').Parts} Parts */

/** The turn or heading under the event. @param {Event} event @returns {HTMLElement | null} */
const rowAt = event => /** @type {Element} */ (event.target).closest('[data-t],[data-s]');

/** What marks mean is loaded when one is first pointed at. @param {Viewer} viewer @param {Parts} parts */
function explain(viewer, parts) {
  let asked = false;
  for (const pane of Object.values(parts.panes)) {
    let down = false;
    const ask = async (/** @type {any} */ { type, target, clientX, clientY }) => {
      down = type === 'pointerdown';
      if (asked || !viewer.transcript) return;
      asked = true;
      const card = await part('card').catch(() => null);
      if (card) new card.Card(viewer, parts).first(pane, target, { x: clientX, y: clientY }, down);
    };
    for (const name of ['pointermove', 'pointerdown', 'focusin']) pane.addEventListener(name, ask, { passive: true });
    pane.addEventListener('pointerup', () => { down = false; });
  }
}

/** @param {Viewer} viewer @param {Parts} parts @param {import('./viewer.js').Outside} outside */
export function wire(viewer, parts, outside) {
  explain(viewer, parts);
  const { text, previous, next, closeSearch, lookUp, open, share, save, reading, undo, redo, theme, keys, root, asks, column } = parts;
  text.addEventListener('scroll', viewer.reportReading, { passive: true });
  // A scroll inside the shadow does not reach the window; what is drawn behind the panes moves with them.
  column.addEventListener('scroll', () => viewer.stage.invalidate(), { passive: true });
  text.addEventListener('keydown', (/** @type {KeyboardEvent} */ event) => {
    if ((event.ctrlKey || event.metaKey) && event.key === 'a') {
      event.preventDefault();
      getSelection()?.selectAllChildren(text);
    }
    if (event.target !== text || event.shiftKey || event.altKey || !['Home', 'End'].includes(event.key)) return;
    event.preventDefault();
    if (event.key === 'Home') viewer.reading.goHome(); else viewer.reading.goEnd();
  });
  text.addEventListener('pointerover', (/** @type {PointerEvent} */ event) => {
    if (event.buttons) return;
    const row = rowAt(event);
    viewer.send(!row ? 'hover none' : row.dataset.t ? `hover turn ${row.dataset.t}` : `hover section ${row.dataset.s}`);
    if (event.pointerType === 'mouse' && row && viewer.core) viewer.editing.point(row, true);
  });
  text.addEventListener('pointerleave', () => {
    viewer.send('hover none');
    const selected = viewer.state?.selected ?? null;
    viewer.editing.point(selected === null ? null : viewer.reading.turn(selected), true);
  });
  text.addEventListener('click', (/** @type {MouseEvent} */ event) => {
    const row = rowAt(event);
    const selection = /** @type {any} */ (viewer.shadow).getSelection?.() ?? getSelection();
    if (!row || /** @type {Element} */ (event.target).closest('button') || (selection && !selection.isCollapsed)) return;
    viewer.send(row.dataset.t ? `select ${row.dataset.t}` : `open section ${row.dataset.s}`, Origin.text);
  });
  asks.addEventListener('click', (/** @type {Event} */ event) => {
    const name = /** @type {HTMLElement} */ (event.target).dataset.figures;
    if (name && viewer.transcript) viewer.atDesk(desk => desk.figures(name));
  });
  root.addEventListener('click', (/** @type {Event} */ event) => {
    const line = /** @type {HTMLElement} */ (event.target).dataset?.command;
    for (const one of line?.split(';') ?? []) viewer.send(/** @type {Line} */ (one));
  });
  /** @type {[HTMLElement, () => void][]} */
  const clicks = [
    [previous, () => viewer.send('hit prev')], [next, () => viewer.send('hit next')], [closeSearch, () => viewer.search.end()],
    [lookUp, () => viewer.search.focus()], [open, () => outside.pick()], [share, () => outside.share()], [save, () => viewer.save()],
    [reading, () => viewer.atDesk(desk => desk.report())], [undo, () => viewer.editing.history('undo')], [redo, () => viewer.editing.history('redo')],
    [theme, () => outside.nextTheme()], [keys, () => viewer.atDesk(desk => desk.legend())],
  ];
  for (const [button, act] of clicks) button.addEventListener('click', act);
}
