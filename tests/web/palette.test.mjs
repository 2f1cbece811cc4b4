// The colours hold what DESIGN asks of them: 3:1 for every speaker on both grounds of both themes, 4.5:1
// for ink, and no two of a theme alike to the colour-blind.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { root } from './support.mjs';

const source = readFileSync(join(root, 'web/styles/palette.js'), 'utf8');
const themes = Object.fromEntries(['light', 'dark'].map(theme => {
  const body = new RegExp(`const ${theme} = \`([^\`]*)\``).exec(source)[1];
  return [theme, Object.fromEntries([...body.matchAll(/--vav-(\w+):(#[\da-f]{6})/g)].map(match => [match[1], match[2]]))];
}));
const slots = [1, 2, 3, 4, 5, 6, 7, 8].map(slot => `s${slot}`);

const linear = colour => [1, 3, 5].map(at => parseInt(colour.slice(at, at + 2), 16) / 255)
  .map(part => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
const luminance = colour => linear(colour).reduce((sum, part, i) => sum + part * [0.2126, 0.7152, 0.0722][i], 0);
const contrast = (a, b) => {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
};

// Machado, Oliveira and Fernandes (2009), severity 1: protan, deutan, tritan; and as it is.
const sights = [
  [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
  [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
  [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.01182, 0.04294, 0.968881]],
  [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.3039]],
];
const times = (matrix, vector) => matrix.map(row => row.reduce((sum, cell, i) => sum + cell * vector[i], 0));
// Oklab (Ottosson 2020), from linear sRGB.
const oklab = rgb => times([[0.2104542553, 0.793617785, -0.0040720468], [1.9779984951, -2.428592205, 0.4505937099], [0.0259040371, 0.7827717662, -0.808675766]],
  times([[0.4122214708, 0.5363325363, 0.0514459929], [0.2119034982, 0.6806995451, 0.1073969566], [0.0883024619, 0.2817188376, 0.6299787005]], rgb).map(Math.cbrt));
const apart = (a, b) => Math.min(...sights.map(sight => {
  const [one, two] = [a, b].map(colour => oklab(times(sight, linear(colour)).map(part => Math.min(1, Math.max(0, part)))));
  return 100 * Math.hypot(...one.map((part, i) => part - two[i]));
}));

for (const [name, theme] of Object.entries(themes)) {
  test(`${name}: speakers hold 3:1 on paper and panel, text 4.5:1`, () => {
    for (const ground of [theme.bg, theme.panel]) {
      for (const slot of [...slots, 'sother'])
        assert.ok(contrast(theme[slot], ground) >= 3, `${slot} on ${ground}: ${contrast(theme[slot], ground).toFixed(2)}`);
      for (const text of ['ink', 'soft']) assert.ok(contrast(theme[text], ground) >= 4.5, `${text} on ${ground}`);
    }
    assert.ok(contrast(theme.soft, theme.tint) >= 4.5 && contrast(theme.ink, theme.hit) >= 4.5);
  });
  test(`${name}: every two speakers can be told apart, whatever the eye`, () => {
    for (const a of slots) for (const b of slots)
      if (a < b) assert.ok(apart(theme[a], theme[b]) >= 6, `${a} and ${b}: ${apart(theme[a], theme[b]).toFixed(1)}`);
  });
}
