// What each turn weighs, computed once per transcript, and the balance of any range of turns from it.
#pragma once

#include <cstdint>
#include <vector>

#include "model/transcript.h"

namespace visavis {

// Inclusive range of turn ids; empty when last < first.
struct TurnRange {
  std::int32_t first = 0, last = -1;
  bool empty() const noexcept { return last < first; }
  bool contains(std::int32_t turn) const noexcept { return turn >= first && turn <= last; }
  bool operator==(const TurnRange&) const = default;
};

struct TurnMeasure {
  std::uint32_t words = 0;
  std::uint32_t questions = 0;
  std::uint32_t characters = 0;
};

struct Measures {
  std::vector<TurnMeasure> turns;  // one a turn of the transcript
  std::uint64_t words = 0;         // spoken; narration counts for no share
  bool estimated = false;          // word counts are estimates (unspaced scripts)
  bool characters = false;         // most of what is counted as words are Han characters or kana
};
Measures measure(const Transcript& transcript);

// The words before each turn that count towards a section or a range, one entry more than turns: the spoken
// ones; in a text without speakers, all of them.
std::vector<std::uint64_t> words_before(const Transcript& transcript, const Measures& measures);

// How evenly an amount is spread over those who have a part in it.
struct Evenness {
  // Normalised entropy of the shares, -Σ p ln p / ln n (Shannon 1948; evenness after Pielou 1966): 1 is even,
  // 0 is one voice. Negative (none) below two parts or where the amounts are all 0.
  double index = -1;
  // Gini coefficient, population form Σ|xi - xj| / (2 n² mean); negative as the index is.
  double gini = -1;
};
Evenness evenness_of(std::vector<double> amounts);

struct SpeakerBalance {
  std::uint32_t turns = 0;
  std::uint32_t unused = 0;  // no byte of a block is padding
  std::uint64_t words = 0, characters = 0;
  std::int64_t ms = kNoTime;       // speaking time; kNoTime when a turn of theirs in the range has no times
  double share = 0;                // of the range's spoken words
  double mean_turn = 0;            // words
  std::uint32_t longest_turn = 0;  // words
  std::uint32_t questions = 0;
};

struct Balance {
  std::vector<SpeakerBalance> speakers;  // one a speaker of the transcript
  std::uint64_t words = 0;
  std::uint32_t voices = 0;      // speakers with a turn in the range
  double index = -1, gini = -1;  // evenness of the words over those speakers
};
// Speakers whose entry in `shown` is false have no part: their turns count for nothing.
Balance balance_of(const Transcript& transcript, const Measures& measures, TurnRange range,
                   const std::vector<bool>* shown = nullptr);
// What follows from the sums of a balance: voices, means, shares, evenness.
void weigh(Balance& balance);
inline TurnRange whole(const Transcript& transcript) {
  return {0, static_cast<std::int32_t>(transcript.turns.size()) - 1};
}

// Roles as the file states them, and where it states none, as the talk shows them: among two speakers with at
// least three turns each, the one who asks at least twice as many questions a word is the interviewer, the
// other the interviewee. One entry a speaker.
std::vector<Role> roles_of(const Transcript& transcript, const Balance& whole_balance);

// How sure those roles are, one per speaker: 1 where the file states one, -1 where none is known. Of two told
// apart by their questions, the probability that the interviewer's rate of questions per word is at least
// twice the other's, given the questions and words of both (the rates' ratio with a uniform prior on whose
// question one is: a Beta distribution's tail, which is a binomial sum).
std::vector<double> role_confidence_of(const Transcript& transcript, const Balance& whole_balance,
                                       const std::vector<Role>& roles);

}  // namespace visavis
