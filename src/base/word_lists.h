// Words that decide between a label and prose, read by captions and plain text alike. Evidence beside
// regularity, never instead of it. The words are data, a file per language in assets/words.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace visavis {

enum class WordList : std::uint8_t {
  remark,     // what opens a remark and no speech: "note", "date", "quelle"
  function,   // words of grammar, which no name has
  saying,     // "asked", "fragte": behind a name they tell of a speech
  pronoun,    // who opens a sentence: "nobody", "ich"
  role,       // who speaks by what they are: "interviewer", "speaker"
  honorific,  // forms of address before a name
  place,      // what opens a scene's place in a screenplay; in capitals
  end,        // what ends a text in capitals or brackets
  question,   // what questions and answers are called
};

// A folded copy of a word without an allocation; words longer than the room are no words of any list.
class Folded {
 public:
  explicit Folded(std::string_view word) noexcept;
  operator std::string_view() const noexcept { return {buffer_, size_}; }

 private:
  static constexpr std::size_t kMost = 40;
  char buffer_[2 * kMost];
  std::size_t size_ = 0;
};

// Whether a list has the word, which is folded, but for WordList::place.
bool is_listed(WordList list, std::string_view folded) noexcept;

}  // namespace visavis
