#include "analysis/topic_threads.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

namespace visavis {
namespace {

struct Weight {
  std::uint32_t id = 0;
  double count = 0;
};
using Bag = std::vector<Weight>;  // by id

Bag bag_of(const TopicTerms& terms, TermRange range) {
  std::vector<std::uint32_t> ids;
  for (std::uint32_t t = terms.first[range.first]; t < terms.first[range.end]; ++t)
    ids.push_back(terms.terms[t].id);
  std::sort(ids.begin(), ids.end());
  Bag bag;
  for (const std::uint32_t id : ids) {
    if (bag.empty() || bag.back().id != id) bag.push_back({id, 0});
    ++bag.back().count;
  }
  return bag;
}

// Calls with each id that both have, and its counts.
template <class Visit>
void each_shared(const Bag& a, const Bag& b, Visit visit) {
  for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    if (a[i].id == b[j].id)
      visit(a[i].id, a[i].count, b[j].count), ++i, ++j;
    else
      a[i].id < b[j].id ? ++i : ++j;
  }
}

Bag joined(const Bag& a, const Bag& b) {
  Bag out;
  std::size_t j = 0;
  for (const Weight& one : a) {
    while (j < b.size() && b[j].id < one.id) out.push_back(b[j++]);
    out.push_back(one);
    if (j < b.size() && b[j].id == one.id) out.back().count += b[j++].count;
  }
  out.insert(out.end(), b.begin() + static_cast<std::ptrdiff_t>(j), b.end());
  return out;
}

// Topics that are one so far.
struct Thread {
  std::vector<std::size_t> topics;  // in order
  Bag bag;
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
    idf_.assign(terms.stems.size(), 0);
    for (const std::size_t i : compared) {
      threads_.push_back({{i}, bag_of(terms, topics[i]), 0, names[i]});
      for (const Weight& one : threads_.back().bag) ++idf_[one.id];
    }
    for (double& value : idf_)
      if (value > 0) value = std::log(static_cast<double>(compared.size()) / value);
    for (Thread& one : threads_) measure(one);
  }

  std::vector<std::size_t> join() {
    join_named();
    while (join_mutual()) {
    }
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

  double weight(std::uint32_t id, double count) const { return std::log1p(count) * idf_[id]; }

  void measure(Thread& one) const {
    one.length = 0;
    for (const Weight& term : one.bag) {
      const double w = weight(term.id, term.count);
      one.length += w * w;
    }
  }

  double alike_of(const Thread& a, const Thread& b) const {
    if (a.length <= 0 || b.length <= 0) return 0;
    double dot = 0;
    each_shared(a.bag, b.bag, [&](std::uint32_t id, double mine, double other) {
      dot += weight(id, mine) * weight(id, other);
    });
    return dot / std::sqrt(a.length * b.length);
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
    measure(to);
    from = {};
  }

  std::vector<std::size_t> first_;
  std::vector<double> idf_;
  std::vector<Thread> threads_;
};

}  // namespace

std::vector<std::size_t> topic_threads(const TopicTerms& terms, const std::vector<TermRange>& topics,
                                       const std::vector<std::string>& names) {
  return Threader(terms, topics, names).join();
}

}  // namespace visavis
