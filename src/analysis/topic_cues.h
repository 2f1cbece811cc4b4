// What tells, beside the words of the topic itself, that a turn opens a new one.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "analysis/topic_terms.h"

namespace visavis {

// Each is 0 where it does not hold, else 1 or the amount told.
enum class TopicCue : std::uint8_t {
  question_before,  // the turn before ends in a question and no closing: an answer is due
  question,         // this turn asks
  question_to_you,  // and says "you" (en)
  closing_before,   // the turn before ends in a closing phrase
  response,         // starts as an answer does
  change,           // says that the topic changes
  start,            // starts as a topic does
  request,          // starts as a request or a question does
  pointing,         // pronouns among the first 14 words that point back, at most 3
  length,           // ln(1 + terms)
  length_before,    // of the turn before
  length_after,     // of the longer of the next two
  brief,            // at most three words
  brief_before,
  fresh,        // share of its terms that were not heard before
  heard,        // share of its terms that were heard in the last 8 turns
  echo,         // the like of it and the last 2 turns, by rarity
  dip,          // depth of the valley of likeness between 4 turns either side (Hearst 1997, "TextTiling")
  names_next,   // of three speakers or more: the turn names who speaks next
  handed_over,  // its speaker was named in the turn before
  long_silent,  // its speaker was not heard for 15 turns, or not at all
  asks_most,    // its speaker is the one who asks most of the questions
};
constexpr std::size_t kTopicCues = 22;
const char* topic_cue_name(TopicCue cue) noexcept;

using CueValues = std::array<double, kTopicCues>;

// One for each turn; the first turn's are all 0. Linear in the text.
std::vector<CueValues> topic_cues(const Transcript& transcript, const std::vector<std::int32_t>& turns,
                                  const TopicTerms& terms, std::string_view language);

// Who speaks each turn: 1 or 2 for the two with the most turns of a talk of two or more, 0 for others.
std::vector<std::uint8_t> main_speakers(const Transcript& transcript, const std::vector<std::int32_t>& turns);

}  // namespace visavis
