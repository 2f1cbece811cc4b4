// What the page gives to our modules by web/core/begun.js, painting.js and lettering.js: names alone, for the linker, which takes
// every other undefined symbol for a mistake.
mergeInto(LibraryManager.library, {
  visavis_decode: function () {},
  visavis_decoded: function () {},
  visavis_gl_current: function () {},
  visavis_text_measure: function () {},
  visavis_text_raster: function () {},
  visavis_text_readable: function () {},
  visavis_text_upload: function () {},
});
