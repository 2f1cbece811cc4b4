// Short ways to say what a reading is, for the tests of readers.
#pragma once

#include <string>
#include <string_view>

#include "readers/registry.h"

namespace visavis::test {

// Reads bytes; a failure gives an empty Transcript whose title is the error's code and line, "malformed:3".
inline Transcript reading(std::string_view bytes, bool join = true, std::string_view format = {}) {
  ReadOptions options;
  options.join = join;
  options.format = format;
  Result<Transcript> result = read_transcript(bytes, options);
  if (result) return *std::move(result);
  Transcript failed;
  failed.title =
      std::string(error_code_name(result.error().code)) + ":" + std::to_string(result.error().line);
  return failed;
}

// "Name 1000-2500 the text": one turn; '-' for narration, '?' for an unknown time, '~' before an estimated
// one.
inline std::string told(const Transcript& transcript, std::size_t turn) {
  if (turn >= transcript.turns.size()) return "no such turn";
  const Turn& t = transcript.turns[turn];
  const auto time = [](std::int64_t ms, TimeSource source) {
    if (ms == kNoTime) return std::string("?");
    return (source == TimeSource::estimated ? "~" : "") + std::to_string(ms);
  };
  std::string out = t.speaker == kNone ? "-" : transcript.speakers[static_cast<std::size_t>(t.speaker)].name;
  out += ' ';
  out += time(t.start_ms, t.start_source);
  out += '-';
  out += time(t.end_ms, t.end_source);
  out += ' ';
  out += transcript.text_of(t);
  return out;
}

// A reading or its error.
struct Reading {
  bool ok = false;
  Transcript transcript;
  Error error;

  // "Name 500-2000: text" a turn; "-" for narration, no times where there are none, "~" behind an estimated
  // one.
  std::string lines() const {
    const auto time = [](std::int64_t ms, TimeSource source) {
      if (ms == kNoTime) return std::string("?");
      return std::to_string(ms) + (source == TimeSource::estimated ? "~" : "");
    };
    std::string out;
    for (const Turn& turn : transcript.turns) {
      out += turn.speaker == kNone ? "-" : transcript.speakers[static_cast<std::size_t>(turn.speaker)].name;
      if (turn.start_ms != kNoTime || turn.end_ms != kNoTime)
        out += " " + time(turn.start_ms, turn.start_source) + "-" + time(turn.end_ms, turn.end_source);
      out += ": " + std::string(transcript.text_of(turn)) + "\n";
    }
    return out;
  }
  // "word@start-end" for each word with times.
  std::string words() const {
    const auto time = [](std::int64_t ms) { return ms == kNoTime ? std::string("?") : std::to_string(ms); };
    std::string out;
    for (const Word& word : transcript.words) {
      if (!out.empty()) out += ' ';
      out += slice(transcript.text, word.text);
      out += "@" + time(word.start_ms) + "-" + time(word.end_ms);
    }
    return out;
  }
};

inline Reading read_text(std::string_view bytes, bool join = true, std::string_view format = {}) {
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

// How many report entries have this code.
inline std::size_t reported(const Transcript& transcript, std::string_view code) {
  std::size_t count = 0;
  for (const ReportEntry& entry : transcript.report.entries) count += entry.code == code;
  return count;
}

}  // namespace visavis::test
