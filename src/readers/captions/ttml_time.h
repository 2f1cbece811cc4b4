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

  std::int64_t first_day = -1;  // of wall clocks with a date, in days since 1970; negative: none was seen yet

  enum class Kind : std::uint8_t {
    none,    // no time expression
    time,    // counted from where the element's container begins
    bare,    // a number without a unit, which is not in the standard, taken as seconds
    moment,  // wallclock(…) of TTML 2: counted from the midnight before the first one
  };
  Kind parse(std::string_view text, std::int64_t& ms) noexcept;
};

}  // namespace visavis
