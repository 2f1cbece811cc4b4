// What the browser tests share: the built site served on the loopback address, and the three engines behind one small
// interface.
//
//   const site = await serveSite();
//   const page = await openPage("chromium", `${site.url}#src=samples/NAME`, { width: 1440, height: 900 });
//   await page.waitFor(() => document.querySelector("vis-a-vis")?.transcript);
//   const turns = await page.evaluate(() => document.querySelector("vis-a-vis").transcript.turns.length);
//   await page.close();
//
// `page.native` is the engine's own page (playwright-core, puppeteer-core) or driver (selenium-webdriver) for what the
// interface lacks; tests of depth use Chromium's. Firefox and WebKitGTK need a display: tools/test gives them one.

import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { serve } from "../../tools/serve.mjs";

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
export const ENGINES = ["chromium", "firefox", "webkit"];
const TIMEOUT_MS = 20000;
/** After this long an engine is taken to answer no more: far longer than anything asked of one takes on a busy machine. */
const SILENCE_MS = 60000;

/**
 * What the promise gives, or an error that names the engine: none of the drivers gives up by itself where an engine
 * hangs.
 * @template Answer @param {string} engine @param {string} doing @param {Promise<Answer>} promise @param {number} [limit_ms]
 * @returns {Promise<Answer>}
 */
function answered(engine, doing, promise, limit_ms = SILENCE_MS) {
  let timer;
  const silence = new Promise((_, failed) => {
    timer = setTimeout(() => failed(new Error(`${engine} answers no more (${doing})`)), limit_ms);
  });
  return Promise.race([promise, silence]).finally(() => clearTimeout(timer));
}

/** Serves build/site (or another folder); see tools/serve.mjs for the options. */
export async function serveSite(options = {}) {
  const site = await serve(options);
  site.unref(); // a test that fails before it closes the site must still end
  return site;
}

/** What `visavis inspect` says of a file. @param {string} file relative to the project's folder, or absolute */
export function inspect(file) {
  const run = spawnSync(join(root, "build/native/visavis"), ["inspect", file], { cwd: root, maxBuffer: 1 << 28 });
  if (run.status !== 0) throw new Error(`visavis inspect ${file}: ${run.stderr}`);
  return JSON.parse(run.stdout.toString("utf8"));
}

/** Of the sections of `inspect` those that the file has; what is found the page asks for later. @param {any[]} sections */
export const written = (sections) => sections.filter((section) => section.kind !== "derived");

/**
 * A page in one of the engines.
 * @typedef {object} Page
 * @property {string} engine
 * @property {any} native
 * @property {(body: Function, ...words: unknown[]) => Promise<any>} evaluate runs a function in the page; arguments and
 *   answer are plain data, and a promise is waited for
 * @property {(body: Function, ...words: unknown[]) => Promise<any>} waitFor until the function answers something true
 * @property {(name: string) => Promise<string>} screenshot written to build/screenshots/NAME.png (not in WebKitGTK)
 * @property {string[]} problems console errors and uncaught exceptions so far (empty in WebKitGTK, which tells none)
 * @property {string[]} requests addresses asked for so far (Chromium only)
 * @property {() => Promise<void>} close
 */

/**
 * Opens an address in an engine of its own.
 * @param {string} engine one of ENGINES
 * @param {string} url
 * @param {{width?: number, height?: number, ratio?: number, theme?: "light" | "dark", reducedMotion?: boolean, app?: boolean, language?: string}} [options]
 *   ratio, theme, reducedMotion and language (the browser's) only in Chromium; so is app, which lets the page be one
 * @returns {Promise<Page>}
 */
export function openPage(engine, url, options = {}) {
  const size = { width: 1440, height: 900, ratio: 1, theme: "light", reducedMotion: false, ...options };
  const open = { chromium: open_chromium, firefox: open_firefox, webkit: open_webkit }[engine];
  if (!open) throw new Error(`no engine is called ${engine}`);
  return answered(engine, `opening ${url}`, open(url, size), 2 * SILENCE_MS);
}

/** Adds what is the same for all engines. */
function finish(engine, native, parts) {
  const problems = parts.problems ?? [];
  const evaluate = (body, ...words) => answered(engine, `asked ${body}`, parts.evaluate(body, ...words));
  return {
    engine,
    native,
    problems,
    requests: parts.requests ?? [],
    evaluate,
    async waitFor(body, ...words) {
      const end = Date.now() + TIMEOUT_MS;
      for (;;) {
        const answer = await evaluate(body, ...words);
        if (answer) return answer;
        if (Date.now() > end) {
          throw new Error(`${engine}: not so within ${TIMEOUT_MS} ms: ${body}\n${problems.join("\n")}`);
        }
        await new Promise((done) => setTimeout(done, 50));
      }
    },
    async screenshot(name) {
      const file = join(root, "build/screenshots", `${name}.png`);
      mkdirSync(dirname(file), { recursive: true });
      const image = await parts.screenshot();
      writeFileSync(file, image);
      return file;
    },
    close: parts.close,
  };
}

