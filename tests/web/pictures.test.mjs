// Pictures and figures from Save: panels as SVG with real text and as PNG at twice the size, figures as CSV.

import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { opened, ready, samples } from "./helpers.mjs";
import { ENGINES, inspect, openPage, root } from "./support.mjs";

const saved = (page, kind) => page.evaluate(async name => (await document.querySelector("vis-a-vis").exportAs(name)).text(), kind);
/** The size that a PNG says, or that an SVG's first tag says. */
const pngSize = (page, kind) => page.evaluate(async name => {
  const view = new DataView(await (await document.querySelector("vis-a-vis").exportAs(name)).arrayBuffer());
  return view.getUint32(0) === 0x89504e47 ? [view.getUint32(16), view.getUint32(20)] : null;
}, kind);
const svgSize = text => [/ width="([\d.]+)"/.exec(text)[1], / height="([\d.]+)"/.exec(text)[1]].map(Number);

/** An SVG as a browser reads it, in a page of its own. */
async function read(text) {
  const folder = mkdtempSync(join(tmpdir(), "visavis-svg-"));
  const file = join(folder, "picture.svg");
  writeFileSync(file, text);
  const page = await openPage("chromium", `file://${file}`);
  try {
    return await page.evaluate(() => ({
      root: document.documentElement.localName, title: document.querySelector("title").textContent, desc: document.querySelector("desc").textContent,
      texts: [...document.querySelectorAll("text")].map(one => one.textContent), ran: globalThis.ran ?? 0,
      foreign: document.querySelectorAll("script,foreignObject,image,a").length, shapes: document.querySelectorAll("rect,path").length,
    }));
  } finally {
    await page.close();
    rmSync(folder, { recursive: true });
  }
}

for (const engine of ENGINES)
  test(`${engine}: each panel and the whole as SVG and as PNG of twice its size`, { timeout: 90000 }, async () => {
    const { speakers, sections } = inspect(`assets/samples/${samples[0]}`);
    const { page, end } = await opened(samples[0], { engine });
    try {
      for (const name of ["timeline", "balance", "topics", "all"]) {
        const text = await saved(page, `${name}.svg`);
        const [width, height] = svgSize(text);
        assert.deepEqual(await pngSize(page, `${name}.png`), [width * 2, height * 2], name);
        assert.match(text, /<svg [^>]*font-family="[^"]+"/, "the page's font is named");
        if (engine !== "chromium") continue;
        const picture = await read(text);
        assert.deepEqual([picture.root, picture.foreign], ["svg", 0]);
        assert.ok(picture.title.includes("Nyström") && picture.desc.length > 20 && picture.shapes > 4, JSON.stringify(picture).slice(0, 400));
        const words = picture.texts.join("\n");
        if (name !== "timeline" && name !== "topics") for (const speaker of speakers) assert.ok(words.includes(speaker.words.toLocaleString("en")), words);
        if (name === "topics" || name === "all") for (const { title } of sections) assert.ok(words.includes(title), `${title} in ${words}`);
      }
      assert.deepEqual(page.problems, []);
    } finally {
      await end();
    }
  });

test("pictures show what is chosen, and hostile words as words", { timeout: 90000 }, async () => {
  const { page, end } = await opened(samples[0]);
  try {
    const whole = await saved(page, "balance.svg");
    await page.evaluate(() => document.querySelector("vis-a-vis").goTo("range=3-9"));
    assert.notEqual(await saved(page, "balance.svg"), whole);
    await page.evaluate(() => document.querySelector("vis-a-vis").open('# <script>globalThis.ran=1</script>\n\nA <b>: "><svg onload="globalThis.ran=2">\n\nBen: \u0001 no.\n\nA <b>: Yes?\n\nBen: Yes.\n'));
    await ready(page);
    const picture = await read(await saved(page, "all.svg"));
    assert.deepEqual([picture.root, picture.ran, picture.foreign], ["svg", 0, 0]);
    assert.ok(picture.texts.some(text => text.includes("<script>globalThis")), picture.texts.join("\n"));
  } finally {
    await end();
  }
});

test("figures are the command's tables; Save offers all of it, and an offline copy does too", { timeout: 90000 }, async () => {
  const { page, end } = await opened(samples[0]);
  try {
    const { spawnSync } = await import("node:child_process");
    for (const per of ["speaker", "topic"]) {
      const run = spawnSync(join(root, "build/native/visavis"), ["table", "--per", per, samples[0]], { cwd: join(root, "assets/samples") });
      assert.equal(await saved(page, `${per}s.csv`), run.stdout.toString("utf8"));
    }
    const save = page.native.locator("vis-a-vis .save");
    await save.click();
    const [copy] = await Promise.all([page.native.waitForEvent("download"), page.native.getByRole("button", { name: "Offline copy" }).click()]);
    assert.equal(copy.suggestedFilename(), "the-lighthouse-keeper.html");
    await save.click();
    await page.native.getByRole("button", { name: "Pictures and figures" }).click();
    const [file] = await Promise.all([page.native.waitForEvent("download"), page.native.getByRole("button", { name: "Timeline as SVG" }).click()]);
    assert.equal(file.suggestedFilename(), "the-lighthouse-keeper-timeline.svg");
    const kept = await copy.path();
    const disk = join(tmpdir(), `visavis-${process.pid}.html`);
    const { copyFileSync } = await import("node:fs");
    copyFileSync(kept, disk);
    const again = await openPage("chromium", `file://${disk}`);
    try {
      await again.waitFor(() => document.querySelector("vis-a-vis")?.transcript);
      assert.equal((await saved(again, "timeline.svg")).includes("Coming for the coat"), true);
      assert.deepEqual(again.problems, []);
    } finally {
      await again.close();
      rmSync(disk);
    }
  } finally {
    await end();
  }
});
