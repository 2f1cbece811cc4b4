// An SVG that was made, as a file: its text, or what it looks like as PNG.

/** Pixels of a PNG for each of CSS. */
export const ratio = 2;
const encoder = new TextEncoder();

/** What XML cannot hold is left out (XML 1.0, section 2.2). @param {string} text */
// eslint-disable-next-line no-control-regex -- those are what is left out
export const xml = text => text.replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|\p{Cs}/gu, '');

/**
 * @param {{ picture: Element, width: number, height: number }} made @param {string} kind `svg` or `png`
 * @returns {Promise<Uint8Array<ArrayBuffer>>}
 */
export async function pictureFile({ picture, width, height }, kind) {
  const text = new XMLSerializer().serializeToString(picture);
  if (kind === 'svg') return /** @type {Uint8Array<ArrayBuffer>} */ (encoder.encode(`<?xml version="1.0" encoding="UTF-8"?>\n${text}\n`));
  const image = new Image(), address = URL.createObjectURL(new Blob([text], { type: 'image/svg+xml' }));
  try {
    image.src = address;
    await image.decode();
    const canvas = Object.assign(document.createElement('canvas'), { width: width * ratio, height: height * ratio });
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise(done => canvas.toBlob(done, 'image/png'));
    return new Uint8Array(await /** @type {Blob} */ (blob).arrayBuffer());
  } finally {
    URL.revokeObjectURL(address);
  }
}
