#include "readers/shared/talk_lines.h"

#include <algorithm>
#include <vector>

#include "base/text.h"

namespace visavis {

std::string_view label_of(std::string_view line) {
  constexpr std::size_t kMostBytes = 40;
  line = trim(line);
  const bool bracket = line.starts_with('[');
  if (bracket) line.remove_prefix(1);
  const std::size_t end = line.find(bracket ? "] " : ": ");
  if (end == std::string_view::npos || end == 0 || end > kMostBytes) return {};
  const std::string_view label = line.substr(0, end);
  return label.find_first_of(".!?,;:\"") == std::string_view::npos && label.back() != ' '
             ? label
             : std::string_view();
}

bool is_talk(std::string_view text) {
  constexpr std::size_t kFewestLines = 3, kMostNames = 32;
  std::size_t lines = 0, labelled = 0;
  std::vector<std::string_view> names;
  while (!text.empty() && names.size() <= kMostNames) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = trim(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.empty()) continue;
    ++lines;
    const std::string_view label = label_of(line);
    if (label.empty()) continue;
    ++labelled;
    if (std::find(names.begin(), names.end(), label) == names.end()) names.push_back(label);
  }
  return lines >= kFewestLines && labelled * 2 >= lines && names.size() >= 2 && names.size() < labelled;
}

}  // namespace visavis
