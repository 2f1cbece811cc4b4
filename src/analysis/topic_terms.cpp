#include "analysis/topic_terms.h"

#include <runtime/api.h>
#include <stem_dutch.h>
#include <stem_english.h>
#include <stem_french.h>
#include <stem_german.h>
#include <stem_italian.h>
#include <stem_portuguese.h>
#include <stem_russian.h>
#include <stem_spanish.h>
#include <stem_swedish.h>

#include <unordered_map>

#include "analysis/languages.h"
#include "analysis/topic_words.h"
#include "base/unicode.h"

namespace visavis {

struct StemmingLanguage {
  std::string_view name;
  SN_env* (*open)();
  void (*close)(SN_env*);
  int (*stem)(SN_env*);
};

namespace {

constexpr StemmingLanguage kStemming[] = {
    {"de", german_create_env, german_close_env, german_stem},
    {"en", english_create_env, english_close_env, english_stem},
    {"es", spanish_create_env, spanish_close_env, spanish_stem},
    {"fr", french_create_env, french_close_env, french_stem},
    {"it", italian_create_env, italian_close_env, italian_stem},
    {"nl", dutch_create_env, dutch_close_env, dutch_stem},
    {"pt", portuguese_create_env, portuguese_close_env, portuguese_stem},
    {"ru", russian_create_env, russian_close_env, russian_stem},
    {"sv", swedish_create_env, swedish_close_env, swedish_stem},
};

constexpr std::uint32_t kNoTerm = ~0u;
constexpr std::size_t kLongestWord = 64;  // bytes; what is longer is no word of a language

// What of a word with apostrophes says something: the part behind an elision ("l'homme"), else the first.
std::string_view core_of(std::string_view word) {
  const std::size_t cut = word.find('\'');
  if (cut == word.npos) return word;
  const bool elided = cut <= 2 || word.substr(0, cut).ends_with("ll") || word.substr(0, cut).ends_with("qu");
  return elided && word.size() - cut > 3 ? word.substr(word.rfind('\'') + 1) : word.substr(0, cut);
}

// Holds a letter that is no digit.
bool has_letter(std::string_view word) {
  for (const char c : word)
    if (static_cast<unsigned char>(c) > '9') return true;
  return false;
}

class Reader {
 public:
  explicit Reader(std::string_view language) : stemmer_(language) {
    add_function_words(language, stop_);
    stop_.add(idle_words(language));
    stop_.seal();
  }

  void read(std::string_view text, std::uint32_t offset, TopicTerms& out) {
    bool follows = false;
    std::uint32_t end = 0;
    for (const SpokenWord& word : spoken_words(text)) {
      follows = follows && only_joins(text.substr(end, word.span.begin - end));
      end = word.span.end;
      if (std::size_t at = 0; is_han_or_kana(next_code_point(word.text, at))) {
        read_characters(text, word.span, offset, out);
        follows = false;
        continue;
      }
      const std::uint32_t id = term_of(word.text, out);
      if (id != kNoTerm) {
        Span span{offset + word.span.begin, offset + word.span.end};
        // Without "l'" before and "'s" behind; where lower case is of another length, with them.
        if (const std::string_view core = core_of(word.text); word.text.size() == word.span.size()) {
          span.begin += static_cast<std::uint32_t>(core.data() - word.text.data());
          span.end = span.begin + static_cast<std::uint32_t>(core.size());
        }
        out.terms.push_back({id, span, follows});
      }
      follows = id != kNoTerm;
    }
  }

 private:
  static bool only_joins(std::string_view between) {
    return between == " " || between == "-" || between == "\n";
  }

  std::uint32_t id_of(std::string stem, TopicTerms& out) {
    const auto [place, is_new] =
        ids_.try_emplace(std::move(stem), static_cast<std::uint32_t>(out.stems.size()));
    if (is_new) out.stems.push_back(place->first);
    return place->second;
  }

  std::uint32_t term_of(const std::string& word, TopicTerms& out) {
    if (const auto known = words_.find(word); known != words_.end()) return known->second;
    std::uint32_t id = kNoTerm;
    const std::string_view core = core_of(word);
    std::size_t letter = 0;
    next_code_point(core, letter);
    if (core.size() <= kLongestWord && letter < core.size() && has_letter(core) && !stop_.has(word) &&
        !stop_.has(core))
      id = id_of(stemmer_.stem(core), out);
    words_.emplace(word, id);
    return id;
  }

  // Each two neighbouring characters of a run of Han and kana; two of hiragana are grammar more often than
  // not.
  void read_characters(std::string_view text, Span span, std::uint32_t offset, TopicTerms& out) {
    const auto is_hiragana = [](char32_t c) { return c >= 0x3040 && c <= 0x309F; };
    std::size_t before = span.begin;
    char32_t last = 0;
    bool follows = false;
    for (std::size_t at = span.begin; at < span.end;) {
      const std::size_t begin = at;
      const char32_t c = next_code_point(text, at);
      const bool pair = is_han_or_kana(last) && is_han_or_kana(c) && !is_hiragana(last) && !is_hiragana(c);
      if (pair) {
        const std::string both(text.substr(before, at - before));
        const bool is_term = !stop_.has(both);
        if (is_term)
          out.terms.push_back(
              {id_of(both, out),
               {offset + static_cast<std::uint32_t>(before), offset + static_cast<std::uint32_t>(at)},
               follows});
        follows = is_term;
      } else {
        follows = false;
      }
      before = begin;
      last = c;
    }
  }

  Stemmer stemmer_;
  WordList stop_;
  std::unordered_map<std::string, std::uint32_t> ids_, words_;
};

}  // namespace

Stemmer::Stemmer(std::string_view language) {
  for (const StemmingLanguage& one : kStemming)
    if (one.name == language) language_ = &one;
  if (language_) state_ = language_->open();
}

Stemmer::~Stemmer() {
  if (state_) language_->close(state_);
}

std::string Stemmer::stem(std::string_view word) {
  if (!state_ ||
      SN_set_current(state_, static_cast<int>(word.size()), reinterpret_cast<const symbol*>(word.data())) !=
          0 ||
      language_->stem(state_) < 0)
    return std::string(word);
  return std::string(reinterpret_cast<const char*>(state_->p), static_cast<std::size_t>(state_->l));
}

TopicTerms topic_terms(const Transcript& transcript, const std::vector<std::int32_t>& turns,
                       std::string_view language) {
  TopicTerms out;
  Reader reader(language);
  out.first.reserve(turns.size() + 1);
  for (const std::int32_t id : turns) {
    const Turn& turn = transcript.turns[static_cast<std::size_t>(id)];
    out.first.push_back(static_cast<std::uint32_t>(out.terms.size()));
    reader.read(transcript.text_of(turn), turn.text.begin, out);
  }
  out.first.push_back(static_cast<std::uint32_t>(out.terms.size()));
  return out;
}

}  // namespace visavis
