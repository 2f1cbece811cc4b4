// A reading can be corrected: each correction is one option line that the core reads the source with
// again. The list of them is the whole state, so undo is a step back in a list of lists.

export class Corrections {
  /** @type {string[][]} */ #steps;
  #at = 0;

  /** @param {string[]} [start] lines that hold from the beginning @param {string[]} [made] made already, to be undone as one */
  constructor(start = [], made = []) {
    this.#steps = [start];
    if (made.length) this.#push([...start, ...made]);
  }

  get lines() { return this.#steps[this.#at]; }
  get canUndo() { return this.#at > 0; }
  get canRedo() { return this.#at < this.#steps.length - 1; }

  /** Adds a line; one about the same thing gives way to it. @param {string} line @param {string} [about] */
  add(line, about) {
    const kept = this.lines.filter(old => !about || !old.startsWith(`${about} `));
    this.#push(line === about ? kept : [...kept, line]);
  }

  reset() { if (this.canUndo) this.#push(this.#steps[0]); }
  undo() { if (this.canUndo) this.#at--; }
  redo() { if (this.canRedo) this.#at++; }
  /** Forgets the last step: it could not be read. */
  drop() {
    this.undo();
    this.#steps.length = this.#at + 1;
  }

  /** @param {string[]} lines */
  #push(lines) {
    this.#steps.length = this.#at + 1;
    this.#steps.push(lines);
    this.#at++;
  }
}
