// What readers, writers and errors say: a name and its arguments. The English of a name stands in reports.inc
// alone; what shows a message to people says it with english(), or in their own language by the same names
// (web/words).
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "words/words.h"

namespace visavis {

// A name of reports.inc; reports.h has one for each.
struct MessageName {
  const char* name;  // "time-repaired.cue"
};

class Message {
 public:
  Message() = default;
  Message(MessageName name) : Message(name, {}) {}
  Message(MessageName name, std::initializer_list<Argument> arguments);

  // Of a file that has the sentence alone, such as our own JSON.
  static Message sentence(std::string_view text);
  // Several as one argument: "the title, the language and the headings".
  static Message list(const std::vector<Message>& items);
  // As packed() gave it.
  static Message unpack(std::string packed);

  // For programs: kOpen, the name, the arguments, kClose. An argument is kArgument with 'n' and a number's
  // digits, or with 't' and a text, or a message as it is packed itself. What does not begin with kOpen is a
  // sentence.
  static constexpr char kOpen = '\x1F', kArgument = '\x1D', kClose = '\x1E';
  const std::string& packed() const noexcept { return packed_; }

  bool empty() const noexcept { return packed_.empty(); }
  // The code under which a report lists it: what stands before the dot in its name. Empty where there is no
  // name.
  std::string_view code() const noexcept;
  static std::string_view code_of(std::string_view name) noexcept;

  friend bool operator==(const Message&, const Message&) = default;

 private:
  std::string packed_;
};

// In English, without thousands grouped, as the command says it. A name that is unknown here, of another
// version, stands for itself.
std::string english(const Message& message);

}  // namespace visavis
