// The English of messages. Linked by what shows them to people; the page has the same table
// (web/words/english/reports.js).
#include <algorithm>
#include <array>

#include "words/message.h"

namespace visavis {
namespace {

constexpr Phrase kEnglish[] = {
#define REPORT(identifier, name, english) {name, english},
#include "words/reports.inc"
#undef REPORT
};

const char* pattern_of(std::string_view name) {
  // Of hundreds; a report is short.
  const auto* known = std::find_if(std::begin(kEnglish), std::end(kEnglish),
                                   [&](const Phrase& one) { return one.name == name; });
  return known == std::end(kEnglish) ? nullptr : known->english;
}

// Reads what Message::packed wrote.
class Saying {
 public:
  explicit Saying(std::string_view packed) : rest_(packed) {}

  // From kOpen to kClose, or to the end of what is torn.
  std::string message(int depth) {
    rest_.remove_prefix(1);
    const std::string_view name = piece();
    std::vector<std::string> texts;
    std::vector<std::int64_t> numbers;  // of each argument; kNoNumber of a text
    while (!rest_.empty() && rest_.front() != Message::kClose) {
      if (rest_.front() == Message::kOpen) {
        if (depth == kMostDepth) return {};
        texts.push_back(message(depth + 1));
        numbers.push_back(kNoNumber);
        continue;
      }
      rest_.remove_prefix(1);
      const std::string_view text = piece();
      const bool is_number = text.starts_with('n');
      texts.emplace_back(text.substr(text.empty() ? 0 : 1));
      numbers.push_back(is_number ? number_of(texts.back()) : kNoNumber);
    }
    if (!rest_.empty()) rest_.remove_prefix(1);
    if (name == "#list") return listed(texts);
    std::vector<Argument> arguments;
    for (std::size_t i = 0; i < texts.size(); ++i)
      arguments.push_back(numbers[i] == kNoNumber ? Argument(texts[i]) : Argument(numbers[i]));
    const char* pattern = pattern_of(name);
    if (!pattern) return std::string(name);
    return language_({"#said", pattern}, std::span<const Argument>(arguments));
  }

 private:
  static constexpr int kMostDepth = 8;
  static constexpr std::int64_t kNoNumber = -1;

  // Up to the next sign of the packing.
  std::string_view piece() {
    constexpr char kEnds[] = {Message::kOpen, Message::kArgument, Message::kClose};
    const std::string_view out = rest_.substr(0, rest_.find_first_of(std::string_view(kEnds, sizeof kEnds)));
    rest_.remove_prefix(out.size());
    return out;
  }

  static std::int64_t number_of(std::string_view digits) {
    std::int64_t n = 0;
    for (const char c : digits)
      if (c < '0' || c > '9' || n > (std::int64_t{1} << 58))
        return kNoNumber;
      else
        n = n * 10 + (c - '0');
    return n;
  }

  static std::string listed(const std::vector<std::string>& items) {
    std::string out;
    for (std::size_t i = 0; i < items.size(); ++i)
      out.append(i == 0 ? "" : i + 1 < items.size() ? ", " : " and ").append(items[i]);
    return out;
  }

  std::string_view rest_;
  Language language_{"#group\t"};
};

}  // namespace

std::string english(const Message& message) {
  const std::string& packed = message.packed();
  return packed.starts_with(Message::kOpen) ? Saying(packed).message(0) : packed;
}

}  // namespace visavis
