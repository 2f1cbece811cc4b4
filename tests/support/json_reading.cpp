#include "support/json_reading.h"

namespace visavis::test {
namespace {

std::string time(std::int64_t ms, TimeSource source) {
  if (ms == kNoTime) return "?";
  return std::to_string(ms) + (source == TimeSource::estimated ? "~" : "");
}

}  // namespace

std::string Reading::lines() const {
  std::string out;
  for (const Turn& turn : transcript.turns) {
    out += turn.speaker == kNone ? "-" : transcript.speakers[static_cast<std::size_t>(turn.speaker)].name;
    if (turn.start_ms != kNoTime || turn.end_ms != kNoTime)
      out += " " + time(turn.start_ms, turn.start_source) + "-" + time(turn.end_ms, turn.end_source);
    out += ": " + std::string(transcript.text_of(turn)) + "\n";
  }
  return out;
}

std::string Reading::words() const {
  std::string out;
  for (const Word& word : transcript.words) {
    if (!out.empty()) out += ' ';
    out += std::string(slice(transcript.text, word.text)) + "@" + time(word.start_ms, TimeSource::measured) +
           "-" + time(word.end_ms, TimeSource::measured);
  }
  return out;
}

Reading read_text(std::string_view bytes, bool join, std::string_view format) {
  ReadOptions options;
  options.join = join;
  options.format = format;
  Result<Transcript> result = read_transcript(bytes, options);
  Reading reading;
  reading.ok = static_cast<bool>(result);
  if (result)
    reading.transcript = *std::move(result);
  else
    reading.error = result.error();
  return reading;
}

}  // namespace visavis::test
