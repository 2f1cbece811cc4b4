#include "readers/json/json_time.h"

#include <charconv>
#include <cmath>

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

}  // namespace

bool json_time(const JsonScalar& value, Unit unit, std::int64_t& ms) {
  std::string_view text = trim(value.text);
  if (value.kind == JsonScalar::Kind::number) {
    // Decimal seconds are read digit by digit, so that 1.0005 is not what binary makes of it.
    if (unit == Unit::seconds && text.find_first_of("eE") == std::string_view::npos)
      return parse_seconds(text, ms);
    return from_double(value.number / units_per_ms(unit), ms);
  }
  if (text.starts_with('P')) return iso_duration(text, ms);
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

}  // namespace visavis
