// Words of running talk, and which language they are of.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "model/transcript.h"

namespace visavis {

// The language of the talk as a BCP 47 primary subtag: the one of ca, de, en, es, fr, it, nl, pt, ru and sv
// whose words without content are the greatest share of its first 4,000 words, if that is at least a fifth of
// at least 20; zh or ja where a fifth of the first characters are Han or kana; else what the file declares;
// empty where nothing tells. What a person gave is before all of it. The words are in question_words.cpp.
std::string_view language_of(const Transcript& transcript);

// A list to look words up in.
class WordList {
 public:
  void add(std::string_view list);  // words between spaces
  void seal();                      // once, before the first has()
  bool has(std::string_view word) const;

 private:
  std::vector<std::string_view> words_;
};

// The words of a text in lower case, the apostrophes inside as straight ones, and the sign before each;
// without what stands in brackets, which is the transcriber's.
struct SpokenWord {
  std::string text;
  Span span;  // of it in the text read
  char before =
      ' ';  // ',' where a comma stands between it and the word before, '-' a hyphen, '?' an inverted mark
};
std::vector<SpokenWord> spoken_words(std::string_view text);

// The words of a language that carry no content: none for a language without a table. Not sealed.
void add_function_words(std::string_view language, WordList& list);

}  // namespace visavis
