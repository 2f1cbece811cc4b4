#include "analysis/topics.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <utility>

#include "analysis/languages.h"
#include "analysis/topic_labels.h"
#include "analysis/topic_segments.h"
#include "analysis/topic_threads.h"

namespace visavis {
namespace {

constexpr std::size_t kMostStarts = 60;
constexpr std::size_t kFewestTerms = 20;
// Against the vocabulary of all of a long talk no part of it holds together: a monologue of more than so many
// terms, and a conversation of more than kLongConversation, is looked at through windows of that many, each
// half over the one before. tools/bench topics measures it on talks that were joined to long ones.
constexpr std::uint32_t kWindowTerms = 4000, kLongConversation = 8000;

class TopicFinder {
 public:
  TopicFinder(const Transcript& transcript, const Measures& measures, const std::vector<TopicEdit>& edits)
      : transcript_(transcript), edits_(edits), words_before_(words_before(transcript, measures)) {
    topics_.language = language_of(transcript);
  }

  Topics find() {
    const auto turns = static_cast<std::int32_t>(transcript_.turns.size());
    // Turns of one innermost section that follow each other, as the author parted the talk.
    std::vector<TurnRange> parts;
    for (std::int32_t first = 0, last; first < turns; first = last + 1) {
      last = first;
      while (last + 1 < turns && section_of(last + 1) == section_of(first)) ++last;
      parts.push_back({first, last});
      if (transcript_.sections.empty() || words_in({first, last}) >= kLongSectionWords)
        look_into({first, last});
    }
    std::sort(strengths_.begin(), strengths_.end(), [](const Strength& a, const Strength& b) {
      if (a.drawn != b.drawn) return a.drawn;
      return a.rank != b.rank ? a.rank < b.rank : a.turn < b.turn;
    });
    for (const Strength& one : strengths_) topics_.starts.push_back(one.turn);
    choose(parts.size());
    for (const TurnRange& range : parts) part(range);
    label();
    return std::move(topics_);
  }

 private:
  struct Strength {
    bool drawn;        // one of the outline that errs least
    std::size_t rank;  // within its section
    std::int32_t turn;
    double sure;
  };
  struct Start {
    bool starts = false;  // a topic, unless the author's starts there anyway
    double sure = 1;
    std::string name;
  };

  std::int32_t section_of(std::int32_t turn) const {
    return transcript_.turns[static_cast<std::size_t>(turn)].section;
  }
  std::uint64_t words_in(TurnRange range) const {
    return words_before_[static_cast<std::size_t>(range.last) + 1] -
           words_before_[static_cast<std::size_t>(range.first)];
  }

  // Which starts are drawn: those that were found, and what a person said of them.
  void choose(std::size_t parts) {
    auto number = static_cast<std::size_t>(
        std::count_if(strengths_.begin(), strengths_.end(), [](const Strength& one) { return one.drawn; }));
    for (const TopicEdit& edit : edits_)
      if (edit.kind == TopicEdit::Kind::number)
        number = std::min(strengths_.size(), static_cast<std::size_t>(edit.value) -
                                                 std::min(parts, static_cast<std::size_t>(edit.value)));
    topics_.fewest = parts;
    topics_.number = parts + number;
    for (std::size_t k = 0; k < number; ++k) chosen_[strengths_[k].turn] = {true, strengths_[k].sure, {}};
    for (const TopicEdit& edit : edits_) {
      if (edit.kind == TopicEdit::Kind::number) continue;
      const bool starts = edit.kind == TopicEdit::Kind::start;
      Start& one = chosen_[edit.value];
      one = {starts, 1, starts ? (edit.name.empty() ? one.name : edit.name) : std::string()};
    }
  }

  // The topics of a range of turns.
  void part(TurnRange range) {
    const std::size_t first = topics_.list.size();
    const auto add = [&](std::int32_t turn, const Start& start) {
      topics_.list.push_back(
          {{turn, range.last}, section_of(range.first), false, start.sure, 0, {}, start.name});
    };
    const auto own = chosen_.find(range.first);
    add(range.first, own == chosen_.end() ? Start{} : own->second);
    topics_.list.back().confidence = 1;
    for (auto one = chosen_.upper_bound(range.first); one != chosen_.end() && one->first <= range.last; ++one)
      if (one->second.starts) {
        topics_.list.back().turns.last = one->first - 1;
        add(one->first, one->second);
      }
    for (std::size_t i = first; i < topics_.list.size(); ++i) {
      Topic& topic = topics_.list[i];
      topic.found = topics_.list.size() - first > 1 || !topic.name.empty();
      topic.words = words_in(topic.turns);
    }
  }

  // Looks for topics in a range of turns.
  void look_into(TurnRange range) {
    std::vector<std::int32_t> spoken;
    bool one_speaker = true;
    for (std::int32_t i = range.first; i <= range.last; ++i) {
      const std::int32_t speaker = transcript_.turns[static_cast<std::size_t>(i)].speaker;
      if (!is_spoken(transcript_.turns[static_cast<std::size_t>(i)])) continue;
      spoken.push_back(i);
      one_speaker =
          one_speaker && speaker == transcript_.turns[static_cast<std::size_t>(spoken.front())].speaker;
    }
    if (spoken.size() >= kFewestTurns) {
      find_in_windows(spoken, one_speaker);
    }
  }

