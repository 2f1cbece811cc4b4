// The parts of the page that are loaded when first used. An offline copy holds them all.

// Each address is written out: the site's build leaves what it names a file of its own beside this one, and the bundlers
// of those who use the npm package find it.
const parts = {
  address: () => import('../hosts/address.js'),
  app: () => import('../app/app.js'),
  beginning: () => import('../text/beginning.js'),
  card: () => import('../frame/card.js'),
  desk: () => import('../frame/desk.js'),
  empty: () => import('../frame/empty.js'),
  evidence: () => import('../frame/evidence.js'),
  figures: () => import('../figures/figures.js'),
  finding: () => import('../frame/finding.js'),
  found: () => import('../panes/found.js'),
  frame: () => import('../hosts/frame.js'),
  less: () => import('../frame/less.js'),
  kept: () => import('../hosts/kept.js'),
  media: () => import('../media/media.js'),
  plain: () => import('../hosts/plain.js'),
  pictures: () => import('../frame/pictures.js'),
  reports: () => import('../words/reports.js'),
  send: () => import('../frame/send.js'),
  share: () => import('../frame/share.js'),
  turns: () => import('./turns.js'),
};

/** @template {keyof typeof parts} Name @param {Name} name @returns {ReturnType<typeof parts[Name]>} */
export const part = name => /** @type {any} */ (parts[name]());
