// Shares of a talk by several measures, how they move through it, and how long turns are.
#pragma once

#include <cstdint>
#include <vector>

#include "analysis/analysis.h"

namespace visavis {

enum class ShareOf : std::uint8_t { words, time, turns, characters };
const char* share_of_name(ShareOf measure) noexcept;

// One share per speaker, and its evenness over those with a turn (Evenness of measures.h). By time only where
// every turn of every speaker in the balance has its times; `known` is false and the shares are empty
// otherwise.
struct Shares {
  bool known = false;
  std::vector<double> shares;
  Evenness evenness;
};
Shares shares_by(const Balance& balance, ShareOf measure);

// The evenness of shares among those with a turn and so many more, who were expected to speak and did not.
Evenness evenness_with(const std::vector<double>& shares, const Balance& balance, std::size_t silent);

// The balance in a window that moves through the talk. A turn that lies partly in a window counts with that
// part of its words, as if they were spoken evenly.
struct RollingBalance {
  std::uint64_t window_words = 0, step_words = 0;
  struct Point {
    std::uint64_t first_word = 0;  // of the spoken words, where the window begins
    std::int32_t turn = kNone;     // in which that lies
    double index = -1;             // of Evenness, over the speakers with a turn in the whole talk
    std::vector<double> shares;    // one per speaker
  };
  std::vector<Point> points;
};
// Windows of a tenth of the talk's spoken words, at least 100, every half window; or of `window_words`, but
// no less than a thousandth of the talk. One window where the talk is no longer. None without spoken words.
// The index counts so many more people who were expected to speak and did not.
RollingBalance rolling_balance(const Transcript& transcript, const Analysis& analysis,
                               std::uint64_t window_words = 0, std::size_t silent = 0);

// How long one speaker's turns are, in words, and how they come.
struct TurnLengths {
  std::uint32_t turns = 0;
  double mean = 0, median = 0, lower_quartile = 0,
         upper_quartile = 0;  // quartiles: linear between the nearest
  std::uint32_t longest = 0;
  std::int32_t longest_turn = kNone;  // its id, the first of several
  // Turns by length: [0] of no words, [i] of 2^(i-1) words up to 2^i - 1. Ends with the last that is not
  // empty.
  std::vector<std::uint32_t> distribution;
  // A run: turns of this speaker with none of another's between them; narration ends none.
  std::uint32_t runs = 0, longest_run = 0;  // longest: in turns
  double words_per_minute = -1;  // words by speaking time; negative where that is not known or not measured
};
// One per speaker, of the turns in the range.
std::vector<TurnLengths> turn_lengths(const Transcript& transcript, const Measures& measures,
                                      TurnRange range);

}  // namespace visavis
