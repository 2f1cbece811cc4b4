// Cue and region settings: sections 6.2 and 6.3 of the WebVTT specification.
#include <algorithm>

#include "readers/captions/webvtt_cues.h"

namespace visavis {
namespace {

bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }
bool is_blank(char c) noexcept { return c == ' ' || c == '\t' || c == '\f' || c == '\r' || c == '\n'; }

// Digits with at most one point, without sign or exponent, to the nearest double for up to 15 digits.
double to_number(std::string_view digits) noexcept {
  double value = 0, scale = 1;
  bool fraction = false;
  for (const char c : digits) {
    if (c == '.') {
      fraction = true;
      continue;
    }
    value = value * 10 + (c - '0');
    if (fraction) scale *= 10;
  }
  return value / scale;
}

// Digits, and a point only with digits on both sides.
bool is_decimal(std::string_view text) noexcept {
  std::size_t points = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (is_digit(text[i])) continue;
    if (text[i] != '.' || ++points > 1) return false;
    if (i == 0 || i + 1 == text.size() || !is_digit(text[i - 1]) || !is_digit(text[i + 1])) return false;
  }
  return !text.empty() && text.size() < 300;  // longer ones would leave a double's range
}

// "parse a percentage string"
bool parse_percentage(std::string_view text, double& value) noexcept {
  if (text.empty() || text.back() != '%' || !is_decimal(text.substr(0, text.size() - 1))) return false;
  const double number = to_number(text.substr(0, text.size() - 1));
  if (number > 100) return false;
  value = number;
  return true;
}

struct Setting {
  std::string_view name, value;
};

// The next "name:value" between white space; a word without a colon, or with nothing on one side, is skipped.
bool next_setting(std::string_view text, std::size_t& at, Setting& setting) noexcept {
  while (true) {
    while (at < text.size() && is_blank(text[at])) ++at;
    if (at >= text.size()) return false;
    const std::size_t begin = at;
    while (at < text.size() && !is_blank(text[at])) ++at;
    const std::string_view word = text.substr(begin, at - begin);
    const std::size_t colon = word.find(':');
    if (colon == std::string_view::npos || colon == 0 || colon + 1 == word.size()) continue;
    setting = {word.substr(0, colon), word.substr(colon + 1)};
    return true;
  }
}

// Splits "a,b" at its first comma; false, and all in `first`, where there is none.
bool split(std::string_view value, std::string_view& first, std::string_view& second) noexcept {
  const std::size_t comma = value.find(',');
  first = value.substr(0, comma);
  if (comma == std::string_view::npos) return false;
  second = value.substr(comma + 1);
  return true;
}

// The branch "Otherwise, if name is a case-sensitive match for line".
void set_line(std::string_view value, VttSettings& out) noexcept {
  std::string_view position, align;
  const bool has_align = split(value, position, align);
  if (!std::any_of(position.begin(), position.end(), is_digit)) return;
  double number = 0;
  const bool percent = position.back() == '%';
  if (percent) {
    if (!parse_percentage(position, number)) return;
  } else {
    const bool negative = position.front() == '-';
    if (!is_decimal(position.substr(negative ? 1 : 0))) return;
    number = to_number(position.substr(negative ? 1 : 0));
    if (negative) number = -number;
  }
  if (has_align) {
    if (align == "start")
      out.line_align = VttLineAlign::start;
    else if (align == "center")
      out.line_align = VttLineAlign::center;
    else if (align == "end")
      out.line_align = VttLineAlign::end;
    else
      return;
  }
  out.line = number;
  out.snap_to_lines = !percent;
}

void set_position(std::string_view value, VttSettings& out) noexcept {
  std::string_view position, align;
  const bool has_align = split(value, position, align);
  double number = 0;
  if (!parse_percentage(position, number)) return;
  if (has_align) {
    if (align == "line-left")
      out.position_align = VttPositionAlign::line_left;
    else if (align == "center")
      out.position_align = VttPositionAlign::center;
    else if (align == "line-right")
      out.position_align = VttPositionAlign::line_right;
    else
      return;
  }
  out.position = number;
}

void set_align(std::string_view value, VttSettings& out) noexcept {
  if (value == "start") out.align = VttAlign::start;
  if (value == "center") out.align = VttAlign::center;
  if (value == "end") out.align = VttAlign::end;
  if (value == "left") out.align = VttAlign::left;
  if (value == "right") out.align = VttAlign::right;
}

void set_anchor(std::string_view value, double& x, double& y) noexcept {
  std::string_view first, second;
  double new_x = 0, new_y = 0;
  if (!split(value, first, second) || !parse_percentage(first, new_x) || !parse_percentage(second, new_y))
    return;
  x = new_x;
  y = new_y;
}

}  // namespace

VttSettings parse_vtt_settings(std::string_view settings, const std::vector<VttRegion>& regions) {
  VttSettings out;
  Setting setting;
  for (std::size_t at = 0; next_setting(settings, at, setting);) {
    const std::string_view value = setting.value;
    if (setting.name == "region") {
      // The last region of that name.
      const auto found =
          std::find_if(regions.rbegin(), regions.rend(), [&](const VttRegion& r) { return r.id == value; });
      out.region = static_cast<std::int32_t>(regions.rend() - found) - 1;
    } else if (setting.name == "vertical") {
      if (value == "rl") out.vertical = VttVertical::growing_left;
      if (value == "lr") out.vertical = VttVertical::growing_right;
    } else if (setting.name == "line") {
      set_line(value, out);
    } else if (setting.name == "position") {
      set_position(value, out);
    } else if (setting.name == "size") {
      parse_percentage(value, out.size);
    } else if (setting.name == "align") {
      set_align(value, out);
    }
  }
  // Last step: such a cue is in no region.
  if (out.line != kVttAuto || out.size != 100 || out.vertical != VttVertical::horizontal) out.region = -1;
  return out;
}

VttRegion parse_vtt_region(std::string_view settings) {
  VttRegion region;
  Setting setting;
  for (std::size_t at = 0; next_setting(settings, at, setting);) {
    const std::string_view value = setting.value;
    if (setting.name == "id") {
      region.id = value;
    } else if (setting.name == "width") {
      parse_percentage(value, region.width);
    } else if (setting.name == "lines") {
      if (value.size() < 300 && std::all_of(value.begin(), value.end(), is_digit))
        region.lines = to_number(value);
    } else if (setting.name == "regionanchor") {
      set_anchor(value, region.anchor_x, region.anchor_y);
    } else if (setting.name == "viewportanchor") {
      set_anchor(value, region.viewport_x, region.viewport_y);
    } else if (setting.name == "scroll") {
      if (value == "up") region.scroll_up = true;
    }
  }
  return region;
}

}  // namespace visavis
