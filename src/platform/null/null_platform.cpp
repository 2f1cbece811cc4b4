// Text by rule: every character is 0.55 em wide, Han, kana and emoji 1 em, marks nothing. Letters are boxes.
#include <algorithm>
#include <cmath>
#include <cstddef>

#include "base/text.h"
#include "base/unicode.h"
#include "platform/platform.h"

namespace visavis {
namespace {

bool is_mark(char32_t c) noexcept {
  return c < 0x20 || (c >= 0x300 && c < 0x370) || (c >= 0x200B && c <= 0x200F) ||
         (c >= 0xFE00 && c <= 0xFE0F);
}
bool is_emoji(char32_t c) noexcept { return c >= 0x1F000 && c < 0x20000; }

class NullPlatform final : public Platform {
 public:
  bool make_current(int gl_handle) override { return gl_handle != 0; }

  TextExtent measure(const TextStyle& style, std::string_view text) override {
    float advance = 0;
    for (std::size_t at = 0; at < text.size();) {
      const char32_t c = next_code_point(text, at);
      if (is_mark(c)) continue;
      const float em = is_han_or_kana(c) || is_emoji(c) ? 1.f : style.face == Face::strong ? 0.6f : 0.55f;
      advance += em * style.size_px;
    }
    TextExtent extent;
    extent.advance = advance;
    const bool blank = text.find_first_not_of(" \t\n") == std::string_view::npos;
    if (!blank) {
      extent.right = advance;
      extent.ascent = 0.7f * style.size_px;
    }
    extent.font_ascent = 0.8f * style.size_px;
    extent.font_descent = 0.2f * style.size_px;
    return extent;
  }

  bool raster(const TextStyle&, std::string_view text, const TextBox& box, Colour ink,
              std::uint8_t* rgba) override {
    const std::size_t pixels = static_cast<std::size_t>(box.width) * static_cast<std::size_t>(box.height);
    for (std::size_t i = 0; i < pixels; ++i) {
      rgba[4 * i] = static_cast<std::uint8_t>(ink);
      rgba[4 * i + 1] = static_cast<std::uint8_t>(ink >> 8);
      rgba[4 * i + 2] = static_cast<std::uint8_t>(ink >> 16);
      rgba[4 * i + 3] = 255;
    }
    for (std::size_t at = 0; at < text.size();)
      if (is_emoji(next_code_point(text, at))) return true;
    return false;
  }

  bool can_read_back() override { return true; }
  void upload(const TextStyle&, std::string_view, const TextBox&, Colour, std::uint32_t, std::int32_t,
              std::int32_t) override {}
};

}  // namespace

std::unique_ptr<Platform> make_platform() { return std::make_unique<NullPlatform>(); }

}  // namespace visavis
