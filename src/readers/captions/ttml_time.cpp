#include "readers/captions/ttml_time.h"

#include <chrono>
#include <cmath>

#include "base/text.h"

namespace visavis {
namespace {

constexpr double kMost = 1e12;  // far past any recording; keeps every product exact enough

// Digits at the start of `text`, moved past; false where there are none.
bool take_number(std::string_view& text, double& value, bool fraction) noexcept {
  std::size_t at = 0;
  value = 0;
  for (; at < text.size() && text[at] >= '0' && text[at] <= '9'; ++at) value = value * 10 + (text[at] - '0');
  if (at == 0) return false;
  if (fraction && at + 1 < text.size() && (text[at] == '.' || text[at] == ',')) {
    double scale = 0.1;
    for (++at; at < text.size() && text[at] >= '0' && text[at] <= '9'; ++at, scale /= 10)
      value += (text[at] - '0') * scale;
  }
  text.remove_prefix(at);
  return value < kMost;
}

// TTML 2, "wallclock": date-time, wall-time or date. What may follow, a time zone, is left out: all times of
// a file are of one.
bool parse_wall_clock(std::string_view text, std::int64_t& first_day, std::int64_t& ms) noexcept {
  std::int64_t days = 0;
  if (const std::size_t dash = text.find('-'); dash == 4) {
    double year = 0, month = 0, day = 0;
    if (!take_number(text, year, false) || !text.starts_with('-')) return false;
    text.remove_prefix(1);
    if (!take_number(text, month, false) || !text.starts_with('-')) return false;
    text.remove_prefix(1);
    if (!take_number(text, day, false)) return false;
    const std::chrono::year_month_day date{std::chrono::year(static_cast<int>(year)),
                                           std::chrono::month(static_cast<unsigned>(month)),
                                           std::chrono::day(static_cast<unsigned>(day))};
    if (month > 12 || day > 31 || !date.ok()) return false;
    const std::int64_t number = std::chrono::sys_days(date).time_since_epoch().count();
    if (first_day < 0) first_day = number;
    days = number - first_day;
    if (text.starts_with('T') || text.starts_with(' ')) text.remove_prefix(1);
  }
  double hours = 0, minutes = 0, seconds = 0;
  if (!text.empty()) {
    if (!take_number(text, hours, false) || !text.starts_with(':')) return false;
    text.remove_prefix(1);
    if (!take_number(text, minutes, false) || hours > 24 || minutes > 59) return false;
    if (text.starts_with(':')) {
      text.remove_prefix(1);
      if (!take_number(text, seconds, true) || seconds >= 61) return false;
    }
  }
  ms = days * 86'400'000 + ms_from_seconds((hours * 60 + minutes) * 60 + seconds);
  return true;
}

}  // namespace

TtmlClock::Kind TtmlClock::parse(std::string_view text, std::int64_t& ms) noexcept {
  text = trim(text);
  constexpr std::string_view kWallClock = "wallclock(";
  if (text.starts_with(kWallClock)) {
    text.remove_prefix(kWallClock.size());
    text = text.substr(0, text.find(')'));
    text = trim(text);
    if (text.size() > 1 && (text.front() == '"' || text.front() == '\''))
      text = text.substr(1, text.size() - 2);
    return parse_wall_clock(text, first_day, ms) ? Kind::moment : Kind::none;
  }
  Kind kind = Kind::time;
  double first = 0;
  if (!take_number(text, first, true)) return Kind::none;
  double seconds = first;
  if (text.starts_with(':')) {
    double minutes = 0, whole = 0, frames = 0, sub_frames = 0;
    text.remove_prefix(1);
    if (!take_number(text, minutes, false) || !text.starts_with(':')) return Kind::none;
    text.remove_prefix(1);
    if (!take_number(text, whole, true) || minutes > 59 || whole >= 61) return Kind::none;
    if (text.starts_with(':') || text.starts_with(';')) {
      text.remove_prefix(1);
      if (!take_number(text, frames, false)) return Kind::none;
      if (text.starts_with('.')) {
        text.remove_prefix(1);
        if (!take_number(text, sub_frames, false)) return Kind::none;
      }
    }
    if (!text.empty()) return Kind::none;
    frames += sub_frames / sub_frame_rate;
    seconds = first * 3600 + minutes * 60 + whole;
    if (smpte) {
      const double all_minutes = first * 60 + minutes;
      const double kept = dropped_frames_a_minute == 4
                              ? std::floor(all_minutes / 2) - std::floor(all_minutes / 20)
                              : all_minutes - std::floor(all_minutes / 10);
      const double counted = seconds * nominal_frame_rate + frames - dropped_frames_a_minute * kept;
      seconds = counted / frame_rate;
    } else {
      seconds += frames / frame_rate;
    }
  } else if (text == "h") {
    seconds *= 3600;
  } else if (text == "m") {
    seconds *= 60;
  } else if (text == "ms") {
    seconds /= 1000;
  } else if (text == "f") {
    seconds /= frame_rate;
  } else if (text == "t") {
    seconds /= tick_rate;
  } else if (text.empty()) {
    kind = Kind::bare;
  } else if (text != "s") {
    return Kind::none;
  }
  ms = ms_from_seconds(seconds);
  return ms == kNoTime ? Kind::none : kind;
}

}  // namespace visavis
