// Where things stand above one another: heights that are guessed first and measured later, and their sums, in a
// Fenwick tree (P. M. Fenwick, A New Data Structure for Cumulative Frequency Tables, 1994): a change, a sum and
// the search for what stands at a height each take as many steps as the count has binary digits.

export class Heights {
  #tree; #each;

  /** @param {ArrayLike<number>} heights in pixels, none below 0 */
  constructor(heights) {
    this.#each = Float64Array.from(heights);
    this.#tree = new Float64Array(heights.length + 1);
    for (let i = 1; i <= heights.length; i++) {
      this.#tree[i] += this.#each[i - 1];
      const above = i + (i & -i);
      if (above <= heights.length) this.#tree[above] += this.#tree[i];
    }
  }

  get length() { return this.#each.length; }
  get total() { return this.before(this.length); }
  /** @param {number} at */
  height(at) { return this.#each[at]; }

  /** @param {number} at @param {number} height */
  set(at, height) {
    const change = height - this.#each[at];
    if (!change) return;
    this.#each[at] = height;
    for (let i = at + 1; i < this.#tree.length; i += i & -i) this.#tree[i] += change;
  }

  /** The heights of the first `count` together. @param {number} count */
  before(count) {
    let sum = 0;
    for (let i = count; i > 0; i -= i & -i) sum += this.#tree[i];
    return sum;
  }

  /** Which one stands at a height; the last one below them all. @param {number} y */
  at(y) {
    let found = 0;
    for (let step = 2 ** Math.floor(Math.log2(Math.max(1, this.length))); step >= 1; step /= 2) {
      if (found + step <= this.length && this.#tree[found + step] <= y) {
        found += step;
        y -= this.#tree[found];
      }
    }
    return Math.max(0, Math.min(found, this.length - 1));
  }
}
