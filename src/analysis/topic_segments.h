// Where the topics of a talk begin, as a distribution over all ways to part it, and the one way to draw.
//
// A way to part the talk weighs as its topics hold together and as its beginnings look like beginnings:
//
//   Σ over topics   cohesion of its terms     (Eisenstein and Barzilay 2008, "Bayesian unsupervised topic
//                                              segmentation"; Utiyama and Isahara 2001, "A statistical model
//                                              for domain-independent text segmentation")
//   Σ over starts   cues of the turn          (Galley et al. 2003, "Discourse segmentation of multi-party
//                                              conversation"; topic_cues.h)
//   + log prior of the number of topics, which grows slowly with the talk
//
// a semi-Markov conditional random field (Sarawagi and Cohen 2004). What is drawn is the way that errs least
// in expectation over it, by Pk (Beeferman, Berger and Lafferty 1999) and WindowDiff (Pevzner and Hearst
// 2002) together, so that where starts are uncertain fewer are drawn.
#pragma once

#include <cstdint>
#include <vector>

#include "analysis/topic_cues.h"
#include "analysis/topic_terms.h"

namespace visavis {

// The constants, fitted by `tools/bench topics --fit`, which says how.
struct TopicModel {
  double cohesion;       // weight of the terms against the cues, for kUsualTerms terms and scaled for others
  CueValues cues;        // weight of each cue
  double opener;         // for starts by who opens the topics of the talk, against others (TopicOpener)
  double start;          // what each start costs
  double one;            // log prior of a talk on one topic
  double spread;         // else of the logarithm of the number of topics around the usual one, as a precision
  double usual, growth;  // the usual number: usual * terms ^ growth
  double caution;        // 0: errors as Pk counts them, 1: as WindowDiff does
};
const TopicModel& topic_model(bool one_speaker) noexcept;

// Where a topic may start, at most kMostCandidates turns, and how well the terms between each two hold
// together.
struct TopicLattice {
  static constexpr std::size_t kMostCandidates = 300;

  std::vector<std::uint32_t> starts;  // candidate turns in order, the first 0, and the number of turns last
  std::vector<double> cohesion;       // of [starts[i], starts[j]) at i * starts.size() + j
  double terms = 0;

  std::size_t size() const noexcept { return starts.size() - 1; }
  double& at(std::vector<double>& table, std::size_t i, std::size_t j) const {
    return table[i * starts.size() + j];
  }
  double at(const std::vector<double>& table, std::size_t i, std::size_t j) const {
    return table[i * starts.size() + j];
  }
};
// Linear in the terms: of a long talk the likeliest candidates are kept, spread over all of it.
TopicLattice topic_lattice(const TopicTerms& terms, const std::vector<CueValues>& cues,
                           const TopicModel& model);

// The log weight of each segment with its start's cues, as `cohesion` is laid out.
std::vector<double> segment_scores(const TopicLattice& lattice, const std::vector<CueValues>& cues,
                                   const TopicModel& model);
// What scales the cohesion: terms of one topic are no independent witnesses, the more of them the less so.
double cohesion_scale(const TopicLattice& lattice, const TopicModel& model);

// Most talks of two have one who opens the topics, in most interviews who asks. Who it is is not known but
// summed over: the one or the other of the two who speak most, or anyone.
enum class TopicOpener : std::uint8_t { anyone, first, second };
constexpr TopicOpener kTopicOpeners[] = {TopicOpener::anyone, TopicOpener::first, TopicOpener::second};
// What a start by `speaker` (main_speakers) weighs where topics are opened so.
double opener_weight(TopicOpener opener, std::uint8_t speaker, const TopicModel& model) noexcept;

struct TopicPosterior {
  std::vector<double> segment;  // probability of each segment, laid out as `cohesion` is
  std::vector<double> start;    // that a topic starts at the candidate
  std::vector<double> number;   // probability of each number of topics, from 0 on
  double topics = 1;            // the expected one
  double log_weight = 0;        // of all ways together
};
// Forward-backward over candidates and numbers of topics: exact.
TopicPosterior topic_posterior(const TopicLattice& lattice, const std::vector<double>& scores,
                               const TopicModel& model);
// The same with starts weighed by who opens topics, and summed over that (`speakers` of main_speakers).
TopicPosterior opened_posterior(const TopicLattice& lattice, const std::vector<double>& scores,
                                const std::vector<std::uint8_t>& speakers, TopicOpener opener,
                                const TopicModel& model);
TopicPosterior topic_posterior(const TopicLattice& lattice, const std::vector<double>& scores,
                               const std::vector<std::uint8_t>& speakers, const TopicModel& model);

// The candidates that start a topic, by index and without the first: the outline that errs least.
std::vector<std::size_t> least_error_starts(const TopicLattice& lattice, const TopicPosterior& posterior,
                                            const TopicModel& model);

// Starts from the strongest on: the first k part the talk into k + 1 topics, and each such outline is nested
// in the next. `outline` is one of them, what is coarser leaves out the start that costs the least weight,
// what is finer adds the one that gains most, `most` in all.
std::vector<std::size_t> nested_starts(const TopicLattice& lattice, const std::vector<double>& scores,
                                       const std::vector<std::size_t>& outline, std::size_t most);

}  // namespace visavis
