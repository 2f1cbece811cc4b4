// An interview's reading as a few lines of text, for tests that compare whole readings.
#pragma once

#include <string>

#include "readers/registry.h"

namespace visavis::test {

// A line a heading ("# Title", as many # as its level) or a turn ("Name: text", "- text" for narration), line
// breaks inside as " / ", "@1500 " first where the turn has a measured start.
inline std::string dump(std::string_view bytes, ReadOptions options = {}) {
  options.format = "interview";
  Result<Transcript> result = read_transcript(bytes, options);
  if (!result) return english(result.error().message);
  const Transcript& t = *result;
  std::string out;
  std::size_t section = 0;
  for (std::size_t i = 0; i <= t.turns.size(); ++i) {
    while (section < t.sections.size() && static_cast<std::size_t>(t.sections[section].first_turn) <= i) {
      const Section& s = t.sections[section++];
      out += std::string(static_cast<std::size_t>(s.level), '#') + ' ' + s.title + '\n';
    }
    if (i == t.turns.size()) break;
    const Turn& turn = t.turns[i];
    if (turn.start_ms != kNoTime)
      out += (turn.start_source == TimeSource::measured ? "@" : "~") + std::to_string(turn.start_ms) + ' ';
    out += turn.speaker == kNone ? "-" : t.speakers[static_cast<std::size_t>(turn.speaker)].name + ':';
    for (const char c : " " + std::string(t.text_of(turn)))
      out += c == '\n' ? std::string(" / ") : std::string(1, c);
    out += '\n';
  }
  return out;
}

// "Name (alias, alias)" for each speaker, one a line.
inline std::string cast(std::string_view bytes) {
  ReadOptions options;
  options.format = "interview";
  Result<Transcript> result = read_transcript(bytes, options);
  if (!result) return english(result.error().message);
  std::string out;
  for (const Speaker& s : result->speakers) {
    out += s.name;
    for (std::size_t i = 0; i < s.aliases.size(); ++i) out += (i ? ", " : " (") + s.aliases[i];
    out += s.aliases.empty() ? "\n" : ")\n";
  }
  return out;
}

}  // namespace visavis::test
