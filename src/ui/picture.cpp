// A panel as a picture: the scene that is drawn, anew in a rectangle of its own, as plain draw items.
#include "scene/balance_scene.h"
#include "scene/draw_json.h"
#include "scene/mirror.h"
#include "scene/timeline_scene.h"
#include "scene/topics_scene.h"
#include "ui/app.h"
#include "ui/labels.h"

namespace visavis {

std::string App::picture_json(Pane which, float width) const {
  if (!document_) return "null";
  // Of what is chosen, not of where somebody points or reads.
  ViewState state = state_;
  state.hover_turn = state.hover_section = state.hover_speaker = kNone;
  state.focus = {};
  state.reading = {};
  Rect rect{0, 0, width, timeline_height(*document_, state)};
  DrawList items;
  if (which == Pane::timeline) {
    LaneSamples samples;
    items = build_timeline(*document_, outline_, state, theme_, *labels_, rect, samples).items;
  } else if (which == Pane::balance) {
    BalanceScene scene = build_balance(*document_, balance_, state, theme_, *labels_, rect);
    rect.h = scene.height;
    items = std::move(scene.items);
  } else {
    TitleLines lines;
    rect.h = build_topics(*document_, outline_, state, theme_, *labels_, rect, {}, lines).height;
    items = build_topics(*document_, outline_, state, theme_, *labels_, rect, rect, lines).items;
  }
  if (state.mirrored) mirror(items, rect);
  JsonOut out;
  out.begin_object().key("width").value(static_cast<double>(rect.w), 2);
  out.key("height").value(static_cast<double>(rect.h), 2).key("items");
  write_items(out, items);
  out.end_object();
  return out.take();
}

}  // namespace visavis
