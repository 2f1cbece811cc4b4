// Who takes the floor after whom, beside what chance would give, and how two share the time as the talk goes
// on.
#pragma once

#include <cstdint>
#include <vector>

#include "model/transcript.h"

namespace visavis {

// Lag-sequential analysis at lag 1 (Bakeman and Gottman 1997, "Observing Interaction", chapters 7 and 8). The
// events are runs of turns by one speaker, narration passed over, so nobody follows themself; the expected
// counts are those of quasi-independence with that diagonal structurally empty, fitted by iterative
// proportional fitting. The adjusted residual is (x - m) / sqrt(m (1 - x_i+ / N)(1 - x_+j / N)): beyond about
// 2 more often than chance, under -2 less often. With empty cells its distribution is only approximately
// normal (ibid.).
struct Following {
  std::int32_t from = kNone, to = kNone;
  std::uint32_t count = 0;
  double expected = 0;
  double residual =
      0;  // NaN where nothing can vary: between two speakers, or with an expected count of 0 or all
};
// In order of `from` and `to`, those that happen. Linear in the turns but for sorting; a fixed number of
// rounds over the speakers.
std::vector<Following> following_of(const Transcript& transcript);

// Talk-time sharing between two (Zhang et al. 2025, "Time is On My Side: Dynamics of Talk-Time Sharing in
// Video-chat Conversations", as ConvoKit's Balance computes it): who has more of the speaking time is the
// primary speaker; in windows of `window_ms` every `step_ms`, one leads who has more than `threshold` of the
// speaking time in it. The first and the last turn are left out, as there by default. Speaking time in a
// window is all that lies in it.
struct SharingRules {
  std::int64_t window_ms = 150'000, step_ms = 30'000;  // the window a whole number of steps
  double threshold = .6;
};
struct Sharing {
  bool known = false;  // two speakers, every turn of theirs with its times, at least one window
  SharingRules rules;
  std::int32_t primary = kNone;
  double imbalance = 0;  // the primary speaker's share of the speaking time, .5 to 1
  std::vector<std::int8_t>
      windows;  // 1 the primary leads, -1 the other does, 0 neither; silent ones left out
  // "back-and-forth" where at least half the windows are led by neither, else "alternating-dominance" where
  // the other leads at least a quarter, else "dominating-throughout". The three are the paper's; the cuts
  // between them ours.
  const char* label = nullptr;
};
Sharing sharing_of(const Transcript& transcript, const SharingRules& rules = {});

}  // namespace visavis
