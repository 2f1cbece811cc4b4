// Times as people write them beside a turn, and what a whole document tells about them.
#pragma once

#include <cstdint>
#include <string_view>

#include "base/time.h"

namespace visavis::interview {

struct Findings;
struct Page;

// "[00:01:02]", "(1:02)", "0:22", "00:00.000 --> 00:27.640", "#00:01:02-5#", "12/03/2021, 10:02 - ".
struct Stamp {
  // From the recording's start; of a wall clock the time of day until settle_stamps has seen the document.
  std::int64_t start_ms = kNoTime, end_ms = kNoTime;
  std::int32_t last_field =
      -1;                       // of a time of four fields, whose unit only the whole document tells; else -1
  std::int32_t end_field = -1;  // the same of the end
  std::uint16_t date[3] = {};   // as written, all 0 where there is none
  char date_sign = 0;           // between its fields
  bool bracketed = false;
  bool columns = false;     // start and end in columns of their own before every line
  bool half_day = false;    // am or pm
  bool two_fields = false;  // minutes and seconds, or the hours and minutes of a wall clock
  bool wall_clock = false;  // a time of day, not a place in the recording
  bool epoch = false;       // a wall clock whose time holds the day too
  bool seconds = false;     // a range of numbers; the document tells whether thousandths of them
};

// Reads a stamp at the start of `text`; returns the bytes consumed, 0 where there is none. A stamp ends
// before white space, the end of the text, a dash, or, where bracketed, after its bracket.
// `colon_may_follow`: a colon may too.
std::size_t parse_stamp(std::string_view text, Stamp& stamp, bool colon_may_follow) noexcept;

// What only the whole document tells: the unit of a fourth field, and the order of day and month. Wall clocks
// become the time since the earliest of them, over midnights too.
void settle_stamps(const Page& page, Findings& findings);

}  // namespace visavis::interview
