// A press on a pane and what it becomes: a click, a brush, a drag of the reading window, a pan.
#pragma once

#include "scene/timeline_scene.h"
#include "ui/app_state.h"

namespace visavis {

struct TimelineGesture {
  enum class Kind : std::uint8_t { none, brush, window, pan } kind = Kind::none;
  Hit pressed;
  float press_x = 0, press_y = 0;
  bool dragged = false;      // moved more than a slip
  double press_place = 0;    // on the axis
  double window_offset = 0;  // from the reading window's begin to the press, on the axis
  double view_begin = 0;     // at the press

  void press(const Hit& hit, float x, float y, bool shift, const TimelineScene& scene, const Document& doc,
             const AppState& state);
  // Follows the pointer.
  void move(float x, const TimelineScene& scene, const Document& doc, AppState& state) const;
};

}  // namespace visavis
