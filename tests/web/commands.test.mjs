// The lines that JavaScript sends (`Line` in web/types.d.ts, which tsc holds) are those that the core takes (src/ui/command.h).

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { root } from './support.mjs';

test('each command of the core is a line that tsc knows, and no other is', () => {
  const header = readFileSync(join(root, 'src/ui/command.h'), 'utf8'), types = readFileSync(join(root, 'web/types.d.ts'), 'utf8');
  const taken = [...header.matchAll(/COMMAND\(\w+, "([^"]+)"\)/g)].map(([, line]) => line.replace(/\b[TSPHCFN]\b|\*/g, '#'));
  const sent = [.../^type Line =([^;]+);/m.exec(types)[1].matchAll(/'([^']+)'|`([^`]+)`/g)].map(([, whole, pattern]) => whole ?? pattern.replace(/\$\{\w+\}/g, '#'));
  assert.ok(taken.length > 30);
  assert.deepEqual(sent.sort(), taken.sort());
});