  // Of a long talk, in each window what lies in its middle is taken, where there are words on both sides.
  void find_in_windows(const std::vector<std::int32_t>& spoken, bool one_speaker) {
    const std::vector<std::uint32_t> until = terms_of(spoken).first;  // terms before each turn
    const std::uint32_t all = until.back();
    if (!one_speaker && all <= kLongConversation) return find_starts(spoken, false, {0, spoken.size()});
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
      find_starts(window, one_speaker,
                  {at == 0 ? 0 : turn_at(at + kWindowTerms / 4) - first,
                   last ? window.size() : turn_at(at + 3 * kWindowTerms / 4) - first});
    }
  }

  struct Part {
    std::size_t first, end;
  };

  // The starts within `part` of these turns.
  void find_starts(const std::vector<std::int32_t>& spoken, bool one_speaker, Part part) {
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
    const std::vector<std::size_t> order = nested_starts(lattice, scores, outline, kMostStarts);
    for (std::size_t k = 0; k < order.size(); ++k) {
      const std::size_t start = order[k];
      if (outside(lattice.starts[start])) continue;
      double near = 0;  // of the candidates that are a turn away at most
      for (std::size_t c = start > 0 ? start - 1 : 0; c <= std::min(start + 1, lattice.size() - 1); ++c)
        if (c > 0 && lattice.starts[c] + 1 >= lattice.starts[start] &&
            lattice.starts[c] <= lattice.starts[start] + 1)
          near += posterior.start[c];
      strengths_.push_back({k < outline.size(), k, spoken[lattice.starts[start]], std::min(near, 1.0)});
    }
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
    std::vector<TermRange> ranges, found;
    std::vector<std::size_t> found_at;
    std::vector<std::string> names;
    for (const Topic& topic : topics_.list) {
      const auto place = [&](std::int32_t turn) {
        return static_cast<std::size_t>(std::lower_bound(spoken.begin(), spoken.end(), turn) -
                                        spoken.begin());
      };
      ranges.push_back({place(topic.turns.first), place(topic.turns.last + 1)});
      if (!topic.found) continue;
      found_at.push_back(ranges.size() - 1);
      found.push_back(ranges.back());
      names.push_back(topic.name);
    }
    std::vector<std::vector<TermRange>> threads(ranges.size());
    for (std::size_t i = 0; i < ranges.size(); ++i) topics_.list[i].thread = i;
    const std::vector<std::size_t> first = topic_threads(terms, found, names);
    for (std::size_t i = 0; i < first.size(); ++i) topics_.list[found_at[i]].thread = found_at[first[i]];
    for (std::size_t i = 0; i < ranges.size(); ++i) threads[topics_.list[i].thread].push_back(ranges[i]);
    const std::vector<std::vector<std::string>> phrases =
        keyphrases_of(transcript_, terms, threads, topics_.language);
    for (Topic& topic : topics_.list) {
      topic.keyphrases = phrases[topic.thread];
      topic.name = topics_.list[topic.thread].name;
    }
  }

  // Text without any speakers is read as a monologue.
  bool is_spoken(const Turn& turn) const { return turn.speaker != kNone || transcript_.speakers.empty(); }

  const Transcript& transcript_;
  const std::vector<TopicEdit>& edits_;
  std::vector<std::uint64_t> words_before_;
  Topics topics_;
  std::vector<Strength> strengths_;
  std::map<std::int32_t, Start> chosen_;  // by turn
  TopicTerms terms_;                      // of these turns, the last asked for
  std::vector<std::int32_t> terms_turns_;
};

}  // namespace

std::vector<TopicEdit> parse_topic_edits(std::string_view lines) {
  std::vector<TopicEdit> edits;
  Lines walk(lines);
  for (Span span; walk.next(span);) {
    std::string_view line = slice(lines, span);
    TopicEdit edit;
    const auto take = [&](std::string_view verb, TopicEdit::Kind kind) {
      if (!line.starts_with(verb)) return false;
      edit.kind = kind;
      line.remove_prefix(verb.size());
      return true;
    };
    if (!take("topics ", TopicEdit::Kind::number) && !take("topic ", TopicEdit::Kind::start) &&
        !take("untopic ", TopicEdit::Kind::none))
      continue;
    const auto [end, error] = std::from_chars(line.data(), line.data() + line.size(), edit.value);
    if (error != std::errc() || edit.value < 0) continue;
    edit.name = collapse_spaces({end, static_cast<std::size_t>(line.data() + line.size() - end)});
    edits.push_back(std::move(edit));
  }
  return edits;
}

Topics topics_of(const Transcript& transcript, const Measures& measures,
                 const std::vector<TopicEdit>& edits) {
  return TopicFinder(transcript, measures, edits).find();
}

std::string topic_title(const Topic& topic) {
  std::string title = topic.name;
  if (!title.empty()) return title;
  for (const std::string& phrase : topic.keyphrases) title += (title.empty() ? "" : " · ") + phrase;
  return title;
}

std::int32_t topic_level(const Transcript& transcript, const Topic& topic) noexcept {
  if (topic.section == kNone) return 1;
  return transcript.sections[static_cast<std::size_t>(topic.section)].level + 1;
}

}  // namespace visavis
