// What kind of question a sentence asks, by the words of its language.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/languages.h"
#include "model/transcript.h"

namespace visavis {

// After Quirk et al. 1985, "A Comprehensive Grammar of the English Language", 11.4 to 11.12, and Stivers and
// Enfield 2010, "A coding scheme for question-response sequences in conversation".
enum class QuestionKind : std::uint8_t {
  unknown,      // of a language without a table
  wh,           // asks for what a question word stands for, at its head or in its place ("You went where?")
  yes_no,       // opens with a verb, or is marked as such ("est-ce que")
  declarative,  // has the order of a statement, or no verb ("You were alone?", "Really?")
  tag,          // a statement with a tag behind it ("isn't it?", "oder?", "hein ?", "¿no?")
};
const char* question_kind_name(QuestionKind kind) noexcept;  // "wh", "yes_no" ...; null for unknown

// A language's words, as parted lists in lower case with straight apostrophes. All data is in
// question_words.cpp.
struct QuestionWords {
  const char* language;           // BCP 47 primary subtag
  std::string_view fillers;       // passed over at the start: "and", "well"
  std::string_view question;      // "what", "how"
  std::string_view prepositions;  // may stand before a question word: "in which"
  std::string_view verbs;         // open a yes-no question
  std::string_view subjects;      // pronouns that follow an inverted verb
  std::string_view conjunctions;  // stand before a pronoun and are no verb ("wenn Sie")
  std::string_view tags;          // phrases between "|"
  std::string_view function;      // the other words that carry no content
};
// Null for a language without a table; takes a tag with regions ("de-AT").
const QuestionWords* question_words(std::string_view language) noexcept;

// The table of the talk's language (languages.h), null where it has none.
const QuestionWords* question_language(const Transcript& transcript);

// Sorts sentences that ask into kinds, those of one language.
class QuestionSorter {
 public:
  explicit QuestionSorter(const QuestionWords* language);  // null: all are unknown

  QuestionKind kind_of(std::string_view sentence) const;
  // Says something: no function word, filler or question word, and no single letter.
  bool is_content(std::string_view word) const;

 private:
  bool is_question_word(std::string_view word) const;
  bool is_verb(const std::vector<SpokenWord>& words, std::size_t at) const;
  QuestionKind kind_of_clause(const std::vector<SpokenWord>& words, std::size_t at) const;
  bool ends_in_tag(const std::vector<SpokenWord>& words) const;

  const QuestionWords* language_;
  WordList fillers_, question_, prepositions_, verbs_, subjects_, conjunctions_, function_;
};

}  // namespace visavis
