#include "support/round_trip.h"

#include <algorithm>
#include <string_view>

#include "readers/registry.h"
#include "writers/writers.h"

namespace visavis::test {
namespace {

struct Holds {
  bool ends = true, sections = true, levels = true, title = true, exact_text = false, untimed = true;
};

Holds holds(std::string_view format) {
  if (format == "inspect") return {true, true, true, true, true, true};
  if (format == "html") return {true, true, true, true, false, true};
  if (format == "csv") return {true, false, false, false, false, true};
  if (format == "webvtt" || format == "srt") return {true, false, false, false, false, false};
  if (format == "markdown") return {false, true, true, false, false, true};
  return {false, true, false, false, false, true};
}

const FormatReader* reader_of(std::string_view format) {
  return find_format(format == "markdown" || format == "text" ? "interview" : format);
}

std::string shown(std::int64_t ms) { return ms == kNoTime ? "none" : std::to_string(ms); }

std::string speaker_of(const Transcript& transcript, const Turn& turn) {
  return turn.speaker == kNone ? "" : transcript.speakers[static_cast<std::size_t>(turn.speaker)].name;
}

}  // namespace

bool can_read_back(std::string_view format) { return reader_of(format) != nullptr; }

std::string round_trip_difference(const Transcript& before, const char* format) {
  const FormatWriter* writer = find_writer(format);
  const FormatReader* reader = reader_of(format);
  if (!writer || !reader) return {};
  const Holds kept = holds(format);
  const Written written = writer->write(before, measure(before));
  ReadOptions options;
  options.format = reader->name;
  options.join = false;
  const Result<Transcript> result = read_transcript(written.bytes, options);
  if (!result) return "not read again: " + result.error().message;
  const Transcript& after = *result;
  const auto at = [&](std::size_t i, const std::string& what, const std::string& a, const std::string& b) {
    return what + " " + std::to_string(i) + ": \"" + a + "\" became \"" + b + "\"";
  };
  if (before.turns.size() != after.turns.size())
    return "turns: " + std::to_string(before.turns.size()) + " became " + std::to_string(after.turns.size());
  for (std::size_t i = 0; i < before.turns.size(); ++i) {
    const Turn &a = before.turns[i], &b = after.turns[i];
    if (speaker_of(before, a) != speaker_of(after, b))
      return at(i, "speaker of turn", speaker_of(before, a), speaker_of(after, b));
    const std::string text_a =
        kept.exact_text ? std::string(before.text_of(a)) : collapse_spaces(before.text_of(a));
    const std::string text_b =
        kept.exact_text ? std::string(after.text_of(b)) : collapse_spaces(after.text_of(b));
    if (text_a != text_b) return at(i, "text of turn", text_a.substr(0, 200), text_b.substr(0, 200));
    if (a.start_ms != b.start_ms && (kept.untimed || a.start_ms != kNoTime) && a.start_ms >= 0)
      return at(i, "start of turn", shown(a.start_ms), shown(b.start_ms));
    const bool has_end = a.end_source == TimeSource::measured && a.end_ms >= a.start_ms && a.start_ms >= 0;
    if (kept.ends && has_end && a.end_ms != b.end_ms)
      return at(i, "end of turn", shown(a.end_ms), shown(b.end_ms));
  }
  if (kept.sections) {
    if (before.sections.size() != after.sections.size())
      return "sections: " + std::to_string(before.sections.size()) + " became " +
             std::to_string(after.sections.size());
    for (std::size_t i = 0; i < before.sections.size(); ++i) {
      const Section &a = before.sections[i], &b = after.sections[i];
      if (a.title != b.title) return at(i, "section", a.title, b.title);
      if (a.first_turn != b.first_turn)
        return at(i, "section's first turn", std::to_string(a.first_turn), std::to_string(b.first_turn));
      if (kept.levels && std::min(a.level, 6) != b.level)
        return at(i, "section's level", std::to_string(a.level), std::to_string(b.level));
    }
  }
  if (kept.title && (before.has_title != after.has_title || before.title != after.title))
    return "title: \"" + before.title + "\" became \"" + after.title + "\"";
  return {};
}

}  // namespace visavis::test
