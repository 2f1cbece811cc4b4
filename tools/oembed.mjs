// oembed.json for a site that stands at an address, and the link in its page that programs find it by, which turn links
// into frames. Part of tools/site.mjs.

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * https://oembed.com, section 2.3.4.4: a static host can answer with one document alone, that of the page.
 * @param {string} site the folder of the finished site @param {string} address where it will be served
 */
export function writeOembed(site, address) {
  const base = new URL(address.endsWith("/") ? address : `${address}/`).href;
  const [width, height] = [720, 560];
  const html =
    `<iframe src="${base}?embed" title="Vis-à-vis" width="${width}" height="${height}" loading="lazy" style="border:0"></iframe>` +
    `<script src="${base}frame-height.js" async></script>`;
  const card = { version: "1.0", type: "rich", title: "Vis-à-vis", provider_name: "Vis-à-vis", provider_url: base, html, width, height };
  writeFileSync(join(site, "oembed.json"), `${JSON.stringify(card, null, 1)}\n`);
  const page = join(site, "index.html");
  const link = `<link rel="alternate" type="application/json+oembed" href="${base}oembed.json" title="Vis-à-vis">`;
  writeFileSync(page, readFileSync(page, "utf8").replace("<script", `${link}\n<script`));
}
