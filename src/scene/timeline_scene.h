// The timeline: titles of topics, a lane a speaker, marks, the river of balance, all over one x axis.
#pragma once

#include "scene/figures.h"
#include "scene/view_state.h"

namespace visavis {

// Height in CSS px that the timeline needs, independent of its width.
float timeline_height(const Document& doc, const ViewState& state);

// What densities and river are made of: how much of each lane is spoken up to places a column apart, `reach`
// of them more on both sides of the view. Kept from frame to frame while the view stays, so that pointing and
// brushing look nothing up.
struct LaneSamples {
  double begin = 0, end = 0;           // of the view
  double step = 0;                     // a column
  std::size_t columns = 0, reach = 0;  // even; a side of the river's window
  std::vector<double> covered;         // lane after lane

  // Of a lane, at the left edge of the first column; as many before it as `reach`.
  const double* of(std::size_t lane) const {
    return covered.data() + lane * (columns + 2 * reach + 1) + reach;
  }
  void take(const Document& doc, double view_begin, double view_end, float width);
};

struct TimelineScene {
  DrawList items;
  Rect plot;   // the x axis' extent, from the first lane to the river
  Rect lanes;  // the lanes alone
  Rect river;
  Rect bands;
  Rect window;  // the reading window; empty where nothing is read
  Rect hits;    // the strip of a search's ticks; empty where nothing is looked for
  float lane_height = 0;
  double view_begin = 0, view_end = 1;

  double axis_from_screen(float x) const {
    return view_begin +
           (view_end - view_begin) * static_cast<double>((x - plot.x) / (plot.w > 0 ? plot.w : 1));
  }
  float screen_from_axis(double v) const {
    return plot.x +
           static_cast<float>((v - view_begin) / (view_end - view_begin) * static_cast<double>(plot.w));
  }
  // What lies under a point, parts that only explain themselves included. Cost follows the logarithm of the
  // number of turns.
  Hit hit(const Document& doc, const ViewState& state, float x, float y) const;

  struct Label {
    Rect rect;
    std::int32_t lane = 0;
  };
  std::vector<Label> labels;
  struct Band {
    Rect rect;
    std::int32_t section = kNone;
  };
  std::vector<Band> band_rects;
};

// The river at one place of the axis: what each lane that is shown has of the words (or the time) around it.
struct RiverShares {
  std::vector<const Lane*> lanes;  // by words, most first
  std::vector<double> amounts;     // one a lane
  double total = 0;
  double window = 0;  // in axis units, both sides

  // The lanes, and what is around a place. `reach` is a side of the window; where nobody speaks in it, it
  // widens.
  RiverShares(const Document& doc, const ViewState& state);
  RiverShares(const Document& doc, const ViewState& state, double reach, double place);
  void at(const Document& doc, double reach, double place);
};
// A side of the window, from the part of the axis in view.
constexpr double river_reach(double view_begin, double view_end) { return (view_end - view_begin) / 16; }

// `samples` are kept for the next scene of the same document.
TimelineScene build_timeline(const Document& doc, const OutlineFigures& outline, const ViewState& state,
                             const Theme& theme, const TextMeasure& measure, Rect pane, LaneSamples& samples);

}  // namespace visavis
