// Puts the finished site together in build/site: the page's modules bundled and minified, the WebAssembly modules
// and what is copied as it is. All links in it are relative, so any folder of any static host will do.
//
//   node tools/site.mjs [ADDRESS]   (run by tools/build, tools/view and tools/test)
//
// With the ADDRESS that the site will have it writes oembed.json too and names it in the page: programs that turn links
// into frames ask for that.

import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build, transform } from "esbuild";
import { writeServiceWorker } from "./app.mjs";
import { writeOembed } from "./oembed.mjs";
import { writeOffline } from "./offline.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const site = join(root, "build/site");
const web = join(root, "web");

// Modules that are files of their own in the site; every other module is bundled into those that import it.
const ENTRIES = { "vis-a-vis": "element/element.js", component: "element/component.js", worker: "core/worker.js",
  beginning: "text/beginning.js", share: "frame/share.js", desk: "frame/desk.js", card: "frame/card.js", empty: "frame/empty.js", evidence: "frame/evidence.js", finding: "frame/finding.js", found: "panes/found.js", figures: "figures/figures.js", kept: "hosts/kept.js", media: "media/media.js",
  language: "words/language.js", ...Object.fromEntries(["de", "fr", "es", "zh", "ja", "ar"].map((tag) => [`words-${tag}`, `words/${tag}.js`])),
  address: "hosts/address.js", article: "hosts/article.js", plain: "hosts/plain.js", send: "frame/send.js",
  pictures: "frame/pictures.js", reports: "words/reports.js", less: "frame/less.js", app: "app/app.js", frame: "hosts/frame.js", "frame-height": "hosts/frame-height.js" };
// Loaded by address at run time, never bundled.
const SEPARATE = ["./worker.js"];
const COPIED = /\.(html|css|svg|png|ico|webmanifest|json)$/;

const options = {
  bundle: true,
  minify: true,
  format: "esm",
  target: "es2022",
  charset: "utf8",
  legalComments: "none",
  logLevel: "warning",
};

/** An entry that another module imports when needed stays a file of its own, beside it. */
const apart = {
  name: "apart",
  setup(/** @type {import("esbuild").PluginBuild} */ work) {
    const names = new Map(Object.entries(ENTRIES).map(([name, file]) => [join(web, file), `./${name}.js`]));
    work.onResolve({ filter: /^\./ }, ({ kind, path, resolveDir }) => {
      const name = kind === "dynamic-import" && names.get(join(resolveDir, path));
      return name ? { path: name, external: true } : null;
    });
  },
};

/** A stylesheet that is imported is its minified text: components make constructable sheets of it. */
const sheets = {
  name: "sheets",
  setup(/** @type {import("esbuild").PluginBuild} */ work) {
    work.onLoad({ filter: /\.css$/ }, async ({ path }) => {
      const { code } = await transform(readFileSync(path, "utf8"), { loader: "css", minify: true });
      return { contents: code, loader: "text" };
    });
  },
};

rmSync(site, { recursive: true, force: true });
mkdirSync(site, { recursive: true });

if (existsSync(web)) {
  const entryPoints = Object.entries(ENTRIES).map(([out, file]) => ({ out, in: join(web, file) }));
  await build({ ...options, entryPoints, outdir: site, external: SEPARATE, plugins: [apart, sheets] });
  for (const name of readdirSync(web)) {
    if (COPIED.test(name) && !/^(tsconfig|package)/.test(name)) cpSync(join(web, name), join(site, name));
  }
}

for (const name of ["visavis", "captions", "seldom", "readers", "offline"]) {
  const module = join(root, "build/web", `${name}.wasm`);
  if (existsSync(module)) cpSync(module, join(site, `${name}.wasm`));
}

await writeOffline({ root, site, options, sheets });

for (const folder of ["samples", "icons"]) {
  const from = join(root, "assets", folder);
  if (existsSync(from)) cpSync(from, join(site, folder), { recursive: true });
}

const address = process.argv[2];
if (address) writeOembed(site, address);

await writeServiceWorker({ root, site, options });

// Pages to learn from; whoever installs the page as an app does not get them.
cpSync(join(root, "examples"), join(site, "examples"), { recursive: true, filter: (file) => !file.endsWith(".mjs") });
