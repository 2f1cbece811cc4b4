// The offline copy: one file that opens from a disk with the network refused, reads without its program as a page, and is
// the same whether the command or the page's button wrote it.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { pathToFileURL } from "node:url";
import { packed } from "../../tools/packed.mjs";
import { unpacked } from "../../web/offline/unpacked.js";
import { opened, samples } from "./helpers.mjs";
import { ENGINES, inspect, openPage, root, serveSite } from "./support.mjs";

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

/** Byte for byte, told by the first place that differs. @param {string} written @param {string} file its path @param {string} [what] */
function sameAs(written, file, what = "") {
  const other = readFileSync(file, "utf8");
  let at = 0;
  while (at < other.length && written[at] === other[at]) ++at;
  if (written !== other) assert.fail(`${what} differs at ${at}: ${written.slice(at - 40, at + 60)} / ${other.slice(at - 40, at + 60)}`);
}

const shown = page => page.waitFor(() => document.documentElement.dataset.viewer && document.querySelector("vis-a-vis")?.stats.frames >= 3);

test("the copy without its transcript is at most 600 KiB", () => {
  const { size } = statSync(join(root, "build/site/offline.html"));
  console.log(`# ${String(size).padStart(8)} B  offline.html, of ${600 * 1024}, aiming at ${400 * 1024}`);
  assert.ok(size <= 600 * 1024);
});

test("its policy lets two scripts run by their hashes, and asks nobody for anything", () => {
  const page = readFileSync(join(root, "build/site/offline.html"), "utf8");
  const [, policy] = /<meta http-equiv="Content-Security-Policy" content="([^"]*)">/.exec(page);
  const rules = Object.fromEntries(policy.split("; ").map(rule => [rule.split(" ")[0], rule.split(" ").slice(1).join(" ")]));
  const hash = text => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
  const [, loader] = /<script data-own="" type="module">([\s\S]*?)<\/script>/.exec(page);
  const program = unpacked(/id="program"[^>]*>([^<]*)</.exec(page)[1]);
  assert.equal(rules["script-src"], `${hash(loader)} ${hash(program)} 'wasm-unsafe-eval'`);
  assert.equal(rules["style-src"], hash(/<style>([\s\S]*?)<\/style>/.exec(page)[1]));
  assert.deepEqual([rules["default-src"], rules["connect-src"], rules["base-uri"], rules["form-action"]], Array(4).fill("'none'"));
  assert.deepEqual([rules["require-trusted-types-for"], rules["trusted-types"]], ["'script'", "vis-a-vis"]);
  assert.doesNotMatch(policy, /unsafe-inline|'unsafe-eval'|https?:|\*/);
  // No address in it but those that are names.
  assert.doesNotMatch(page.replace(/<script[\s\S]*?<\/script>/g, ""), /(?:src|href)="(?!data:)/);
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
      sameAs(await saved(page, "offline"), bundle(`assets/samples/${sample}`), sample);
      const view = "turn=4&q=and%20%26%20%22&range=2-6&theme=dark";
      await page.evaluate(to => document.querySelector("vis-a-vis").goTo(to), view);
      const copy = await saved(page, "offline");
      const written = /data-view="([^"]*)"/.exec(copy)[1].replaceAll("&amp;", "&");
      assert.deepEqual(written.split("&").sort(), view.split("&").sort());
      sameAs(copy, bundle(`assets/samples/${sample}`, "--view", written), sample);
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
      sameAs(await saved(page, "offline"), file);
    } finally {
      await page.close();
    }
  });

