#include "support/round_trip.h"

#include <algorithm>
#include <string_view>

#include "readers/registry.h"
#include "writers/writers.h"
#include "writers/written_text.h"

namespace visavis::test {
namespace {

// What a format has a place for, as the table in writers.h says.
struct Holds {
  bool ends = true, sections = true, title = true, exact_text = false, untimed = true, any_order = true,
       runs_of_spaces = true;
  int levels = 6;  // of sections
};

Holds holds(std::string_view format) {
  Holds out;
  const bool captions = format == "webvtt" || format == "srt";
  out.exact_text = format == "inspect";
  out.ends = format != "markdown" && format != "text";
  out.sections = out.title = !captions && format != "csv";
  out.untimed = out.any_order = !captions;
  out.runs_of_spaces = format != "html";
  if (format == "text") out.levels = 2;
  return out;
}

// The lines of a text without white space at their ends, empty ones left out.
std::string plain_lines(std::string_view text, bool runs_of_spaces) {
  std::string out;
  Lines lines(text);
  for (Span span; lines.next(span);) {
    const std::string_view line = trim(slice(text, span));
    if (line.empty()) continue;
    if (!out.empty()) out += '\n';
    out += runs_of_spaces ? std::string(line) : collapse_spaces(line);
  }
  return out;
}

// Captions are in the order of their times.
void order_by_time(Transcript& transcript) {
  const WrittenTimes times = cue_times(transcript, measure(transcript));
  std::vector<Turn> turns;
  for (const std::uint32_t i : times.order) turns.push_back(transcript.turns[i]);
  transcript.turns = std::move(turns);
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

std::string round_trip_difference(const Transcript& original, const char* format) {
  const FormatWriter* writer = find_writer(format);
  const FormatReader* reader = reader_of(format);
  if (!writer || !reader) return {};
  const Holds kept = holds(format);
  const Written written = writer->write(original, analyse(original));
  Transcript before = original;
  if (!kept.any_order) order_by_time(before);
  ReadOptions options;
  options.format = reader->name;
  options.join = false;
  const Result<Transcript> result = read_transcript(written.bytes, options);
  if (!result) return "not read again: " + english(result.error().message);
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
    const std::string text_a = kept.exact_text ? std::string(before.text_of(a))
                                               : plain_lines(before.text_of(a), kept.runs_of_spaces);
    const std::string text_b =
        kept.exact_text ? std::string(after.text_of(b)) : plain_lines(after.text_of(b), kept.runs_of_spaces);
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
      if (std::min(a.level, kept.levels) != b.level)
        return at(i, "section's level", std::to_string(a.level), std::to_string(b.level));
    }
  }
  if (kept.title && (before.has_title != after.has_title || before.title != after.title))
    return "title: \"" + before.title + "\" became \"" + after.title + "\"";
  if (kept.title && before.language != after.language)
    return "language: \"" + before.language + "\" became \"" + after.language + "\"";
  return {};
}

}  // namespace visavis::test
