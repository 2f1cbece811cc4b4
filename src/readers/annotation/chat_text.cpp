#include "readers/annotation/chat_text.h"

#include <algorithm>

#include "base/text.h"
#include "base/unicode.h"
#include "model/transcript.h"

namespace visavis {
namespace {

struct Replacement {
  std::string_view from, to;
};

// Terminators and what stands for them in print.
constexpr Replacement kTerminators[] = {
    {"+//?", "\u2014?"},  {"+/?", "\u2014?"},   {"+//.", "\u2014"},   {"+/.", "\u2014"}, {"+...", "\u2026"},
    {"+..?", "\u2026?"},  {"+..", "\u2026"},    {"+!?", "!?"},        {"+\"/.", ":"},    {"+\"/?", "?"},
    {"+\".", "."},        {"+.", "."},          {".", "."},           {"?", "?"},        {"!", "!"},
    {",", ","},           {";", ";"},           {":", ":"},           {"\u201E", ","},   {"\u2021", ","},
    {"\u3002", "\u3002"}, {"\uFF0C", "\uFF0C"}, {"\uFF1F", "\uFF1F"}, {"...", "\u2026"}, {"\u2026", "\u2026"},
};

bool is_letter(std::string_view text, std::size_t at) {
  return at < text.size() && is_word_character(next_code_point(text, at));
}

bool ends_in_letter(std::string_view text) {
  std::size_t at = text.size();
  return at > 0 && is_word_character(previous_code_point(text, at));
}

// Signs of prosody and overlap that are no letters: arrows, brackets of overlap, geometric shapes and the
// like.
bool is_prosody(char32_t c) {
  return (c >= 0x2190 && c <= 0x21FF) || (c >= 0x2200 && c <= 0x23FF) || (c >= 0x2580 && c <= 0x25FF) ||
         (c >= 0x2600 && c <= 0x26FF) || (c >= 0x2900 && c <= 0x297F) || c == 0x00B0 || c == 0x02C8 ||
         c == 0x02CC || c == 0x1F29 || c == 0x204E || c == 0x2047 || c == 0x00A7 || c == 0x2051 ||
         c == 0x2039 || c == 0x203A;
}

bool is_overlap_bracket(char32_t c) { return c >= 0x2308 && c <= 0x230B; }

// One word without the marks inside it.
std::string clean_word(std::string_view word, ChatLine& line) {
  std::string out;
  bool was_bracket = false;
  for (std::size_t at = 0; at < word.size();) {
    const std::size_t before = at;
    const char32_t c = next_code_point(word, at);
    if (is_overlap_bracket(c)) {
      line.marks |= kMarkOverlap;
      was_bracket = true;
      continue;
    }
    const bool number_of_bracket = was_bracket && c >= '0' && c <= '9';
    was_bracket = false;
    if (number_of_bracket || is_prosody(c)) continue;
    if (c == '@' && !out.empty()) break;  // the rest says what kind of word it is
    if (c == '(' || c == ')' || c == '^' || c == '~' || c == '<' || c == '>') continue;
    if (c == ':' && ends_in_letter(out) && !(at < word.size() && word[at] >= '0' && word[at] <= '9'))
      continue;  // a long sound
    if (c == '_' && !out.empty() && is_letter(word, at)) {
      out += ' ';
    } else if (c == '+' && is_letter(word, at) && !out.empty()) {
      if (ends_in_letter(out)) out += '-';  // a compound; after an apostrophe nothing is missing
    } else {
      out.append(word, before, at - before);
    }
  }
  return out;
}

class ChatText {
 public:
  ChatLine read(std::string_view line) {
    for (std::size_t at = 0; at < line.size();) {
      const char c = line[at];
      if (static_cast<unsigned char>(c) <= ' ' || c == '<' || c == '>') {
        ++at;
      } else if (c == '[') {
        at = skip_code(line, at);
      } else {
        std::size_t end = at;
        // A code can touch its word: "that[?]".
        while (end < line.size() && static_cast<unsigned char>(line[end]) > ' ' && line[end] != '[' &&
               line[end] != '>')
          ++end;
        word(line.substr(at, end - at));
        at = end;
      }
    }
    return std::move(out_);
  }

 private:
  // From an opening bracket to past its closing one.
  std::size_t skip_code(std::string_view line, std::size_t at) {
    std::size_t end = at + 1;
    for (int depth = 1; end < line.size() && depth > 0; ++end)
      depth += line[end] == '[' ? 1 : line[end] == ']' ? -1 : 0;
    const std::string_view code = trim(line.substr(at + 1, end - at - 1));
    if (code.starts_with('>') || code.starts_with('<')) out_.marks |= kMarkOverlap;
    ++out_.codes;
    return end;
  }

  void word(std::string_view word) {
    if (word.starts_with("+<")) out_.marks |= kMarkOverlap;
    if (word.starts_with("+/") || word.starts_with("+\u2248")) out_.marks |= kMarkInterrupted;
    for (const Replacement& sign : kTerminators)
      if (word == sign.from) {
        close(sign.to);
        return;
      }
    if (word.starts_with('+') && !is_letter(word, 1)) return;  // a linker
    if (word.starts_with("&=") || word.starts_with("&*") || word.starts_with("&{") ||
        word.starts_with("&}")) {
      ++out_.events;
      return;
    }
    if (word.starts_with('#') || is_pause(word)) return;
    if (word.starts_with('0')) {  // left out by the speaker, or no speech at all
      if (word.find_first_not_of("0123456789.,:") == std::string_view::npos && word.size() > 1) {
        add(word);  // a number
      } else {
        ++out_.events;
      }
      return;
    }
    const bool fragment = word.starts_with("&+");
    if (word.starts_with('&'))
      word.remove_prefix(
          word.size() > 1 && std::string_view("-+~").find(word[1]) != std::string_view::npos ? 2 : 1);
    // A full stop that was not set apart.
    std::string_view stop;
    if (word.size() > 1 &&
        (word.ends_with('.') || word.ends_with('?') || word.ends_with('!') || word.ends_with(',')) &&
        !word.ends_with("..")) {
      stop = word.substr(word.size() - 1);
      word.remove_suffix(1);
    }
    std::string clean = clean_word(word, out_);
    for (const std::string_view lost : {"xxx", "xx", "yyy", "www"})
      if (clean == lost) out_.marks |= kMarkInaudible;
    if (fragment && !clean.empty()) clean += '-';
    add(clean);
    if (!stop.empty()) close(stop);
  }

  // (.), (..), (...), (1.5), (1:03.2)
  static bool is_pause(std::string_view word) {
    return word.size() > 2 && word.front() == '(' && word.back() == ')' &&
           word.find_first_not_of("0123456789.:,_", 1) == word.size() - 1;
  }

  void add(std::string_view clean) {
    if (clean.empty()) return;
    std::size_t at = 0;
    while (at < clean.size() && !out_.has_words)
      out_.has_words = is_word_character(next_code_point(clean, at));
    if (!out_.text.empty()) out_.text += ' ';
    out_.text += clean;
  }

  void close(std::string_view sign) { out_.text += sign; }

  ChatLine out_;
};

}  // namespace

ChatLine read_chat_line(std::string_view line) { return ChatText().read(line); }

}  // namespace visavis
