// What kind of question a sentence asks, by the words of its language.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

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

// The language of the talk among those with a table: the one (of these and some neighbours, which give null)
// whose words here are the greatest share of its first 4,000 words, if that is at least a fifth of at least
// 20; else the one the file declares, else null.
const QuestionWords* question_language(const Transcript& transcript);

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
  char before =
      ' ';  // ',' where a comma stands between it and the word before, '-' a hyphen, '?' an inverted mark
};
std::vector<SpokenWord> spoken_words(std::string_view text);

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
