#include "analysis/measures.h"

#include <algorithm>
#include <cmath>

#include "analysis/words.h"

namespace visavis {

Measures measure(const Transcript& transcript) {
  Measures measures;
  measure_more(transcript, measures, std::string::npos);
  return measures;
}

bool measure_more(const Transcript& transcript, Measures& measures, std::size_t bytes) {
  measures.turns.reserve(transcript.turns.size());
  std::size_t done = 0;
  while (measures.turns.size() < transcript.turns.size() && done < bytes) {
    const Turn& turn = transcript.turns[measures.turns.size()];
    const TextCounts counts = count_text(transcript.text_of(turn));
    measures.turns.push_back({counts.words, counts.questions});
    if (turn.speaker != kNone) measures.words += counts.words;
    measures.estimated |= counts.estimated;
    done += turn.text.size();
  }
  return measures.turns.size() == transcript.turns.size();
}

Balance balance_of(const Transcript& transcript, const Measures& measures, TurnRange range,
                   const std::vector<bool>* shown) {
  Balance balance;
  balance.speakers.resize(transcript.speakers.size());
  std::vector<bool> untimed(transcript.speakers.size(), false);
  const auto count = static_cast<std::int32_t>(transcript.turns.size());
  for (std::int32_t id = std::max(range.first, 0); id <= std::min(range.last, count - 1); ++id) {
    const Turn& turn = transcript.turns[static_cast<std::size_t>(id)];
    if (turn.speaker == kNone || (shown && !(*shown)[static_cast<std::size_t>(turn.speaker)])) continue;
    const auto who = static_cast<std::size_t>(turn.speaker);
    const TurnMeasure& weight = measures.turns[static_cast<std::size_t>(id)];
    SpeakerBalance& speaker = balance.speakers[who];
    ++speaker.turns;
    speaker.words += weight.words;
    speaker.questions += weight.questions;
    speaker.longest_turn = std::max(speaker.longest_turn, weight.words);
    balance.words += weight.words;
    if (turn.start_ms == kNoTime || turn.end_ms == kNoTime) {
      untimed[who] = true;
      continue;
    }
    speaker.ms =
        (speaker.ms == kNoTime ? 0 : speaker.ms) + std::max<std::int64_t>(turn.end_ms - turn.start_ms, 0);
  }
  double entropy = 0, differences = 0;
  std::vector<double> sorted;
  for (std::size_t who = 0; who < balance.speakers.size(); ++who) {
    SpeakerBalance& speaker = balance.speakers[who];
    if (untimed[who]) speaker.ms = kNoTime;
    if (speaker.turns == 0) continue;
    ++balance.voices;
    sorted.push_back(static_cast<double>(speaker.words));
    speaker.mean_turn = static_cast<double>(speaker.words) / speaker.turns;
    if (balance.words == 0) continue;
    speaker.share = static_cast<double>(speaker.words) / static_cast<double>(balance.words);
    if (speaker.share > 0) entropy -= speaker.share * std::log(speaker.share);
  }
  if (balance.voices < 2 || balance.words == 0) return balance;
  const double n = balance.voices;
  balance.index = entropy / std::log(n);
  // Over sorted values Σ|xi - xj| = 2 Σ (2i - n - 1) xi with i from 1, so the double sum is linear.
  std::sort(sorted.begin(), sorted.end());
  for (std::size_t i = 0; i < sorted.size(); ++i)
    differences += (2.0 * static_cast<double>(i + 1) - n - 1) * sorted[i];
  balance.gini = differences / (n * static_cast<double>(balance.words));
  return balance;
}

std::vector<std::uint64_t> words_before(const Transcript& transcript, const Measures& measures) {
  std::vector<std::uint64_t> before{0};
  before.reserve(transcript.turns.size() + 1);
  for (std::size_t i = 0; i < transcript.turns.size(); ++i) {
    const bool counts = transcript.turns[i].speaker != kNone || transcript.speakers.empty();
    before.push_back(before.back() + (counts ? measures.turns[i].words : 0));
  }
  return before;
}

std::vector<Role> roles_of(const Transcript& transcript, const Balance& whole_balance) {
  std::vector<Role> roles;
  bool stated = false;
  for (const Speaker& speaker : transcript.speakers) {
    roles.push_back(speaker.role);
    stated |= speaker.role != Role::unknown;
  }
  if (stated || roles.size() != 2) return roles;
  const SpeakerBalance& a = whole_balance.speakers[0];
  const SpeakerBalance& b = whole_balance.speakers[1];
  if (a.turns < 3 || b.turns < 3 || a.words == 0 || b.words == 0) return roles;
  const double rate_a = a.questions / static_cast<double>(a.words),
               rate_b = b.questions / static_cast<double>(b.words);
  if (rate_a >= 2 * rate_b && rate_a > 0) return {Role::interviewer, Role::interviewee};
  if (rate_b >= 2 * rate_a && rate_b > 0) return {Role::interviewee, Role::interviewer};
  return roles;
}

}  // namespace visavis
