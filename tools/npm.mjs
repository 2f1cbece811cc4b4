// Puts the npm package together in build/npm, from the finished site in build/site.
//
//   node tools/npm.mjs   (run by tools/build and by the test of the package)
//
// The package is the site's own files, so a copy of its folder is a viewer too, with types, a README and the licence. One
// file differs: the worker has the glue of the reading module in it, because bundlers copy a worker's file as it is.

import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const site = join(root, "build/site");
const target = join(root, "build/npm");
if (!existsSync(join(site, "readers.wasm"))) throw new Error("build/site is not there yet: run tools/build");

rmSync(target, { recursive: true, force: true });
mkdirSync(target, { recursive: true });
for (const name of readdirSync(site)) {
  // The service worker is the site's: it holds the files that lie there.
  if (name === "service-worker.js") continue;
  if (/\.(js|wasm|webmanifest)$|^offline\.html$/.test(name) || name === "icons" || name === "samples") cpSync(join(site, name), join(target, name), { recursive: true });
}
cpSync(join(root, "web/index.html"), join(target, "index.html"));
cpSync(join(root, "LICENSE"), join(target, "LICENSE"));
cpSync(join(root, "npm"), target, { recursive: true });
await build({
  entryPoints: [join(site, "worker.js")],
  outfile: join(target, "worker.js"),
  bundle: true,
  minify: true,
  format: "esm",
  target: "es2022",
  charset: "utf8",
  logLevel: "warning",
  allowOverwrite: true,
});

const { version, license } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
const card = {
  name: "vis-a-vis",
  version,
  description: "Shows an interview: who speaks when, what about and how evenly, beside the words. A custom element.",
  keywords: ["transcript", "interview", "subtitles", "webvtt", "custom-element", "web-component"],
  license,
  type: "module",
  main: "./vis-a-vis.js",
  types: "./vis-a-vis.d.ts",
  exports: {
    ".": { types: "./vis-a-vis.d.ts", default: "./vis-a-vis.js" },
    "./vis-a-vis.js": { types: "./vis-a-vis.d.ts", default: "./vis-a-vis.js" },
    "./frame-height.js": "./frame-height.js",
    "./package.json": "./package.json",
  },
  // The element registers itself, the script of frames listens, the worker answers.
  sideEffects: ["./vis-a-vis.js", "./frame-height.js", "./worker.js"],
};
writeFileSync(join(target, "package.json"), `${JSON.stringify(card, null, 2)}\n`);
