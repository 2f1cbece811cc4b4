#include "analysis/shares.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "analysis/quantile.h"

namespace visavis {
namespace {

double amount_of(const SpeakerBalance& speaker, ShareOf measure) {
  switch (measure) {
    case ShareOf::time:
      return static_cast<double>(speaker.ms);
    case ShareOf::turns:
      return speaker.turns;
    case ShareOf::characters:
      return static_cast<double>(speaker.characters);
    default:
      return static_cast<double>(speaker.words);
  }
}

constexpr std::uint64_t kMostWindows = 1000;

std::size_t bin_of(std::uint32_t words) {
  std::size_t bin = 0;
  for (; words > 0; words /= 2) ++bin;
  return bin;
}

}  // namespace

const char* share_of_name(ShareOf measure) noexcept {
  constexpr const char* kNames[] = {"words", "time", "turns", "characters"};
  return kNames[static_cast<std::size_t>(measure)];
}

Shares shares_by(const Balance& balance, ShareOf measure) {
  Shares found;
  std::vector<double> amounts;
  double total = 0;
  for (const SpeakerBalance& speaker : balance.speakers) {
    if (speaker.turns == 0) continue;
    if (measure == ShareOf::time && speaker.ms == kNoTime) return found;
    amounts.push_back(amount_of(speaker, measure));
    total += amounts.back();
  }
  if (total <= 0) return found;
  found.known = true;
  for (const SpeakerBalance& speaker : balance.speakers)
    found.shares.push_back(speaker.turns == 0 ? 0 : amount_of(speaker, measure) / total);
  found.evenness = evenness_of(std::move(amounts));
  return found;
}

Evenness evenness_with(const std::vector<double>& shares, const Balance& balance, std::size_t silent) {
  std::vector<double> amounts(silent);
  for (std::size_t i = 0; i < shares.size(); ++i)
    if (balance.speakers[i].turns > 0) amounts.push_back(shares[i]);
  return evenness_of(std::move(amounts));
}

RollingBalance rolling_balance(const Transcript& transcript, const Analysis& analysis,
                               std::uint64_t window_words, std::size_t silent) {
  RollingBalance rolling;
  const std::uint64_t words = analysis.measures.words;
  if (words == 0) return rolling;
  const std::uint64_t window = window_words > 0 ? std::max(window_words, words / kMostWindows + 1)
                                                : std::max<std::uint64_t>(words / 10, 100);
  rolling.window_words = window;
  rolling.step_words = std::max<std::uint64_t>(window / 2, 1);
  std::size_t turn = 0;
  std::uint64_t turn_begins = 0;  // spoken words before it
  for (std::uint64_t first = 0;; first += rolling.step_words) {
    const std::uint64_t end = std::min(first + window, words);
    const auto said = [&](std::size_t id) -> std::uint64_t {
      return transcript.turns[id].speaker == kNone ? 0 : analysis.measures.turns[id].words;
    };
    while (turn_begins + said(turn) <= first) turn_begins += said(turn++);
    RollingBalance::Point point;
    point.first_word = first;
    point.turn = static_cast<std::int32_t>(turn);
    point.shares.resize(transcript.speakers.size());
    std::uint64_t begins = turn_begins;
    for (std::size_t id = turn; begins < end; ++id) {
      const std::uint64_t ends = begins + said(id);
      if (ends > begins)
        point.shares[static_cast<std::size_t>(transcript.turns[id].speaker)] +=
            static_cast<double>(std::min(ends, end) - std::max(begins, first));
      begins = ends;
    }
    std::vector<double> amounts(silent);
    for (std::size_t who = 0; who < point.shares.size(); ++who) {
      if (analysis.balance.speakers[who].turns > 0) amounts.push_back(point.shares[who]);
      point.shares[who] /= static_cast<double>(end - first);
    }
    point.index = evenness_of(std::move(amounts)).index;
    rolling.points.push_back(std::move(point));
    if (end == words) return rolling;
  }
}

std::vector<TurnLengths> turn_lengths(const Transcript& transcript, const Measures& measures,
                                      TurnRange range) {
  const std::size_t speakers = transcript.speakers.size();
  std::vector<TurnLengths> lengths(speakers);
  std::vector<std::vector<std::uint32_t>> words(speakers);
  std::vector<std::int64_t> ms(speakers, 0);  // kNoTime once a turn's is not measured
  std::int32_t running = kNone;
  std::uint32_t run = 0;
  const auto last = std::min(range.last, static_cast<std::int32_t>(transcript.turns.size()) - 1);
  for (std::int32_t id = std::max(range.first, 0); id <= last; ++id) {
    const Turn& turn = transcript.turns[static_cast<std::size_t>(id)];
    if (turn.speaker == kNone) continue;
    const auto who = static_cast<std::size_t>(turn.speaker);
    TurnLengths& mine = lengths[who];
    const std::uint32_t said = measures.turns[static_cast<std::size_t>(id)].words;
    words[who].push_back(said);
    if (mine.longest_turn == kNone || said > mine.longest) mine.longest = said, mine.longest_turn = id;
    const std::size_t bin = bin_of(said);
    if (mine.distribution.size() <= bin) mine.distribution.resize(bin + 1);
    ++mine.distribution[bin];
    run = turn.speaker == running ? run + 1 : 1;
    mine.runs += run == 1;
    mine.longest_run = std::max(mine.longest_run, run);
    running = turn.speaker;
    const bool measured = turn.start_ms != kNoTime && turn.end_ms != kNoTime &&
                          turn.start_source == TimeSource::measured &&
                          turn.end_source == TimeSource::measured;
    if (!measured)
      ms[who] = kNoTime;
    else if (ms[who] != kNoTime)
      ms[who] += std::max<std::int64_t>(turn.end_ms - turn.start_ms, 0);
  }
  for (std::size_t who = 0; who < speakers; ++who) {
    if (words[who].empty()) continue;
    TurnLengths& mine = lengths[who];
    std::sort(words[who].begin(), words[who].end());
    mine.turns = static_cast<std::uint32_t>(words[who].size());
    double sum = 0;
    for (const std::uint32_t said : words[who]) sum += said;
    mine.mean = sum / mine.turns;
    mine.median = quantile(words[who], .5);
    mine.lower_quartile = quantile(words[who], .25);
    mine.upper_quartile = quantile(words[who], .75);
    if (ms[who] != kNoTime && ms[who] > 0)
      mine.words_per_minute = sum * 60'000 / static_cast<double>(ms[who]);
  }
  return lengths;
}

}  // namespace visavis
