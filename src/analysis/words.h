// Counting words and questions in running text of any script.
#pragma once

#include <cstdint>
#include <string_view>

namespace visavis {

struct TextCounts {
  std::uint32_t words = 0;
  std::uint32_t signs = 0;  // of the words: Han characters and kana
  std::uint32_t questions = 0;
  std::uint32_t characters = 0;  // code points that are not white space
  bool estimated = false;        // holds Thai, Lao, Khmer or Burmese, whose words are not spaced
};

// A word is a run without white space, dashes (U+2013, U+2014, "--") also ending it, that holds a letter or a
// digit, as a word processor counts; Han characters and kana count one each. A question is a run of closing
// punctuation (marks that end a sentence, closing quotes and brackets) that contains a question mark of any
// script, wherever it stands. Linear, allocates nothing.
TextCounts count_text(std::string_view text) noexcept;

}  // namespace visavis
