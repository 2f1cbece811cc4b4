#include "readers/interview/interview_front_matter.h"

#include <algorithm>

#include "base/text.h"

namespace visavis::interview {
namespace {

// A scalar as YAML 1.2.2 has it (7.3, 8.1), its lines folded into one: quotes are doubled between single
// ones, escaped between double ones; "|" and ">" stand above a block; a comment stands behind a space.
std::string yaml_string(std::string_view value) {
  value = trim(value);
  if (value.starts_with('|') || value.starts_with('>'))
    return collapse_spaces(value.substr(std::min(value.find('\n'), value.size())));
  const char quote = value.starts_with('\'') || value.starts_with('"') ? value.front() : '\0';
  if (!quote) return collapse_spaces(value.substr(0, value.find(" #")));
  std::string out;
  for (std::size_t at = 1; at < value.size(); ++at) {
    const char next = at + 1 < value.size() ? value[at + 1] : '\0';
    if (quote == '"' && value[at] == '\\' && next == 'n') {
      out += ' ';
      ++at;
      continue;
    }
    if ((quote == '"' && value[at] == '\\') || (quote == '\'' && value[at] == quote && next == quote))
      ++at;
    else if (value[at] == quote)
      break;
    if (at < value.size()) out += value[at];
  }
  return collapse_spaces(out);
}

// The title page of a screenplay in Fountain: "Title: …", "Author: …", what stands further in, an empty line.
std::size_t read_title_page(std::string_view text, Page& page, std::uint32_t& lines_taken) {
  // Fountain's keys (fountain.io/syntax, "Title Page"), and those that people add.
  static constexpr std::string_view kKeys[] = {
      "title",   "credit", "author",   "authors", "source",  "draft date",   "date",  "contact", "copyright",
      "notes",   "note",   "revision", "draft",   "version", "contact info", "email", "phone",   "address",
      "episode", "series", "language", "lang",    "format",  "written by",   "font",  "tl",      "tc",
      "tr",      "cc",     "bl",       "br",      "logline", "genre"};
  Lines walk(text);
  std::size_t keys = 0, end = 0;
  Span title;
  bool of_title = false;
  for (Span line; walk.next(line) && walk.number() < 60;) {
    const std::string_view raw = slice(text, line), bare = trim(raw);
    if (bare.empty() || bare.starts_with("===")) break;
    end = line.end;
    lines_taken = walk.number();
    const std::string_view key = trim(bare.substr(0, std::min(bare.find(':'), bare.size())));
    const bool known = key.size() < bare.size() &&
                       std::any_of(std::begin(kKeys), std::end(kKeys), [&](std::string_view one) {
                         return equals_ignoring_ascii_case(key, one);
                       });
    // What stands further in goes on with the key above.
    if (!known && (keys == 0 || (!raw.starts_with(" ") && !raw.starts_with("\t")))) return 0;
    keys += known;
    if (known) of_title = equals_ignoring_ascii_case(key, "title");
    if (!of_title) continue;
    const Span value =
        known ? Span{line.end - static_cast<std::uint32_t>(raw.size() - raw.find(':') - 1), line.end} : line;
    title = trim(text, title.empty() ? value : Span{title.begin, value.end});
  }
  if (keys < 2) return 0;
  std::string name = collapse_spaces(slice(text, title));
  std::erase_if(name, [](char c) { return c == '*' || c == '_'; });
  page.title = std::string(trim(name));
  page.has_front_matter = page.gives_title = true;
  return std::min(end + 1, text.size());
}

}  // namespace

std::size_t read_front_matter(std::string_view text, Page& page, std::uint32_t& lines_taken) {
  Lines walk(text);
  Span line;
  if (!walk.next(line) || trim(slice(text, line)) != "---") return read_title_page(text, page, lines_taken);
  std::size_t end = 0;
  std::string title, language;
  std::vector<std::string> speakers;
  bool has_key = false, gives_title = false, is_written = false;
  std::string_view key;
  Span value;  // of the key, over all its lines
  const auto is_speakers = [&] {
    for (const std::string_view name : {"speakers", "participants", "speaker", "guests"})
      if (equals_ignoring_ascii_case(key, name)) return true;
    return false;
  };
  const auto settle = [&] {
    const std::string_view whole = trim(slice(text, value));
    if (equals_ignoring_ascii_case(key, "title")) {
      title = yaml_string(whole);
      gives_title = true;
    }
    is_written = is_written || (key == "format" && whole == "vis-a-vis");
    if (equals_ignoring_ascii_case(key, "lang") || equals_ignoring_ascii_case(key, "language")) {
      const std::string tag = yaml_string(whole);
      const bool plausible = tag.size() >= 2 && tag.size() <= 35 &&
                             std::all_of(tag.begin(), tag.end(),
                                         [](char c) {
                                           return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                                                  (c >= '0' && c <= '9') || c == '-';
                                         }) &&
                             (tag.size() <= 3 || tag.find('-') != std::string::npos);
      if (plausible || is_written) language = tag;
    }
    if (!is_speakers()) return;
    // "[a, b]", "a, b", or a line a name.
    const bool lines = whole.starts_with("- ");
    for (std::size_t at = whole.starts_with('['); at < whole.size() && whole[at] != ']';) {
      const std::size_t stop = std::min(whole.find_first_of(lines ? "\n" : ",]", at), whole.size());
      std::string_view one = trim(whole.substr(at, stop - at));
      at = stop + (stop < whole.size() && whole[stop] != ']');
      if (lines && one.starts_with("- ")) one.remove_prefix(2);
      if (lines && starts_with_ignoring_ascii_case(one, "name:")) one.remove_prefix(5);
      std::string name = yaml_string(one);
      if (!name.empty() && name != "-") speakers.push_back(std::move(name));
    }
  };
  while (walk.next(line) && walk.number() < 2000) {
    const std::string_view raw = slice(text, line);
    const std::string_view bare = trim(raw);
    if (bare == "---" || bare == "...") {
      end = line.end;
      break;
    }
    const bool goes_on = raw.starts_with(" ") || raw.starts_with("\t") || bare.starts_with("-");
    if (goes_on) value.end = line.end;
    if (goes_on || bare.empty() || bare.starts_with("#")) continue;
    const std::size_t colon = raw.find(':');
    if (colon == std::string_view::npos) return 0;
    if (has_key) settle();
    has_key = true;
    key = trim(raw.substr(0, colon));
    value = {line.begin + static_cast<std::uint32_t>(colon) + 1, line.end};
  }
  if (has_key) settle();
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
