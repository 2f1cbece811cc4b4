#include "analysis/recurrence.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "analysis/languages.h"
#include "analysis/term_bags.h"
#include "analysis/topic_terms.h"

namespace visavis {
namespace {

constexpr std::size_t kMostWords = 3;

class Finder {
 public:
  explicit Finder(const Transcript& transcript) : transcript_(transcript) {
    for (std::size_t i = 0; i < transcript.turns.size(); ++i)
      if (transcript.turns[i].speaker != kNone || transcript.speakers.empty())
        turns_.push_back(static_cast<std::int32_t>(i));
    terms_ = topic_terms(transcript, turns_, language_of(transcript));
  }

  Recurrence find() {
    who();
    part();
    link();
    return std::move(found_);
  }

 private:
  std::int32_t speaker_of(std::size_t turn) const {
    return transcript_.turns[static_cast<std::size_t>(turns_[turn])].speaker;
  }

  void who() {
    found_.speakers.resize(transcript_.speakers.size());
    if (found_.speakers.empty()) return;
    std::vector<std::int32_t> last(terms_.stems.size(), kNone);       // who said it
    std::vector<std::size_t> in(terms_.stems.size(), turns_.size());  // and in which turn
    std::map<std::pair<std::int32_t, std::int32_t>, std::uint32_t> pairs;
    for (std::size_t i = 0; i < turns_.size(); ++i) {
      const std::int32_t speaker = speaker_of(i);
      Recurrence::Speaker& mine = found_.speakers[static_cast<std::size_t>(speaker)];
      for (std::uint32_t t = terms_.first[i]; t < terms_.first[i + 1]; ++t) {
        const std::uint32_t id = terms_.terms[t].id;
        if (in[id] == i) continue;
        in[id] = i;
        ++mine.terms;
        if (last[id] == kNone)
          ++mine.fresh;
        else if (last[id] == speaker)
          ++mine.own;
        else
          ++mine.taken, ++pairs[{speaker, last[id]}];
        last[id] = speaker;
      }
    }
    for (const auto& [pair, terms] : pairs) found_.pairs.push_back({pair.first, pair.second, terms});
  }

  void part() {
    const std::uint32_t all = static_cast<std::uint32_t>(terms_.terms.size());
    std::size_t first = 0;
    for (std::size_t i = 0; i < turns_.size(); ++i) {
      const bool full = std::size_t{terms_.first[i + 1] - terms_.first[first]} * kMostStretches >= all;
      if (!full && i + 1 < turns_.size()) continue;
      bounds_.push_back(first);
      found_.stretches.push_back({turns_[first], turns_[i]});
      first = i + 1;
    }
    bounds_.push_back(turns_.size());
  }

  void link() {
    const std::size_t count = found_.stretches.size();
    std::vector<TermBag> bags;
    bags.reserve(count);
    for (std::size_t i = 0; i < count; ++i) bags.push_back(term_bag(terms_, {bounds_[i], bounds_[i + 1]}));
    const TermWeights weights(bags, terms_.stems.size());
    std::vector<double> length;
    length.reserve(count);
    for (const TermBag& bag : bags) length.push_back(weights.dot(bag, bag));
    for (std::uint32_t later = 0; later < count; ++later)
      for (std::uint32_t earlier = 0; earlier < later; ++earlier) {
        const double both = length[earlier] * length[later];
        const double alike = both > 0 ? weights.dot(bags[earlier], bags[later]) / std::sqrt(both) : 0;
        if (alike >= kLeastAlike) found_.links.push_back({earlier, later, alike, kNone, kNone, {}});
      }
    std::stable_sort(found_.links.begin(), found_.links.end(),
                     [](const Recurrence::Link& a, const Recurrence::Link& b) { return a.alike > b.alike; });
    if (found_.links.size() > kMostLinks) found_.links.resize(kMostLinks);
    for (Recurrence::Link& one : found_.links) {
      std::vector<std::pair<double, std::uint32_t>> shared;
      each_shared(bags[one.earlier], bags[one.later], [&](std::uint32_t id, double before, double after) {
        shared.emplace_back(-weights.of(id, before) * weights.of(id, after), id);
      });
      std::sort(shared.begin(), shared.end());
      shared.resize(std::min(shared.size(), kMostWords));
      for (const auto& [weight, id] : shared) {
        const Place place = first_of(id, one.later);
        one.words.push_back(collapse_spaces(slice(transcript_.text, place.text)));
        if (one.turn == kNone) one.turn = place.turn, one.of_turn = first_of(id, one.earlier).turn;
      }
    }
  }

  struct Place {
    std::int32_t turn = kNone;
    Span text;
  };
  Place first_of(std::uint32_t id, std::size_t stretch) const {
    for (std::size_t i = bounds_[stretch]; i < bounds_[stretch + 1]; ++i)
      for (std::uint32_t t = terms_.first[i]; t < terms_.first[i + 1]; ++t)
        if (terms_.terms[t].id == id) return {turns_[i], terms_.terms[t].text};
    return {};
  }

  const Transcript& transcript_;
  std::vector<std::int32_t> turns_;  // with speakers, or all where there are none
  TopicTerms terms_;
  std::vector<std::size_t> bounds_;  // of stretches, in turns_
  Recurrence found_;
};

}  // namespace

Recurrence recurrence_of(const Transcript& transcript) { return Finder(transcript).find(); }

}  // namespace visavis
