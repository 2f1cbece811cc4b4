// The page as an app: it works without a network after its first visit, a new version waits until it is asked for, and
// files that the system hands over are opened. Loaded when a transcript is shown.

import { h } from '../dom.js';
import english from '../words/english/app.js';
import { plain } from '../words/say.js';

const say = plain(english);

/** @param {import('../hosts/host.js').Component} component @param {any} worker the service worker's address, as Trusted Types want it */
export function beApp(component, worker) {
  /** @type {any} */ (globalThis).launchQueue?.setConsumer(async (/** @type {{ files?: FileSystemFileHandle[] }} */ { files = [] }) => {
    const file = await files[0]?.getFile().catch(() => null);
    if (file) void component.openings.take(file, file.name);
  });
  const container = navigator.serviceWorker;
  if (!container || !location.href.startsWith(component.base)) return;
  let asked = false;
  container.addEventListener('controllerchange', () => { if (asked) location.reload(); });

  /** @param {ServiceWorkerRegistration} registration */
  const offer = ({ waiting }) => {
    if (!waiting || !container.controller) return;
    const button = h('button.button', { type: 'button', onclick: () => {
      asked = true;
      waiting.postMessage('take over');
    } }, say('reload'));
    component.notice(say('there-is-a'), say('a-file-that')).append(h('div.row', {}, button));
  };

  container.register(worker).then(registration => {
    offer(registration);
    registration.addEventListener('updatefound', () => {
      const next = registration.installing;
      next?.addEventListener('statechange', () => { if (next.state === 'installed') offer(registration); });
    });
  }).catch(() => {}); // where there may be none, the page works as it did
}
