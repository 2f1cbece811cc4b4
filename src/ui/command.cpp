#include "ui/command.h"

#include <algorithm>
#include <cmath>

#include "base/time.h"

namespace visavis {
namespace {

constexpr std::string_view kPatterns =
#define VISAVIS_LINE(name, line) line "\n"
    VISAVIS_COMMANDS(VISAVIS_LINE)
#undef VISAVIS_LINE
    ;
constexpr std::string_view kPanes = "timeline balance topics ";

// What stands before the next `mark`, which is taken off with it.
std::string_view take(std::string_view& rest, char mark) noexcept {
  const std::size_t end = std::min(rest.find(mark), rest.size());
  const std::string_view part = rest.substr(0, end);
  rest.remove_prefix(std::min(end + 1, rest.size()));
  return part;
}

std::string_view take_word(std::string_view& rest) noexcept {
  while (rest.starts_with(' ')) rest.remove_prefix(1);
  return take(rest, ' ');
}

bool read_number(std::string_view word, std::int32_t& value) noexcept {
  if (word.empty() || word.size() > 9) return false;
  value = 0;
  for (const char c : word) {
    if (c < '0' || c > '9') return false;
    value = value * 10 + (c - '0');
  }
  return true;
}

bool read_pane(std::string_view word, std::int32_t& pane) noexcept {
  std::string_view names = kPanes;
  for (pane = 0; !names.empty(); ++pane)
    if (take(names, ' ') == word) return true;
  return false;
}

bool read_fraction(std::string_view word, double& value) noexcept {
  std::int64_t thousandths = 0;
  if (!parse_seconds(word, thousandths)) return false;
  value = static_cast<double>(thousandths) / 1000;
  return value >= 0 && value <= 1;
}

bool matches(std::string_view line, std::string_view pattern, Command& command) noexcept {
  std::size_t ids = 0, fractions = 0;
  while (!pattern.empty()) {
    const std::string_view wanted = take_word(pattern);
    if (wanted == "*") {
      command.words = line;
      return true;
    }
    const std::string_view word = take_word(line);
    const char kind = wanted[0];
    if (kind == 'F'                  ? !read_fraction(word, command.fractions[fractions++])
        : kind == 'N'                ? !read_pane(word, command.ids[ids++])
        : kind >= 'A' && kind <= 'Z' ? !read_number(word, command.ids[ids++])
                                     : word != wanted)
      return false;
  }
  return take_word(line).empty();
}

}  // namespace

bool take_number(std::string_view& rest, std::int32_t& number) noexcept {
  return read_number(take_word(rest), number);
}

std::string_view pattern_of(Verb verb) noexcept {
  std::string_view rest = kPatterns;
  for (int before = static_cast<int>(verb); before > 0; --before) take(rest, '\n');
  return take(rest, '\n');
}

std::optional<Command> parse_command(std::string_view line) noexcept {
  std::string_view rest = kPatterns;
  for (std::uint8_t verb = 0; !rest.empty(); ++verb) {
    Command command{static_cast<Verb>(verb), {}, {}, {}};
    if (matches(line, take(rest, '\n'), command)) return command;
  }
  return std::nullopt;
}

std::string line_of(const Command& command) {
  std::string line;
  std::size_t ids = 0, fractions = 0;
  std::string_view pattern = pattern_of(command.verb);
  while (!pattern.empty()) {
    const std::string_view word = take_word(pattern);
    if (!line.empty()) line += ' ';
    if (word == "*") {
      line += command.words;
    } else if (word == "N") {
      std::string_view names = kPanes;
      for (std::int32_t before = command.ids[ids++]; before > 0; --before) take(names, ' ');
      line += take(names, ' ');
    } else if (word == "F") {
      const std::string thousandths =
          std::to_string(1000 + std::lround(command.fractions[fractions++] * 1000));
      line += thousandths[0] == '2' ? "1" : "0." + thousandths.substr(1);
    } else if (word[0] >= 'A' && word[0] <= 'Z') {
      line += std::to_string(command.ids[ids++]);
    } else {
      line += word;
    }
  }
  return line;
}

}  // namespace visavis
