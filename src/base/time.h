// Times are whole milliseconds in 64 bits from the start of the recording; kNoTime where there is none.
#pragma once

#include <cstdint>
#include <limits>
#include <string>
#include <string_view>

namespace visavis {

constexpr std::int64_t kNoTime = std::numeric_limits<std::int64_t>::min();

// Reads "hh:mm:ss.mmm" in its full width, any byte before the milliseconds; false, and `ms` unchanged, where
// the twelve bytes are not that.
inline bool read_full_clock(const char* t, std::int64_t& ms) noexcept {
  const auto digit = [t](int i) { return static_cast<unsigned>(t[i]) - '0'; };
  const auto is_pair = [&](int i, unsigned most) { return digit(i) <= most && digit(i + 1) <= 9; };
  const auto pair = [&](int i) { return static_cast<std::int64_t>(digit(i) * 10 + digit(i + 1)); };
  if (t[2] != ':' || t[5] != ':' || !is_pair(0, 9) || !is_pair(3, 5) || !is_pair(6, 5) || !is_pair(9, 9) ||
      digit(11) > 9)
    return false;
  ms = ((pair(0) * 60 + pair(3)) * 60 + pair(6)) * 1000 + pair(9) * 10 + digit(11);
  return true;
}

// Reads a clock time at the start of `text`: [[h:]m:]s[.fraction], the fraction after '.' or ','; minutes and
// seconds of one or two digits, hours of any number; minutes and seconds under 60 unless they are the leading
// part. A bare number of seconds is not a clock time. Returns the bytes consumed, 0 where there is no clock
// time; `ms` is rounded half up. Leading parts larger than 10^9 are refused.
std::size_t parse_clock(std::string_view text, std::int64_t& ms) noexcept;

// Seconds as a decimal number ("12", "12.345", "-0.5", "1.2e3") covering the whole text, to milliseconds
// rounded half away from zero.
bool parse_seconds(std::string_view text, std::int64_t& ms) noexcept;

// Seconds in a double to milliseconds, rounded half away from zero; kNoTime for NaN, infinities and values
// past 2^53 ms.
std::int64_t ms_from_seconds(double seconds) noexcept;

// "hh:mm:ss.mmm", hours of at least two digits; a minus in front of negative times. `separator` stands before
// the milliseconds.
std::string format_clock(std::int64_t ms, char separator = '.');

// For people: "0:22", "12:05", "1:02:03"; whole seconds, rounded down.
std::string format_short(std::int64_t ms);

}  // namespace visavis
