// A talk as topic segmentation sees it: the words of each turn that carry content, as stems.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "model/transcript.h"

struct SN_env;  // Snowball's

namespace visavis {

// Takes inflection off words: by Snowball (Porter 2001, "Snowball: a language for stemming algorithms") for
// de, en, es, fr, it, nl, pt, ru and sv; words of other languages stay as they are.
class Stemmer {
 public:
  explicit Stemmer(std::string_view language);  // BCP 47 primary subtag
  ~Stemmer();
  Stemmer(const Stemmer&) = delete;
  Stemmer& operator=(const Stemmer&) = delete;

  std::string stem(std::string_view word);  // of a word in lower case

 private:
  const struct StemmingLanguage* language_ = nullptr;
  SN_env* state_ = nullptr;
};

struct TopicTerm {
  std::uint32_t id = 0;  // of its stem
  Span text;             // in Transcript::text, as it was written
  bool follows =
      false;  // a space, a hyphen or nothing parts it from the term before, so both can be one phrase
};

// The terms of some turns, flat.
struct TopicTerms {
  std::vector<TopicTerm> terms;
  std::vector<std::uint32_t> first;  // of each turn's terms, one entry more than turns
  std::vector<std::string> stems;    // by id

  std::size_t turns() const noexcept { return first.size() - 1; }
};

// A term is a word that is no function word, filler or word of talking as such ("mean", "thing"), no number
// and more than a letter; runs of Han and kana give each two neighbouring characters. Linear in the text.
TopicTerms topic_terms(const Transcript& transcript, const std::vector<std::int32_t>& turns,
                       std::string_view language);

}  // namespace visavis
