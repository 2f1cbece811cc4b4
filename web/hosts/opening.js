// Where transcripts come from: a picker, a drop, a paste, an address, the element's own words.

import { h } from '../dom.js';
import { decoded } from './links.js';
import english from '../words/english/page.js';
import { speak } from '../words/say.js';

const say = speak(english);

/** `address`: where it came from; `fragment`: the view that came with it; `home`: the page itself holds it; `locked`: what it says stands nowhere in the clear. @typedef {{ name: string, bytes: Uint8Array, address?: string, fragment?: string, home?: boolean, locked?: boolean }} Source */
/** What is in the way of a transcript. @typedef {{ code: string, message: string, remedy: string }} Refusal */
const encoder = new TextEncoder();
/** Of files given at once: more are not offered. */
const mostOthers = 8;

/** Whether it is one to hear or to see. @param {unknown} what */
export const isRecording = what => what instanceof File && (/^(?:audio|video)\//.test(what.type) || /\.(?:mp3|m4a|wav|ogg|opus|flac|mp4|webm|mov|mkv)$/i.test(what.name));

/** @param {Blob | ArrayBuffer | URL | string} what @param {string} [name] @returns {Promise<Source>} */
export async function bytesOf(what, name = '') {
  if (what instanceof Blob)
    return { name: name || /** @type {File} */ (what).name || '', bytes: new Uint8Array(await what.arrayBuffer()) };
  if (what instanceof ArrayBuffer) return { name, bytes: new Uint8Array(what) };
  if (ArrayBuffer.isView(what)) return { name, bytes: new Uint8Array(what.buffer, what.byteOffset, what.byteLength) };
  if (what instanceof URL) return fetched(what);
  if (typeof what !== 'string') throw new OpeningError('argument', say('only-text-a'), say('give-one-of-them'));
  return { name, bytes: encoder.encode(what) };
}

/** @param {URL} url @returns {Promise<Source>} */
async function fetched(url) {
  const name = decoded(url.pathname.split('/').pop() || url.host);
  /** @param {Promise<any>} answer */
  const reached = answer => answer.catch(() => {
    throw new OpeningError('fetch', say('could-not-be', url.host || name),
      say('save-the-file'));
  });
  const response = await reached(fetch(url, { credentials: 'omit' }));
  if (!response.ok)
    throw new OpeningError('http', say('answered-for', url.host || name, response.status, name), say('check-the-address'));
  return { name, bytes: new Uint8Array(await reached(response.arrayBuffer())), ...(/^https?:$/.test(url.protocol) ? { address: url.href } : {}) };
}

export class OpeningError extends Error {
  /** @param {string} code @param {string} message @param {string} remedy */
  constructor(code, message, remedy) {
    super(message);
    this.code = code;
    this.remedy = remedy;
  }
}

/** @param {(file: File, others: File[]) => void} open */
export function pick(open) {
  const input = h('input', { type: 'file', multiple: true, onchange: () => {
    const [file, ...others] = input.files ?? [];
    if (file) open(file, others.slice(0, mostOthers));
  } });
  input.click();
}

/**
 * Takes files and text dropped on or pasted into `target`.
 * @param {EventTarget} target @param {HTMLElement} root shows that it would take the drop
 * @param {(what: File | string, name: string, pasted: boolean, others: File[]) => void} open
 */
export function accept(target, root, open) {
  let depth = 0;
  const over = (/** @type {boolean} */ is) => { root.toggleAttribute('data-over', is); if (!is) depth = 0; };
  const wanted = (/** @type {DragEvent} */ event) =>
    [...event.dataTransfer?.types ?? []].some(type => type === 'Files' || type === 'text/plain') && !own(event);
  /** @type {Record<string, (event: any) => void>} */
  const handlers = {
    dragenter: event => { if (wanted(event)) { event.preventDefault(); depth++; over(true); } },
    dragover: event => { if (wanted(event)) { event.preventDefault(); event.dataTransfer.dropEffect = 'copy'; } },
    dragleave: () => { if (--depth <= 0) over(false); },
    drop: event => {
      over(false);
      if (!wanted(event)) return;
      event.preventDefault();
      take(event.dataTransfer, open, false);
    },
    paste: event => {
      const into = event.composedPath()[0];
      if (into instanceof HTMLElement && (into.matches('input,textarea,select') || into.isContentEditable)) return;
      if (take(event.clipboardData, open, true)) event.preventDefault();
    },
  };
  for (const [name, handler] of Object.entries(handlers)) target.addEventListener(name, handler);
  return () => { for (const [name, handler] of Object.entries(handlers)) target.removeEventListener(name, handler); };
}

let dragged = false;
addEventListener('dragstart', () => { dragged = true; }, true);
addEventListener('dragend', () => { dragged = false; }, true);
/** A selection dragged within the page is no transcript. @param {DragEvent} event */
const own = event => dragged && !event.dataTransfer?.files.length;

/** @param {DataTransfer | null} data @param {(what: File | string, name: string, pasted: boolean, others: File[]) => void} open @param {boolean} pasted */
function take(data, open, pasted) {
  const [file, ...others] = data?.files ?? [];
  if (file) {
    open(file, file.name, pasted, others.slice(0, mostOthers));
    return true;
  }
  const text = data?.getData('text/plain') ?? '';
  if (text.trim().length < 2) return false;
  open(text, '', pasted, []);
  return true;
}
