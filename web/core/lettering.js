// Text for the canvas, measured and painted by the browser with Canvas2D: what src/platform/web asks for. Strings come as
// UTF-8 (pointer, length).

/** @typedef {() => import('./begun.js').Memory} Seen */
/** @typedef {CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D} Scratch */

const faces = ['', '600 ', 'italic '];
/** Whether its first letter is of a script from right to left: a label's direction is its own. @param {string} text */
export const isLeftward = text => /^\P{L}*[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Samaritan}\p{Script=Mandaic}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u.test(text);

/** @type {Scratch | null} one for all */ let scratch = null;
/** As it was asked for: a context says a font in words of its own. */ let fontSet = '';

/** @param {number} width @param {number} height what it must hold @returns {Scratch} */
function scratchOf(width, height) {
  scratch ??= /** @type {Scratch} */ ((typeof OffscreenCanvas === 'function' ? new OffscreenCanvas(256, 64).getContext('2d', { willReadFrequently: true }) : null)
    ?? document.createElement('canvas').getContext('2d', { willReadFrequently: true }));
  const { canvas } = scratch;
  if (canvas.width < width || canvas.height < height) {
    canvas.width = Math.max(canvas.width, width);
    canvas.height = Math.max(canvas.height, height);
    fontSet = ''; // a resize sets the context back
  }
  return scratch;
}

/** The family's own font where it is valid CSS, else the browser's. @param {string} family @param {number} face @param {number} size @param {number} width @param {number} height */
function styled(family, face, size, width, height) {
  const context = scratchOf(width, height);
  const font = `${faces[face]}${size}px ${family}`;
  if (fontSet !== font) {
    context.font = `${faces[face]}${size}px sans-serif`;
    context.font = font;
    context.textBaseline = 'alphabetic';
    context.textAlign = 'left';
    fontSet = font;
  }
  return context;
}

/** @param {Scratch} context @param {string} text */
const turned = (context, text) => { context.direction = isLeftward(text) ? 'rtl' : 'ltr'; };

/** @param {number} ink @returns {[number, number, number]} */
const channels = ink => [ink & 255, ink >> 8 & 255, ink >> 16 & 255];

/**
 * The family, a face, a size, a text and the box it is painted into, as C++ hands them over.
 * @param {import('./begun.js').Memory} memory @param {number[]} given
 */
function paint(memory, [family, familyLength, face, size, text, length, width, height, x, y, ink]) {
  const context = styled(memory.text(family, familyLength), face, size, width, height);
  const words = memory.text(text, length);
  turned(context, words);
  context.clearRect(0, 0, width, height);
  context.fillStyle = `rgb(${channels(ink)})`;
  context.fillText(words, x, y);
  return context;
}

/** Whether known pixels read back as they are: some browsers blur them on purpose. */
function readable() {
  const context = scratchOf(16, 16);
  context.fillStyle = 'rgb(37,142,91)';
  context.fillRect(0, 0, 16, 16);
  const known = [37, 142, 91, 255];
  return Number(context.getImageData(0, 0, 16, 16).data.every((value, at) => value === known[at & 3]));
}

/** @param {() => import('./begun.js').Memory} memory @returns {import('./begun.js').Functions} */
export const lettering = memory => ({
  visavis_text_readable: readable,

  /** TextExtent of src/platform/platform.h goes to `out`. */
  visavis_text_measure(family, familyLength, face, size, text, length, out) {
    const context = styled(memory().text(family, familyLength), face, size, 1, 1);
    const words = memory().text(text, length);
    turned(context, words);
    const m = context.measureText(words);
    memory().floats.set([m.width, m.actualBoundingBoxLeft, m.actualBoundingBoxRight, m.actualBoundingBoxAscent, m.actualBoundingBoxDescent,
      m.fontBoundingBoxAscent ?? size * 0.9, m.fontBoundingBoxDescent ?? size * 0.25], out >> 2);
  },

  /** Pixels go to `out`; answers whether the glyphs have colours of their own. */
  visavis_text_raster(...given) {
    const [width, height] = given.slice(6), ink = channels(given[10]), out = given[11];
    const pixels = paint(memory(), given).getImageData(0, 0, width, height).data;
    // Reading back rounds what is nearly transparent, so only clearly covered pixels tell whether there is colour.
    let coloured = 0;
    for (let i = 0; i < pixels.length && !coloured; i += 4) {
      if (pixels[i + 3] > 127 && ink.reduce((far, value, at) => far + Math.abs(pixels[i + at] - value), 0) > 48) coloured = 1;
    }
    if (!coloured) for (let i = 0; i < pixels.length; i += 4) pixels.set(ink, i);
    memory().bytes.set(pixels, out);
    return coloured;
  },
});

/** @param {() => import('./begun.js').Memory} memory @param {number[]} given @returns {TexImageSource} */
export const painted = (memory, given) => /** @type {any} */ (paint(memory(), given).canvas);
