// An offline copy behind a passphrase: the program, and beside it what a locked link holds (locked.js). Of the words, the
// title and the file's name nothing stands in it in the clear; without JavaScript it says what it is.

import { assets } from '../core/assets.js';
import { parse } from './links.js';
import { sealedPage } from './locked.js';
import { fragmentFor } from './sending.js';

/** What it is called: the transcript's name may say whose it is. */
export const sealedName = 'locked-transcript.html';

/** @param {import('./sending.js').Sender} sender @param {import('./sending.js').Sending} how with a passphrase @returns {Promise<string>} */
export async function sealedCopy(sender, how) {
  const sealed = parse(await fragmentFor(sender, how)).get('doc');
  return sealedPage(await assets.template(), sealed ?? '');
}
