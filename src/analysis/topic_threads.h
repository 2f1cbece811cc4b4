// Which topics of a talk are one that comes back.
#pragma once

#include <string>
#include <vector>

#include "analysis/topic_labels.h"
#include "analysis/topic_terms.h"

namespace visavis {

// Two topics at least this alike can be one thread.
constexpr double kSameThread = .15;
// Of a topic with fewer terms nothing is said.
constexpr std::uint32_t kFewestThreadTerms = 30;
// So many topics are compared, those with the most terms.
constexpr std::size_t kMostThreadTopics = 120;

// For each topic, in order of the talk, the place of the first one of its thread: its own where it does not
// come back or is the first. Topics that a person called alike are one thread, and what a person gave a name
// takes up nothing that is not called so: thus a thread that is none can be undone.
//
// How alike two topics are is the cosine of their terms, each weighing log(1 + how often) times the log of
// how many topics there are for each that has it (Salton and Buckley 1988, "Term-weighting approaches in
// automatic text retrieval"). Two that are the most alike to each other are joined and then stand as one,
// until there are none. Topics that follow each other are not joined: they were parted. tools/bench topics
// threads measures it.
std::vector<std::size_t> topic_threads(const TopicTerms& terms, const std::vector<TermRange>& topics,
                                       const std::vector<std::string>& names);

}  // namespace visavis
