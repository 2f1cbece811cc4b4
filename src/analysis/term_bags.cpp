#include "analysis/term_bags.h"

#include <algorithm>
#include <cmath>

namespace visavis {

TermBag term_bag(const TopicTerms& terms, TermRange range) {
  std::vector<std::uint32_t> ids;
  for (std::uint32_t t = terms.first[range.first]; t < terms.first[range.end]; ++t)
    ids.push_back(terms.terms[t].id);
  std::sort(ids.begin(), ids.end());
  TermBag bag;
  for (const std::uint32_t id : ids) {
    if (bag.empty() || bag.back().id != id) bag.push_back({id, 0});
    ++bag.back().count;
  }
  return bag;
}

TermBag joined(const TermBag& a, const TermBag& b) {
  TermBag out;
  std::size_t j = 0;
  for (const TermCount& one : a) {
    while (j < b.size() && b[j].id < one.id) out.push_back(b[j++]);
    out.push_back(one);
    if (j < b.size() && b[j].id == one.id) out.back().count += b[j++].count;
  }
  out.insert(out.end(), b.begin() + static_cast<std::ptrdiff_t>(j), b.end());
  return out;
}

TermWeights::TermWeights(const std::vector<TermBag>& parts, std::size_t terms) : rare_(terms) {
  for (const TermBag& part : parts)
    for (const TermCount& one : part) ++rare_[one.id];
  for (double& value : rare_)
    if (value > 0) value = std::log(static_cast<double>(parts.size()) / value);
}

double TermWeights::of(std::uint32_t id, double count) const { return std::log1p(count) * rare_[id]; }

double TermWeights::dot(const TermBag& a, const TermBag& b) const {
  double sum = 0;
  each_shared(a, b,
              [&](std::uint32_t id, double mine, double other) { sum += of(id, mine) * of(id, other); });
  return sum;
}

}  // namespace visavis
