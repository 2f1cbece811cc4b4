// A regular expression as a machine that walks over a text once, with all the ways it could match side by side (K. Thompson,
// Regular Expression Search Algorithm, 1968; the order of ways after R. Pike's sam): no expression can make it go back and
// forth, so none can stall the page. What has no such machine, looking around and references back, is refused.

import english from '../words/english/finding.js';
import { speak } from '../words/say.js';

const say = speak(english);

/** The machine's steps: take a character, go two ways (the first is the better one), go on elsewhere, stand somewhere, end. */
const TAKE = 0, SPLIT = 1, JUMP = 2, STAND = 3, END = 4;
/** More steps come of counted repetitions alone, such as (a{99}){99}. */
const mostSteps = 5000;
const longest = 1000;

/** An expression that is none, or is none of those that are searched for; the message is for people. */
export class PatternError extends Error {}

const letter = /[\p{L}\p{N}\p{M}_]/u;
/** What our text is full of: a letter is one in any script, a digit in any. @type {Record<string, string>} */
const classes = { w: '[\\p{L}\\p{N}\\p{M}_]', W: '[^\\p{L}\\p{N}\\p{M}_]', d: '\\p{Nd}', D: '\\P{Nd}' };

/** @type {Map<number, number>} */ const folds = new Map();
/** The character without case and accents. (Kana's marks of voice are no accents.) @param {number} code a code point @returns {number} */
export function fold(code) {
  if (code < 128) return code >= 65 && code <= 90 ? code + 32 : code;
  let folded = folds.get(code);
  if (folded === undefined) {
    const parts = String.fromCodePoint(code).normalize('NFD'), base = parts.codePointAt(0) ?? code;
    const accented = /^.(?:(?![\u3099\u309a])\p{M})*$/su.test(parts);
    folds.set(code, folded = String.fromCodePoint(accented ? base : code).toLowerCase().codePointAt(0) ?? code);
  }
  return folded;
}

/**
 * @typedef {(code: number) => boolean} Test of one code point
 * @typedef {{ kind: number, test?: Test, stand?: string, to?: number, or?: number }} Step
 * @typedef {{ exact?: boolean, words?: boolean, plain?: boolean }} How whether case and accents count, words must be whole, and signs mean themselves
 */

