#include "readers/shared/json_time.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <string>

#include "base/text.h"
#include "base/time.h"

namespace visavis {
namespace {

double units_per_ms(Unit unit) {
  switch (unit) {
    case Unit::ticks:
      return 1e4;
    case Unit::nanoseconds:
      return 1e6;
    case Unit::samples_16k:
      return 16;
    case Unit::milliseconds:
      return 1;
    default:
      return 1e-3;
  }
}

bool from_double(double ms, std::int64_t& out) {
  constexpr double kLimit_ms = 9007199254740992.0;  // 2^53
  if (!(ms > -kLimit_ms && ms < kLimit_ms)) return false;
  out = std::llround(ms);
  return true;
}

// ISO 8601, 5.5.2.2: PnDTnHnMnS, the last number with decimals.
bool iso_duration(std::string_view text, std::int64_t& out_ms) {
  text.remove_prefix(1);
  std::int64_t sum_ms = 0;
  bool any = false;
  while (!text.empty()) {
    if (text.front() == 'T') {
      text.remove_prefix(1);
      continue;
    }
    const std::size_t end = text.find_first_of("DHMS");
    std::int64_t thousandths = 0;
    if (end == std::string_view::npos || !parse_seconds(text.substr(0, end), thousandths) ||
        thousandths > 1'000'000'000'000)
      return false;
    sum_ms += thousandths * (text[end] == 'D' ? 86400 : text[end] == 'H' ? 3600 : text[end] == 'M' ? 60 : 1);
    text.remove_prefix(end + 1);
    any = true;
    if (sum_ms > 9'007'199'254'740'992) return false;
  }
  out_ms = sum_ms;
  return any;
}

// Days since 1970-01-01: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms".
std::int64_t days_from_civil(std::int64_t year, std::int64_t month, std::int64_t day) {
  const std::int64_t y = year - (month <= 2 ? 1 : 0), era = y / 400, of_era = y - era * 400;
  const std::int64_t of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
  return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468;
}

// ISO 8601, 5.4.2.1, as RFC 3339 writes it: the time since 1970, in its own zone where it tells one.
bool iso_date(std::string_view text, std::int64_t& out_ms) {
  const auto digits = [&](std::size_t at, std::size_t count) {
    std::int64_t number = 0;
    for (const char c : text.substr(at, count)) {
      if (c < '0' || c > '9') return std::int64_t{-1};
      number = number * 10 + (c - '0');
    }
    return number;
  };
  if (text.size() < 19 || text[4] != '-' || text[7] != '-' || (text[10] != 'T' && text[10] != ' '))
    return false;
  const std::int64_t year = digits(0, 4), month = digits(5, 2), day = digits(8, 2);
  if (year < 0 || month < 1 || month > 12 || day < 1 || day > 31) return false;
  std::string_view clock = text.substr(11);
  const std::size_t zone = clock.find_first_of("Z+-");
  std::int64_t ms = 0, zone_ms = 0;
  if (parse_clock(clock.substr(0, zone), ms) != std::min(zone, clock.size())) return false;
  if (zone != std::string_view::npos && clock[zone] != 'Z') {
    const std::int64_t hours = digits(11 + zone + 1, 2), minutes = digits(text.size() - 2, 2);
    if (clock.size() < zone + 5 || hours < 0 || minutes < 0) return false;
    zone_ms = (hours * 60 + minutes) * (clock[zone] == '-' ? -60000 : 60000);
  }
  out_ms = days_from_civil(year, month, day) * 86'400'000 + ms - zone_ms;
  return true;
}

// Dates as people read them in English, with a time: "Friday, February 3, 2023 at 1:08:03 AM UTC" (Google's
// exports of Chat), "03-Feb-23 01:08 AM", "Feb 3, 2023 1:08 AM", "3 February 2023, 13:08".
bool english_date(std::string_view text, std::int64_t& out_ms) {
  static constexpr std::string_view kMonths = "janfebmaraprmayjunjulaugsepoctnovdec";
  int day = 0, month = 0, year = 0, half = 0;
  std::int64_t clock_ms = kNoTime;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    const auto is_space = [&](std::size_t i) {  // a no-break space before AM, too
      const char c = text[i];
      return c == ' ' || c == ',' || c == '-' || c == '/' || c == '\xC2' || c == '\xA0' || c == '\xE2' ||
             c == '\x80' || c == '\xAF';
    };
    while (end < text.size() && !is_space(end)) ++end;
    const std::string_view word = text.substr(at, end - at);
    at = end + 1;
    if (word.empty()) continue;
    if (word[0] >= '0' && word[0] <= '9') {
      if (word.find(':') != std::string_view::npos) {
        std::string_view clock = word;
        if (clock.size() > 2 && (clock.ends_with('M') || clock.ends_with('m'))) {
          half = (clock[clock.size() - 2] | 32) == 'p' ? 2 : 1;
          clock.remove_suffix(2);
        }
        std::int64_t ms = 0;
        // Hours and minutes, and perhaps seconds.
        if (std::count(clock.begin(), clock.end(), ':') == 1) {
          if (parse_clock(std::string(clock) + ":00", ms) != clock.size() + 3) return false;
        } else if (parse_clock(clock, ms) != clock.size()) {
          return false;
        }
        if (clock_ms != kNoTime) return false;
        clock_ms = ms;
        continue;
      }
      std::string_view digits = word;
      if (digits.ends_with("st") || digits.ends_with("nd") || digits.ends_with("rd") ||
          digits.ends_with("th"))
        digits.remove_suffix(2);
      int number = 0;
      if (digits.size() > 4 || std::from_chars(digits.data(), digits.data() + digits.size(), number).ptr !=
                                   digits.data() + digits.size())
        return false;
      (day == 0 && number <= 31 && digits.size() <= 2 ? day : year) = number;
      continue;
    }
    std::string small;
    for (const char c : word) small += static_cast<char>(c | 32);
    if (small == "am" || small == "pm") {
      half = small == "pm" ? 2 : 1;
    } else if (small.size() >= 3 && month == 0) {
      const std::size_t place = kMonths.find(small.substr(0, 3));
      if (place != std::string_view::npos && place % 3 == 0) month = static_cast<int>(place / 3) + 1;
    }
  }
  if (day == 0 || month == 0 || year == 0 || clock_ms == kNoTime) return false;
  if (half == 2 && clock_ms < 43'200'000) clock_ms += 43'200'000;
  if (half == 1 && clock_ms >= 43'200'000) clock_ms -= 43'200'000;
  if (year < 100) year += year < 70 ? 2000 : 1900;
  out_ms = days_from_civil(year, month, day) * 86'400'000 + clock_ms;
  return true;
}

}  // namespace

bool json_time(const JsonScalar& value, Unit unit, std::int64_t& ms) {
  std::string_view text = trim(value.text);
  if (value.kind == JsonScalar::Kind::number) {
    // No recording has so many seconds: milliseconds since 1970.
    if (unit == Unit::seconds && value.number >= 1e11) unit = Unit::milliseconds;
    // Decimal seconds are read digit by digit, so that 1.0005 is not what binary makes of it.
    if (unit == Unit::seconds && text.find_first_of("eE") == std::string_view::npos)
      return parse_seconds(text, ms);
    return from_double(value.number / units_per_ms(unit), ms);
  }
  if (text.starts_with('P')) return iso_duration(text, ms);
  if (iso_date(text, ms) || (text.size() >= 14 && text.size() <= 60 && english_date(text, ms))) return true;
  if (text.ends_with('s')) text.remove_suffix(1);
  if (!text.empty() && parse_clock(text, ms) == text.size()) return true;
  std::int64_t thousandths = 0;
  if (!parse_seconds(text, thousandths)) return false;
  if (unit == Unit::seconds) {
    ms = thousandths;
    return true;
  }
  return from_double(static_cast<double>(thousandths) / 1000 / units_per_ms(unit), ms);
}

std::int64_t time_of_key(std::string_view key) {
  if (key.find_first_of(":.") == std::string_view::npos) return kNoTime;
  JsonScalar value;
  value.kind = JsonScalar::Kind::string;
  value.text = trim(key);
  std::int64_t ms = kNoTime;
  return json_time(value, Unit::seconds, ms) ? ms : kNoTime;
}

}  // namespace visavis
