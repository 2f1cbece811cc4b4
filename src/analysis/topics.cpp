#include "analysis/topics.h"

#include <algorithm>
#include <utility>

#include "analysis/languages.h"
#include "analysis/topic_labels.h"
#include "analysis/topic_segments.h"

namespace visavis {
namespace {

constexpr std::size_t kMostStarts = 60;
constexpr std::size_t kFewestTerms = 20;
// A monologue longer than this is looked at through windows of this many terms, each half over the one
// before: against the vocabulary of all of a long talk no part of it holds together.
constexpr std::uint32_t kWindowTerms = 4000;

class TopicFinder {
 public:
  TopicFinder(const Transcript& transcript, const Measures& measures)
      : transcript_(transcript), words_before_(words_before(transcript, measures)) {
    topics_.language = language_of(transcript);
  }

  Topics find() {
    const auto turns = static_cast<std::int32_t>(transcript_.turns.size());
    // Turns of one innermost section that follow each other, as the author parted the talk.
    for (std::int32_t first = 0, last; first < turns; first = last + 1) {
      last = first;
      while (last + 1 < turns && section_of(last + 1) == section_of(first)) ++last;
      const std::int32_t section = section_of(first);
      const std::uint64_t words = words_in({first, last});
      if (transcript_.sections.empty() || words >= kLongSectionWords)
        part({first, last}, section);
      else
        topics_.list.push_back({{first, last}, section, false, 1, words, {}});
    }
    std::sort(strengths_.begin(), strengths_.end(), [](const Strength& a, const Strength& b) {
      return a.rank != b.rank ? a.rank < b.rank : a.turn < b.turn;
    });
    for (const Strength& one : strengths_) topics_.starts.push_back(one.turn);
    label();
    return std::move(topics_);
  }

 private:
  struct Strength {
    std::size_t rank;  // within its section
    std::int32_t turn;
  };

  std::int32_t section_of(std::int32_t turn) const {
    return transcript_.turns[static_cast<std::size_t>(turn)].section;
  }
  std::uint64_t words_in(TurnRange range) const {
    return words_before_[static_cast<std::size_t>(range.last) + 1] -
           words_before_[static_cast<std::size_t>(range.first)];
  }

  // Finds the topics of a range of turns.
  void part(TurnRange range, std::int32_t section) {
    std::vector<std::int32_t> spoken;
    bool one_speaker = true;
    for (std::int32_t i = range.first; i <= range.last; ++i) {
      const std::int32_t speaker = transcript_.turns[static_cast<std::size_t>(i)].speaker;
      if (!is_spoken(transcript_.turns[static_cast<std::size_t>(i)])) continue;
      spoken.push_back(i);
      one_speaker =
          one_speaker && speaker == transcript_.turns[static_cast<std::size_t>(spoken.front())].speaker;
    }
    std::vector<std::int32_t> starts{range.first};
    std::vector<double> sure{1};
    if (spoken.size() >= kFewestTurns) {
      if (one_speaker)
        find_in_windows(spoken, starts, sure);
      else
        find_starts(spoken, false, {0, spoken.size()}, starts, sure);
    }
    for (std::size_t k = 0; k < starts.size(); ++k) {
      const TurnRange turns{starts[k], k + 1 < starts.size() ? starts[k + 1] - 1 : range.last};
      topics_.list.push_back({turns, section, starts.size() > 1, sure[k], words_in(turns), {}});
    }
  }

  // In each window what lies in its middle is taken, where there are words on both sides.
  void find_in_windows(const std::vector<std::int32_t>& spoken, std::vector<std::int32_t>& starts,
                       std::vector<double>& sure) {
    const std::vector<std::uint32_t> until = terms_of(spoken).first;  // terms before each turn
    const std::uint32_t all = until.back();
    const auto turn_at = [&](std::uint32_t terms) {
      return static_cast<std::size_t>(std::lower_bound(until.begin(), until.end(), terms) - until.begin());
    };
    bool last = false;
    for (std::uint32_t at = 0; !last; at += kWindowTerms / 2) {
      last = at + kWindowTerms >= all;
      const std::size_t first = turn_at(at), end = last ? spoken.size() : turn_at(at + kWindowTerms);
      if (first + 1 >= end) continue;
      const std::vector<std::int32_t> window(spoken.begin() + static_cast<std::ptrdiff_t>(first),
                                             spoken.begin() + static_cast<std::ptrdiff_t>(end));
      find_starts(window, true,
                  {at == 0 ? 0 : turn_at(at + kWindowTerms / 4) - first,
                   last ? window.size() : turn_at(at + 3 * kWindowTerms / 4) - first},
                  starts, sure);
    }
  }

