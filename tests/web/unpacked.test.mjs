// What packs and unpacks the program of an offline copy.

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { packed } from '../../tools/packed.mjs';
import { signs, unpacked } from '../../web/offline/unpacked.js';
import { root } from './support.mjs';

/** Bytes without any order. */
const noise = length => Buffer.concat(Array.from({ length: Math.ceil(length / 32) }, (_, at) => createHash('sha256').update(String(at)).digest())).subarray(0, length);

test('what was packed comes back: nothing, one byte, noise, runs, words, the modules', () => {
  const runs = Buffer.concat([Buffer.alloc(70_000, 'ab'), noise(300), Buffer.alloc(70_000, 'ab'), noise(300), Buffer.alloc(9)]);
  const modules = ['visavis.wasm', 'component.js'].map(name => readFileSync(join(root, 'build/site', name)));
  for (const bytes of [Buffer.alloc(0), Buffer.from([0]), Buffer.from([255, 0, 255]), noise(40_000), runs, Buffer.from('ä word, and a word, and a wörd.'), ...modules]) {
    const text = packed(bytes);
    assert.ok(Buffer.from(unpacked(text)).equals(bytes), `${bytes.length} bytes`);
    assert.doesNotMatch(text, /[^!-~]|[&<>]/);
  }
  assert.equal(new Set(signs).size, 91);
});

test('what is damaged or cut ends within its bound', () => {
  const whole = packed(Buffer.concat([noise(2000), Buffer.alloc(60_000, 'some words '), noise(2000)]));
  for (let at = 0; at < whole.length; at += 61) {
    const sign = whole[at] === '!' ? '~' : '!';
    for (const text of [whole.slice(0, at), whole.slice(0, at) + sign + whole.slice(at + 1)]) {
      let length = 0;
      try { ({ length } = unpacked(text)); } catch (error) { assert.ok(error instanceof RangeError, String(error)); }
      assert.ok(length <= 1 << 24);
    }
  }
  assert.throws(() => unpacked('~'.repeat(10_000)), RangeError);
  assert.throws(() => unpacked(''), RangeError);
});
