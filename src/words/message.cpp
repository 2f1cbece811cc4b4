#include "words/message.h"

namespace visavis {
namespace {

// A text that is no message and ends none.
void append_plain(std::string& out, std::string_view text) {
  for (const char c : text)
    out += c == Message::kOpen || c == Message::kArgument || c == Message::kClose ? ' ' : c;
}

}  // namespace

Argument::Argument(const Message& message) : text_(message.packed()), is_text_(true), is_message_(true) {}

Message::Message(MessageName name, std::initializer_list<Argument> arguments) {
  (packed_ = kOpen) += name.name;
  for (const Argument& argument : arguments) {
    if (argument.is_message()) {
      packed_ += argument.text();
      continue;
    }
    (packed_ += kArgument) += argument.is_text() ? 't' : 'n';
    if (argument.is_text())
      append_plain(packed_, argument.text());
    else
      packed_ += std::to_string(argument.number());
  }
  packed_ += kClose;
}

Message Message::sentence(std::string_view text) {
  Message message;
  append_plain(message.packed_, text);
  return message;
}

Message Message::list(const std::vector<Message>& items) {
  Message message;
  (message.packed_ = kOpen) += "#list";
  for (const Message& item : items) message.packed_ += item.packed_;
  message.packed_ += kClose;
  return message;
}

Message Message::unpack(std::string packed) {
  Message message;
  message.packed_ = std::move(packed);
  return message;
}

std::string_view Message::code() const noexcept {
  return packed_.starts_with(kOpen) ? code_of(std::string_view(packed_).substr(1)) : std::string_view();
}

std::string_view Message::code_of(std::string_view name) noexcept {
  constexpr char kEnds[] = {'.', kOpen, kArgument, kClose};
  return name.substr(0, name.find_first_of(std::string_view(kEnds, sizeof kEnds)));
}

}  // namespace visavis
