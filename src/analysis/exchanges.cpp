#include "analysis/exchanges.h"

#include <algorithm>
#include <unordered_set>
#include <utility>

#include "analysis/quantile.h"
#include "analysis/questions.h"
#include "analysis/words.h"
#include "base/unicode.h"

namespace visavis {
namespace {

// Turns of one speaker, by their ids.
struct Run {
  std::int32_t speaker = kNone;
  std::vector<std::int32_t> turns;
};

std::vector<Run> runs_of(const Transcript& transcript) {
  std::vector<Run> runs;
  for (std::size_t i = 0; i < transcript.turns.size(); ++i) {
    const std::int32_t speaker = transcript.turns[i].speaker;
    if (speaker == kNone) continue;
    if (runs.empty() || runs.back().speaker != speaker) runs.push_back({speaker, {}});
    runs.back().turns.push_back(static_cast<std::int32_t>(i));
  }
  return runs;
}

// Behind the question mark or before it, as languages have it.
bool ends_quoted(std::string_view sentence) {
  std::size_t at = sentence.size();
  const char32_t last = previous_code_point(sentence, at);
  return last == 0x201D || last == 0x201C || last == 0xBB || last == 0xAB || last == 0x300D || last == '"';
}

class Finder {
 public:
  Finder(const Transcript& transcript, const Measures& measures, const Floor& floor, Exchanges& found,
         const QuestionWords* language)
      : transcript_(transcript), measures_(measures), floor_(floor), found_(found), sorter_(language) {}

  void find(const std::vector<Run>& runs) {
    bool asked_before = false;  // by the run two before this one
    bool asked_last = false;
    for (std::size_t i = 0; i < runs.size(); ++i) {
      const std::size_t first = found_.questions.size();
      add_questions(runs[i]);
      bool asks = false;
      if (found_.questions.size() > first) {
        const bool returns = asked_before && i >= 2 && runs[i - 2].speaker == runs[i].speaker;
        if (returns) read(i - 1, runs[i - 1]);
        for (std::size_t q = first; q < found_.questions.size(); ++q)
          if (returns && found_.questions[q].asked())
            found_.questions[q].follow_up = shared_with(i - 1, q) > 0;
        if (i + 1 < runs.size()) answer(first, i + 1, runs[i + 1]);
        for (std::size_t q = first; q < found_.questions.size(); ++q) asks |= found_.questions[q].asked();
      }
      asked_before = asked_last;
      asked_last = asks;
    }
  }

 private:
  using Words = std::unordered_set<std::string>;

  void add_questions(const Run& run) {
    const std::size_t first = found_.questions.size();
    std::vector<std::uint32_t> words_after;  // each question's, up to the next one or the end of the run
    for (const std::int32_t id : run.turns) {
      const Turn& turn = transcript_.turns[static_cast<std::size_t>(id)];
      const std::string_view text = transcript_.text_of(turn);
      std::uint32_t counted = 0;
      const auto count_to = [&](std::uint32_t end) {
        if (!words_after.empty()) words_after.back() += count_text(slice(text, {counted, end})).words;
      };
      if (measures_.turns[static_cast<std::size_t>(id)].questions > 0)
        for (const Span span : questions_in(text)) {
          count_to(span.begin);
          counted = span.end;
          Exchange one;
          one.turn = id;
          one.text = {turn.text.begin + span.begin, turn.text.begin + span.end};
          one.kind = sorter_.kind_of(slice(text, span));
          one.quoted = ends_quoted(slice(text, span));
          found_.questions.push_back(one);
          words_after.push_back(0);
        }
      count_to(turn.text.size());
    }
    bool goes_on = false;  // after the question behind
    for (std::size_t q = found_.questions.size(); q-- > first;) {
      goes_on = words_after[q - first] >= found_.rules.goes_on_words ||
                (goes_on && q + 1 < found_.questions.size());
      found_.questions[q].rhetorical = goes_on && !found_.questions[q].quoted;
    }
  }

