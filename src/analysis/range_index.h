// The balance of any range of turns in time that follows the logarithm of its length, for who asks again with
// each move of a brush: prefix sums of each speaker's turns, and a tree of the longest ones.
#pragma once

#include <cstdint>
#include <vector>

#include "analysis/floor.h"
#include "analysis/measures.h"
#include "model/transcript.h"

namespace visavis {

class RangeIndex {
 public:
  // Linear in the turns; keeps 36 bytes of each.
  RangeIndex(const Transcript& transcript, const Measures& measures, const Floor& floor);

  // What balance_of answers.
  Balance balance(TurnRange range, const std::vector<bool>* shown = nullptr) const;
  // FloorCounts::interruptions of floor_counts, one a speaker.
  std::vector<std::uint32_t> interruptions(TurnRange range, const std::vector<bool>* shown = nullptr) const;

 private:
  struct Sum {
    std::uint32_t words = 0, characters = 0, questions = 0, untimed = 0;
    std::int64_t ms = 0;
  };
  struct Cut {
    std::int32_t by = 0, of = 0, turn = 0;
  };
  std::uint32_t longest(std::size_t from, std::size_t to) const;

  std::vector<std::size_t> first_;      // of each speaker in turns_, and one more
  std::vector<std::int32_t> turns_;     // ids, speaker by speaker, rising
  std::vector<Sum> before_;             // of all entries of turns_ before one; one more than turns_
  std::vector<std::uint32_t> longest_;  // a segment tree of words over turns_
  std::vector<Cut> cuts_;               // by who cuts in, into whom, and turn
};

}  // namespace visavis
