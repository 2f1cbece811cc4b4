// What holds of every reading, whatever the file.
#pragma once

#include <cstdlib>
#include <string_view>

#include "model/transcript.h"

namespace visavis::fuzz {

inline void check(bool holds) {
  if (!holds) std::abort();
}

inline void check_reading(const Transcript& t) {
  const auto turns = static_cast<std::int32_t>(t.turns.size()),
             sections = static_cast<std::int32_t>(t.sections.size());
  check(find_invalid_utf8(t.text) == std::string_view::npos);
  std::size_t words = 0;
  for (const Turn& turn : t.turns) {
    check(turn.text.begin <= turn.text.end && turn.text.end <= t.text.size());
    check(turn.speaker >= kNone && turn.speaker < static_cast<std::int32_t>(t.speakers.size()));
    check(turn.section >= kNone && turn.section < sections);
    check(turn.word_count == 0 || turn.first_word == words);
    words += turn.word_count;
    check(words <= t.words.size());
    for (std::size_t i = words - turn.word_count; i < words; ++i)
      check(t.words[i].text.begin >= turn.text.begin && t.words[i].text.begin <= t.words[i].text.end &&
            t.words[i].text.end <= turn.text.end);
  }
  for (const Section& section : t.sections)
    check(section.first_turn >= 0 && section.first_turn <= turns && section.last_turn < turns &&
          section.last_turn >= section.first_turn - 1);
}

}  // namespace visavis::fuzz
