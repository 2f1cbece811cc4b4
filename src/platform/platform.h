// What the app needs from its surroundings: text turned into pixels, and a current GL context. platform/web
// asks the browser, platform/null answers by rule so that the real panels run headless.
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>

#include "scene/draw.h"

namespace visavis {

struct TextStyle {
  std::string_view family;  // a CSS font-family list
  Face face = Face::regular;
  float size_px = 13;  // device pixels
};

// Device pixels, as in Canvas2D's TextMetrics: `left` and `ascent` run left and up from where the text starts
// on its baseline, `right` and `descent` right and down.
struct TextExtent {
  float advance = 0;
  float left = 0, right = 0, ascent = 0, descent = 0;  // of the ink
  float font_ascent = 0, font_descent = 0;             // of any line in this style
};

// A picture of text: `width` by `height` device pixels, the text's start on its baseline at (origin_x,
// origin_y).
struct TextBox {
  std::int32_t width = 0, height = 0, origin_x = 0, origin_y = 0;
};

class Platform {
 public:
  virtual ~Platform() = default;

  // Makes the GL context of this handle (GL.registerContext) current; false when it is gone.
  virtual bool make_current(int gl_handle) = 0;

  // The text as one run: shaped, kerned and ordered as the browser would. Its direction is its own.
  virtual TextExtent measure(const TextStyle& style, std::string_view text) = 0;

  // Paints the run with this ink into `rgba`, box.width * box.height * 4 bytes, alpha not premultiplied. True
  // where it holds colours of its own (emoji). The colour of what is plain is `ink` everywhere, also where
  // alpha is 0.
  virtual bool raster(const TextStyle& style, std::string_view text, const TextBox& box, Colour ink,
                      std::uint8_t* rgba) = 0;

  // False where the browser falsifies what is read back from a canvas, as privacy modes do. Text then goes
  // into a texture of the current GL context by upload(), without ever being read.
  virtual bool can_read_back() = 0;
  virtual void upload(const TextStyle& style, std::string_view text, const TextBox& box, Colour ink,
                      std::uint32_t gl_texture, std::int32_t x, std::int32_t y) = 0;
};

// The most device pixels that a TextBox may have a side.
constexpr std::int32_t kMaxTextBox = 4096;

std::unique_ptr<Platform> make_platform();

}  // namespace visavis
