// Each engine opens the built page with a sample and shows its twins' figures as `visavis inspect` has them.

import assert from "node:assert/strict";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { ENGINES, inspect, openPage, root, serveSite } from "./support.mjs";

const samples = existsSync(join(root, "assets/samples")) ? readdirSync(join(root, "assets/samples")) : [];
const sample = samples.find((name) => name.endsWith(".txt"));

for (const engine of ENGINES) {
  test(`${engine} opens a sample and reads it as the command does`, { timeout: 90000 }, async () => {
    assert.ok(sample, "assets/samples holds a plain-text interview");
    const expected = inspect(`assets/samples/${sample}`);
    const site = await serveSite();
    const page = await openPage(engine, `${site.url}#src=${encodeURIComponent(`samples/${sample}`)}`);
    try {
      await page.waitFor(() => Boolean(document.querySelector("vis-a-vis")?.transcript));
      const found = await page.evaluate(() => {
        const { speakers, turns, sections } = document.querySelector("vis-a-vis").transcript;
        return { speakers: speakers.map((each) => [each.name, each.turns, each.words]), turns: turns.length, sections: sections.length };
      });
      assert.deepEqual(found, {
        speakers: expected.speakers.map((each) => [each.name, each.turns, each.words]),
        turns: expected.turns.length,
        sections: expected.sections.length,
      });
      const twin = await page.waitFor(
        () => document.querySelector("vis-a-vis").shadowRoot.querySelector("[part~=balance]")?.textContent.trim(),
      );
      for (const speaker of expected.speakers.filter((each) => each.words > 0)) {
        assert.ok(twin.includes(speaker.words.toLocaleString("en-US")), `${speaker.name}'s ${speaker.words} words in "${twin}"`);
      }
      assert.deepEqual(page.problems, []);
    } finally {
      await page.close();
      await site.close();
    }
  });
}
