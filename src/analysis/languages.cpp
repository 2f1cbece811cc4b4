#include "analysis/languages.h"

#include <algorithm>
#include <utility>

#include "base/unicode.h"

namespace visavis {
namespace {

constexpr std::size_t kLongestNote = 200;  // bytes between brackets; what is longer is no note

constexpr bool is_apostrophe(char32_t c) noexcept { return c == '\'' || c == 0x2019 || c == 0x02BC; }

}  // namespace

void WordList::add(std::string_view list) {
  for (std::size_t at = 0; at < list.size();) {
    const std::size_t end = std::min(list.find(' ', at), list.size());
    if (end > at) words_.push_back(list.substr(at, end - at));
    at = end + 1;
  }
}

void WordList::seal() { std::sort(words_.begin(), words_.end()); }

bool WordList::has(std::string_view word) const {
  return std::binary_search(words_.begin(), words_.end(), word);
}

std::vector<SpokenWord> spoken_words(std::string_view text) {
  std::vector<SpokenWord> words;
  SpokenWord word;
  char sign = ' ';
  const auto end_word = [&] {
    if (word.text.empty()) return;
    words.push_back(std::move(word));
    word = {};
    sign = ' ';
  };
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t c = next_code_point(text, at);
    std::size_t peek = at;
    const bool inside =
        is_apostrophe(c) && !word.text.empty() && is_word_character(next_code_point(text, peek));
    if (is_word_character(c) || inside) {
      if (word.text.empty()) word.before = sign, word.span.begin = static_cast<std::uint32_t>(begin);
      word.span.end = static_cast<std::uint32_t>(at);
      append_utf8(word.text, inside ? U'\'' : fold_case(c));
      continue;
    }
    if (const char32_t closing = c == '(' ? ')' : c == '[' ? ']' : c == '{' ? '}' : 0; closing != 0) {
      const std::size_t end = text.find(static_cast<char>(closing), at);
      if (end != text.npos && end - at <= kLongestNote) at = end + 1;
    }
    const bool joined = begin > 0 && !word.text.empty();
    end_word();
    if (c == 0x00BF)
      sign = '?';
    else if (c == ',' || c == ';' || c == 0x2014 || c == 0x2013 || c == 0x2026)
      sign = sign == '?' ? '?' : ',';
    else if ((c == '-' || c == 0x2010) && joined)
      sign = '-';
  }
  end_word();
  return words;
}

}  // namespace visavis
