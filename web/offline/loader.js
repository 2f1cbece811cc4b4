// The one script that stands in an offline copy as such: it unpacks the program beside it. The copy's policy lets a script
// run by its hash alone, so nothing but that very program can.

import { unpacked } from './unpacked.js';

const policy = /** @type {any} */ (globalThis).trustedTypes?.createPolicy('vis-a-vis', { createScript: (/** @type {string} */ text) => text });

try {
  const text = new TextDecoder().decode(unpacked(document.getElementById('program')?.textContent ?? ''));
  const script = document.createElement('script');
  script.type = 'module';
  script.text = policy ? policy.createScript(text) : text;
  document.body.append(script);
} catch (error) { console.error(error); } // the words are there without it
