// The template of offline copies, build/site/offline.html: the program in one page, with two places that src/offline fills
// with a transcript. `visavis bundle` and the page fill the same one. Part of tools/site.mjs.
//
// An element a line, as browsers serialise them: a copy makes its own template of its document (web/offline/assets.js).

import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build, transform } from "esbuild";
import { packed } from "./packed.mjs";

/** What of the page is another thing in a copy. */
const REPLACED = {
  "app/app.js": "app.js", "core/assets.js": "assets.js", "frame/samples.js": "samples.js", "frame/less.js": "less.js", "hosts/here.js": "here.js", "text/beginning.js": "beginning.js", "words/language.js": "language.js",
};

/** @param {string} text @returns {string} as a policy names it */
const hash = (text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

/**
 * @param {{ root: string, site: string, options: import("esbuild").BuildOptions, sheets: import("esbuild").Plugin }} of
 *   the bundler's options and plugin of the site
 */
export async function writeOffline({ root, site, options, sheets }) {
  const web = join(root, "web");
  const binary = join(root, "build/web/offline.wasm");
  if (!existsSync(binary)) return;

  /** @type {import("esbuild").Plugin} */
  const replaced = {
    name: "offline",
    setup(work) {
      work.onResolve({ filter: /^\.\.?\// }, ({ path, resolveDir }) => {
        const own = REPLACED[/** @type {keyof typeof REPLACED} */ (join(resolveDir, path).slice(web.length + 1))];
        return own && { path: join(web, "offline", own) };
      });
    },
  };
  /** @param {string} entry under web/offline */
  const bundled = async (entry) => {
    const { outputFiles } = await build({
      ...options, entryPoints: [join(web, "offline", entry)], write: false, plugins: [replaced, sheets],
    });
    return outputFiles[0].text.trim();
  };

  const program = await bundled("copy.js");
  const loader = await bundled("loader.js");
  // https://html.spec.whatwg.org/multipage/scripting.html#restrictions-for-contents-of-script-elements
  if (/<!--|<\/script/i.test(loader)) throw new Error("the loader holds a sign that ends a script");
  const { sheet } = await import(`data:text/javascript,${encodeURIComponent(await bundled("sheet.js"))}`);
  const { code } = await transform(sheet, { loader: "css", minify: true });
  const style = code.trim();
  const module = packed(readFileSync(binary));
  const icon = readFileSync(join(root, "assets/icons/icon.svg"), "utf8").replace(/\s+/g, " ").trim();

  const policy = [
    "default-src 'none'", `script-src ${hash(loader)} ${hash(program)} 'wasm-unsafe-eval'`, `style-src ${hash(style)}`, "img-src data: blob:", "media-src blob:",
    "connect-src 'none'", "base-uri 'none'", "form-action 'none'", "require-trusted-types-for 'script'", "trusted-types vis-a-vis",
  ].join("; ");
  writeFileSync(join(site, "offline.html"), [
    "<!doctype html>", '<html lang="en">', "<head>",
    '<meta charset="utf-8">',
    '<meta name="generator" content="Vis-à-vis offline copy">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    `<link rel="icon" type="image/svg+xml" href="data:image/svg+xml,${encodeURIComponent(icon)}">`,
    `<style>${style}</style>`,
    "<!--vis-a-vis:head-->",
    "</head>", "<body>",
    "<!--vis-a-vis:body-->",
    `<script id="module" data-own="" type="application/octet-stream">${module}</script>`,
    `<script id="program" data-own="" type="application/octet-stream">${packed(Buffer.from(program))}</script>`,
    `<script data-own="" type="module">${loader}</script>`,
    "</body>", "</html>", "",
  ].join("\n"));
}
