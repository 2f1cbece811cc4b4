// Words as they are compared when something is taken out of a transcript: one key for all spellings that say
// the same. Case, accents, Unicode's normal forms (UAX #15: composed, decomposed, and of the compatibility
// ones full width, ligatures and mathematical letters), soft hyphens and other signs that are not seen make
// no difference. Letters of scripts that put no space between words (Han, kana, Hangul, Thai, Lao, Khmer,
// Burmese) are a word each, so that what is looked for is found inside a run of them.
#pragma once

#include <string>
#include <string_view>

#include "base/text.h"

namespace visavis {

struct FoldedWord {
  std::string key;
  Span place;             // in the text
  bool capitals = false;  // no small letter in it
  bool small = false;     // no capital in it
};

// Walks the words of a text, in linear time: `while (words.next(word))`. A copy goes on from the same place.
class FoldedWords {
 public:
  explicit FoldedWords(std::string_view text) noexcept : text_(text) {}
  bool next(FoldedWord& word);

 private:
  std::string_view text_;
  std::size_t at_ = 0;
};

}  // namespace visavis
