// Small transcripts for tests, written as a list of turns.
#pragma once

#include <string_view>
#include <vector>

#include "model/builder.h"

namespace visavis {

struct Said {
  std::string_view speaker, words;  // a speaker "#", "##": a heading of that level
  std::int64_t start_ms = kNoTime, end_ms = kNoTime;
};

inline Transcript make_talk(const std::vector<Said>& turns) {
  TranscriptBuilder builder;
  for (const Said& said : turns) {
    if (said.speaker.starts_with('#')) {
      builder.begin_section(said.words, SectionKind::heading, static_cast<std::int32_t>(said.speaker.size()),
                            0);
      continue;
    }
    Turn turn;
    turn.speaker = builder.speaker(said.speaker);
    builder.append_text(said.words, turn.text);
    turn.start_ms = said.start_ms, turn.end_ms = said.end_ms;
    if (said.start_ms != kNoTime) turn.start_source = TimeSource::measured;
    if (said.end_ms != kNoTime) turn.end_source = TimeSource::measured;
    builder.add_turn(turn);
  }
  return builder.finish();
}

}  // namespace visavis
