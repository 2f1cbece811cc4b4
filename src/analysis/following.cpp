#include "analysis/following.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace visavis {
namespace {

constexpr int kFittingRounds = 200;
constexpr std::int64_t kMostSteps = 100'000;  // of a talk: a month of them; times beyond are no talk's

// a[i] * b[j] off the diagonal has the row sums and column sums given.
void fit(const std::vector<double>& rows, const std::vector<double>& columns, std::vector<double>& a,
         std::vector<double>& b) {
  const std::size_t n = rows.size();
  a = rows, b = columns;
  for (int round = 0; round < kFittingRounds; ++round) {
    double most_change = 0;
    const auto scale = [&](std::vector<double>& own, const std::vector<double>& other,
                           const std::vector<double>& wanted) {
      double sum = 0;
      for (const double value : other) sum += value;
      for (std::size_t i = 0; i < n; ++i) {
        const double rest = sum - other[i];
        const double fitted = rest > 0 ? wanted[i] / rest : 0;
        most_change = std::max(most_change, std::abs(fitted - own[i]) * rest);
        own[i] = fitted;
      }
    };
    scale(a, b, rows);
    scale(b, a, columns);
    if (most_change < 1e-9) return;
  }
}

}  // namespace

std::vector<Following> following_of(const Transcript& transcript) {
  std::vector<std::pair<std::int32_t, std::int32_t>> steps;
  std::int32_t previous = kNone;
  const std::size_t speakers = transcript.speakers.size();
  std::vector<double> rows(speakers), columns(speakers);
  for (const Turn& turn : transcript.turns) {
    if (turn.speaker == kNone) continue;
    if (previous != kNone && turn.speaker != previous) {
      steps.emplace_back(previous, turn.speaker);
      ++rows[static_cast<std::size_t>(previous)];
      ++columns[static_cast<std::size_t>(turn.speaker)];
    }
    previous = turn.speaker;
  }
  std::sort(steps.begin(), steps.end());
  std::vector<double> a, b;
  fit(rows, columns, a, b);
  const auto voices = std::count_if(rows.begin(), rows.end(), [](double sum) { return sum > 0; });
  const auto all = static_cast<double>(steps.size());
  std::vector<Following> found;
  for (std::size_t first = 0, end = 0; first < steps.size(); first = end) {
    while (end < steps.size() && steps[end] == steps[first]) ++end;
    Following one{steps[first].first, steps[first].second, static_cast<std::uint32_t>(end - first)};
    const auto from = static_cast<std::size_t>(one.from), to = static_cast<std::size_t>(one.to);
    one.expected = a[from] * b[to];
    const double spread = one.expected * (1 - rows[from] / all) * (1 - columns[to] / all);
    one.residual = voices > 2 && spread > 0 ? (one.count - one.expected) / std::sqrt(spread)
                                            : std::numeric_limits<double>::quiet_NaN();
    found.push_back(one);
  }
  return found;
}

Sharing sharing_of(const Transcript& transcript, const SharingRules& rules) {
  Sharing sharing;
  sharing.rules = rules;
  std::vector<const Turn*> turns;
  std::vector<std::int32_t> voices;
  for (const Turn& turn : transcript.turns) {
    if (turn.speaker == kNone) continue;
    if (turn.start_ms == kNoTime || turn.end_ms == kNoTime) return sharing;
    if (std::find(voices.begin(), voices.end(), turn.speaker) == voices.end()) voices.push_back(turn.speaker);
    if (voices.size() > 2) return sharing;
    turns.push_back(&turn);
  }
  if (voices.size() != 2 || turns.size() < 3) return sharing;
  turns.erase(turns.begin());
  turns.pop_back();
  std::int64_t begin = turns.front()->start_ms, end = begin;
  std::int64_t time[2] = {0, 0};
  for (const Turn* turn : turns) {
    begin = std::min(begin, turn->start_ms), end = std::max(end, turn->end_ms);
    time[turn->speaker == voices[1]] += std::max<std::int64_t>(turn->end_ms - turn->start_ms, 0);
  }
  const std::int64_t steps = (end - begin) / rules.step_ms + 1, per_window = rules.window_ms / rules.step_ms;
  if (time[0] + time[1] == 0 || steps > kMostSteps) return sharing;
  const std::size_t primary = time[1] > time[0] ? 1 : 0;
  sharing.primary = voices[primary];
  sharing.imbalance = static_cast<double>(time[primary]) / static_cast<double>(time[0] + time[1]);

  // Speaking time of the primary and the other in each step.
  std::vector<std::int64_t> said[2];
  said[0].resize(static_cast<std::size_t>(steps));
  said[1].resize(static_cast<std::size_t>(steps));
  for (const Turn* turn : turns) {
    std::vector<std::int64_t>& mine = said[turn->speaker != sharing.primary];
    for (std::int64_t at = turn->start_ms; at < turn->end_ms;) {
      const std::int64_t step = (at - begin) / rules.step_ms;
      const std::int64_t until = std::min(turn->end_ms, begin + (step + 1) * rules.step_ms);
      mine[static_cast<std::size_t>(step)] += until - at;
      at = until;
    }
  }
  std::size_t led = 0, led_by_other = 0;
  for (std::int64_t step = 0; begin + step * rules.step_ms + rules.window_ms < end; ++step) {
    double in_window[2] = {0, 0};
    for (std::int64_t i = step; i < step + per_window; ++i)
      for (const std::size_t who : {0, 1})
        in_window[who] += static_cast<double>(said[who][static_cast<std::size_t>(i)]);
    const double both = in_window[0] + in_window[1];
    if (both == 0) continue;
    const int leads = in_window[0] / both > rules.threshold   ? 1
                      : in_window[1] / both > rules.threshold ? -1
                                                              : 0;
    sharing.windows.push_back(static_cast<std::int8_t>(leads));
    led += leads > 0;
    led_by_other += leads < 0;
  }
  const std::size_t count = sharing.windows.size();
  sharing.known = count > 0;
  if (sharing.known)
    sharing.label = 2 * (count - led - led_by_other) >= count ? "back-and-forth"
                    : 4 * led_by_other >= count               ? "alternating-dominance"
                                                              : "dominating-throughout";
  return sharing;
}

}  // namespace visavis
