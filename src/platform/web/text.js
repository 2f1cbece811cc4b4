// Text for the canvas, measured and painted by the browser with Canvas2D. Part of the module's JavaScript.
// (Old Emscriptens copy library objects as text: plain functions and literals only.) Strings come as UTF-8 (pointer, length); heap views are taken again in each call, as memory may have grown.
mergeInto(LibraryManager.library, {
  $visavisText: {
    context: null, // one scratch canvas for all
    font: '',
    faces: ['', '600 ', 'italic '],
    decoder: null,
    string: function (at, length) {
      if (!visavisText.decoder) visavisText.decoder = new TextDecoder();
      return visavisText.decoder.decode(HEAPU8.subarray(at, at + length));
    },
    // Of its first letter; a label's direction is its own.
    direction: function (string) {
      const rightToLeft =
        /^[^A-Za-z\u00aa-\u02b8\u0370-\u058f\u0900-\u1fff\u2c00-\ud7ff]*[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;
      return rightToLeft.test(string) ? 'rtl' : 'ltr';
    },
    open: function (width, height) {
      let context = visavisText.context;
      if (!context) {
        let canvas = typeof OffscreenCanvas === 'function' ? new OffscreenCanvas(256, 64) : null;
        context = canvas && canvas.getContext('2d', { willReadFrequently: true });
        if (!context) {
          canvas = document.createElement('canvas');
          context = canvas.getContext('2d', { willReadFrequently: true });
        }
        visavisText.context = context;
      }
      const canvas = context.canvas;
      if (canvas.width < width || canvas.height < height) {
        canvas.width = Math.max(canvas.width, width);
        canvas.height = Math.max(canvas.height, height);
        visavisText.font = ''; // a resize resets the context
      }
      return context;
    },
    // The context set to a style: the family's own where it is valid CSS, else the browser's sans-serif.
    styled: function (family, familyLength, face, size, width, height) {
      const context = visavisText.open(width, height);
      const font = visavisText.faces[face] + size + 'px ' + visavisText.string(family, familyLength);
      if (visavisText.font !== font) {
        context.font = visavisText.faces[face] + size + 'px sans-serif';
        context.font = font;
        context.textBaseline = 'alphabetic';
        context.textAlign = 'left';
        visavisText.font = font;
      }
      return context;
    },
    paint: function (family, familyLength, face, size, text, length, width, height, x, y, ink) {
      const context = visavisText.styled(family, familyLength, face, size, width, height);
      const string = visavisText.string(text, length);
      context.direction = visavisText.direction(string);
      context.clearRect(0, 0, width, height);
      context.fillStyle = 'rgb(' + (ink & 255) + ',' + ((ink >> 8) & 255) + ',' + ((ink >> 16) & 255) + ')';
      context.fillText(string, x, y);
      return context;
    },
  },

  // Whether known pixels read back as they are.
  visavis_text_readable__deps: ['$visavisText'],
  visavis_text_readable: function () {
    const context = visavisText.open(16, 16);
    context.fillStyle = 'rgb(37,142,91)';
    context.fillRect(0, 0, 16, 16);
    const pixels = context.getImageData(0, 0, 16, 16).data;
    for (let i = 0; i < pixels.length; i += 4) {
      if (pixels[i] !== 37 || pixels[i + 1] !== 142 || pixels[i + 2] !== 91 || pixels[i + 3] !== 255) return 0;
    }
    return 1;
  },

  visavis_text_upload__deps: ['$visavisText', '$GL'],
  visavis_text_upload: function (family, familyLength, face, size, text, length, width, height, x, y, ink, texture, left, top) {
    const context = visavisText.paint(family, familyLength, face, size, text, length, width, height, x, y, ink);
    GLctx.bindTexture(GLctx.TEXTURE_2D, GL.textures[texture]);
    GLctx.texSubImage2D(GLctx.TEXTURE_2D, 0, left, top, width, height, GLctx.RGBA, GLctx.UNSIGNED_BYTE, context.canvas);
  },

  visavis_text_measure__deps: ['$visavisText'],
  visavis_text_measure: function (family, familyLength, face, size, text, length, out) {
    const context = visavisText.styled(family, familyLength, face, size, 1, 1);
    const string = visavisText.string(text, length);
    context.direction = visavisText.direction(string);
    const m = context.measureText(string);
    const known = (value, otherwise) => (value === undefined ? otherwise : value);
    HEAPF32.set(
      [
        m.width,
        m.actualBoundingBoxLeft,
        m.actualBoundingBoxRight,
        m.actualBoundingBoxAscent,
        m.actualBoundingBoxDescent,
        known(m.fontBoundingBoxAscent, size * 0.9),
        known(m.fontBoundingBoxDescent, size * 0.25),
      ],
      out >> 2,
    );
  },

  visavis_text_raster__deps: ['$visavisText'],
  visavis_text_raster: function (family, familyLength, face, size, text, length, width, height, x, y, ink, out) {
    const context = visavisText.paint(family, familyLength, face, size, text, length, width, height, x, y, ink);
    const r = ink & 255;
    const g = (ink >> 8) & 255;
    const b = (ink >> 16) & 255;
    const pixels = context.getImageData(0, 0, width, height).data;
    // Reading back rounds what is nearly transparent, so only clearly covered pixels tell whether there is colour.
    let coloured = 0;
    for (let i = 0; i < pixels.length && !coloured; i += 4) {
      if (pixels[i + 3] > 127) {
        const far = Math.abs(pixels[i] - r) + Math.abs(pixels[i + 1] - g) + Math.abs(pixels[i + 2] - b);
        coloured = far > 48 ? 1 : 0;
      }
    }
    if (!coloured) {
      for (let i = 0; i < pixels.length; i += 4) {
        pixels[i] = r;
        pixels[i + 1] = g;
        pixels[i + 2] = b;
      }
    }
    HEAPU8.set(pixels, out);
    return coloured;
  },
});
