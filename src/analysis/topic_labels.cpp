#include "analysis/topic_labels.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <unordered_map>

#include "analysis/languages.h"

namespace visavis {
namespace {

constexpr double kPrior = 150;          // terms' worth of what the talk as a whole says
constexpr double kRare = 1.0 / 20'000;  // how often a term that means little is said, of all terms
constexpr double kPhraseGain = .25, kLeadGain = .35;
constexpr std::size_t kLongestPhrase = 3, kLeadTurns = 3, kRivals = 24;

// Up to three stems in one number, in order; ids are below kMostStems.
constexpr unsigned kStemBits = 21;
constexpr std::size_t kMostStems = (std::size_t{1} << kStemBits) - 1;
using Phrase = std::uint64_t;
Phrase longer(Phrase phrase, std::uint32_t id) { return phrase << kStemBits | (id + 1); }
std::vector<std::uint32_t> stems_of(Phrase phrase) {
  std::vector<std::uint32_t> out;
  for (; phrase != 0; phrase >>= kStemBits)
    out.push_back(static_cast<std::uint32_t>((phrase & kMostStems) - 1));
  return out;
}

struct Count {
  std::uint32_t all = 0, lead = 0;  // in the range, and in its first turns
};

struct Rival {
  Phrase phrase = 0;
  double weight = 0;
  std::uint32_t count = 0;
};

class Labeller {
 public:
  Labeller(const Transcript& transcript, const TopicTerms& terms, std::string_view language)
      : transcript_(transcript), terms_(terms), said_(terms.stems.size()), named_(terms.stems.size()) {
    for (const TopicTerm& term : terms.terms) ++said_[term.id];
    std::unordered_map<std::string_view, std::uint32_t> ids;
    for (std::uint32_t id = 0; id < terms.stems.size(); ++id) ids.emplace(terms.stems[id], id);
    Stemmer stemmer(language);
    const auto leave_out = [&](std::string_view name) {
      for (const SpokenWord& word : spoken_words(name))
        if (const auto found = ids.find(stemmer.stem(word.text)); found != ids.end())
          named_[found->second] = true;
    };
    for (const Speaker& speaker : transcript.speakers) {
      leave_out(speaker.name);
      for (const std::string& alias : speaker.aliases) leave_out(alias);
    }
  }

  std::vector<std::string> label(const std::vector<TermRange>& ranges) const {
    const std::vector<Rival> rivals = rivals_in(ranges, kRivals);
    std::vector<Phrase> chosen;
    for (const Rival& rival : best_of(rivals, kMostKeyphrases)) chosen.push_back(rival.phrase);
    return as_written(ranges, chosen);
  }

  std::vector<KeyTerm> key_terms() const {
    const std::vector<TermRange> all{{0, terms_.turns()}};
    const std::vector<Rival> chosen = best_of(rivals_in(all, 3 * kMostKeyTerms), kMostKeyTerms);
    std::vector<Phrase> phrases;
    phrases.reserve(chosen.size());
    for (const Rival& rival : chosen) phrases.push_back(rival.phrase);
    const std::vector<std::string> texts = as_written(all, phrases);
    std::vector<KeyTerm> out;
    for (std::size_t i = 0; i < chosen.size(); ++i) {
      KeyTerm term{texts[i], {}, chosen[i].count};
      for (const std::uint32_t id : stems_of(chosen[i].phrase)) term.stems.push_back(terms_.stems[id]);
      std::reverse(term.stems.begin(), term.stems.end());
      out.push_back(std::move(term));
    }
    return out;
  }

 private:
  // The first that share no stem.
  static std::vector<Rival> best_of(const std::vector<Rival>& rivals, std::size_t most) {
    std::vector<Rival> chosen;
    std::vector<std::uint32_t> used;
    for (const Rival& rival : rivals) {
      const std::vector<std::uint32_t> stems = stems_of(rival.phrase);
      if (std::any_of(stems.begin(), stems.end(), [&](std::uint32_t id) {
            return std::find(used.begin(), used.end(), id) != used.end();
          }))
        continue;
      used.insert(used.end(), stems.begin(), stems.end());
      chosen.push_back(rival);
      if (chosen.size() == most) break;
    }
    return chosen;
  }

  // Calls with each phrase of the range that holds no name, and where its first and last term stand.
  template <class Visit>
  void each_phrase(TermRange range, Visit visit) const {
    const std::uint32_t end = terms_.first[range.end];
    for (std::uint32_t t = terms_.first[range.first]; t < end; ++t) {
      Phrase phrase = 0;
      for (std::uint32_t last = t; last < std::min<std::uint32_t>(end, t + kLongestPhrase); ++last) {
        const TopicTerm& term = terms_.terms[last];
        if ((last > t && !term.follows) || named_[term.id] || term.id + 1 >= kMostStems) break;
        phrase = longer(phrase, term.id);
        visit(phrase, t, last);
      }
    }
  }

