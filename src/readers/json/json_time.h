// Times as JSON dialects write them.
#pragma once

#include <cstdint>

#include "readers/json/json_format.h"
#include "readers/json/json_sax.h"

namespace visavis {

// Times from here on are dates (1973-03-03): no recording is three years long.
constexpr std::int64_t kFirstDate_ms = 100'000'000'000;

// A number in the unit, or a string: a number in the unit with or without "s" behind it, a clock time, an ISO
// 8601 duration, or a date with its time (RFC 3339), in milliseconds since 1970. False where it is none of
// these or past 2^53 ms; `ms` is rounded half away from zero.
bool json_time(const JsonScalar& value, Unit unit, std::int64_t& ms);

}  // namespace visavis
