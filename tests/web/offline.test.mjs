// The offline copy: one file that opens from a disk with the network refused, reads without its program as a page, and is
// the same whether the command or the page's button wrote it.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { pathToFileURL } from "node:url";
import { opened, samples } from "./helpers.mjs";
import { ENGINES, inspect, openPage, root } from "./support.mjs";

const folder = mkdtempSync(join(tmpdir(), "visavis-offline-"));
after(() => rmSync(folder, { recursive: true }));

/** The copy that the command writes. @param {string} file @param {string[]} options @returns {string} its path */
function bundle(file, ...options) {
  const page = join(folder, `${file.split("/").at(-1)}-${options.join("").replace(/\W+/g, "")}.html`);
  const run = spawnSync(join(root, "build/native/visavis"), ["bundle", file, "-o", page, ...options], { cwd: root });
  assert.equal(run.status, 0, String(run.stderr));
  return page;
}

/** What Save gives. */
const saved = (page, kind) => page.evaluate(async name => (await document.querySelector("vis-a-vis").exportAs(name)).text(), kind);

const shown = page => page.waitFor(() => document.documentElement.dataset.viewer && document.querySelector("vis-a-vis")?.stats.frames >= 3);

test("the copy without its transcript is at most 600 KiB", () => {
  const { size } = statSync(join(root, "build/site/offline.html"));
  console.log(`# ${String(size).padStart(8)} B  offline.html, of ${600 * 1024}`);
  assert.ok(size <= 600 * 1024);
  assert.ok(size <= 460_000, "no larger than it was without a reason");
});

for (const engine of ENGINES)
  for (const sample of [samples[0], samples[1]])
    test(`${engine} opens a copy of ${sample} from a disk and shows inspect's numbers`, { timeout: 90000 }, async () => {
      const expected = inspect(`assets/samples/${sample}`);
      const page = await openPage(engine, pathToFileURL(bundle(`assets/samples/${sample}`, "--view", "turn=3&q=the")).href);
      try {
        await shown(page);
        assert.deepEqual(JSON.parse(await saved(page, "inspect")), expected);
        const figures = await page.evaluate(() => {
          const { shadowRoot: inside } = document.querySelector("vis-a-vis");
          return {
            balance: inside.querySelector("[part~=balance]").textContent, search: inside.querySelector("[type=search]").value,
            chosen: inside.querySelector(".turn.selected")?.dataset.t, drawing: inside.querySelector(".root").dataset.drawing,
            requests: performance.getEntriesByType("resource").map(one => one.name).filter(one => !/^(data|blob):/.test(one)),
          };
        });
        for (const { words } of expected.speakers) assert.ok(figures.balance.includes(words.toLocaleString("en")), figures.balance);
        assert.deepEqual({ ...figures, balance: "" }, { balance: "", search: "the", chosen: "3", drawing: "yes", requests: [] });
        assert.deepEqual(page.problems, []);
      } finally {
        await page.close();
      }
    });

test("the page's button and the command write the same bytes, for each sample and each view", async () => {
  for (const sample of samples) {
    const { page, end } = await opened(sample);
    try {
      assert.equal(await saved(page, "offline"), readFileSync(bundle(`assets/samples/${sample}`), "utf8"), sample);
      const view = "turn=4&q=and%20%26%20%22&range=2-6&theme=dark";
      await page.evaluate(to => document.querySelector("vis-a-vis").goTo(to), view);
      const copy = await saved(page, "offline");
      const written = /data-view="([^"]*)"/.exec(copy)[1].replaceAll("&amp;", "&");
      assert.deepEqual(written.split("&").sort(), view.split("&").sort());
      assert.equal(copy, readFileSync(bundle(`assets/samples/${sample}`, "--view", written), "utf8"), sample);
    } finally {
      await end();
    }
  }
});

for (const engine of ENGINES)
  test(`${engine}: a copy saves itself again, the same bytes`, { timeout: 90000 }, async () => {
    const file = bundle(`assets/samples/${samples[3]}`, "--view", "turn=4&q=bell");
    const page = await openPage(engine, pathToFileURL(file).href);
    try {
      await shown(page);
      assert.equal(await saved(page, "offline"), readFileSync(file, "utf8"));
    } finally {
      await page.close();
    }
  });

test("what was corrected is in the copy, and a copy that is corrected saves that", async () => {
  const { page, end } = await opened(samples[0]);
  let copy;
  try {
    await page.native.evaluate(() => { location.hash += "&fix=rename%200%20Somebody%20%3Cb%3EElse"; });
    await page.waitFor(() => document.querySelector("vis-a-vis").transcript.speakers[0].name === "Somebody <b>Else");
    copy = await saved(page, "offline");
  } finally {
    await end();
  }
  assert.ok(copy.includes("Somebody &lt;b&gt;Else") && !copy.includes("fix="));
  const file = join(folder, "corrected.html");
  writeFileSync(file, copy);
  assert.equal(inspect(file).speakers[0].name, "Somebody <b>Else");
  const again = await openPage("chromium", `${pathToFileURL(file).href}#fix=rename%201%20Mx%20Other`);
  try {
    await shown(again);
    assert.deepEqual(await again.evaluate(() => document.querySelector("vis-a-vis").transcript.speakers.map(one => one.name)),
      ["Somebody <b>Else", "Mx Other"]);
    writeFileSync(file, await saved(again, "offline"));
    assert.deepEqual(inspect(file).speakers.map(one => one.name), ["Somebody <b>Else", "Mx Other"]);
  } finally {
    await again.close();
  }
});
