#include "words/words.h"

namespace visavis {
namespace {

// How numbers are written and words chosen by them.
struct Style {
  std::string_view group, plurals;
  std::size_t least = 4;
};

// The plural category of a number, by its first letter.
char category(std::uint64_t n, const Style& style) {
  if (style.plurals.size() < 200) return n == 1 ? 'o' : 'e';
  return style.plurals[static_cast<std::size_t>(n < 200 ? n : 100 + n % 100)];
}

// Where `sign` stands outside of braces that open behind `at`.
std::size_t outside(std::string_view text, char sign, std::size_t at) {
  for (int depth = 0; at < text.size() && (depth > 0 || text[at] != sign); ++at)
    depth += (text[at] == '{') - (text[at] == '}');
  return at;
}

void append_number(std::string& out, std::uint64_t n, const Style& style) {
  const std::string digits = std::to_string(n);
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (i > 0 && (digits.size() - i) % 3 == 0 && digits.size() >= style.least) out += style.group;
    out += digits[i];
  }
}

void append_filled(std::string& out, std::string_view pattern, std::span<const Argument> arguments,
                   const Style& style) {
  for (std::size_t at = 0; at < pattern.size(); ++at) {
    if (pattern[at] != '{') {
      out += pattern[at];
      continue;
    }
    const std::size_t end = outside(pattern, '}', at + 1),
                      index = static_cast<std::size_t>(pattern[at + 1] - '0');
    std::string_view choices = pattern.substr(at + 2, end - at - 2);
    at = end;
    const Argument argument = index < arguments.size() ? arguments[index] : Argument("");
    const std::uint64_t number = static_cast<std::uint64_t>(argument.number());
    if (choices.empty()) {
      if (argument.is_text())
        out += argument.text();
      else
        append_number(out, number, style);
      continue;
    }
    for (const char wanted = argument.is_text() ? 'e' : category(number, style);;) {
      choices.remove_prefix(1);
      const std::size_t bar = outside(choices, '|', 0);
      const bool last = bar == choices.size();
      if (last || choices[0] == wanted) {
        const std::size_t label = last ? 0 : choices.find(' ') + 1;
        append_filled(out, choices.substr(label, bar - label), arguments, style);
        break;
      }
      choices.remove_prefix(bar);
    }
  }
}

}  // namespace

Language::Language() : table_("\n#group\t,") {}

Language::Language(std::string_view table) : Language() {
  if (!table.empty()) (table_ = '\n').append(table);
  if (line("#group", "?") == "?") table_ += "\n#group\t,";
}

// A table begins with a line's end, so what is found of a key that is not empty stands behind one sign at
// least.
std::string_view Language::line(std::string_view key, std::string_view otherwise) const noexcept {
  const std::string_view table = table_;
  for (std::size_t at = 0; (at = table.find(key, at)) != table.npos; ++at) {
    const std::size_t end = at + key.size();
    if (table[at - 1] == '\n' && end < table.size() && table[end] == '\t')
      return table.substr(end + 1, table.substr(end + 1).find('\n'));
  }
  return otherwise;
}

std::string Language::operator()(const Phrase& phrase, std::span<const Argument> arguments) const {
  Style style;
  style.group = line("#group", {});
  if (line("#least", "4") == "5") style.least = 5;
  style.plurals = line("#plurals", {});
  std::string out;
  append_filled(out, line(phrase.name, phrase.english), arguments, style);
  return out;
}

std::string Language::count(std::uint64_t n) const {
  static constexpr Phrase kNumber{"#number", "{0}"};
  return (*this)(kNumber, {n});
}

std::string Language::fixed(std::string_view digits) const {
  std::string out(digits);
  if (const std::size_t point = out.find('.'); point != out.npos)
    out.replace(point, 1, line("#decimal", "."));
  return out;
}

std::string Language::percent(std::string_view digits) const {
  static constexpr Phrase kPercent{"#percent", "{0}%"};
  return (*this)(kPercent, {fixed(digits)});
}

}  // namespace visavis
