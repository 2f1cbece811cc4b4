#include "analysis/questions.h"

#include "base/unicode.h"

namespace visavis {
namespace {

// Full stops of the scripts that have one of their own: Armenian, Urdu, Devanagari and its kin, Tibetan,
// Burmese, Ethiopic, Khmer.
bool is_own_full_stop(char32_t c) noexcept {
  return c == 0x0589 || c == 0x06D4 || c == 0x0964 || c == 0x0965 || c == 0x0F0D || c == 0x104B ||
         c == 0x1362 || c == 0x17D4;
}

bool ends_sentence(char32_t c) noexcept {
  return c == '.' || c == '!' || c == 0x3002 || c == 0xFF01 || c == 0xFF0E || c == 0xFF61 || c == 0x2026 ||
         is_own_full_stop(c) || is_question_mark(c);
}

// Letters of scripts without capitals, of which any may open a sentence: Hebrew, Arabic, those of India and
// beyond, and the East Asian ones.
bool is_caseless(char32_t c) noexcept { return (c >= 0x0590 && c < 0x1E00) || c > 0x2E7F; }

bool may_follow(char32_t c) noexcept {
  return c == '"' || c == '\'' || c == ')' || c == ']' || c == 0x201D || c == 0x2019 || c == 0xBB ||
         c == 0x300D;
}

}  // namespace

std::vector<Span> questions_in(std::string_view text) {
  std::vector<Span> found;
  std::size_t start = 0;
  for (std::size_t at = 0; at < text.size();) {
    char32_t c = next_code_point(text, at);
    if (!ends_sentence(c)) continue;
    bool asks = is_question_mark(c);
    char32_t mark = c;  // the last one that ends the sentence
    std::size_t after = at;
    while (after < text.size()) {
      std::size_t next = after;
      c = next_code_point(text, next);
      if (!ends_sentence(c) && !may_follow(c)) break;
      asks |= is_question_mark(c);
      if (ends_sentence(c)) mark = c;
      after = next;
    }
    at = after;
    // "U.S. midterm" or "3.5": a full stop inside a word or before a small letter ends nothing.
    std::size_t next = after;
    // The full-width marks end one without a space after them.
    bool spaced = mark == 0x3002 || mark >= 0xFF00 || is_own_full_stop(mark);
    if (!asks) {
      while (next < text.size()) {
        std::size_t peek = next;
        c = next_code_point(text, peek);
        if (!is_space(c)) break;
        spaced = true;
        next = peek;
      }
      const bool new_sentence =
          next >= text.size() || (spaced && (is_upper(c) || !is_word_character(c) || is_caseless(c)));
      // An abbreviation: the word before the stop is a single letter.
      const bool initial =
          at >= 2 && text[at - 1] == '.' && (at == 2 || text[at - 3] == '.' || text[at - 3] == ' ');
      if (new_sentence && !initial) start = after;
      continue;
    }
    const Span span = trim(text, {static_cast<std::uint32_t>(start), static_cast<std::uint32_t>(after)});
    if (!span.empty()) found.push_back(span);
    start = after;
  }
  return found;
}

}  // namespace visavis
