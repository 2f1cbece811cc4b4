// Times as JSON dialects write them.
#pragma once

#include <cstdint>

#include "readers/shared/json_sax.h"

namespace visavis {

// Of a time. Strings may be clock times ("00:01:02,345"), ISO 8601 durations ("PT1.5S") or numbers in the
// unit, with an "s" behind them.
enum class Unit : std::uint8_t {
  none,
  seconds,
  milliseconds,
  ticks,        // of 100 ns
  nanoseconds,  // added to what is there, as protobuf splits them
  samples_16k,  // at 16 kHz
};

// Times from here on are dates (1973-03-03): no recording is three years long.
constexpr std::int64_t kFirstDate_ms = 100'000'000'000;

// A number in the unit, or a string: a number in the unit with or without "s" behind it, a clock time, an ISO
// 8601 duration, or a date with its time (RFC 3339, or as people write it in English), in milliseconds since
// 1970. False where it is none of these or past 2^53 ms; `ms` is rounded half away from zero.
bool json_time(const JsonScalar& value, Unit unit, std::int64_t& ms);

// The time, in milliseconds, that a key of an object tells its item to begin at ("0:04", "12.5" seconds);
// kNoTime where it only counts or names it.
std::int64_t time_of_key(std::string_view key);

}  // namespace visavis