  struct Part {
    std::size_t first, end;
  };

  // The starts within `part` of these turns.
  void find_starts(const std::vector<std::int32_t>& spoken, bool one_speaker, Part part,
                   std::vector<std::int32_t>& starts, std::vector<double>& sure) {
    const auto outside = [part](std::uint32_t turn) { return turn < part.first || turn >= part.end; };
    const TopicTerms& terms = terms_of(spoken);
    if (terms.terms.size() < kFewestTerms) return;
    const TopicModel& model = topic_model(one_speaker);
    const std::vector<CueValues> cues = topic_cues(transcript_, spoken, terms, topics_.language);
    const TopicLattice lattice = topic_lattice(terms, cues, model);
    const std::vector<double> scores = segment_scores(lattice, cues, model);
    const TopicPosterior posterior =
        topic_posterior(lattice, scores, main_speakers(transcript_, spoken), model);
    const std::vector<std::size_t> outline = least_error_starts(lattice, posterior, model);
    for (const std::size_t start : outline) {
      if (outside(lattice.starts[start])) continue;
      double near = 0;  // of the candidates that are a turn away at most
      for (std::size_t c = start > 0 ? start - 1 : 0; c <= std::min(start + 1, lattice.size() - 1); ++c)
        if (c > 0 && lattice.starts[c] + 1 >= lattice.starts[start] &&
            lattice.starts[c] <= lattice.starts[start] + 1)
          near += posterior.start[c];
      starts.push_back(spoken[lattice.starts[start]]);
      sure.push_back(std::min(near, 1.0));
    }
    const std::vector<std::size_t> order = nested_starts(lattice, scores, outline, kMostStarts);
    for (std::size_t k = 0; k < order.size(); ++k)
      if (!outside(lattice.starts[order[k]])) strengths_.push_back({k, spoken[lattice.starts[order[k]]]});
  }

  // Of a talk without sections the topics are found and labelled by the same terms.
  const TopicTerms& terms_of(const std::vector<std::int32_t>& spoken) {
    if (spoken != terms_turns_ || spoken.empty()) {
      terms_ = topic_terms(transcript_, spoken, topics_.language);
      terms_turns_ = spoken;
    }
    return terms_;
  }

  void label() {
    std::vector<std::int32_t> spoken;
    for (std::size_t i = 0; i < transcript_.turns.size(); ++i)
      if (is_spoken(transcript_.turns[i])) spoken.push_back(static_cast<std::int32_t>(i));
    const TopicTerms& terms = terms_of(spoken);
    std::vector<TermRange> ranges;
    for (const Topic& topic : topics_.list) {
      const auto place = [&](std::int32_t turn) {
        return static_cast<std::size_t>(std::lower_bound(spoken.begin(), spoken.end(), turn) -
                                        spoken.begin());
      };
      ranges.push_back({place(topic.turns.first), place(topic.turns.last + 1)});
    }
    std::vector<std::vector<std::string>> phrases =
        keyphrases_of(transcript_, terms, ranges, topics_.language);
    for (std::size_t i = 0; i < phrases.size(); ++i) topics_.list[i].keyphrases = std::move(phrases[i]);
  }

  // Text without any speakers is read as a monologue.
  bool is_spoken(const Turn& turn) const { return turn.speaker != kNone || transcript_.speakers.empty(); }

  const Transcript& transcript_;
  std::vector<std::uint64_t> words_before_;
  Topics topics_;
  std::vector<Strength> strengths_;
  TopicTerms terms_;  // of these turns, the last asked for
  std::vector<std::int32_t> terms_turns_;
};

}  // namespace

Topics topics_of(const Transcript& transcript, const Measures& measures) {
  return TopicFinder(transcript, measures).find();
}

std::string topic_title(const Topic& topic) {
  std::string title;
  for (const std::string& phrase : topic.keyphrases) title += (title.empty() ? "" : " · ") + phrase;
  return title;
}

std::int32_t topic_level(const Transcript& transcript, const Topic& topic) noexcept {
  if (topic.section == kNone) return 1;
  return transcript.sections[static_cast<std::size_t>(topic.section)].level + 1;
}

}  // namespace visavis
