// The site's service worker with the list of what it holds: every file and its hash. The last step of tools/site.mjs.

import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { build } from "esbuild";

/** Not for this page but for programs that ask for them. */
const LEFT_OUT = ["oembed.json", "service-worker.js"];

/** @param {string} folder @returns {string[]} */
const filesIn = (folder) => readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() ? filesIn(join(folder, entry.name)) : [join(folder, entry.name)]);

/** @param {{ root: string, site: string, options: import("esbuild").BuildOptions }} of */
export async function writeServiceWorker({ root, site, options }) {
  const files = filesIn(site).map((file) => [relative(site, file).split(sep).join("/"),
    createHash("sha256").update(readFileSync(file)).digest("base64")]).filter(([name]) => !LEFT_OUT.includes(name)).sort();
  await build({
    ...options, format: "iife", entryPoints: [join(root, "web/app/service-worker.js")], outfile: join(site, "service-worker.js"),
    define: { SITE_FILES: JSON.stringify(files) },
  });
}
