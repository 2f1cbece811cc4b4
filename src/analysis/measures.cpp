#include "analysis/measures.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "analysis/words.h"
#include "base/numbers.h"
#include "base/order.h"

namespace visavis {

Measures measure(const Transcript& transcript) {
  Measures measures;
  measures.turns.reserve(transcript.turns.size());
  std::uint64_t all = 0, signs = 0;
  for (const Turn& turn : transcript.turns) {
    const TextCounts counts = count_text(transcript.text_of(turn));
    measures.turns.push_back({counts.words, counts.questions, counts.characters});
    if (turn.speaker != kNone) measures.words += counts.words;
    measures.estimated |= counts.estimated;
    all += counts.words;
    signs += counts.signs;
  }
  measures.characters = signs * 2 > all;
  return measures;
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
    speaker.characters += weight.characters;
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
  for (std::size_t who = 0; who < balance.speakers.size(); ++who)
    if (untimed[who]) balance.speakers[who].ms = kNoTime;
  weigh(balance);
  return balance;
}

void weigh(Balance& balance) {
  std::vector<double> amounts;
  for (SpeakerBalance& speaker : balance.speakers) {
    if (speaker.turns == 0) continue;
    ++balance.voices;
    amounts.push_back(static_cast<double>(speaker.words));
    speaker.mean_turn = static_cast<double>(speaker.words) / speaker.turns;
    if (balance.words > 0)
      speaker.share = static_cast<double>(speaker.words) / static_cast<double>(balance.words);
  }
  const Evenness evenness = evenness_of(std::move(amounts));
  balance.index = evenness.index;
  balance.gini = evenness.gini;
}

Evenness evenness_of(std::vector<double> amounts) {
  Evenness evenness;
  double total = 0, entropy = 0, differences = 0;
  for (const double amount : amounts) total += amount;
  if (amounts.size() < 2 || total <= 0) return evenness;
  const auto n = static_cast<double>(amounts.size());
  for (const double amount : amounts)
    if (amount > 0) entropy -= amount / total * natural_log(amount / total);
  evenness.index = entropy / natural_log(n);
  // Over sorted values Σ|xi - xj| = 2 Σ (2i - n - 1) xi with i from 1, so the double sum is linear.
  order_values(amounts, [](double a, double b) { return a < b; });
  for (std::size_t i = 0; i < amounts.size(); ++i)
    differences += (2.0 * static_cast<double>(i + 1) - n - 1) * amounts[i];
  evenness.gini = differences / (n * total);
  return evenness;
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

std::vector<double> role_confidence_of(const Transcript& transcript, const Balance& whole_balance,
                                       const std::vector<Role>& roles) {
  std::vector<double> sure(roles.size(), -1);
  bool stated = false;
  for (std::size_t i = 0; i < roles.size(); ++i) {
    stated |= transcript.speakers[i].role != Role::unknown;
    if (transcript.speakers[i].role != Role::unknown) sure[i] = 1;
  }
  if (stated || roles.size() != 2 || roles[0] == Role::unknown) return sure;
  const std::size_t asks = roles[0] == Role::interviewer ? 0 : 1;
  const SpeakerBalance &one = whole_balance.speakers[asks], &other = whole_balance.speakers[1 - asks];
  // A question is theirs with probability p: at a ratio of rates of 2, p0. P(p > p0) for a Beta(a + 1, b + 1)
  // is P(X <= a) for a binomial X of a + b + 1 trials at p0, summed from its logarithms.
  const double twice = 2 * static_cast<double>(one.words);
  const double p0 = twice / (twice + static_cast<double>(other.words));
  const double n = static_cast<double>(one.questions) + other.questions + 1;
  double sum = 0;
  for (std::uint32_t k = 0; k <= one.questions; ++k)
    sum += std::exp(std::lgamma(n + 1) - std::lgamma(k + 1.0) - std::lgamma(n - k + 1) + k * std::log(p0) +
                    (n - k) * std::log1p(-p0));
  sure[0] = sure[1] = std::min(sum, 1.0);
  return sure;
}

}  // namespace visavis