test("a clip is a file too: the part within the whole, or alone", async () => {
  const expected = inspect(`assets/samples/${samples[0]}`), [from, to] = [4, 9], part = expected.turns.slice(from, to + 1).map(one => one.text);
  const { page, end } = await opened(samples[0]);
  const file = join(folder, "clip.html"), alone = join(folder, "alone.html");
  try {
    await page.evaluate(range => document.querySelector("vis-a-vis").goTo(range), `range=${from}-${to}`);
    const save = async (...clicks) => {
      const [got] = await Promise.all([page.native.waitForEvent("download"), (async () => { for (const click of clicks) await click(); })()]);
      return readFileSync(await got.path(), "utf8");
    };
    const button = name => () => page.native.getByRole("button", { name, exact: true }).click();
    writeFileSync(file, await save(button("Save"), button("Offline copy")));
    const view = /data-view="([^"]*)"/.exec(readFileSync(file, "utf8"))[1].replaceAll("&amp;", "&");
    assert.match(view, new RegExp(`^range=${from}-${to}(&place=${from})?$`));
    sameAs(readFileSync(file, "utf8"), bundle(`assets/samples/${samples[0]}`, "--view", view), "within the whole");
    writeFileSync(file, readFileSync(bundle(`assets/samples/${samples[0]}`, "--view", `range=${from}-${to}`)));
    await button("Save")();
    await button("Share less …")();
    await page.native.getByLabel("Names").selectOption("kept");
    await page.native.getByLabel(/Only the part that is measured/).check();
    await page.waitFor(words => {
      const sheet = document.querySelector("vis-a-vis").shadowRoot.querySelector("dialog");
      return !sheet.querySelector(".strong").disabled && !sheet.querySelector(".preview").textContent.includes(words);
    }, expected.turns[0].text.slice(0, 40));
    await page.native.getByLabel("Format").selectOption("offline");
    writeFileSync(alone, await save(button("Save file")));
    sameAs(readFileSync(alone, "utf8"), bundle(`assets/samples/${samples[0]}`, "--turns", `${from}-${to}`), "alone");
    assert.deepEqual(page.problems, []);
  } finally {
    await end();
  }
  const look = () => {
    const { shadowRoot: inside, transcript } = document.querySelector("vis-a-vis");
    return { turns: transcript.turns.map(one => one.text), balance: inside.querySelector("[part~=balance]").textContent,
      title: transcript.title, names: transcript.speakers.map(one => one.name) };
  };
  const clip = await openPage("chromium", pathToFileURL(file).href);
  try {
    await shown(clip);
    const found = await clip.evaluate(look);
    assert.deepEqual(found.turns, expected.turns.map(one => one.text));
    const row = await clip.waitFor(turn => document.querySelector("vis-a-vis").shadowRoot.querySelector(`[data-t="${turn}"]`)?.getBoundingClientRect().toJSON(), from);
    assert.ok(row.top > 0 && row.top < 900, `it opens there: ${row.top}`);
    await clip.native.goto(pathToFileURL(alone).href);
    await shown(clip);
    const cut = await clip.evaluate(look);
    assert.deepEqual([cut.turns, cut.title, cut.names], [part, expected.title, expected.speakers.map(one => one.name)]);
    // The same turns have the same figures in both: those of the part.
    const words = text => text.match(/\d+ of [\d,]+|\d+\.\d %|\d+ %/g);
    assert.deepEqual(words(found.balance), words(cut.balance));
  } finally {
    await clip.close();
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

/** A copy in Chromium without scripts, as a reader without JavaScript has it. */
async function withoutScript(file, run) {
  const { chromium } = await import("playwright-core");
  const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox"] });
  try {
    const page = await (await browser.newContext({ javaScriptEnabled: false, viewport: { width: 900, height: 700 } })).newPage();
    await page.goto(pathToFileURL(file).href);
    await run(page);
  } finally {
    await browser.close();
  }
}

test("without JavaScript a copy is the whole interview as a page: one h1, the balance, headings, names, times, words once", async () => {
  for (const sample of [samples[0], samples[1]]) {
    const expected = inspect(`assets/samples/${sample}`);
    // In the file, too, the words stand once.
    const bytes = readFileSync(bundle(`assets/samples/${sample}`), "utf8");
    for (const { text } of expected.turns.filter(one => one.text.length > 80)) {
      const words = text.slice(20, 60).replace(/[&<>].*/s, "").split("\n")[0];
      assert.equal(bytes.split(words).length, 2, words);
    }
    await withoutScript(bundle(`assets/samples/${sample}`), async page => {
      const text = await page.locator("body").innerText();
      for (const turn of expected.turns) {
        const words = turn.text.split("\n")[0];
        assert.equal(text.split(words).length - 1, expected.turns.filter(one => one.text.includes(words)).length, words);
      }
      assert.deepEqual(await page.locator("h2").allInnerTexts(), expected.sections.filter(one => one.kind !== "derived").map(one => one.title));
      assert.equal(await page.locator("h1").count(), 1);
      assert.equal(await page.title(), await page.locator("h1").innerText());
      const named = expected.turns.filter(one => one.speaker !== null).map(one => expected.speakers[one.speaker].name);
      assert.deepEqual(await page.locator("cite").allInnerTexts(), named);
      assert.equal(await page.locator("time").count(), expected.turns.filter(one => one.start_ms !== null).length);
      const balance = await page.locator("table.balance").innerText();
      for (const { name, words } of expected.speakers) assert.ok(balance.includes(name) && balance.includes(words.toLocaleString("en")), balance);
      assert.equal(await page.locator("vis-a-vis").count(), 0);
      await page.setViewportSize({ width: 390, height: 844 });
      const table = await page.locator("table.balance").boundingBox();
      assert.ok(table.x >= 0 && table.x + table.width <= 390, JSON.stringify(table));
      await page.goto(`${page.url()}#turn=5`);
      assert.ok(await page.evaluate(() => 1).catch(() => 1));
      assert.ok(await page.locator("[id='turn=5']").isVisible());
    });
  }
});

const hostile = `Title: </title><script>globalThis.ran = 1</script>

# <img src=x onerror="globalThis.ran = 2">

</cite><script>globalThis.ran = 3</script>: A name that is markup </p></article></script><script>globalThis.ran = 4</script>

Ada "onclick=globalThis.ran=5": <!-- a comment <script> that never ends <svg onload="globalThis.ran = 6">

</cite><script>globalThis.ran = 3</script>: &lt;script&gt; &amp;amp; \${globalThis.ran = 7} <!--vis-a-vis:body--> <!--vis-a-vis:head-->

Ada "onclick=globalThis.ran=5": And javascript:globalThis.ran=8 too.
`;

test("a transcript full of markup runs nothing in a copy, and reads as it was", async () => {
  const source = join(folder, "hostile.txt");
  writeFileSync(source, hostile);
  const expected = inspect(source);
  const file = bundle(source, "--view", `q=${encodeURIComponent('"><script>globalThis.ran=9</script>')}`);
  assert.deepEqual(inspect(file).turns.map(one => one.text), expected.turns.map(one => one.text));
  assert.deepEqual(inspect(file).speakers.map(one => one.name), expected.speakers.map(one => one.name));
  for (const engine of ENGINES) {
    const page = await openPage(engine, pathToFileURL(file).href);
    try {
      await shown(page);
      assert.deepEqual(await page.evaluate(() => [globalThis.ran ?? 0, document.querySelectorAll("img,svg,body > :not(article,script,vis-a-vis)").length]), [0, 0]);
      sameAs(await saved(page, "offline"), file);
    } finally {
      await page.close();
    }
  }
  await withoutScript(file, async page => {
    assert.equal(await page.locator("#transcript p.words").count(), expected.turns.length);
    assert.equal(await page.locator("img,svg").count(), 0);
  });
});

test("a copy opens other files, goes back to its own, says what it cannot read, and asks nothing of any network", async () => {
  const page = await openPage("chromium", `${pathToFileURL(bundle(`assets/samples/${samples[0]}`)).href}#turn=7`);
  try {
    await shown(page);
    const chosen = () => page.evaluate(() => document.querySelector("vis-a-vis").shadowRoot.querySelector(".turn.selected")?.dataset.t);
    assert.equal(await chosen(), "7");
    const title = () => page.evaluate(() => document.querySelector("vis-a-vis").shadowRoot.querySelector("[part=title]").textContent);
    const own = await title();
    const open = async file => {
      const [chooser] = await Promise.all([page.native.waitForEvent("filechooser"), page.native.locator("vis-a-vis button", { hasText: "Open" }).first().click()]);
      await chooser.setFiles(file);
    };
    await open(join(root, "assets/samples", samples[1]));
    await page.native.waitForFunction(() => document.querySelector("vis-a-vis").transcript.source.format === "webvtt");
    assert.notEqual(await title(), own);
    const table = join(folder, "talk.csv");
    writeFileSync(table, "speaker,start,text\nAda,0:01,Who rows?\nBen,0:04,Whoever is there.\n");
    await open(table);
    const notice = page.native.locator("vis-a-vis [role=alert]");
    await notice.getByText("An offline copy has no reader for csv. Open the file in Vis-à-vis itself").waitFor();
    await page.native.locator("vis-a-vis .brand").click();
    await page.native.waitForFunction(() => document.querySelector("vis-a-vis").transcript?.source.format === "interview");
    assert.equal(await title(), own);
    await page.evaluate(() => { location.hash = "src=https://example.org/talk.vtt"; });
    await notice.getByText("could not be reached").waitFor();
    assert.deepEqual(page.requests.filter(url => !/^(file|blob|data):/.test(url)), []);
  } finally {
    await page.close();
  }
});

test("a copy prints the whole transcript, with its viewer and without", async () => {
  const file = bundle(`assets/samples/${samples[0]}`);
  const page = await openPage("chromium", pathToFileURL(file).href);
  const pages = pdf => (pdf.toString("latin1").match(/\/Type\s*\/Page\b/g) ?? []).length;
  try {
    await shown(page);
    assert.ok(pages(await page.native.pdf({ format: "A4" })) >= 2);
  } finally {
    await page.close();
  }
  await withoutScript(file, async plain => assert.ok(pages(await plain.pdf({ format: "A4" })) >= 2));
});

test("a damaged copy stays the page it is, and the program in it is taken by its hash alone", async () => {
  const file = join(folder, "damaged.html");
  const copy = readFileSync(bundle(`assets/samples/${samples[0]}`), "utf8");
  const other = packed(Buffer.from("globalThis.ran = 1"));
  for (const [name, text] of [["record", copy.replace(/(vis-a-vis\.record">.{40}).{8}/, "$1AAAAAAAA")],
    ["module", copy.replace(/(id="module" [^>]*>.{400}).{8}/, "$1AAAAAAAA")], ["program", copy.replace(/(id="program" [^>]*>)[^<]*/, (_, tag) => tag + other)],
    ["loader", copy.replace("</script>\n</body>", ";globalThis.ran=1</script>\n</body>")]]) {
    assert.notEqual(text, copy);
    writeFileSync(file, text);
    const page = await openPage("chromium", pathToFileURL(file).href);
    try {
      await new Promise(done => setTimeout(done, 1500));
      const state = await page.evaluate(() => ({
        ran: globalThis.ran ?? 0, words: document.getElementById("transcript").checkVisibility() || document.querySelector("vis-a-vis").transcript !== null,
      }));
      assert.deepEqual(state, { ran: 0, words: true }, name);
    } finally {
      await page.close();
    }
  }
});

for (const engine of ENGINES)
  test(`${engine}: a locked copy holds nothing in the clear, and opens from a disk with its passphrase alone`, { timeout: 120000 }, async () => {
    const expected = inspect(`assets/samples/${samples[0]}`), site = await serveSite();
    const file = join(folder, `locked-${engine}.html`);
    const page = await openPage(engine, `${site.url}#src=samples/${samples[0]}&turn=3`);
    try {
      await page.waitFor(() => Boolean(document.querySelector("vis-a-vis")?.transcript));
      await page.evaluate(() => {
        const { shadowRoot: inside } = document.querySelector("vis-a-vis"), make = URL.createObjectURL;
        URL.createObjectURL = blob => {
          globalThis.made = blob.text();
          return make(blob);
        };
        inside.querySelector(".share-it").click();
      });
      await page.waitFor(() => Boolean(document.querySelector("vis-a-vis").shadowRoot.querySelector("dialog [aria-label=Passphrase]")));
      await page.evaluate(() => {
        const field = document.querySelector("vis-a-vis").shadowRoot.querySelector("dialog [aria-label=Passphrase]");
        field.value = "tide table";
        field.dispatchEvent(new Event("input"));
      });
      const button = () => [...document.querySelector("vis-a-vis").shadowRoot.querySelectorAll("dialog button")].find(one => /locked offline copy/.test(one.textContent));
      await page.waitFor(`() => { const one = (${button})(); return Boolean(one && !one.hidden); }`);
      await page.evaluate(`() => (${button})().click()`);
      const copy = await page.waitFor(() => globalThis.made);
      for (const word of ["Holt", "Skarholm", "lighthouse", "keeper", "barometer"]) assert.ok(!copy.includes(word), word);
      writeFileSync(file, copy);
    } finally {
      await page.close();
      await site.close();
    }
    const other = await openPage(engine, pathToFileURL(file).href);
    try {
      const said = () => document.querySelector("vis-a-vis")?.shadowRoot.querySelector("dialog");
      await other.waitFor(`() => Boolean((${said})()?.querySelector("input"))`);
      const enter = word => other.evaluate(`word => { const dialog = (${said})(); dialog.querySelector("input").value = word; dialog.querySelector("[type=submit]").click(); }`, word);
      await enter("tide");
      await other.waitFor(`() => /not the passphrase/.test((${said})()?.textContent)`);
      await enter("tide table");
      await shown(other);
      assert.deepEqual(JSON.parse(await saved(other, "inspect")), expected);
      assert.equal(await other.evaluate(() => document.querySelector("vis-a-vis").shadowRoot.querySelector(".turn.selected")?.dataset.t), "3");
      assert.deepEqual(other.problems, []);
    } finally {
      await other.close();
    }
  });