/** A function and its arguments as an expression for the engines that take text. */
const as_expression = (body, words) => `(${body})(${words.map((word) => JSON.stringify(word) ?? "undefined").join(",")})`;

async function open_chromium(url, size) {
  const { chromium } = await import("playwright-core");
  const browser = await chromium.launch({
    executablePath: "/usr/bin/chromium",
    args: [
      "--no-sandbox",
      "--use-angle=swiftshader",
      "--enable-unsafe-swiftshader",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
  const context = await browser.newContext({
    viewport: { width: size.width, height: size.height },
    deviceScaleFactor: size.ratio,
    colorScheme: size.theme,
    locale: size.language,
    reducedMotion: size.reducedMotion ? "reduce" : "no-preference",
    serviceWorkers: size.app ? "allow" : "block", // which requests there are is what other tests ask
  });
  const page = await context.newPage();
  const problems = [];
  const requests = [];
  // The icon of a page that is left while it still loads is asked for in the name of the next one.
  const of_icon = (message) => /\/icons\/icon\.svg' from origin 'null'/.test(message.text()) || message.location().url.endsWith("/icons/icon.svg");
  page.on("console", (message) => message.type() === "error" && !of_icon(message) && problems.push(message.text()));
  page.on("pageerror", (error) => problems.push(`${error.stack ?? error} (${page.url()})`));
  page.on("request", (request) => requests.push(request.url()));
  await page.goto(url);
  return finish("chromium", page, {
    problems,
    requests,
    evaluate: (body, ...words) => page.evaluate(as_expression(body, words)),
    screenshot: () => page.screenshot(),
    close: () => answered("chromium", "closing", browser.close()),
  });
}

async function open_firefox(url, size) {
  const { default: puppeteer } = await import("puppeteer-core");
  const executablePath = ["/usr/bin/firefox-esr", "/usr/bin/firefox"].find(existsSync);
  const browser = await puppeteer.launch({
    browser: "firefox",
    executablePath,
    headless: false,
    extraPrefsFirefox: { "webgl.force-enabled": true, "gfx.webrender.software": true },
    defaultViewport: { width: size.width, height: size.height },
  });
  const page = await browser.newPage();
  const problems = [];
  page.on("console", (message) => message.type() === "error" && problems.push(message.text()));
  page.on("pageerror", (error) => problems.push(`${error.stack ?? error} (${page.url()})`));
  await page.goto(url);
  return finish("firefox", page, {
    problems,
    evaluate: (body, ...words) => page.evaluate(as_expression(body, words)),
    screenshot: () => page.screenshot(),
    close: () => answered("firefox", "closing", browser.close()),
  });
}

/** A TCP port that nobody listens on. @returns {Promise<number>} */
const free_port = () =>
  new Promise((done) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const { port } = /** @type {import("node:net").AddressInfo} */ (probe.address());
      probe.close(() => done(port));
    });
  });

async function open_webkit(url, size) {
  const { Builder, Capabilities } = await import("selenium-webdriver");
  const minibrowser = [
    "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser",
    "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.0/MiniBrowser",
    "/usr/lib/aarch64-linux-gnu/webkit2gtk-4.1/MiniBrowser",
    "/usr/lib/aarch64-linux-gnu/webkit2gtk-4.0/MiniBrowser",
  ].find(existsSync);
  const port = await free_port();
  const driver_process = spawn("/usr/bin/WebKitWebDriver", [`--port=${port}`], {
    stdio: "ignore",
    env: {
      ...process.env,
      WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: "1",
      WEBKIT_DISABLE_DMABUF_RENDERER: "1",
      LIBGL_ALWAYS_SOFTWARE: "1",
    },
  });
  const capabilities = new Capabilities();
  capabilities.set("browserName", "MiniBrowser");
  capabilities.set("webkitgtk:browserOptions", { binary: minibrowser, args: ["--automation"] });
  const server = `http://127.0.0.1:${port}`;
  const start = async () => {
    for (let attempt = 0; ; ++attempt) {
      try {
        return await new Builder().usingServer(server).withCapabilities(capabilities).build();
      } catch (error) {
        if (attempt >= 5) throw error;
        await new Promise((done) => setTimeout(done, 500));
      }
    }
  };
  const driver = await start();
  await driver.manage().setTimeouts({ script: TIMEOUT_MS, pageLoad: 60000 });
  await driver.manage().window().setRect({ x: 0, y: 0, width: size.width, height: size.height });
  await driver.get(url);
  return finish("webkit", driver, {
    async evaluate(body, ...words) {
      const answer = await driver.executeAsyncScript(
        `const done = arguments[arguments.length - 1];
         Promise.resolve().then(() => ${as_expression(body, words)})
           .then((value) => done({ value: value === undefined ? null : value }), (error) => done({ error: String(error) }));`,
      );
      if (answer.error) throw new Error(answer.error);
      return answer.value;
    },
    screenshot: () => Promise.reject(new Error("WebKitGTK's driver never answers without a window manager")),
    async close() {
      await answered("webkit", "closing", driver.quit()).catch(() => {});
      driver_process.kill();
    },
  });
}
