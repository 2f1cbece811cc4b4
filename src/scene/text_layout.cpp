#include "scene/text_layout.h"

#include <cmath>

#include "base/numbers.h"
#include "base/text.h"
#include "base/unicode.h"

namespace visavis {
namespace {

// The next piece that may not be broken: a word, words with no-break spaces between them, or one Han
// character or kana, with the white space after it.
std::string_view next_piece(std::string_view words, std::size_t& at) {
  const std::size_t begin = at;
  bool first = true;
  while (at < words.size()) {
    std::size_t next = at;
    const char32_t c = next_code_point(words, next);
    if (is_space(c) && c != 0xA0) {
      at = next;
      while (at < words.size()) {
        next = at;
        if (!is_space(next_code_point(words, next))) break;
        at = next;
      }
      break;
    }
    if (!first && is_han_or_kana(c)) break;
    at = next;
    first = false;
  }
  return words.substr(begin, at - begin);
}

}  // namespace

std::vector<std::string> wrap_text(std::string_view words, const TextMeasure& measure, Face face,
                                   float size_px, float first_width, float width, std::size_t most) {
  std::vector<std::string> lines(1);
  words = trim(words);
  for (std::size_t at = 0; at < words.size();) {
    const std::size_t before = at;
    const std::string_view piece = next_piece(words, at);
    std::string& line = lines.back();
    std::string longer = line + std::string(piece);
    const float room = lines.size() == 1 ? first_width : width;
    if (measure.width(trim(longer), face, size_px) <= room ||
        (line.empty() && (lines.size() > 1 || first_width >= width))) {
      line = std::move(longer);
      continue;
    }
    if (lines.size() == most) {
      line += words.substr(before);
      break;
    }
    lines.emplace_back(piece);
  }
  for (std::string& line : lines) line = std::string(trim(line));
  return lines;
}

Colour contrast_on(Colour ground) {
  const auto linear = [](unsigned byte) {
    const double v = byte / 255.0;
    return v <= 0.04045 ? v / 12.92 : natural_exp(2.4 * natural_log((v + 0.055) / 1.055));
  };
  const double luminance = 0.2126 * linear(ground & 0xFF) + 0.7152 * linear(ground >> 8 & 0xFF) +
                           0.0722 * linear(ground >> 16 & 0xFF);
  return luminance > 0.179 ? rgba(20, 19, 18) : rgba(255, 255, 255);
}

}  // namespace visavis
