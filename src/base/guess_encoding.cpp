#include "base/guess_encoding.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "base/letter_pairs.h"
#include "base/text.h"

namespace visavis {
namespace {

using Byte = unsigned char;

bool is_ascii_letter(Byte c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; }

// One step of a multi-byte encoding: how many bytes a character takes, 0 where the bytes are none, and
// whether it is one that running text is full of.
struct Step {
  std::size_t length = 0;
  bool common = false;
  bool kana = false;
};

bool within(Byte c, Byte low, Byte high) { return c >= low && c <= high; }

// JIS X 0208 as Shift_JIS: rows 4 and 5 are kana, rows 16 to 47 the kanji in daily use, row 1 punctuation.
Step step_shift_jis(std::string_view s, std::size_t i) {
  const Byte lead = static_cast<Byte>(s[i]);
  if (within(lead, 0xA1, 0xDF)) return {1, false, false};
  if (!within(lead, 0x81, 0x9F) && !within(lead, 0xE0, 0xFC)) return {};
  if (i + 1 >= s.size()) return {};
  const Byte trail = static_cast<Byte>(s[i + 1]);
  if (!within(trail, 0x40, 0xFC) || trail == 0x7F) return {};
  const bool kana = (lead == 0x82 && within(trail, 0x9F, 0xF1)) || (lead == 0x83 && trail <= 0x96);
  return {2, kana || within(lead, 0x88, 0x97) || (lead == 0x81 && trail <= 0x80) || lead == 0x82, kana};
}

Step step_euc_jp(std::string_view s, std::size_t i) {
  const Byte lead = static_cast<Byte>(s[i]);
  const std::size_t length = lead == 0x8F ? 3 : 2;
  if (i + length > s.size() || (!within(lead, 0xA1, 0xFE) && lead != 0x8E && lead != 0x8F)) return {};
  for (std::size_t k = 1; k < length; ++k)
    if (!within(static_cast<Byte>(s[i + k]), 0xA1, 0xFE)) return {};
  const bool kana = lead == 0xA4 || lead == 0xA5;
  return {length, kana || lead == 0xA1 || lead == 0xA3 || within(lead, 0xB0, 0xCF), kana};
}

// GB 2312 inside GB 18030: rows 16 to 55 are the characters in daily use, rows 1 and 3 punctuation.
Step step_gb18030(std::string_view s, std::size_t i) {
  const Byte lead = static_cast<Byte>(s[i]);
  if (!within(lead, 0x81, 0xFE) || i + 1 >= s.size()) return {};
  const Byte trail = static_cast<Byte>(s[i + 1]);
  if (within(trail, 0x30, 0x39)) {
    const bool four = i + 3 < s.size() && within(static_cast<Byte>(s[i + 2]), 0x81, 0xFE) &&
                      within(static_cast<Byte>(s[i + 3]), 0x30, 0x39);
    return {four ? 4u : 0u, false, false};
  }
  if (!within(trail, 0x40, 0xFE) || trail == 0x7F) return {};
  return {2, trail >= 0xA1 && (within(lead, 0xB0, 0xD7) || lead == 0xA1 || lead == 0xA3), false};
}

// Big5: A4 to C6 hold the characters in daily use, A1 the punctuation.
Step step_big5(std::string_view s, std::size_t i) {
  const Byte lead = static_cast<Byte>(s[i]);
  if (!within(lead, 0x81, 0xFE) || i + 1 >= s.size()) return {};
  const Byte trail = static_cast<Byte>(s[i + 1]);
  if (!within(trail, 0x40, 0x7E) && !within(trail, 0xA1, 0xFE)) return {};
  return {2, within(lead, 0xA4, 0xC6) || lead == 0xA1, false};
}

// KS X 1001: rows 16 to 40 are Hangul. The extension of windows-949 has trails below A1.
Step step_euc_kr(std::string_view s, std::size_t i) {
  const Byte lead = static_cast<Byte>(s[i]);
  if (!within(lead, 0x81, 0xFE) || i + 1 >= s.size()) return {};
  const Byte trail = static_cast<Byte>(s[i + 1]);
  if (!is_ascii_letter(trail) && !within(trail, 0x81, 0xFE)) return {};
  return {2, trail >= 0xA1 && (within(lead, 0xB0, 0xC8) || lead == 0xA1), false};
}

// How well the text is one of the encoding, 0 to 1. In running text few sequences are ill-formed and
// characters stand next to one another; an accented letter of a single-byte encoding stands alone.
double multi_byte_score(std::string_view s, Step (*step)(std::string_view, std::size_t), bool needs_kana) {
  std::size_t characters = 0, common = 0, kana = 0, errors = 0, beside = 0;
  bool last_was_wide = false;
  for (std::size_t i = 0; i < s.size();) {
    if (static_cast<Byte>(s[i]) < 0x80) {
      last_was_wide = false;
      ++i;
      continue;
    }
    const Step here = step(s, i);
    if (here.length == 0) {
      ++errors;
      last_was_wide = false;
      ++i;
      continue;
    }
    ++characters;
    common += here.common;
    kana += here.kana;
    beside += last_was_wide;
    last_was_wide = true;
    i += here.length;
  }
  if (characters == 0 || errors * 50 > characters + 49 || beside * 2 < characters) return 0;
  if (needs_kana && kana * 8 < characters) return 0;
  return static_cast<double>(common) / static_cast<double>(characters + 4 * errors);
}

// Western text: letters with accents among letters without, quotation marks and dashes; never three such
// letters in a row.
double western_score(std::string_view s) {
  std::size_t high = 0, plausible = 0, run = 0;
  for (std::size_t i = 0; i < s.size(); ++i) {
    const Byte c = static_cast<Byte>(s[i]);
    if (c < 0x80) {
      run = 0;
      continue;
    }
    ++high;
    if (c < 0xC0) {
      run = 0;
      plausible += c != 0x81 && c != 0x8D && c != 0x8F && c != 0x90 && c != 0x9D;
      continue;
    }
    ++run;
    const bool beside_letter = (i > 0 && is_ascii_letter(static_cast<Byte>(s[i - 1]))) ||
                               (i + 1 < s.size() && is_ascii_letter(static_cast<Byte>(s[i + 1])));
    const bool lone_word = run == 1 && (c == 0xE0 || c == 0xC0 || c == 0xE9 || c == 0xF3 || c == 0xC9);
    plausible += run < 3 && (beside_letter || lone_word);
  }
  return high ? static_cast<double>(plausible) / static_cast<double>(high) : 1;
}

struct Label {
  std::string_view label, name;
};

constexpr Label kLabels[] = {
    {"utf-8", "utf-8"},
    {"utf8", "utf-8"},
    {"unicode-1-1-utf-8", "utf-8"},
    {"utf-16", "utf-16le"},
    {"utf-16le", "utf-16le"},
    {"ucs-2", "utf-16le"},
    {"unicode", "utf-16le"},
    {"utf-16be", "utf-16be"},
    {"windows-1252", "windows-1252"},
    {"cp1252", "windows-1252"},
    {"iso-8859-1", "windows-1252"},
    {"iso8859-1", "windows-1252"},
    {"iso_8859-1", "windows-1252"},
    {"latin1", "windows-1252"},
    {"latin-1", "windows-1252"},
    {"l1", "windows-1252"},
    {"ascii", "windows-1252"},
    {"us-ascii", "windows-1252"},
    {"windows-1251", "windows-1251"},
    {"cp1251", "windows-1251"},
    {"koi8-r", "koi8-r"},
    {"koi8", "koi8-r"},
    {"koi8_r", "koi8-r"},
    {"windows-1255", "windows-1255"},
    {"cp1255", "windows-1255"},
    {"windows-1256", "windows-1256"},
    {"cp1256", "windows-1256"},
    {"macintosh", "macintosh"},
    {"mac", "macintosh"},
    {"x-mac-roman", "macintosh"},
    {"x-mac-cyrillic", "x-mac-cyrillic"},
    {"shift_jis", "shift_jis"},
    {"shift-jis", "shift_jis"},
    {"sjis", "shift_jis"},
    {"x-sjis", "shift_jis"},
    {"windows-31j", "shift_jis"},
    {"ms932", "shift_jis"},
    {"cp932", "shift_jis"},
    {"euc-jp", "euc-jp"},
    {"x-euc-jp", "euc-jp"},
    {"gb18030", "gb18030"},
    {"gbk", "gb18030"},
    {"gb2312", "gb18030"},
    {"x-gbk", "gb18030"},
    {"big5", "big5"},
    {"big5-hkscs", "big5"},
    {"cn-big5", "big5"},
    {"euc-kr", "euc-kr"},
    {"ks_c_5601-1987", "euc-kr"},
    {"korean", "euc-kr"},
    {"windows-949", "euc-kr"},
};

}  // namespace

std::string_view guess_legacy_encoding(std::string_view bytes) noexcept {
  constexpr std::size_t kMostSample = 1u << 20;
  std::size_t first = 0;
  while (first < bytes.size() && static_cast<Byte>(bytes[first]) < 0x80) ++first;
  while (first > 0 && bytes[first - 1] != '\n' && bytes[first - 1] != '\r') --first;
  const std::string_view sample = bytes.substr(first, kMostSample);

  std::string_view best = "windows-1252";
  double best_score = std::max(0.5, western_score(sample));
  const auto offer = [&](std::string_view name, double score) {
    if (score > best_score) best = name, best_score = score;
  };
  // Ill-formed sequences tell the multi-byte encodings from all others, so they go first.
  offer("shift_jis", multi_byte_score(sample, step_shift_jis, true));
  offer("euc-jp", multi_byte_score(sample, step_euc_jp, true));
  offer("euc-kr", multi_byte_score(sample, step_euc_kr, false));
  offer("big5", multi_byte_score(sample, step_big5, false));
  offer("gb18030", multi_byte_score(sample, step_gb18030, false));
  if (best != "windows-1252") return best;

  return guess_single_byte_encoding(sample);
}

std::string_view encoding_of_label(std::string_view label) noexcept {
  label = trim(label);
  for (const Label& known : kLabels)
    if (equals_ignoring_ascii_case(label, known.label)) return known.name;
  return {};
}

}  // namespace visavis
