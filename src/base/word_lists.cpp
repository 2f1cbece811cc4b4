#include "base/word_lists.h"

#include "base/text.h"
#include "base/unicode.h"
#include "word_lists.inc"

namespace visavis {
namespace {

// A list is one string, a bar before and behind each word: a table of places would weigh as much as the words
// in the page's first download.
constexpr std::string_view words_of(WordList list) noexcept {
  switch (list) {
    case WordList::remark:
      return k_remark;
    case WordList::function:
      return k_function;
    case WordList::saying:
      return k_saying;
    case WordList::pronoun:
      return k_pronoun;
    case WordList::role:
      return k_role;
    case WordList::honorific:
      return k_honorific;
    case WordList::place:
      return k_place;
    case WordList::end:
      return k_end;
    case WordList::question:
      break;
  }
  return k_question;
}

}  // namespace

Folded::Folded(std::string_view word) noexcept {
  if (word.size() > kMost) return;
  for (std::size_t at = 0; at < word.size() && size_ + 4 <= sizeof buffer_;) {
    const std::size_t start = at;
    const char32_t c = next_code_point(word, at);
    const char32_t folded = fold_case(c);
    if (folded == c) {
      for (std::size_t i = start; i < at; ++i) buffer_[size_++] = word[i];
    } else if (folded < 0x80) {
      buffer_[size_++] = static_cast<char>(folded);
    } else if (folded < 0x800) {
      buffer_[size_++] = static_cast<char>(0xC0 | (folded >> 6));
      buffer_[size_++] = static_cast<char>(0x80 | (folded & 0x3F));
    } else {
      for (std::size_t i = start; i < at; ++i) buffer_[size_++] = word[i];
    }
  }
}

bool is_listed(WordList list, std::string_view folded) noexcept {
  if (folded.empty() || folded.size() > 40 || folded.find('|') != folded.npos) return false;
  const std::string_view words = words_of(list);
  for (std::size_t at = words.find(folded); at != std::string_view::npos; at = words.find(folded, at + 1))
    if (words[at - 1] == '|' && words[at + folded.size()] == '|') return true;
  return false;
}

}  // namespace visavis
