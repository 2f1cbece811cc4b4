#include "analysis/words.h"

#include "base/text.h"
#include "base/unicode.h"

namespace visavis {
namespace {

// What may stand in a run that closes a sentence beside the question mark itself.
bool closes(char32_t c) noexcept {
  switch (c) {
    case '!':
    case '.':
    case '"':
    case '\'':
    case ')':
    case ']':
    case 0x00BB:
    case 0x2019:
    case 0x201D:
    case 0x2026:
    case 0x203A:
    case 0x203C:
    case 0x300D:
    case 0x300F:
    case 0x3002:
    case 0xFF01:
    case 0xFF09:
      return true;
    default:
      return is_question_mark(c);
  }
}

}  // namespace

TextCounts count_text(std::string_view text) noexcept {
  TextCounts counts;
  bool in_word = false;      // the run so far holds a letter or digit
  bool in_question = false;  // the run of closing punctuation so far holds a question mark
  char32_t previous = 0;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if (c >= 0x0E00 && is_unspaced_script(c)) counts.estimated = true;
    if (!closes(c)) {
      in_question = false;
    } else if (is_question_mark(c) && !in_question) {
      ++counts.questions;
      in_question = true;
    }
    const bool space = is_space(c);
    counts.characters += !space;
    if (space || c == 0x2013 || c == 0x2014 || (c == '-' && previous == '-')) {
      in_word = false;
    } else if (is_han_or_kana(c)) {
      ++counts.words;
      ++counts.signs;
      in_word = false;
    } else if (!in_word && is_word_character(c)) {
      ++counts.words;
      in_word = true;
    }
    previous = c;
  }
  return counts;
}

}  // namespace visavis
