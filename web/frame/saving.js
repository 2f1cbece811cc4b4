// Save: the transcript as shown, in each format that the core can write.

import { copyOf } from '../hosts/keeping.js';
import { item } from './menus.js';

/** @type {Record<string, [string, string]>} */
const kinds = { // the names that vav_write knows, in the order in which they are offered
  offline: ['Offline copy', 'html'], inspect: ['Vis-à-vis JSON', 'json'], webvtt: ['WebVTT subtitles', 'vtt'], srt: ['SubRip subtitles', 'srt'], csv: ['Table (CSV)', 'csv'],
  markdown: ['Markdown', 'md'], text: ['Plain text', 'txt'], html: ['Web page', 'html'],
};

/** @typedef {import('../element/viewer.js').Viewer} Viewer */

/** The transcript in a format, null where there is no way. @param {Viewer} viewer @param {string} format @returns {Promise<Uint8Array<ArrayBuffer> | null>} */
export async function exported(viewer, format) {
  const { core, transcript } = viewer;
  return await core?.exported(format === 'offline' ? await copyOf(viewer) : format)
    ?? (format === 'inspect' && transcript ? new TextEncoder().encode(JSON.stringify(transcript, null, 1)) : null);
}

/**
 * @param {Viewer} viewer @param {import('./menus.js').Menus} menus @param {import('../element/skeleton.js').Parts} parts
 * @param {(message: string, remedy: string) => void} notice
 */
export function saveMenu(viewer, menus, { save, toggleMore }, notice) {
  if (!viewer.transcript) return;
  const names = viewer.core && !viewer.core.dead ? Object.keys(kinds) : ['inspect'];
  const anchor = getComputedStyle(toggleMore).display === 'none' ? save : toggleMore;
  menus.toggle(anchor, 'Save as', names.map(name => item(kinds[name][0], async () => {
    menus.close();
    const bytes = await exported(viewer, name).catch(() => null);
    if (bytes) download(bytes, `${(viewer.source?.name ?? '').replace(/\.[^.]*$/, '') || 'interview'}.${kinds[name][1]}`);
    else notice('This could not be saved in that format.', 'Try another one.');
  })));
}

/** @param {Uint8Array<ArrayBuffer>} bytes @param {string} name */
function download(bytes, name) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([bytes]));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
