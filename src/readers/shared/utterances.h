// What the readers of research formats share: utterances from several tiers in one order, and an account of
// what was left out.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "readers/shared/cues.h"
#include "words/reports.h"

namespace visavis {

struct Utterance {
  std::string speaker;
  std::string text;
  std::int64_t start_ms = kNoTime, end_ms = kNoTime;
  bool start_estimated = false, end_estimated = false;
  std::uint32_t line = 0;
  std::uint8_t marks = 0;
  std::vector<CueWord> words;
};

// Adds one utterance. False when the text outgrows 4 GiB.
bool add_utterance(CueJoiner& joiner, const Utterance& utterance);

// Adds the utterances of several tiers by their start, equal starts in the order given.
bool add_in_time_order(CueJoiner& joiner, std::vector<Utterance>& utterances);

// A point of a timeline.
struct TimePoint {
  std::int64_t ms = kNoTime;
  bool estimated = false;
};

struct TimedWord {
  std::string_view text;
  std::int64_t start_ms = kNoTime, end_ms = kNoTime;
};

// Gives an utterance the times of its words, given in order: each is looked for in the text after the one
// before. Words that the text does not have get no place; returns how many.
std::size_t attach_words(Utterance& utterance, const std::vector<TimedWord>& words);

// Gives the unknown times of an ordered list (kNoTime) evenly spread values between their known neighbours,
// and marks them in `estimated`. Unknown times before the first or after the last known one stay unknown.
void interpolate_times(std::vector<std::int64_t>& times_ms, std::vector<bool>& estimated);

// Counts what a reader leaves out, by kind, and reports each kind once with the line of its first.
class LeftOut {
 public:
  // `detail`: the second argument of what is said, after the count.
  void add(MessageName what, std::uint32_t line, std::size_t count = 1, std::string_view detail = {});
  void report(TranscriptBuilder& builder, ReportLevel level = ReportLevel::loss) const;

 private:
  struct Kind {
    MessageName what;
    std::string detail;
    std::uint32_t line;
    std::size_t count;
  };
  std::vector<Kind> kinds_;
};

// True for the usual names of tiers that hold remarks, not speech: "Comments", "Silence", "noise" …
bool is_remark_tier(std::string_view name);

// A file of more tiers than this is none that a person made; readers refuse it.
constexpr std::size_t kMostTiers = 4000;
constexpr MessageName kTooManyTiers = phrase::too_many_tiers;

// The start of a text for a message, cut between characters.
std::string brief(std::string_view text, std::size_t most_bytes = 40);

// Text from inside a larger file: the line of its first visible character, from the line of its first
// character.
std::uint32_t first_text_line(std::string_view text, std::uint32_t line) noexcept;

constexpr MessageName kTooLong = phrase::too_long;

}  // namespace visavis