/** A test for what the source of one character says, each answer found once. @param {string} source @param {boolean} exact @returns {Test} */
function testOf(source, exact) {
  const one = new RegExp(`^(?:${source})$`, 'us'), is = (/** @type {number} */ code) => one.test(String.fromCodePoint(code));
  const upper = (/** @type {number} */ code) => String.fromCodePoint(code).toUpperCase().codePointAt(0) ?? code;
  // What excludes must exclude in every form, what names may name any.
  const not = /^\[\^|^\\[DWSP]/.test(source);
  /** @type {Map<number, boolean>} */ const known = new Map();
  return code => {
    let answer = known.get(code);
    if (answer === undefined) {
      const forms = exact ? [code] : [code, fold(code), upper(fold(code)), upper(code)];
      known.set(code, answer = not ? forms.every(is) : forms.some(is));
    }
    return answer;
  };
}

class Compiler {
  /** @type {Step[]} */ steps = [];
  #at = 0; #source; #exact;

  /** @param {string} source @param {boolean} exact */
  constructor(source, exact) {
    this.#source = source;
    this.#exact = exact;
  }

  /** @param {Step} step @returns {number} where it is */
  #add(step) {
    if (this.steps.length >= mostSteps) throw new PatternError(say('this-repeats-too'));
    return this.steps.push(step) - 1;
  }

  compile() {
    this.#either();
    this.#add({ kind: END });
    return this.steps;
  }

  /** Ways parted by bars. */
  #either() {
    const start = this.steps.length;
    this.#row();
    if (this.#source[this.#at] !== '|') return;
    this.#at++;
    this.#insert(start, { kind: SPLIT, to: start + 1 });
    const over = this.#add({ kind: JUMP });
    this.steps[start].or = this.steps.length;
    this.#either();
    this.steps[over].to = this.steps.length;
  }

  /** Puts a step before others that were made already. @param {number} at @param {Step} step */
  #insert(at, step) {
    this.#add(step);
    this.steps.splice(at, 0, /** @type {Step} */ (this.steps.pop()));
    for (let i = at + 1; i < this.steps.length; i++) {
      const other = this.steps[i];
      if (other.to !== undefined && other.to >= at) other.to++;
      if (other.or !== undefined && other.or >= at) other.or++;
    }
  }

  /** What stands in a row, each with how often. */
  #row() {
    while (this.#at < this.#source.length && !'|)'.includes(this.#source[this.#at])) {
      const start = this.steps.length;
      this.#one();
      this.#often(start);
    }
  }

  /** What can be repeated is there once for each time that it must or may come. @param {number} start of the steps that were made of it */
  #often(start) {
    const match = /^(?:[*+?]|\{(\d+)(?:(,)(\d*))?\})(\??)/.exec(this.#source.slice(this.#at, this.#at + 24));
    if (!match) return;
    this.#at += match[0].length;
    const lazy = match[4] === '?', sign = match[0][0];
    const least = sign === '{' ? Number(match[1]) : sign === '+' ? 1 : 0;
    const most = sign === '{' ? (!match[2] ? least : match[3] ? Number(match[3]) : Infinity) : sign === '?' ? 1 : Infinity;
    const block = this.steps.splice(start);
    const again = () => {
      const here = this.steps.length - start;
      const moved = (/** @type {number | undefined} */ to) => to === undefined ? to : to + here;
      for (const step of block) this.#add({ ...step, to: moved(step.to), or: moved(step.or) });
    };
    const maybe = () => {
      const split = this.#add({ kind: SPLIT });
      again();
      return split;
    };
    const close = (/** @type {number} */ split) => {
      const ways = [split + 1, this.steps.length];
      [this.steps[split].to, this.steps[split].or] = lazy ? ways.reverse() : ways;
    };
    for (let i = 0; i < least; i++) again();
    if (most === Infinity) {
      const split = maybe();
      this.#add({ kind: JUMP, to: split });
      close(split);
    } else {
      const splits = [];
      for (let i = least; i < most; i++) splits.push(maybe());
      for (const split of splits) close(split);
    }
  }

  /** A group, a place, or a character. */
  #one() {
    const rest = this.#source.slice(this.#at);
    const group = /^\((?:\?(?::|<(?![=!])[^>]*>))?/.exec(rest);
    if (group) {
      if (/^\(\?(?!:|<[^=!])/.test(rest)) throw new PatternError(say('looking-ahead-or'));
      this.#at += group[0].length;
      this.#either();
      this.#at++; // the parenthesis: the browser's own parser has seen it
      return;
    }
    const place = /^(?:\^|\$|\\[bB])/.exec(rest);
    if (place) {
      this.#add({ kind: STAND, stand: place[0] });
      this.#at += place[0].length;
      return;
    }
    if (/^\\(?:[1-9]|k<)/.test(rest)) throw new PatternError(say('references-back'));
    // The classes are ours, for every script.
    const known = /^\\([wWdD])/.exec(rest);
    const source = known ? known[0] : (/^(?:\[(?:[^\]\\]|\\[^])*\]|\\[pP]\{[^}]*\}|\\u\{[^}]*\}|\\u[\da-f]{4}|\\x[\da-f]{2}|\\c[a-z]|\\[^]|[^])/iu.exec(rest) ?? [''])[0];
    const own = known ? classes[known[1]] : source[0] === '[' ? source.replace(/\\([^])/g, (same, name) => 'wd'.includes(name) ? classes[name].replace(/^\[|\]$/g, '') : same) : source;
    this.#add({ kind: TAKE, test: this.#testOf(own) });
    this.#at += source.length;
  }

  /** @param {string} source */
  #testOf(source) {
    if (source === '.') return (/** @type {number} */ code) => code !== 10;
    const plain = /^(?:([^\\])|\\([^\p{L}\p{N}]))$/u.exec(source);
    if (!plain) return testOf(source, this.#exact);
    const wanted = (plain[1] ?? plain[2]).codePointAt(0) ?? 0, folded = fold(wanted);
    return this.#exact ? (/** @type {number} */ code) => code === wanted : (/** @type {number} */ code) => fold(code) === folded;
  }
}

/** What the browser says is wrong, without what it says before. @param {unknown} error */
const reason = error => String(/** @type {Error} */ (error).message ?? error).replace(/^.*: /s, '').replace(/^./, one => one.toLowerCase());

/**
 * The machine for an expression, or for words as they are.
 * @param {string} words @param {How} how
 * @throws {PatternError}
 */
export function compile(words, { exact = false, words: whole = false, plain = false }) {
  const source = plain ? words.trim().replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&').replace(/\s+/g, '\\s+') : words;
  if (words.length > longest) throw new PatternError(say('expressions-have', longest));
  try { new RegExp(source, 'u'); } catch (error) { throw new PatternError(say('this-is-no', reason(error))); }
  return new Machine(new Compiler(whole ? `\\b(?:${source})\\b` : source, exact).compile());
}

/** Between two pauses: some milliseconds' worth. */
const stepsAtOnce = 100_000;

