// Regular expressions as a machine: the browser's own matches, in time that grows as the text; no browser is needed.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PatternError, compile, fold } from '../../web/text/pattern.js';

const all = (pattern, text, how = {}) => [...compile(pattern, how).matches(text)].filter(Boolean).map(([from, to]) => text.slice(from, to));

test('it finds what the engine’s own expressions find', () => {
  const texts = ['', 'a', 'ab', 'aab', 'abab', 'abcabc', 'abcd bcd', 'aaaa', 'ab\nab', 'foo bar baz 12 345', 'xyy', 'a.c abc', 'acbd abcd', 'bbbabb', '🎙️ a🎙b'];
  for (const pattern of ['a', 'ab|a', 'a|ab', 'a*', '(a|b)*c', 'a+?', '(ab){2}', '(ab){1,2}?', '[a-c]+', '[^a]', '^a', 'a$', '\\ba', '\\Bb', 'x?y', '(a(b|c)*d)+', '(?:a|b|ab)(?:c|bcd)',
    '((a*)*)*b', '.*', '.+?c', 'a{2,}', 'a{0,2}b', '\\w+ \\w+', '\\d+', '(?<n>a)b', '(|a)+b', '[\\s\\S]', '\\.', 'a.c', '(a|b|c|d)*?d', '🎙', '[🎙a]', '\\u{1f399}', '\\p{L}+']) {
    for (const text of pattern.includes('w') ? texts.slice(0, -1) : texts) assert.deepEqual(all(pattern, text, { exact: true }), (text.match(new RegExp(pattern, 'gum')) ?? []).filter(Boolean), `${pattern} in ${text}`);
  }
});

test('of chance’s expressions too, where none matches nothing', () => {
  let seed = 1, compared = 0;
  const roll = below => (seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff) % below;
  const make = depth => depth <= 0 ? 'ab.'[roll(3)] : [() => make(depth - 1) + make(depth - 1), () => `(?:${make(depth - 1)}|${make(depth - 1)})`,
    () => `(?:${make(depth - 1)})*`, () => `(?:${make(depth - 1)})+?`, () => `(${make(depth - 1)})?`, () => `[ab]${make(depth - 1)}`,
    () => `(?:${make(depth - 1)}){${roll(2)},${1 + roll(3)}}`][roll(7)]();
  for (let i = 0; i < 6000; i++) {
    const pattern = make(3), text = Array.from({ length: roll(12) }, () => 'abc'[roll(3)]).join('');
    const own = text.match(new RegExp(pattern, 'gu')) ?? [];
    if (own.includes('')) continue;
    compared++;
    assert.deepEqual(all(pattern, text, { exact: true }), own, `${pattern} in ${text}`);
  }
  assert.ok(compared > 1000);
});

test('case and accents are ignored unless they count; words can be whole', () => {
  assert.deepEqual(all('ete', 'Été ETE e'), ['Été', 'ETE']);
  assert.deepEqual(all('ete', 'Été ete', { exact: true }), ['ete']);
  assert.deepEqual(all('[^a]', 'Aab'), ['b']);
  assert.deepEqual(all('[a-z]+', 'ABC É'), ['ABC', 'É']);
  assert.deepEqual(all('art', 'art smart art-y arts Art', { words: true, plain: true }), ['art', 'art', 'Art']);
  assert.deepEqual(all('a.b (c)', 'a.b  (C) axb c', { plain: true }), ['a.b  (C)']);
  assert.deepEqual(all('\\w+', 'über чай 12', {}), ['über', 'чай', '12']);
  assert.deepEqual([...'가がÉЁ'].map(one => String.fromCodePoint(fold(one.codePointAt(0)))), ['가', 'が', 'e', 'е']);
});

test('what is no expression says so, and so does what could take forever', () => {
  for (const pattern of ['(', '[', 'a{2,1}', '*', '(?=a)', '(?<!a)b', '(a)\\1', '(?<n>a)\\k<n>', '(a{99}){99}', 'a{100000}', 'a'.repeat(2000), '((((((((((a{9}){9}){9}){9}){9}){9}){9}){9}){9}){9})'])
    assert.throws(() => compile(pattern, {}), error => error instanceof PatternError && /[.]$/.test(error.message), pattern.slice(0, 40));
  compile(`${'('.repeat(400)}a${')*'.repeat(400)}`.slice(0, 1000).padEnd(10), { plain: true });
  compile(`${'('.repeat(300)}a${')*'.repeat(300)}`, {});
});

test('what makes other engines go back and forth costs as the text is long', () => {
  const cost = (pattern, length) => {
    const machine = compile(pattern, {});
    assert.deepEqual([...machine.matches(`${'a'.repeat(length)}!`)].filter(Boolean), []);
    return machine.work;
  };
  for (const pattern of ['(a+)+$', '(a|a)*b', '(a*)*b', '(a|aa)+$', '(.*a){12}b']) assert.ok(cost(pattern, 4000) < cost(pattern, 2000) * 2.2, pattern);
});

test('every letter of the alphabet is folded, and what stands around them is not', () => {
  const folded = text => String.fromCodePoint(...[...text].map(one => fold(one.codePointAt(0))));
  assert.equal(folded('@ABCXYZ[`abcxyz{09'), '@abcxyz[`abcxyz{09');
  assert.equal(folded('ÀÉÎÖÜÑÇ'), 'aeiounc');
});
