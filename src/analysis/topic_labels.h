// What a topic is about, in a few words of its own.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/topic_terms.h"

namespace visavis {

// A run of turns, by their place in TopicTerms; the end is not part of it.
struct TermRange {
  std::size_t first = 0, end = 0;
};

constexpr std::size_t kMostKeyphrases = 3;

// Up to three keyphrases of each range, the best first, that share no stem: terms, or two or three that
// follow each other at least twice, as they were most often written, without the words of the speakers'
// names.
//
// A term weighs as it is commoner here than in the rest of the talk (log-odds with an informative Dirichlet
// prior: Monroe, Colaresi and Quinn 2008, "Fightin' words") and as it is common here at all, since what a
// whole interview is about its headings name as well; more where it is said in the first turns of the range.
std::vector<std::vector<std::string>> keyphrases_of(const Transcript& transcript, const TopicTerms& terms,
                                                    const std::vector<TermRange>& ranges,
                                                    std::string_view language);
// The same of topics that come back: of all the ranges of each together.
std::vector<std::vector<std::string>> keyphrases_of(const Transcript& transcript, const TopicTerms& terms,
                                                    const std::vector<std::vector<TermRange>>& threads,
                                                    std::string_view language);

// What a whole talk is about: up to kMostKeyTerms phrases as those of a topic, of which all is one.
struct KeyTerm {
  std::string text;                // as it is most often written
  std::vector<std::string> stems;  // of its words; what two talks can share
  std::uint32_t count = 0;         // how often it is said
};
constexpr std::size_t kMostKeyTerms = 40;
std::vector<KeyTerm> key_terms_of(const Transcript& transcript);

}  // namespace visavis
