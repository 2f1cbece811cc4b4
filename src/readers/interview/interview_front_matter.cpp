#include "readers/interview/interview_front_matter.h"

#include <algorithm>

#include "base/text.h"

namespace visavis::interview {
namespace {

std::string_view unquote(std::string_view value) noexcept {
  value = trim(value);
  if (value.size() >= 2 && (value.front() == '\'' || value.front() == '"') && value.back() == value.front())
    value = value.substr(1, value.size() - 2);
  return value;
}

// YAML 1.2, section 7.3: a quote is doubled between single ones, escaped between double ones.
std::string yaml_string(std::string_view value) {
  const std::string_view bare = unquote(value);
  const char quote = bare.size() < trim(value).size() ? trim(value).front() : '\0';
  std::string out;
  for (std::size_t at = 0; at < bare.size(); ++at) {
    const bool pair = at + 1 < bare.size();
    if (pair && ((quote == '\'' && bare[at] == '\'' && bare[at + 1] == '\'') ||
                 (quote == '"' && bare[at] == '\\' && (bare[at + 1] == '"' || bare[at + 1] == '\\'))))
      ++at;
    out += bare[at];
  }
  return out;
}

}  // namespace

std::size_t read_front_matter(std::string_view text, Page& page, std::uint32_t& lines_taken) {
  Lines walk(text);
  Span line;
  if (!walk.next(line) || trim(slice(text, line)) != "---") return 0;
  std::size_t end = 0;
  std::string title, language;
  std::vector<std::string> speakers;
  bool in_speakers = false, has_key = false, gives_title = false, is_written = false;
  while (walk.next(line) && walk.number() < 2000) {
    const std::string_view raw = slice(text, line);
    const std::string_view bare = trim(raw);
    if (bare == "---" || bare == "...") {
      end = line.end;
      break;
    }
    if (bare.empty() || bare.starts_with("#")) continue;
    if (bare.starts_with("- ") && in_speakers) {
      speakers.push_back(yaml_string(bare.substr(2)));
      continue;
    }
    if (raw.starts_with(" ") || raw.starts_with("\t") || bare.starts_with("-")) continue;
    const std::size_t colon = bare.find(':');
    if (colon == std::string_view::npos) return 0;
    has_key = true;
    const std::string_view key = bare.substr(0, colon), value = trim(bare.substr(colon + 1));
    in_speakers = equals_ignoring_ascii_case(key, "speakers") ||
                  equals_ignoring_ascii_case(key, "participants") ||
                  equals_ignoring_ascii_case(key, "speaker") || equals_ignoring_ascii_case(key, "guests");
    if (equals_ignoring_ascii_case(key, "title")) {
      title = yaml_string(value);
      gives_title = true;
    }
    is_written = is_written || (key == "format" && value == "vis-a-vis");
    if (equals_ignoring_ascii_case(key, "lang") || equals_ignoring_ascii_case(key, "language")) {
      const std::string tag = yaml_string(value);
      const bool plausible = tag.size() >= 2 && tag.size() <= 35 &&
                             std::all_of(tag.begin(), tag.end(),
                                         [](char c) {
                                           return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                                                  (c >= '0' && c <= '9') || c == '-';
                                         }) &&
                             (tag.size() <= 3 || tag.find('-') != std::string::npos);
      if (plausible || is_written) language = tag;
    }
    if (in_speakers && !value.empty()) {
      std::string_view list = value;
      if (list.starts_with("[")) list.remove_prefix(1);
      if (list.ends_with("]")) list.remove_suffix(1);
      while (!list.empty()) {
        const std::size_t comma = std::min(list.find(','), list.size());
        const std::string name = yaml_string(list.substr(0, comma));
        if (!name.empty()) speakers.push_back(name);
        list.remove_prefix(std::min(comma + 1, list.size()));
      }
    }
  }
  if (end == 0 || !has_key) return 0;
  if (speakers.size() > 200) speakers.resize(200);
  page.has_front_matter = true;
  page.gives_title = gives_title;
  page.is_written = is_written;
  page.title = title;
  page.language = language;
  page.speakers = speakers;
  lines_taken = walk.number();
  return std::min(end + 1, text.size());
}

}  // namespace visavis::interview
