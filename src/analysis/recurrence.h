// Who takes up whose words, and where in the talk words come back.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "model/transcript.h"

namespace visavis {

// A conceptual recurrence plot (Angus, Smith and Wiles 2012, "Conceptual recurrence plots: revealing patterns
// in human discourse", IEEE Transactions on Visualization and Computer Graphics 18) with terms
// (topic_terms.h) in the place of concepts that are learned, and with stretches of the talk in the place of
// utterances where it is long, so that a plot has a bounded number of cells.
struct Recurrence {
  // Of the terms of a speaker's turns, each counted once a turn, those that nobody said before, those said
  // last by the same speaker, and those said last by another one. Measured; estimated as far as stems are.
  struct Speaker {
    std::uint32_t terms = 0, fresh = 0, own = 0, taken = 0;
  };
  struct Pair {
    std::int32_t speaker = kNone, of = kNone;  // who takes up a term that `of` said last
    std::uint32_t terms = 0;
  };
  // Turns that follow each other, of about the same number of terms.
  struct Stretch {
    std::int32_t first = 0, last = 0;
  };
  // Two stretches that share terms, and for the term that weighs most the first turn in each that says it.
  struct Link {
    std::uint32_t earlier = 0, later = 0;
    double alike = 0;  // cosine; terms weigh as term_bags.h has it
    std::int32_t turn = kNone, of_turn = kNone;
    std::vector<std::string> words;  // up to three that weigh most, as they are written in the later one
  };

  std::vector<Speaker> speakers;   // one a speaker
  std::vector<Pair> pairs;         // those with terms, by speaker, then by whose
  std::vector<Stretch> stretches;  // kMostStretches and one at most
  std::vector<Link> links;         // the most alike first
};

constexpr std::size_t kMostStretches = 60;
constexpr std::size_t kMostLinks = 150;
// Less alike is no link.
constexpr double kLeastAlike = .05;

// Linear in the talk: a term is looked up once a turn, and stretches are few.
Recurrence recurrence_of(const Transcript& transcript);

}  // namespace visavis
