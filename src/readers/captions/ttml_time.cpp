#include "readers/captions/ttml_time.h"

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

}  // namespace

bool TtmlClock::parse(std::string_view text, std::int64_t& ms, bool* bare) const noexcept {
  text = trim(text);
  double first = 0;
  if (!take_number(text, first, true)) return false;
  double seconds = first;
  if (text.starts_with(':')) {
    double minutes = 0, whole = 0, frames = 0, sub_frames = 0;
    text.remove_prefix(1);
    if (!take_number(text, minutes, false) || !text.starts_with(':')) return false;
    text.remove_prefix(1);
    if (!take_number(text, whole, true) || minutes > 59 || whole >= 61) return false;
    if (text.starts_with(':') || text.starts_with(';')) {
      text.remove_prefix(1);
      if (!take_number(text, frames, false)) return false;
      if (text.starts_with('.')) {
        text.remove_prefix(1);
        if (!take_number(text, sub_frames, false)) return false;
      }
    }
    if (!text.empty()) return false;
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
    if (bare) *bare = true;
  } else if (text != "s") {
    return false;
  }
  ms = ms_from_seconds(seconds);
  return ms != kNoTime;
}

}  // namespace visavis
