#include "analysis/topic_threads.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

#include "analysis/term_bags.h"

namespace visavis {
namespace {

constexpr std::size_t kMostRounds = 6;

// Topics that are one so far.
struct Thread {
  std::vector<std::size_t> topics;  // in order
  TermBag bag;
  double length = 0;
  std::string name;
};

class Threader {
 public:
  Threader(const TopicTerms& terms, const std::vector<TermRange>& topics,
           const std::vector<std::string>& names)
      : first_(topics.size()) {
    std::iota(first_.begin(), first_.end(), std::size_t{0});
    const auto length = [&](std::size_t i) {
      return terms.first[topics[i].end] - terms.first[topics[i].first];
    };
    std::vector<std::size_t> compared;
    for (std::size_t i = 0; i < topics.size(); ++i)
      if (length(i) >= kFewestThreadTerms || !names[i].empty()) compared.push_back(i);
    if (compared.size() > kMostThreadTopics) {
      std::stable_sort(compared.begin(), compared.end(),
                       [&](std::size_t a, std::size_t b) { return length(a) > length(b); });
      compared.resize(kMostThreadTopics);
      std::sort(compared.begin(), compared.end());
    }
    std::vector<TermBag> bags;
    bags.reserve(compared.size());
    for (const std::size_t i : compared) bags.push_back(term_bag(terms, topics[i]));
    weights_ = TermWeights(bags, terms.stems.size());
    for (std::size_t k = 0; k < compared.size(); ++k) {
      const double own = weights_.dot(bags[k], bags[k]);
      threads_.push_back({{compared[k]}, std::move(bags[k]), own, names[compared[k]]});
    }
  }

  std::vector<std::size_t> join() {
    join_named();
    for (std::size_t round = 0; round < kMostRounds && join_mutual();) ++round;
    for (const Thread& one : threads_)
      for (const std::size_t topic : one.topics) first_[topic] = one.topics.front();
    return std::move(first_);
  }

 private:
  // Joins each two that are the most alike to each other; false where there are none.
  bool join_mutual() {
    struct Best {
      double alike = 0;
      std::size_t with = 0;
    };
    std::vector<Best> best(threads_.size());
    for (std::size_t i = 0; i < threads_.size(); ++i)
      for (std::size_t j = 0; j < i; ++j) {
        const double alike = alike_of(threads_[i], threads_[j]);
        if (alike > best[i].alike) best[i] = {alike, j};
        if (alike > best[j].alike) best[j] = {alike, i};
      }
    bool any = false;
    for (std::size_t i = 0; i < threads_.size(); ++i) {
      const std::size_t j = best[i].with;
      if (j <= i || best[i].alike < kSameThread || best[j].with != i || !may_be_one(threads_[i], threads_[j]))
        continue;
      take(i, j);
      any = true;
    }
    return any;
  }

  double alike_of(const Thread& a, const Thread& b) const {
    return a.length > 0 && b.length > 0 ? weights_.dot(a.bag, b.bag) / std::sqrt(a.length * b.length) : 0;
  }

  // Neighbours were parted, and what a person gave a name takes up nothing.
  static bool may_be_one(const Thread& a, const Thread& b) {
    if (!(a.topics.front() < b.topics.front() ? b : a).name.empty()) return false;
    for (const std::size_t topic : a.topics)
      for (const std::size_t other : b.topics)
        if (topic + 1 == other || other + 1 == topic) return false;
    return true;
  }

  // What a person called alike.
  void join_named() {
    std::map<std::string, std::size_t> known;
    for (std::size_t i = 0; i < threads_.size(); ++i) {
      if (threads_[i].name.empty()) continue;
      const auto [place, is_new] = known.try_emplace(threads_[i].name, i);
      if (!is_new) take(place->second, i);
    }
  }

  // The topics of `b` go to `a`; nothing is left of it.
  void take(std::size_t a, std::size_t b) {
    Thread &to = threads_[a], &from = threads_[b];
    to.topics.insert(to.topics.end(), from.topics.begin(), from.topics.end());
    std::sort(to.topics.begin(), to.topics.end());
    if (to.name.empty()) to.name = from.name;
    to.bag = joined(to.bag, from.bag);
    to.length = weights_.dot(to.bag, to.bag);
    from = {};
  }

  std::vector<std::size_t> first_;
  TermWeights weights_{{}, 0};
  std::vector<Thread> threads_;
};

}  // namespace

std::vector<std::size_t> topic_threads(const TopicTerms& terms, const std::vector<TermRange>& topics,
                                       const std::vector<std::string>& names) {
  return Threader(terms, topics, names).join();
}

}  // namespace visavis
