// One tab stop per group of controls, arrows within it (ARIA Authoring Practices, roving tabindex).

import { along } from '../dom.js';

/**
 * @param {HTMLElement} holder @param {string} groups selects the groups inside it, whose buttons are made with `tabindex="-1"`
 * @returns {() => void} to be called when buttons have come: each group has one that Tab comes to
 */
export function roving(holder, groups) {
  const all = (/** @type {Element} */ group) => /** @type {HTMLElement[]} */ ([...group.querySelectorAll('button')]);
  const stopOf = (/** @type {Element} */ group) => /** @type {HTMLElement | null} */ (group.querySelector('button[tabindex="0"]'));
  const groupOf = (/** @type {Event} */ event) => /** @type {Element} */ (event.target).closest(groups);
  holder.addEventListener('focusin', event => {
    const group = groupOf(event);
    const before = group && stopOf(group);
    if (before) before.tabIndex = -1;
    if (group) /** @type {HTMLElement} */ (event.target).tabIndex = 0;
  });
  holder.addEventListener('keydown', event => {
    const group = groupOf(event);
    const ends = ['Home', 'End'].indexOf(event.key), step = { ArrowDown: 1, ArrowUp: -1 }[event.key] ?? along(event);
    if (!group || (ends < 0 && !step) || event.ctrlKey || event.metaKey || event.altKey) return;
    const controls = all(group);
    const to = step ? controls.indexOf(/** @type {HTMLElement} */ (event.target)) + step : ends * (controls.length - 1);
    event.preventDefault();
    controls[Math.min(controls.length - 1, Math.max(0, to))]?.focus();
  });
  return () => {
    for (const group of holder.querySelectorAll(groups)) {
      const at = stopOf(group) ?? group.querySelector('button');
      if (at) at.tabIndex = 0;
    }
  };
}