  void answer(std::size_t first, std::size_t place, const Run& run) {
    std::uint32_t words = 0;
    for (const std::int32_t id : run.turns) words += measures_.turns[static_cast<std::size_t>(id)].words;
    const Turn& turn = transcript_.turns[static_cast<std::size_t>(run.turns.front())];
    const TurnFloor& change = floor_.turns[static_cast<std::size_t>(run.turns.front())];
    const std::string_view text = transcript_.text_of(turn);
    bool met = false;
    if (measures_.turns[static_cast<std::size_t>(run.turns.front())].questions > 0) {
      const std::vector<Span> own = questions_in(text);
      met = !own.empty() && own.front().begin == trim(text, {0, turn.text.size()}).begin;
    }
    for (std::size_t q = first; q < found_.questions.size(); ++q) {
      Exchange& one = found_.questions[q];
      if (!one.asked()) continue;
      one.answer = run.turns.front();
      one.answer_words = words;
      one.met_by_question = met;
      if (change.before == one.turn && change.change != FloorChange::backchannel &&
          change.change != FloorChange::inside)
        one.delay_ms = change.offset_ms;
      read(place, run);
      one.shared_words = shared_with(place, q);
    }
  }

  // The content words of a run; those of the last two that were wanted are kept.
  void read(std::size_t place, const Run& run) {
    for (const auto& [known, words] : read_)
      if (known == place) return;
    std::swap(read_[0], read_[1]);
    read_[0] = {place, {}};
    for (const std::int32_t id : run.turns)
      for (SpokenWord& word :
           spoken_words(transcript_.text_of(transcript_.turns[static_cast<std::size_t>(id)])))
        if (sorter_.is_content(word.text)) read_[0].second.insert(std::move(word.text));
  }

  std::uint32_t shared_with(std::size_t place, std::size_t question) const {
    const Words* words = nullptr;
    for (const auto& [known, own] : read_)
      if (known == place) words = &own;
    std::uint32_t shared = 0;
    Words seen;
    for (SpokenWord& word : spoken_words(slice(transcript_.text, found_.questions[question].text)))
      if (words && words->count(word.text) > 0 && seen.insert(std::move(word.text)).second) ++shared;
    return shared;
  }

  const Transcript& transcript_;
  const Measures& measures_;
  const Floor& floor_;
  Exchanges& found_;
  QuestionSorter sorter_;
  std::pair<std::size_t, Words> read_[2] = {{static_cast<std::size_t>(-1), {}},
                                            {static_cast<std::size_t>(-1), {}}};
};

double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return quantile(values, .5);
}

}  // namespace

Exchanges exchanges_of(const Transcript& transcript, const Measures& measures, const Floor& floor,
                       const ExchangeRules& rules) {
  Exchanges found;
  found.rules = rules;
  const bool any = std::any_of(measures.turns.begin(), measures.turns.end(),
                               [](const TurnMeasure& turn) { return turn.questions > 0; });
  if (!any) return found;
  const QuestionWords* language = question_language(transcript);
  if (language) found.language = language->language;
  Finder(transcript, measures, floor, found, language).find(runs_of(transcript));
  return found;
}

std::vector<QuestionCounts> question_counts(const Transcript& transcript, const Exchanges& exchanges) {
  std::vector<QuestionCounts> counts(transcript.speakers.size());
  std::vector<std::vector<double>> lengths(counts.size()), delays(counts.size());
  for (const Exchange& one : exchanges.questions) {
    const auto who = static_cast<std::size_t>(transcript.turns[static_cast<std::size_t>(one.turn)].speaker);
    QuestionCounts& mine = counts[who];
    mine.quoted += one.quoted;
    mine.rhetorical += one.rhetorical;
    if (!one.asked()) continue;
    ++mine.asked;
    ++mine.by_kind[static_cast<std::size_t>(one.kind)];
    mine.follow_ups += one.follow_up;
    if (one.answer == kNone) continue;
    ++mine.answered;
    mine.met_by_question += one.met_by_question;
    mine.nothing_shared += one.shared_words == 0;
    lengths[who].push_back(one.answer_words);
    if (one.delay_ms != kNoTime) delays[who].push_back(static_cast<double>(one.delay_ms));
  }
  for (std::size_t who = 0; who < counts.size(); ++who) {
    counts[who].delays = static_cast<std::uint32_t>(delays[who].size());
    if (!lengths[who].empty()) counts[who].median_answer_words = median(std::move(lengths[who]));
    if (!delays[who].empty()) counts[who].median_delay_ms = median(std::move(delays[who]));
  }
  return counts;
}

}  // namespace visavis
