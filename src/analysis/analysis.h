// What is found out about a talk, in one place: inspect, the twins, the scenes and the writers read these
// figures and compute none of their own.
#pragma once

#include <cstdint>
#include <vector>

#include "analysis/floor.h"
#include "analysis/measures.h"
#include "model/transcript.h"

namespace visavis {

// Plain numbers, one entry per turn, speaker or section of the transcript they were found in. It crosses to
// the page in scene/document_block.cpp, which knows each member.
struct Analysis {
  Measures measures;
  Balance balance;                          // of the whole talk
  std::vector<Role> roles;                  // one per speaker: stated, or as the talk shows them
  std::vector<std::uint64_t> words_before;  // of measures.h: one more than turns
  Floor floor;
  std::vector<std::uint64_t> section_words;  // one per section, with those of its children

  // Words of a range of turns, by the rule of words_before; 0 for an empty range.
  std::uint64_t words_in(TurnRange range) const noexcept;
};

// Linear in the transcript.
Analysis analyse(const Transcript& transcript);

}  // namespace visavis
