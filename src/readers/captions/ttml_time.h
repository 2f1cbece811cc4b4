// Time expressions of TTML 1 and 2 (section "Timing Value Expressions"), IMSC and EBU-TT-D.
#pragma once

#include <cstdint>
#include <string_view>

#include "base/time.h"

namespace visavis {

// The parameters of the tt element that time expressions depend on.
struct TtmlClock {
  double frame_rate = 30;  // the effective one, with its multiplier
  double nominal_frame_rate = 30;
  double sub_frame_rate = 1;
  double tick_rate = 1;
  bool smpte = false;               // ttp:timeBase="smpte": hours to frames all count frames
  int dropped_frames_a_minute = 0;  // ttp:dropMode: 2 for NTSC, 4 for PAL

  // False where `text` is no time expression (a wall clock is none here). A bare number counts as seconds and
  // sets `bare`, if given.
  bool parse(std::string_view text, std::int64_t& ms, bool* bare = nullptr) const noexcept;
};

}  // namespace visavis