  double weight_of(std::uint32_t id, double count, double here) const {
    const double all = static_cast<double>(terms_.terms.size()), everywhere = said_[id];
    const double prior = kPrior * (.5 * everywhere / all + .5 / static_cast<double>(terms_.stems.size()));
    const auto log_odds = [&](double said, double of) {
      return std::log((said + prior) / std::max(.5, of + kPrior - said - prior));
    };
    const double rest = everywhere - count;
    const double z = (log_odds(count, here) - log_odds(rest, all - here)) /
                     std::sqrt(1 / (count + prior) + 1 / (rest + prior));
    return (z + std::log1p(count) * std::max(0.0, std::log(count / here / kRare)) / 2) / 2;
  }

  // The best phrases, the best first.
  std::vector<Rival> rivals_in(const std::vector<TermRange>& ranges, std::size_t most) const {
    std::unordered_map<Phrase, Count> counts;
    double here = 0;
    for (const TermRange range : ranges) {
      const std::uint32_t lead_end = terms_.first[std::min(range.end, range.first + kLeadTurns)];
      each_phrase(range, [&](Phrase phrase, std::uint32_t first, std::uint32_t) {
        Count& count = counts[phrase];
        ++count.all;
        count.lead += first < lead_end;
      });
      here += terms_.first[range.end] - terms_.first[range.first];
    }
    std::vector<Rival> rivals;
    for (const auto& [phrase, count] : counts) {
      const std::vector<std::uint32_t> stems = stems_of(phrase);
      if (stems.size() > 1 && count.all < 2) continue;
      double sum = 0, least = 1e9;
      for (const std::uint32_t id : stems) {
        const double mine = counts[longer(0, id)].all;
        sum += weight_of(id, mine, here);
        least = std::min(least, mine);
      }
      const double length = static_cast<double>(stems.size());
      double weight = sum / length;
      weight *= 1 + kPhraseGain * (length - 1) * std::min(1.0, 1.5 * count.all / least);
      weight *= 1 + kLeadGain * std::min(2u, count.lead);
      rivals.push_back({phrase, weight, count.all});
    }
    const auto better = [](const Rival& a, const Rival& b) {
      return a.weight != b.weight ? a.weight > b.weight : a.phrase < b.phrase;
    };
    const std::size_t kept = std::min(rivals.size(), most);
    std::partial_sort(rivals.begin(), rivals.begin() + static_cast<std::ptrdiff_t>(kept), rivals.end(),
                      better);
    rivals.resize(kept);
    return rivals;
  }

  // Each phrase as it is most often written in the range; of equals the one that is first in the alphabet,
  // where capitals come first, since names have them.
  std::vector<std::string> as_written(const std::vector<TermRange>& ranges,
                                      const std::vector<Phrase>& phrases) const {
    std::vector<std::map<std::string, std::uint32_t>> forms(phrases.size());
    std::unordered_map<Phrase, std::size_t> places;
    for (std::size_t i = 0; i < phrases.size(); ++i) places.emplace(phrases[i], i);
    for (const TermRange range : ranges)
      each_phrase(range, [&](Phrase phrase, std::uint32_t first, std::uint32_t last) {
        if (const auto place = places.find(phrase); place != places.end())
          ++forms[place->second][collapse_spaces(
              slice(transcript_.text, {terms_.terms[first].text.begin, terms_.terms[last].text.end}))];
      });
    std::vector<std::string> out;
    for (const auto& form : forms) {
      const auto most = std::max_element(form.begin(), form.end(),
                                         [](const auto& a, const auto& b) { return a.second < b.second; });
      if (most != form.end()) out.push_back(most->first);
    }
    return out;
  }

  const Transcript& transcript_;
  const TopicTerms& terms_;
  std::vector<std::uint32_t> said_;
  std::vector<bool> named_;
};

}  // namespace

std::vector<std::vector<std::string>> keyphrases_of(const Transcript& transcript, const TopicTerms& terms,
                                                    const std::vector<std::vector<TermRange>>& threads,
                                                    std::string_view language) {
  const Labeller labeller(transcript, terms, language);
  std::vector<std::vector<std::string>> out;
  out.reserve(threads.size());
  for (const std::vector<TermRange>& ranges : threads) out.push_back(labeller.label(ranges));
  return out;
}

std::vector<std::vector<std::string>> keyphrases_of(const Transcript& transcript, const TopicTerms& terms,
                                                    const std::vector<TermRange>& ranges,
                                                    std::string_view language) {
  std::vector<std::vector<TermRange>> each;
  each.reserve(ranges.size());
  for (const TermRange range : ranges) each.push_back({range});
  return keyphrases_of(transcript, terms, each, language);
}

std::vector<KeyTerm> key_terms_of(const Transcript& transcript) {
  std::vector<std::int32_t> turns;
  for (std::size_t i = 0; i < transcript.turns.size(); ++i)
    if (transcript.turns[i].speaker != kNone || transcript.speakers.empty())
      turns.push_back(static_cast<std::int32_t>(i));
  const std::string_view language = language_of(transcript);
  const TopicTerms terms = topic_terms(transcript, turns, language);
  return Labeller(transcript, terms, language).key_terms();
}

}  // namespace visavis
