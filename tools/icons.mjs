// Draws the icons that are pictures from assets/icons/icon.svg, with Chromium: node tools/icons.mjs. They are kept with
// the sources, since the build has no browser.

import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

const folder = join(dirname(dirname(fileURLToPath(import.meta.url))), "assets/icons");
const picture = `data:image/svg+xml,${encodeURIComponent(readFileSync(join(folder, "icon.svg"), "utf8"))}`;
/** A file's name, its size, what part of it the picture takes, and what is behind it. @type {[string, number, number, string][]} */
const icons = [
  ["icon-192.png", 192, 1, "transparent"],
  ["icon-512.png", 512, 1, "transparent"],
  ["apple-180.png", 180, 0.72, "#fbfaf7"],
  ["maskable-512.png", 512, 0.6, "#fbfaf7"], // what is outside four fifths may be cut off (Web App Manifest, "icon masks")
];

const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox"] });
for (const [name, size, part, ground] of icons) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(
    `<style>body{margin:0;display:grid;place-items:center;height:100vh;background:${ground}}</style><img src="${picture}" width="${Math.round(size * part)}">`);
  writeFileSync(join(folder, name), await page.screenshot({ omitBackground: true }));
  await page.close();
}
await browser.close();
