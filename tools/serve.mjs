// A small static server for the loopback address: what tools/view and the browser tests use.
//
//   node tools/serve.mjs [--port N] [--open FILE]
//
// serves build/site and prints the page's address. With --open the page opens FILE, which is served from where it
// lies at opened/NAME; nothing else outside build/site is reachable.

import { createReadStream, existsSync, readdirSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { basename, dirname, extname, join, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".webmanifest": "application/manifest+json",
  ".wasm": "application/wasm",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".vtt": "text/vtt; charset=utf-8",
  ".wav": "audio/wav",
  ".ogg": "audio/ogg",
  ".mp3": "audio/mpeg",
};

/**
 * One range of bytes, as players ask for (RFC 9110, section 14); anything else is answered whole.
 * @param {string | undefined} header @param {number} size
 */
function part(header, size) {
  const [, from, to] = /^bytes=(\d+)-(\d*)$/.exec(header ?? "") ?? [];
  if (from === undefined) return null;
  const start = Number(from);
  const end = Math.min(size - 1, to ? Number(to) : size - 1);
  return start <= end ? { start, end } : null;
}

/**
 * Serves a folder on 127.0.0.1.
 * @param {{folder?: string, port?: number, opened?: string, headers?: Record<string, string>}} [options] `opened`: a
 *   file reachable at opened/NAME; `headers`: added to every answer; port 0 takes any free one.
 * @returns {Promise<{url: string, unref: () => void, close: () => Promise<void>}>} the address with a slash at its end
 */
export function serve({ folder = join(root, "build/site"), port = 0, opened, headers = {} } = {}) {
  const inside = resolve(folder) + sep;
  /** @param {string} path */
  const fileFor = (path) => {
    if (opened && path === `/opened/${basename(opened)}`) return resolve(opened);
    const file = resolve(join(folder, path.endsWith("/") ? `${path}index.html` : path));
    return file.startsWith(inside) ? file : null;
  };
  const server = createServer((request, response) => {
    let path = "";
    try {
      path = decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname);
    } catch {
      path = "";
    }
    const file = path.includes("\0") ? null : fileFor(path);
    if ((request.method !== "GET" && request.method !== "HEAD") || !file || !existsSync(file) || !statSync(file).isFile()) {
      response.writeHead(404, { "Content-Type": "text/plain" }).end("Not found\n");
      return;
    }
    const { size } = statSync(file);
    const range = part(request.headers.range, size);
    response.writeHead(range ? 206 : 200, {
      "Content-Type": TYPES[extname(file)] ?? "application/octet-stream",
      "Content-Length": range ? range.end - range.start + 1 : size,
      "Accept-Ranges": "bytes",
      ...(range ? { "Content-Range": `bytes ${range.start}-${range.end}/${size}` } : {}),
      "Cache-Control": "no-cache",
      ...headers,
    });
    if (request.method === "HEAD") response.end();
    else createReadStream(file, range ?? {}).pipe(response);
  });
  return new Promise((done, failed) => {
    server.once("error", failed);
    server.listen(port, "127.0.0.1", () => {
      const address = /** @type {import("node:net").AddressInfo} */ (server.address());
      done({
        url: `http://127.0.0.1:${address.port}/`,
        unref: () => void server.unref(),
        close: () =>
          new Promise((closed) => {
            server.close(() => closed());
            server.closeAllConnections?.();
          }),
      });
    });
  });
}

/** The sample that the page shows when no file is named, as an address within the site, or nothing. */
function defaultSample() {
  const folder = join(root, "build/site/samples");
  if (!existsSync(folder)) return null;
  const names = readdirSync(folder).sort();
  const name = names.find((each) => each.endsWith(".txt")) ?? names[0];
  return name ? `samples/${name}` : null;
}

async function main() {
  const words = process.argv.slice(2);
  const after = (/** @type {string} */ flag) => (words.includes(flag) ? words[words.indexOf(flag) + 1] : undefined);
  const opened = after("--open");
  const wanted = Number(after("--port") ?? 8124);
  const server = await serve({ port: wanted, opened }).catch(() => serve({ opened }));
  const source = opened ? `opened/${encodeURIComponent(basename(opened))}` : defaultSample();
  console.log(source ? `${server.url}#src=${encodeURIComponent(source)}` : server.url);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
