// What the core shows to people: phrases by name, with arguments. English stands in words/english.inc alone;
// another language is a table of the same names (Language).
#pragma once

#include <cstdint>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>

namespace visavis {

// One message. What no program refers to is not linked into it, so each carries only its own.
struct Phrase {
  const char* name;     // "time-repaired.cue"
  const char* english;  // the pattern, as english.inc describes them
};

class Message;

// What stands in a place of a pattern: a number, a text or a message. Lives no longer than what it was made
// of.
class Argument {
 public:
  template <class T>
  requires std::is_integral_v<T> Argument(T number) : number_(static_cast<std::int64_t>(number)) {}
  Argument(std::string_view text) : text_(text), is_text_(true) {}
  Argument(const std::string& text) : text_(text), is_text_(true) {}
  Argument(const char* text) : text_(text), is_text_(true) {}
  Argument(const Message& message);  // its text is packed (words/message.h)

  bool is_text() const noexcept { return is_text_; }
  bool is_message() const noexcept { return is_message_; }
  std::int64_t number() const noexcept { return number_; }
  std::string_view text() const noexcept { return text_; }

 private:
  std::int64_t number_ = 0;
  std::string_view text_;
  bool is_text_ = false, is_message_ = false;
};

// The words of one language. One made by default speaks English, and groups the thousands of what is shown.
class Language {
 public:
  Language();
  // Takes a table of lines "name<tab>pattern". Some are of how it writes numbers and chooses between words by
  // them: the signs "#group" between thousands (none: not grouped), "#decimal", "#comma" and "#and" of a
  // list, "#percent" as a pattern, "#least", the digits from which numbers are grouped, and "#plurals", the
  // plural category of 0 to 199, which repeats by hundreds above, by letters: o one, z zero, t two, f few, m
  // many, else other. What has no line stays English.
  explicit Language(std::string_view table);

  std::string operator()(const Phrase& phrase, std::initializer_list<Argument> arguments = {}) const {
    return (*this)(phrase, std::span(arguments.begin(), arguments.size()));
  }
  std::string operator()(const Phrase& phrase, std::span<const Argument> arguments) const;
  std::string count(std::uint64_t n) const;  // "2,170"
  // Of digits with a point, as append_fixed writes them: "90.0%", "0.47".
  std::string percent(std::string_view digits) const;
  std::string fixed(std::string_view digits) const;

 private:
  // The first line "key<tab>…", `otherwise` where there is none.
  std::string_view line(std::string_view key, std::string_view otherwise) const noexcept;

  std::string table_;  // each line after a line end
};

}  // namespace visavis