class Machine {
  #steps;
  /** Whether a match could begin with a character, by code: 0 not known yet. */ #begins = new Uint8Array(0x3000);
  /** Where a machine that begins can stand. @type {Step[]} */ #first = [];
  /** Steps taken, ever. */ work = 0;

  /** @param {Step[]} steps */
  constructor(steps) {
    this.#steps = steps;
    const seen = new Set(), way = [0];
    for (let at = way.pop(); at !== undefined; at = way.pop()) {
      if (seen.has(at)) continue;
      seen.add(at);
      const { kind, to = 0, or = 0 } = steps[at];
      if (kind === TAKE) this.#first.push(steps[at]);
      else if (kind === SPLIT) way.push(to, or);
      else if (kind !== END) way.push(kind === JUMP ? to : at + 1);
    }
  }

  /** @param {number} code */
  #canBegin(code) {
    const known = code < 0x3000 ? this.#begins[code] : 0;
    if (known) return known === 2;
    const can = this.#first.some(({ test }) => /** @type {Test} */ (test)(code));
    if (code < 0x3000) this.#begins[code] = can ? 2 : 1;
    return can;
  }

  /**
   * All matches with a character in them, in order, none over another; undefined is given now and then for a pause.
   * @param {string} text @returns {Generator<[start: number, end: number] | undefined, void>}
   */
  * matches(text) {
    const steps = this.#steps, list = () => ({ steps: new Int32Array(steps.length), from: new Int32Array(steps.length), size: 0 });
    // Where the machines stand, best first, each with where its match began. A step is taken in once at a place.
    let now = list(), next = list(), turn = 0, pause = stepsAtOnce;
    const taken = new Int32Array(steps.length), way = new Int32Array(steps.length * 2 + 2);
    /** Takes in a step, and those it leads to without a character. */
    const enter = (/** @type {typeof now} */ into, /** @type {number} */ first, /** @type {number} */ place, /** @type {number} */ from) => {
      let depth = 1;
      way[0] = first;
      while (depth) {
        const at = way[--depth];
        if (taken[at] === turn) continue;
        taken[at] = turn;
        const { kind, to = 0, or = 0, stand = '' } = steps[at];
        if (kind === TAKE || kind === END) {
          into.steps[into.size] = at;
          into.from[into.size++] = from;
        } else if (kind === SPLIT) {
          way[depth++] = or;
          way[depth++] = to;
        } else if (kind === JUMP) {
          way[depth++] = to;
        } else if (stands(text, stand, place)) {
          way[depth++] = at + 1;
        }
      }
    };
    for (let at = 0; at < text.length;) {
      let start = -1, end = -1;
      now.size = 0;
      turn++;
      for (let place = at; place <= text.length;) {
        const code = text.codePointAt(place) ?? -1, onward = place + (code > 0xffff ? 2 : 1);
        if (pause < 0) {
          pause = stepsAtOnce;
          yield undefined;
        }
        if (!now.size) {
          if (start >= 0 || code < 0) break;
          if (!this.#canBegin(code)) {
            place = onward;
            pause--;
            continue;
          }
        }
        // While nothing has matched a match may begin here too, as the last choice.
        if (start < 0 && code >= 0) enter(now, 0, place, place);
        turn++;
        next.size = 0;
        pause -= 1 + now.size * 2;
        this.work += 1 + now.size;
        for (let i = 0; i < now.size; i++) {
          const { kind, test } = steps[now.steps[i]], from = now.from[i];
          if (kind === TAKE) {
            if (code >= 0 && test?.(code)) enter(next, now.steps[i] + 1, onward, from);
          } else if (place > from) {
            [start, end] = [from, place];
            break; // what is less good than this counts no more
          }
        }
        [now, next] = [next, now];
        place = onward;
      }
      if (start < 0) return;
      yield [start, end];
      at = end;
    }
  }
}

/** Whether a letter, a digit or a mark of one stands before a place, or at it. @param {string} text @param {number} place */
function lettersAround(text, place) {
  const before = place ? text.slice(Math.max(0, place - 2), place) : '', after = text.codePointAt(place);
  return [/[\p{L}\p{N}\p{M}_]$/u.test(before), after !== undefined && letter.test(String.fromCodePoint(after))];
}

/** @param {string} text @param {string} what `^`, `$`, `\b` or `\B` @param {number} place */
function stands(text, what, place) {
  if (what === '^') return place === 0 || text[place - 1] === '\n';
  if (what === '$') return place === text.length || text[place] === '\n';
  const [before, after] = lettersAround(text, place);
  return (before !== after) === (what === '\\b');
}
