#include "ui/shaping.h"

#include <algorithm>
#include <iterator>

#include "base/text.h"

namespace visavis {
namespace {

struct Range {
  char32_t first, last;
};

template <std::size_t N>
bool within(const Range (&ranges)[N], char32_t c) noexcept {
  const Range* found =
      std::upper_bound(ranges, ranges + N, c, [](char32_t v, const Range& r) { return v < r.first; });
  return found != ranges && c <= std::prev(found)->last;
}

// Blocks of Unicode 15 whose characters join, reorder, stack or run from right to left.
constexpr Range kShaped[] = {
    {0x0300, 0x036F},                       // combining diacritical marks
    {0x0483, 0x0489},                       // Cyrillic ones
    {0x0590, 0x08FF},                       // Hebrew, Arabic, Syriac, Thaana, NKo, Samaritan, Mandaic
    {0x0900, 0x0FFF},                       // Indic, Thai, Lao, Tibetan
    {0x1000, 0x109F},    {0x1100, 0x11FF},  // Burmese, Hangul jamo
    {0x135D, 0x135F},    {0x1700, 0x18AF},  // Ethiopic marks, Philippine, Khmer, Mongolian
    {0x1900, 0x1CFF},                       // Limbu to Vedic
    {0x1DC0, 0x1DFF},    {0x200C, 0x200F},  // marks, joiners and direction marks
    {0x202A, 0x202E},    {0x2060, 0x2069},  // embeddings and isolates
    {0x20D0, 0x20FF},    {0x302A, 0x302F},  // marks for symbols, tone marks
    {0x3099, 0x309A},    {0xA66F, 0xA67D},  // kana voicing, Cyrillic marks
    {0xA800, 0xABFF},    {0xD7B0, 0xD7FF},  // Syloti Nagri to Meetei Mayek, Hangul jamo
    {0xFB1D, 0xFDFF},    {0xFE00, 0xFE0F},  // presentation forms, variation selectors
    {0xFE20, 0xFE2F},    {0xFE70, 0xFEFE},  // half marks, Arabic forms
    {0x10000, 0x10FFFF},                    // emoji, historic scripts, rare Han
};

// Marks that stay with what is before them (Grapheme_Extend and SpacingMark of UAX #29), Indic ones apart.
constexpr Range kExtending[] = {
    {0x0300, 0x036F}, {0x0483, 0x0489},   {0x0591, 0x05BD},   {0x05BF, 0x05BF}, {0x05C1, 0x05C2},
    {0x05C4, 0x05C5}, {0x05C7, 0x05C7},   {0x0610, 0x061A},   {0x064B, 0x065F}, {0x0670, 0x0670},
    {0x06D6, 0x06DC}, {0x06DF, 0x06E4},   {0x06E7, 0x06E8},   {0x06EA, 0x06ED}, {0x0711, 0x0711},
    {0x0730, 0x074A}, {0x07A6, 0x07B0},   {0x07EB, 0x07F3},   {0x0816, 0x082D}, {0x0859, 0x085B},
    {0x0898, 0x089F}, {0x08CA, 0x08FF},   {0x0E31, 0x0E31},   {0x0E33, 0x0E3A}, {0x0E47, 0x0E4E},
    {0x0EB1, 0x0EB1}, {0x0EB3, 0x0EBC},   {0x0EC8, 0x0ECE},   {0x0F18, 0x0F19}, {0x0F35, 0x0F39},
    {0x0F71, 0x0F84}, {0x0F8D, 0x0FBC},   {0x102B, 0x103E},   {0x1056, 0x1059}, {0x1160, 0x11FF},
    {0x135D, 0x135F}, {0x17B4, 0x17D3},   {0x180B, 0x180F},   {0x1A55, 0x1A7F}, {0x1B34, 0x1B44},
    {0x1DC0, 0x1DFF}, {0x200C, 0x200D},   {0x20D0, 0x20FF},   {0x302A, 0x302F}, {0x3099, 0x309A},
    {0xA66F, 0xA67D}, {0xA980, 0xA983},   {0xA9B3, 0xA9C0},   {0xD7B0, 0xD7FF}, {0xFE00, 0xFE0F},
    {0xFE20, 0xFE2F}, {0x1F3FB, 0x1F3FF}, {0xE0020, 0xE01EF},
};

// The blocks from Devanagari to Sinhala share one layout of 128 code points.
bool is_indic(char32_t c) noexcept { return c >= 0x0900 && c <= 0x0DFF; }
bool is_indic_mark(char32_t c) noexcept {
  const char32_t place = c & 0x7F;
  return is_indic(c) &&
         (place <= 0x03 || place == 0x3C || (place >= 0x3E && place <= 0x4D) ||
          (place >= 0x51 && place <= 0x57) || place == 0x62 || place == 0x63 || (c >= 0x0DCA && c <= 0x0DDF));
}
bool is_virama(char32_t c) noexcept {
  return (is_indic(c) && (c & 0x7F) == 0x4D) || c == 0x0DCA || c == 0x17D2 || c == 0x1039;
}
bool is_regional(char32_t c) noexcept { return c >= 0x1F1E6 && c <= 0x1F1FF; }

bool may_cut(std::string_view text, std::size_t at) noexcept {
  std::size_t after = at, before = at;
  const char32_t next = next_code_point(text, after);
  const char32_t last = previous_code_point(text, before);
  if (within(kExtending, next) || is_indic_mark(next) || last == 0x200D || is_virama(last)) return false;
  if (is_regional(next) && is_regional(last)) {
    std::size_t flags = 0;  // letters pair up from the first of their row
    for (std::size_t i = at; i > 0 && is_regional(previous_code_point(text, i));) ++flags;
    return flags % 2 == 0;
  }
  return true;
}

}  // namespace

bool needs_shaping(std::string_view text) noexcept {
  for (std::size_t at = 0; at < text.size();) {
    if (static_cast<unsigned char>(text[at]) < 0xCC) {  // below U+0300: one or two bytes, never shaped
      ++at;
      continue;
    }
    if (within(kShaped, next_code_point(text, at))) return true;
  }
  return false;
}

std::size_t previous_cut(std::string_view text, std::size_t at) noexcept {
  if (at > text.size()) return text.size();
  while (at > 0) {
    previous_code_point(text, at);
    if (at == 0 || may_cut(text, at)) break;
  }
  return at;
}

}  // namespace visavis
