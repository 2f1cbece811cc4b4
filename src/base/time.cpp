#include "base/time.h"

#include <cmath>

#include "base/numbers.h"

namespace visavis {
namespace {

bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }

// Up to three decimals as milliseconds, the fourth rounds; moves `at` past all digits.
std::int64_t read_fraction_ms(std::string_view text, std::size_t& at) noexcept {
  std::int64_t ms = 0;
  int digits = 0;
  for (; at < text.size() && is_digit(text[at]); ++at, ++digits) {
    if (digits < 3) ms = ms * 10 + (text[at] - '0');
    if (digits == 3 && text[at] >= '5') ++ms;
  }
  for (; digits < 3; ++digits) ms *= 10;
  return ms;
}

}  // namespace

std::size_t parse_clock(std::string_view text, std::int64_t& ms) noexcept {
  std::int64_t parts[3] = {};
  int count = 0;
  std::size_t at = 0;
  while (count < 3) {
    const std::size_t start = at;
    std::int64_t value = 0;
    while (at < text.size() && is_digit(text[at])) {
      value = value * 10 + (text[at++] - '0');
      if (value > 1'000'000'000) return 0;
    }
    const std::size_t digits = at - start;
    if (digits == 0 || (count > 0 && (digits > 2 || value >= 60))) return 0;
    parts[count++] = value;
    if (count == 3 || at + 1 >= text.size() || text[at] != ':' || !is_digit(text[at + 1])) break;
    ++at;
  }
  if (count < 2) return 0;
  ms = 0;
  for (int i = 0; i < count; ++i) ms = ms * 60 + parts[i];
  ms *= 1000;
  if (at + 1 < text.size() && (text[at] == '.' || text[at] == ',') && is_digit(text[at + 1])) {
    ++at;
    ms += read_fraction_ms(text, at);
  }
  return at;
}

bool parse_seconds(std::string_view text, std::int64_t& ms) noexcept {
  std::size_t at = 0;
  const bool negative = at < text.size() && text[at] == '-';
  if (at < text.size() && (text[at] == '-' || text[at] == '+')) ++at;
  const std::size_t start = at;
  std::int64_t whole = 0;
  while (at < text.size() && is_digit(text[at])) {
    whole = whole * 10 + (text[at++] - '0');
    if (whole > 1'000'000'000'000) return false;
  }
  std::size_t digits = at - start;
  std::int64_t fraction_ms = 0;
  if (at < text.size() && text[at] == '.') {
    const std::size_t before = ++at;
    fraction_ms = read_fraction_ms(text, at);
    digits += at - before;
  }
  if (digits == 0) return false;
  ms = whole * 1000 + fraction_ms;
  if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
    int exponent = 0;
    std::size_t e = at + 1;
    const bool minus = e < text.size() && text[e] == '-';
    if (e < text.size() && (text[e] == '-' || text[e] == '+')) ++e;
    if (e >= text.size() || e + 2 < text.size()) return false;
    for (; e < text.size(); ++e) {
      if (!is_digit(text[e])) return false;
      exponent = exponent * 10 + (text[e] - '0');
    }
    // From the digits themselves: milliseconds have lost those that a positive exponent brings forward.
    double mantissa = 0;
    int decimals = 0;
    bool past_point = false;
    for (const char c : text.substr(start, at - start)) {
      if (c == '.') {
        past_point = true;
      } else if (mantissa < 1e16) {
        mantissa = mantissa * 10 + (c - '0');
        decimals += past_point;
      }
    }
    const double scaled = times_power_of_ten(mantissa, (minus ? -exponent : exponent) + 3 - decimals);
    if (!(scaled < 9.0e15)) return false;
    ms = std::llround(scaled);
    at = e;
  }
  if (negative) ms = -ms;
  return at == text.size();
}

std::int64_t ms_from_seconds(double seconds) noexcept {
  constexpr double kLimit_ms =
      9007199254740992.0;  // 2^53: beyond it a double no longer tells milliseconds apart
  const double ms = seconds * 1000.0;
  if (!(ms > -kLimit_ms && ms < kLimit_ms)) return kNoTime;
  return std::llround(ms);
}

namespace {

std::uint64_t magnitude(std::int64_t ms) noexcept {
  return ms < 0 ? 0 - static_cast<std::uint64_t>(ms) : static_cast<std::uint64_t>(ms);
}

}  // namespace

std::string format_clock(std::int64_t ms, char separator) {
  std::string clock = ms < 0 ? "-" : "";
  const std::uint64_t t = magnitude(ms);
  append_padded(clock, t / 3600000, 2);
  append_padded(clock += ':', t / 60000 % 60, 2);
  append_padded(clock += ':', t / 1000 % 60, 2);
  append_padded(clock += separator, t % 1000, 3);
  return clock;
}

std::string format_short(std::int64_t ms) {
  std::string clock = ms < 0 ? "-" : "";
  const std::uint64_t s = magnitude(ms) / 1000;
  if (s >= 3600) {
    append_padded(clock, s / 3600, 1);
    append_padded(clock += ':', s / 60 % 60, 2);
  } else {
    append_padded(clock, s / 60, 1);
  }
  append_padded(clock += ':', s % 60, 2);
  return clock;
}

}  // namespace visavis
