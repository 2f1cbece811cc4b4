// The page's geometry and theme, as lines of text.
#include <cstdlib>

#include "base/text.h"
#include "base/time.h"
#include "ui/app.h"
#include "ui/labels.h"

namespace visavis {
namespace {

std::string_view take_word(std::string_view& rest) { return take_until(rest, ' '); }

// The next number of the line, clamped to what a page can be; 0 where there is none.
float take_number(std::string_view& rest, float low, float high) {
  std::int64_t thousandths = 0;
  parse_seconds(take_word(rest), thousandths);
  const double value = static_cast<double>(thousandths) / 1000;
  return value >= static_cast<double>(low)
             ? value <= static_cast<double>(high) ? static_cast<float>(value) : high
             : low;
}

Rect take_rect(std::string_view& rest) {
  constexpr float kFar = 1e7f;
  Rect rect;
  rect.x = take_number(rest, -kFar, kFar);
  rect.y = take_number(rest, -kFar, kFar);
  rect.w = take_number(rest, 0, kFar);
  rect.h = take_number(rest, 0, kFar);
  return rect;
}

bool parse_colour(std::string_view text, Colour& colour) {
  if ((text.size() != 7 && text.size() != 9) || text[0] != '#') return false;
  char* end = nullptr;
  const std::string digits(text.substr(1));
  const unsigned long value = std::strtoul(digits.c_str(), &end, 16);
  if (end != digits.c_str() + digits.size()) return false;
  const unsigned long rgb = text.size() == 9 ? value >> 8 : value;
  colour = rgba(rgb >> 16 & 0xFF, rgb >> 8 & 0xFF, rgb & 0xFF, text.size() == 9 ? value & 0xFF : 255);
  return true;
}

Colour* theme_colour(Theme& theme, std::string_view name) {
  struct Entry {
    std::string_view name;
    Colour Theme::*colour;
  };
  constexpr Entry kColours[] = {{"bg", &Theme::bg},     {"panel", &Theme::panel}, {"ink", &Theme::ink},
                                {"soft", &Theme::soft}, {"line", &Theme::line},   {"tint", &Theme::tint},
                                {"hit", &Theme::hit},   {"focus", &Theme::focus}, {"sother", &Theme::other}};
  for (const Entry& entry : kColours)
    if (entry.name == name) return &(theme.*entry.colour);
  if (name.size() == 2 && name[0] == 's' && name[1] >= '1' && name[1] <= '8')
    return &theme.speakers[name[1] - '1'];
  return nullptr;
}

}  // namespace

void App::layout(std::string_view lines) {
  forget_text_layout();
  Lines walk(lines);
  for (Span line; walk.next(line);) {
    std::string_view rest = slice(lines, line);
    const std::string_view what = take_word(rest);
    if (what == "dpr") {
      dpr_ = take_number(rest, 1, 4);
    } else if (what == "canvas") {
      canvas_w_ = take_number(rest, 1, 1e5f);
      canvas_h_ = take_number(rest, 1, 1e5f);
    } else if (what == "font") {
      if (family_ != rest) {
        family_ = rest;
        labels_->set_family(family_);
      }
    } else if (what == "fontsize") {
      state_.font_px = take_number(rest, 6, 64);
    } else if (what == "compact") {
      state_.compact = rest == "1";
    } else if (what == "touch") {
      state_.touch = rest == "1";
    } else if (what == "mirrored") {
      state_.mirrored = rest == "1";
    } else if (what == "pane") {
      const std::string_view name = take_word(rest);
      const std::size_t index = name == "timeline"  ? 0
                                : name == "balance" ? 1
                                : name == "topics"  ? 2
                                                    : kPanes;
      if (index == kPanes) continue;
      panes_[index].rect = take_rect(rest);
      panes_[index].clip = take_rect(rest);
    } else if (what == "colour") {
      Colour* colour = theme_colour(theme_, take_word(rest));
      if (colour) parse_colour(rest, *colour);
    }
  }
}

}  // namespace visavis
