// The page inside a frame of somebody's article: it tells how high it would like to be. Loaded with `?embed` alone.

const least = 240, most = 520;

/**
 * @param {HTMLElement} host the element @param {{ text: HTMLElement, root: HTMLElement }} parts
 * @returns {() => void} ends it
 */
export function tellHeight(host, { text, root }) {
  const article = origin();
  let told = 0;
  const tell = (again = false) => {
    const end = text.querySelector('.doc')?.lastElementChild;
    if (!end || !root.clientWidth) return;
    const words = end.getBoundingClientRect().bottom - text.getBoundingClientRect().top + text.scrollTop + 28;
    const around = root.getBoundingClientRect().height - text.getBoundingClientRect().height;
    const height = Math.ceil(Math.max(around, 120) + Math.min(most, Math.max(least, words)));
    if (height === told && !again) return;
    told = height;
    // Datawrapper's form beside our own: listeners that newsrooms have already take either.
    parent.postMessage({ type: 'vis-a-vis:height', height }, article);
    parent.postMessage({ 'datawrapper-height': { 'vis-a-vis': height } }, article);
  };
  let request = 0;
  const soon = () => {
    cancelAnimationFrame(request);
    request = requestAnimationFrame(() => tell());
  };
  const asked = (/** @type {MessageEvent} */ event) => {
    if (event.source === parent && event.data?.type === 'vis-a-vis:height?' && (article === '*' || event.origin === article)) tell(true);
  };
  const sizes = new ResizeObserver(soon);
  sizes.observe(root);
  host.addEventListener('vis-a-vis:ready', soon);
  addEventListener('message', asked);
  soon();
  return () => {
    sizes.disconnect();
    host.removeEventListener('vis-a-vis:ready', soon);
    removeEventListener('message', asked);
  };
}

/** Of the page that frames this one; some browsers and policies do not say. @returns {string} */
function origin() {
  const known = location.ancestorOrigins?.[0] ?? '';
  if (known && known !== 'null') return known;
  try { return new URL(document.referrer).origin; } catch { return '*'; }
}
