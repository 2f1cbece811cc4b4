// The page as an app: its manifest, and the service worker that makes it work without a network and never changes it unasked.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { ready, samples } from "./helpers.mjs";
import { openPage, root, serveSite } from "./support.mjs";

const site = join(root, "build/site");
const shows = `#src=${encodeURIComponent(`samples/${samples[0]}`)}`;
const sizeOf = png => [16, 20].map(at => png.readUInt32BE(at));

test("the manifest names icons of the sizes that it says, and files that the page reads", () => {
  const manifest = JSON.parse(readFileSync(join(site, "manifest.webmanifest"), "utf8"));
  assert.equal(manifest.start_url, "./");
  for (const { src, sizes, type } of manifest.icons) {
    const picture = readFileSync(join(site, src));
    if (type === "image/png") assert.deepEqual(sizeOf(picture), sizes.split("x").map(Number), src);
  }
  assert.ok(manifest.icons.some(icon => icon.purpose === "maskable"));
  for (const { accept } of manifest.file_handlers)
    for (const endings of Object.values(accept)) assert.ok(endings.every(ending => /^\.[a-z]+$/.test(ending)));
  const page = readFileSync(join(site, "index.html"), "utf8");
  const touch = /rel="apple-touch-icon" href="([^"]+)"/.exec(page)[1];
  assert.deepEqual(sizeOf(readFileSync(join(site, touch))), [180, 180]);
  assert.ok(!/manifest|serviceWorker/.test(readFileSync(join(site, "offline.html"), "utf8")), "an offline copy is no app");
});

test("the service worker holds every file of the site by its hash", () => {
  const worker = readFileSync(join(site, "service-worker.js"), "utf8");
  const listed = [...worker.matchAll(/\["([^"]+)","([\w+/]{43}=)"\]/g)].map(match => match.slice(1));
  assert.ok(listed.length > 15);
  for (const [file, hash] of listed) assert.equal(createHash("sha256").update(readFileSync(join(site, file))).digest("base64"), hash, file);
  for (const file of ["index.html", "component.js", "visavis.wasm", "readers.wasm", "send.js", "offline.html", `samples/${samples[0]}`])
    assert.ok(listed.some(([name]) => name === file), file);
});

/** Until the worker holds all and would answer the next visit. */
const held = page => page.evaluate(() => navigator.serviceWorker.ready.then(({ active }) => Boolean(active)));

test("after its first visit the page works without a network: all formats, links, copies", { timeout: 90000 }, async () => {
  const host = await serveSite();
  const page = await openPage("chromium", host.url, { app: true });
  try {
    await new Promise(done => setTimeout(done, 500));
    assert.equal(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length), 0, "nothing before a transcript is shown");
    await page.evaluate(to => { location.hash = to; }, shows);
    await ready(page);
    await held(page);
    await host.close();
    await page.native.goto(`${host.url}index.html${shows}`);
    await ready(page);
    await page.native.reload();
    await ready(page);
    const found = await page.evaluate(async () => {
      const element = document.querySelector("vis-a-vis");
      const copy = await (await element.exportAs("offline")).text();
      const link = await element.link({ carry: true });
      await element.open("speaker,start,text\nAda,0:01,Who rows?\nBen,0:04,Whoever is there.\n");
      return { copy: copy.includes('<article id="transcript"'), link: link.includes("doc=z1."), format: element.transcript.source.format };
    });
    assert.deepEqual(found, { copy: true, link: true, format: "csv" });
    assert.deepEqual(page.problems, []);
  } finally {
    await page.close();
  }
});

test("a new version waits until it is asked for, and then it is the page; what it replaces is let go of", { timeout: 90000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), "visavis-app-"));
  cpSync(site, folder, { recursive: true });
  const host = await serveSite({ folder });
  const page = await openPage("chromium", `${host.url}${shows}`, { app: true });
  const version = () => page.evaluate(() => document.querySelector("meta[name=version]")?.content ?? "first");
  const update = () => page.evaluate(async () => { await (await navigator.serviceWorker.ready).update().catch(() => {}); });
  /** Changes the page, and the list as the build would; `half`: the page has not come up yet. */
  const publish = (name, half = false) => {
    const text = readFileSync(join(site, "index.html"), "utf8").replace("<title>", `<meta name="version" content="${name}"><title>`);
    const hash = of => createHash("sha256").update(of).digest("base64");
    if (!half) writeFileSync(join(folder, "index.html"), text);
    writeFileSync(join(folder, "service-worker.js"), readFileSync(join(site, "service-worker.js"), "utf8")
      .replace(hash(readFileSync(join(site, "index.html"))), hash(text)));
  };
  try {
    await ready(page);
    await held(page);
    await page.native.reload();
    await ready(page);
    const offer = page.native.locator("vis-a-vis [role=alert] button", { hasText: "Reload" });

    publish("second", true);
    await update();
    await new Promise(done => setTimeout(done, 700));
    assert.equal(await offer.count(), 0, "a version that is not whole is none");

    publish("second");
    await update();
    await offer.waitFor();
    await page.native.reload();
    await ready(page);
    assert.equal(await version(), "first", "it goes on as it was");
    await offer.waitFor();
    await Promise.all([page.native.waitForEvent("load"), offer.click()]);
    assert.equal(await version(), "second");
    await ready(page);
    const kept = await page.waitFor(async () => {
      const names = (await (await caches.open("vis-a-vis")).keys()).map(request => new URL(request.url).pathname);
      return names.length === new Set(names).size && names.length;
    });
    assert.ok(kept > 15);
    assert.deepEqual(await page.evaluate(() => caches.keys()), ["vis-a-vis"]);
  } finally {
    await page.close();
    await host.close();
    rmSync(folder, { recursive: true });
  }
});

test("in a frame the page is no app", { timeout: 60000 }, async () => {
  const host = await serveSite();
  const page = await openPage("chromium", `${host.url}?embed${shows}`, { app: true });
  try {
    await ready(page);
    await new Promise(done => setTimeout(done, 500));
    assert.equal(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length), 0);
    assert.ok(existsSync(join(site, "app.js")) && !page.requests.some(url => url.endsWith("/app.js")));
  } finally {
    await page.close();
    await host.close();
  }
});
