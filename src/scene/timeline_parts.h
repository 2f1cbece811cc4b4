// The parts of the timeline, each drawn by a function of its own. For timeline_scene.cpp alone.
#pragma once

#include "scene/timeline_scene.h"

namespace visavis {

struct TimelineContext {
  const Document& doc;
  const OutlineFigures& outline;
  const ViewState& state;
  const Theme& theme;
  const TextMeasure& measure;
  const LaneSamples& samples;  // of the view
  float bar_height;            // of a turn in its lane, CSS px
  float axis_height;
};

void add_bands(const TimelineContext& context, TimelineScene& scene);
void add_lanes(const TimelineContext& context, TimelineScene& scene);
void add_river(const TimelineContext& context, TimelineScene& scene);
void add_marks(const TimelineContext& context, TimelineScene& scene);
void add_axis(const TimelineContext& context, TimelineScene& scene);

}  // namespace visavis
