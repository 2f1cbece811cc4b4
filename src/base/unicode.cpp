#include "base/unicode.h"

#include <algorithm>
#include <cstdint>
#include <iterator>

namespace visavis {
namespace {

struct CodePointRange {
  std::uint32_t first, last;
};
struct FoldRun {
  std::uint32_t first, last;
  std::int32_t delta;
  std::uint32_t step;
};
struct BaseLetter {
  std::uint32_t from, to;
};

#include "base/unicode_tables.inc"

// The last row whose key is <= c, or null.
template <class Row, std::size_t N>
const Row* row_at_or_before(const Row (&table)[N], std::uint32_t c, std::uint32_t Row::*key) {
  const Row* after =
      std::upper_bound(std::begin(table), std::end(table), c,
                       [key](std::uint32_t value, const Row& row) { return value < row.*key; });
  return after == std::begin(table) ? nullptr : after - 1;
}

}  // namespace

bool is_word_character(char32_t c) noexcept {
  if (c < 0x80) return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
  const CodePointRange* row = row_at_or_before(kWordRanges, c, &CodePointRange::first);
  return row && c <= row->last;
}

bool is_space(char32_t c) noexcept {
  if (c <= 0x20) return c == ' ' || (c >= 0x09 && c <= 0x0D);
  return c == 0x85 || c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x2028 ||
         c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000 || c == 0xFEFF;
}

char32_t fold_case(char32_t c) noexcept {
  if (c < 0x80) return c >= 'A' && c <= 'Z' ? c + 0x20 : c;
  const FoldRun* row = row_at_or_before(kFoldRuns, c, &FoldRun::first);
  if (!row || c > row->last || (c - row->first) % row->step != 0) return c;
  return static_cast<char32_t>(static_cast<std::int32_t>(c) + row->delta);
}

char32_t fold_for_search(char32_t c) noexcept {
  if (c < 0x80) return fold_case(c);
  const BaseLetter* row = row_at_or_before(kBaseLetters, c, &BaseLetter::from);
  return row && row->from == c ? static_cast<char32_t>(row->to) : fold_case(c);
}

bool is_han_or_kana(char32_t c) noexcept {
  return (c >= 0x3041 && c <= 0x3096) || (c >= 0x30A1 && c <= 0x30FA) || (c >= 0x31F0 && c <= 0x31FF) ||
         (c >= 0x3400 && c <= 0x4DBF) || (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF) ||
         (c >= 0xFF66 && c <= 0xFF9D) || (c >= 0x20000 && c <= 0x323AF) || c == 0x3005 || c == 0x3007;
}

bool is_unspaced_script(char32_t c) noexcept {
  return (c >= 0x0E00 && c <= 0x0EFF) || (c >= 0x1000 && c <= 0x109F) || (c >= 0x1780 && c <= 0x17FF);
}

bool is_question_mark(char32_t c) noexcept {
  switch (c) {
    case '?':
    case 0x037E:  // Greek
    case 0x055E:  // Armenian
    case 0x061F:  // Arabic
    case 0x1367:  // Ethiopic
    case 0x203D:  // interrobang
    case 0x2047:  // ??
    case 0x2048:  // ?!
    case 0x2049:  // !?
    case 0x2CFA:  // Coptic
    case 0x2E2E:  // reversed
    case 0xA60F:  // Vai
    case 0xA6F7:  // Bamum
    case 0xFE56:  // small
    case 0xFF1F:
      return true;  // full-width
    default:
      return false;
  }
}

}  // namespace visavis
