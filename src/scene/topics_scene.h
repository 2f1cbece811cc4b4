// The topics: the outline in order, each with its size and split, the open one with the questions that were
// asked.
#pragma once

#include "scene/figures.h"
#include "scene/view_state.h"

namespace visavis {

struct TopicsScene {
  DrawList items;
  float height = 0;  // CSS px the pane needs at this width
  std::vector<Hit> hits;

  Hit hit(float x, float y) const;
};

// Questions shown under an open topic.
constexpr std::size_t kMostQuestions = 12;

// How many lines each title takes, kept from frame to frame: laying them out is what a long outline costs. To
// be emptied when the outline or the fonts change.
struct TitleLines {
  float width = 0, font_px = 0;        // they hold for
  std::vector<std::uint8_t> of_topic;  // 0: not laid out yet
};

// Items outside `clip` are laid out but not drawn.
TopicsScene build_topics(const Document& doc, const OutlineFigures& outline, const ViewState& state,
                         const Theme& theme, const TextMeasure& measure, Rect pane, Rect clip,
                         TitleLines& known);

}  // namespace visavis
