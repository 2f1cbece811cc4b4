// What the component stands in, as an object: its address, storage and title. This one has none of them; an article
// (article.js), the page (page.js), the page in a frame (framed.js) and an offline copy (offline/here.js) are more.

/** @typedef {import('../element/component.js').Component} Component */

export class Host {
  /** The component's outermost parts, and the level of its title. */
  tags = { top: 'div.top', all: 'div.all-of-it', heading: 'h2' };
  /** Where the way back to the start stands. @type {HTMLElement | string} */ brand = '';

  /** What its bar shows where the element says nothing of it. @type {string | null} */ controls = null;
  /** Of the text around, where the component's own follows it. */ textSize = '';

  /** @param {Component} component */
  constructor(component) { this.component = component; }

  /** What hears keys and takes drops. @returns {EventTarget} */
  get ground() { return this.component.element; }
  /** The colours around, as `color-scheme` has them. */
  get scheme() { return ''; }
  /** What the address asks for, as a link's pairs. @returns {Map<string, string>} */
  get wants() { return new Map(); }
  /** Where links lead. @returns {string} */
  get viewer() { return ''; }
  /** Whether a drop may take the place of what is shown. */
  get welcomes() { return true; }

  /** All is there. @param {boolean} opening something is opened at once: not what the host names */
  begin(opening) { void opening; }
  /** Whether keys on it are the component's though nothing in that has the focus. @param {EventTarget | null} target @returns {boolean} */
  loose(target) { return !target; }
  /** A person, or a script, does something. */
  touch() {}
  /** The view may have changed. */
  viewed() {}
  /** The view is one that was gone back to, or came with what was opened. */
  returned() {}
  /** What is shown is about to give way to what a person gives. */
  give() {}
  /** What a person gave is shown. */
  given() {}
  /** Back to what that took the place of. @param {import('../element/viewer.js').Kept} former */
  back(former) { void this.component.openings.restore(former, null); }
  /** @param {string | null} theme */
  themed(theme) { void theme; }
  /** For the next visit. @param {string} theme */
  remember(theme) { void theme; }
  /** What stands where no transcript does is there. */
  invited() {}
  /** Nothing of it is used again. */
  leave() {}
}
