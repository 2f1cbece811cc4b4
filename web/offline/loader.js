// The one script that stands in an offline copy as such: it unpacks the program beside it. The copy's policy lets a script
// run by its hash alone, so nothing but that very program can.

const packed = document.getElementById('program')?.textContent ?? '';
const bytes = Uint8Array.from(atob(packed), sign => sign.charCodeAt(0));
const unpacked = new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw')));
const policy = /** @type {any} */ (globalThis).trustedTypes?.createPolicy('vis-a-vis', { createScript: (/** @type {string} */ text) => text });

unpacked.text().then(text => {
  const script = document.createElement('script');
  script.type = 'module';
  script.text = policy ? policy.createScript(text) : text;
  document.body.append(script);
}).catch(error => { console.error(error); }); // the words are there without it
