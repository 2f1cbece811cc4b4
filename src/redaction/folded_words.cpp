#include "redaction/folded_words.h"

#include "base/unicode.h"

namespace visavis {
namespace {

// Marks that a decomposed letter carries (Mn of Latin, Greek, Cyrillic, Hebrew, Arabic, kana), and signs that
// are not seen: soft hyphen, joiners, directions, variation selectors, tatweel.
bool is_unseen(char32_t c) noexcept {
  if (c < 0xAD) return false;
  return c == 0xAD || (c >= 0x300 && c <= 0x36F) || (c >= 0x591 && c <= 0x5BD) || c == 0x640 ||
         (c >= 0x64B && c <= 0x652) || c == 0x670 || (c >= 0x1AB0 && c <= 0x1AFF) ||
         (c >= 0x1DC0 && c <= 0x1DFF) || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2060 && c <= 0x2069) || (c >= 0x20D0 && c <= 0x20FF) || c == 0x3099 || c == 0x309A ||
         (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xFE20 && c <= 0xFE2F) || c == 0xFEFF;
}

// Compatibility forms as plain letters: full width, mathematical alphabets (their letters stand in runs of
// 26).
char32_t plain(char32_t c) noexcept {
  if (c >= 0xFF01 && c <= 0xFF5E) return c - 0xFEE0;
  if (c >= 0x1D400 && c <= 0x1D6A3) return U'a' + (c - 0x1D400) % 26;
  if (c >= 0x24B6 && c <= 0x24E9) return U'a' + (c - 0x24B6) % 26;  // circled
  return c;
}

// What one sign stands for as several letters; null where it is one.
const char* letters_of(char32_t c) noexcept {
  switch (c) {
    case 0xDF:
    case 0x1E9E:
      return "ss";
    case 0xC6:
    case 0xE6:
      return "ae";
    case 0x152:
    case 0x153:
      return "oe";
    case 0xFB00:
      return "ff";
    case 0xFB01:
      return "fi";
    case 0xFB02:
      return "fl";
    case 0xFB03:
      return "ffi";
    case 0xFB04:
      return "ffl";
    case 0xFB05:
    case 0xFB06:
      return "st";
    default:
      return nullptr;
  }
}

// Conjoining jamo as they compose a syllable (Unicode 15, section 3.12).
constexpr char32_t kLeads = 0x1100, kVowels = 0x1161, kTails = 0x11A7, kSyllables = 0xAC00;

bool is_hangul(char32_t c) noexcept {
  return (c >= kSyllables && c <= 0xD7A3) || (c >= 0x1100 && c <= 0x11FF);
}

bool stands_alone(char32_t c) noexcept { return is_han_or_kana(c) || is_unspaced_script(c) || is_hangul(c); }

// The syllable that begins with this jamo; moves `at` past it.
char32_t composed(char32_t c, std::string_view text, std::size_t& at) noexcept {
  if (c < kLeads || c > kLeads + 18) return c;
  std::size_t next = at;
  const char32_t vowel = next_code_point(text, next);
  if (vowel < kVowels || vowel > kVowels + 20) return c;
  at = next;
  const char32_t tail = at < text.size() ? next_code_point(text, next) : 0;
  const bool has_tail = tail > kTails && tail <= kTails + 27;
  if (has_tail) at = next;
  return kSyllables + ((c - kLeads) * 21 + (vowel - kVowels)) * 28 + (has_tail ? tail - kTails : 0);
}

}  // namespace

bool FoldedWords::next(FoldedWord& word) {
  word.key.clear();
  bool upper = false, lower = false;
  while (at_ < text_.size()) {
    const std::size_t from = at_;
    std::size_t after = from;
    char32_t c = next_code_point(text_, after);
    if (is_unseen(c)) {  // at the start of a word it is none of it
      at_ = after;
      if (!word.key.empty()) word.place.end = static_cast<std::uint32_t>(at_);
      continue;
    }
    c = plain(composed(c, text_, after));
    if (!is_word_character(c)) {
      if (!word.key.empty()) break;
      at_ = after;
      continue;
    }
    const bool alone = stands_alone(c);
    if (alone && !word.key.empty()) break;
    if (word.key.empty()) word.place.begin = static_cast<std::uint32_t>(from);
    at_ = after;
    word.place.end = static_cast<std::uint32_t>(at_);
    if (const char* letters = letters_of(c))
      word.key += letters;
    else
      append_utf8(word.key, fold_for_search(c));
    if (is_upper(c))
      upper = true;
    else
      lower = true;
    if (!alone) continue;
    // Marks of its own go with it.
    for (std::size_t next = at_; next < text_.size(); at_ = next) {
      if (!is_unseen(next_code_point(text_, next))) break;
      word.place.end = static_cast<std::uint32_t>(next);
    }
    break;
  }
  word.capitals = upper && !lower;
  word.small = lower && !upper;
  return !word.key.empty();
}

}  // namespace visavis
