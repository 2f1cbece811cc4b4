#include "analysis/question_kinds.h"

#include <algorithm>
#include <utility>

#include "base/unicode.h"

namespace visavis {
namespace {

// "what" of "what's", "qu" of "qu'est".
std::string_view stem(std::string_view word) { return word.substr(0, word.find('\'')); }

// The last words are those of the phrase, which is lower case with spaces or hyphens between its words.
bool ends_in(const std::vector<SpokenWord>& words, std::string_view phrase, std::size_t& first) {
  std::size_t at = words.size();
  while (!phrase.empty()) {
    const std::size_t cut = phrase.find_last_of(" -");
    const std::string_view last = cut == phrase.npos ? phrase : phrase.substr(cut + 1);
    if (at == 0 || words[--at].text != last) return false;
    phrase = phrase.substr(0, cut == phrase.npos ? 0 : cut);
  }
  first = at;
  return true;
}

}  // namespace

const char* question_kind_name(QuestionKind kind) noexcept {
  constexpr const char* kNames[] = {nullptr, "wh", "yes_no", "declarative", "tag"};
  return kNames[static_cast<std::size_t>(kind)];
}

QuestionSorter::QuestionSorter(const QuestionWords* language) : language_(language) {
  if (!language) return;
  fillers_.add(language->fillers);
  question_.add(language->question);
  prepositions_.add(language->prepositions);
  verbs_.add(language->verbs);
  subjects_.add(language->subjects);
  conjunctions_.add(language->conjunctions);
  for (const std::string_view list :
       {language->function, language->fillers, language->question, language->prepositions, language->verbs,
        language->subjects, language->conjunctions})
    function_.add(list);
  for (WordList* list :
       {&fillers_, &question_, &prepositions_, &verbs_, &subjects_, &conjunctions_, &function_})
    list->seal();
}

bool QuestionSorter::is_content(std::string_view word) const {
  std::size_t after = 0;
  const char32_t first = next_code_point(word, after);
  return (after < word.size() || is_han_or_kana(first)) && !function_.has(word) && !function_.has(stem(word));
}

bool QuestionSorter::is_question_word(std::string_view word) const {
  return question_.has(word) || question_.has(stem(word));
}

bool QuestionSorter::is_verb(const std::vector<SpokenWord>& words, std::size_t at) const {
  const std::string& word = words[at].text;
  if (verbs_.has(word)) return true;
  // A verb stands before a pronoun: any word that is no other kind of word.
  return std::string_view(language_->language) == "de" && at + 1 < words.size() &&
         subjects_.has(words[at + 1].text) && !subjects_.has(word) && !function_.has(word);
}

bool QuestionSorter::ends_in_tag(const std::vector<SpokenWord>& words) const {
  for (std::string_view tags = language_->tags; !tags.empty();) {
    const std::size_t cut = std::min(tags.find('|'), tags.size());
    std::size_t first = 0;
    if (ends_in(words, tags.substr(0, cut), first) && first > 0 &&
        (words[first].before == ',' || words[first].before == '?'))
      return true;
    tags.remove_prefix(std::min(cut + 1, tags.size()));
  }
  // "is it", "don't you": an auxiliary and a pronoun behind a comma, or the negated one without.
  if (std::string_view(language_->language) != "en" || words.size() < 4) return false;
  const SpokenWord& verb = words[words.size() - 2];
  return verbs_.has(verb.text) && subjects_.has(words.back().text) &&
         (verb.before == ',' || verb.text.ends_with("n't"));
}

// A clause behind a comma asks where it turns its verb around, so that a relative one ("which was far") does
// not.
QuestionKind QuestionSorter::kind_of_clause(const std::vector<SpokenWord>& words, std::size_t at) const {
  const auto turned = [&](std::size_t verb) {
    return verb + 1 < words.size() && is_verb(words, verb) && subjects_.has(words[verb + 1].text);
  };
  if (turned(at)) return QuestionKind::yes_no;
  if (!is_question_word(words[at].text)) return QuestionKind::declarative;
  constexpr std::string_view kNeverRelative =
      " what why how wie warum wieso weshalb pourquoi comment combien quel quelle ";
  const std::string padded = " " + std::string(stem(words[at].text)) + " ";
  const bool verb_follows = at + 1 < words.size() && is_verb(words, at + 1);
  if (kNeverRelative.find(padded) != kNeverRelative.npos && (verb_follows || language_->verbs.empty()))
    return QuestionKind::wh;
  for (std::size_t verb = at + 1; verb <= at + 2; ++verb)
    if (turned(verb)) return QuestionKind::wh;
  return QuestionKind::declarative;
}

QuestionKind QuestionSorter::kind_of(std::string_view sentence) const {
  if (!language_) return QuestionKind::unknown;
  std::vector<SpokenWord> words = spoken_words(sentence);
  if (words.empty()) return QuestionKind::unknown;
  if (ends_in_tag(words)) return QuestionKind::tag;
  // Where the language marks where the question begins, what stands before is no part of it.
  for (std::size_t i = words.size(); i-- > 1;)
    if (words[i].before == '?') {
      words.erase(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(i));
      break;
    }
  std::size_t at = 0;
  while (at + 1 < words.size() && fillers_.has(words[at].text)) ++at;
  const std::size_t next = std::min(at + 1, words.size() - 1);
  if (is_question_word(words[at].text) ||
      (prepositions_.has(words[at].text) && is_question_word(words[next].text)))
    return QuestionKind::wh;
  const bool french = std::string_view(language_->language) == "fr";
  if (french && words[at].text == "est" && words[next].text == "ce" && words[next].before == '-')
    return QuestionKind::yes_no;
  if (is_question_word(words.back().text)) return QuestionKind::wh;
  if (is_verb(words, at)) return QuestionKind::yes_no;
  // French inverts with a hyphen: "avez-vous", "votre père était-il".
  if (french)
    for (std::size_t i = at + 1; i < words.size(); ++i)
      if (words[i].before == '-' && subjects_.has(words[i].text))
        return std::any_of(words.begin() + static_cast<std::ptrdiff_t>(at),
                           words.begin() + static_cast<std::ptrdiff_t>(i),
                           [this](const SpokenWord& word) { return is_question_word(word.text); })
                   ? QuestionKind::wh
                   : QuestionKind::yes_no;
  for (std::size_t i = words.size(); i-- > at + 1;)
    if (words[i].before == ',')
      if (const QuestionKind kind = kind_of_clause(words, i); kind != QuestionKind::declarative) return kind;
  return QuestionKind::declarative;
}

}  // namespace visavis
