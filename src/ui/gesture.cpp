#include "ui/gesture.h"

#include <algorithm>

namespace visavis {

void TimelineGesture::press(const Hit& hit, float x, float y, bool shift, const TimelineScene& scene,
                            const Document& doc, const AppState& state) {
  *this = {};
  pressed = hit;
  press_x = x, press_y = y;
  if (!scene.plot.contains(x, y)) return;
  press_place = scene.axis_from_screen(x);
  view_begin = state.goal_begin;
  if (shift && is_zoomed(state, doc)) {
    kind = Kind::pan;
  } else if (!shift && scene.window.contains(x, y) && scene.window.w < scene.plot.w * .9f) {
    kind = Kind::window;
    window_offset = press_place - doc.axis.at(state.reading.first_turn, state.reading.first_fraction);
  } else {
    kind = Kind::brush;
  }
}

void TimelineGesture::move(float x, const TimelineScene& scene, const Document& doc, AppState& state) const {
  const double place = scene.axis_from_screen(std::clamp(x, scene.plot.x, scene.plot.right()));
  switch (kind) {
    case Kind::none:
      return;
    case Kind::pan: {
      const double moved =
          static_cast<double>((x - press_x) / scene.plot.w) * (state.goal_end - state.goal_begin);
      return change(state, pan_by(state, doc, view_begin - moved - state.goal_begin));
    }
    case Kind::window: {
      const double target = std::max(place - window_offset, doc.axis.begin);
      const std::int32_t turn = doc.axis.turn_at(target);
      if (turn == kNone) return;
      const double from = doc.axis.at(turn, 0), length = doc.axis.at(turn, 1) - from;
      const double part = length > 0 ? std::clamp((target - from) / length, 0.0, 1.0) : 0;
      apply(state, doc, {Verb::show, {turn}, {part}, {}});
      return;
    }
    case Kind::brush: {
      const std::int32_t a = doc.axis.turn_at(std::min(press_place, place)),
                         b = doc.axis.turn_at(std::max(press_place, place));
      if (a != kNone && b != kNone) apply(state, doc, {Verb::range_turns, {a, b}, {}, {}});
    }
  }
}

}  // namespace visavis
