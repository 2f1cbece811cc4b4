// How often each term stands in a part of a talk, and how alike two parts are.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "analysis/topic_labels.h"
#include "analysis/topic_terms.h"

namespace visavis {

struct TermCount {
  std::uint32_t id = 0;
  double count = 0;
};
using TermBag = std::vector<TermCount>;  // by id, each once

TermBag term_bag(const TopicTerms& terms, TermRange range);
TermBag joined(const TermBag& a, const TermBag& b);

// Calls with each id that both have, and its counts.
template <class Visit>
void each_shared(const TermBag& a, const TermBag& b, Visit visit) {
  for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    if (a[i].id == b[j].id)
      visit(a[i].id, a[i].count, b[j].count), ++i, ++j;
    else
      a[i].id < b[j].id ? ++i : ++j;
  }
}

// What a term weighs among some parts: log(1 + how often) times the log of how many parts there are for each
// that has it (Salton and Buckley 1988, "Term-weighting approaches in automatic text retrieval").
class TermWeights {
 public:
  TermWeights(const std::vector<TermBag>& parts, std::size_t terms);
  double of(std::uint32_t id, double count) const;
  double dot(const TermBag& a, const TermBag& b) const;

 private:
  std::vector<double> rare_;  // by id
};

}  // namespace visavis
