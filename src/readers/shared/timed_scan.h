// Times as subtitle files write them, read leniently: what a person would take for a time is one.
#pragma once

#include <cstdint>
#include <string_view>

#include "base/time.h"

namespace visavis {

// A time at `at`, which is moved past it: [[h:]m:]s with one to three decimals after '.', ',' or a third ':',
// hours of any number, single digits, spaces around the colons and the mark ("00: 00: 01, 5"). More decimals
// are read too, and a fraction behind milliseconds ("01,249.0999"). Plain seconds count only with decimals.
// False, and `at` unmoved, where there is none.
bool scan_time(std::string_view text, std::size_t& at, std::int64_t& ms) noexcept;

struct CueTimes {
  std::int64_t start_ms = kNoTime, end_ms = kNoTime;
  std::size_t length = 0;  // bytes of the line that the times take
};

// "time --> time" at the start of a line: any spaces, arrows "-->", "->", "—>", "– >" and "--&gt;", no end at
// all (end_ms is kNoTime then, if nothing else follows). Times may have a sign; before zero they are
// negative.
bool scan_arrow_times(std::string_view line, CueTimes& times) noexcept;

}  // namespace visavis
