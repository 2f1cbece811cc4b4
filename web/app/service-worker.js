// The page without a network, after its first visit: a service worker with the whole site of one version. It holds files
// by their hash, so that a new version fetches what has changed alone, and takes over when the page is told to reload or
// none is open any more (Workbox's habits: precache by revision, no skipWaiting unasked). tools/app.mjs fills in the list.

/** Each file of the site and its SHA-256 in base64. @type {[string, string][]} */
const files = SITE_FILES;
const cacheName = 'vis-a-vis';

/** @type {any} */ const worker = globalThis;
const scope = new URL('.', location.href);
/** What stands for a file in the cache. @param {string} file @param {string} hash */
const keyOf = (file, hash) => new URL(`${file}?sha256=${encodeURIComponent(hash)}`, scope).href;
const keys = new Map(files.map(([file, hash]) => [new URL(file, scope).pathname, keyOf(file, hash)]));

/** All files or none: where one is not that of this version (a site half uploaded) the browser tries again later. */
async function install() {
  const cache = await caches.open(cacheName);
  const held = new Set((await cache.keys()).map(request => request.url));
  for (const [file, hash] of files) {
    const key = keyOf(file, hash);
    if (held.has(key)) continue;
    const response = await fetch(new URL(file, scope), { cache: 'no-cache', credentials: 'same-origin', integrity: `sha256-${hash}` });
    if (!response.ok) throw new Error(`${response.status} for ${file}`);
    await cache.put(key, response);
  }
}

/** Other versions' files go. */
async function activate() {
  const cache = await caches.open(cacheName);
  const wanted = new Set(keys.values());
  for (const request of await cache.keys()) if (!wanted.has(request.url)) await cache.delete(request);
}

/** @param {string} key @param {Request} request */
async function answer(key, request) {
  const held = await (await caches.open(cacheName)).match(key);
  return held ?? fetch(request);
}

worker.addEventListener('install', (/** @type {any} */ event) => event.waitUntil(install()));
worker.addEventListener('activate', (/** @type {any} */ event) => event.waitUntil(activate()));
worker.addEventListener('message', (/** @type {any} */ event) => { if (event.data === 'take over') worker.skipWaiting(); });
worker.addEventListener('fetch', (/** @type {any} */ event) => {
  const { request } = event, url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== scope.origin) return;
  const key = keys.get(url.pathname === scope.pathname ? `${scope.pathname}index.html` : url.pathname);
  if (key) event.respondWith(answer(key, request));
});
