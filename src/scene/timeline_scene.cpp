#include "scene/timeline_scene.h"

#include <algorithm>
#include <cmath>

#include "scene/timeline_parts.h"
#include "words/phrases.h"

namespace visavis {
namespace {

constexpr std::size_t kFewestFound = 12;  // turns; as the page looks for topics (web/element/viewer.js)
// Vertical rhythm in CSS px, on a grid of 2.
struct Rows {
  float top, band, lane, bar, marks, river, axis, bottom;
};
Rows rows_of(const Document& doc, const ViewState& state) {
  Rows rows = state.compact ? Rows{8, 22, 16, 12, 6, 22, 16, 8} : Rows{12, 26, 24, 16, 8, 32, 18, 10};
  // No titles to show, nor any that may be found.
  if (doc.transcript.sections.empty() && doc.transcript.turns.size() < kFewestFound) rows.band = 6;
  if (doc.transcript.speakers.empty()) rows.marks = 6;
  if (doc.transcript.speakers.size() < 2) rows.river = 0;  // of one voice there is nothing to share out
  return rows;
}

constexpr float kSidePad = 20, kCompactPad = 14, kLabelGap = 12, kMostLabel = 168;

std::string lane_label(const Document& doc, const Lane& lane) {
  if (lane.speakers.empty()) return doc.language(phrase::lane_text);
  if (lane.speakers.size() == 1) return doc.labels[static_cast<std::size_t>(lane.speakers[0])];
  return doc.language(phrase::others_counted, {lane.speakers.size()});
}

void add_labels(const Document& doc, const ViewState& state, const Theme& theme, const TextMeasure& measure,
                TimelineScene& scene) {
  for (std::size_t i = 0; i < doc.lanes.size(); ++i) {
    const Lane& lane = doc.lanes[i];
    const std::string text = lane_label(doc, lane);
    const float y = scene.lanes.y + static_cast<float>(i) * scene.lane_height;
    const float w = std::min(measure.width(text, Face::regular, state.font_px), kMostLabel);
    const float x = scene.plot.x - kLabelGap - w;
    const bool single = lane.speakers.size() == 1;
    const bool hovered = single && state.hover_speaker == lane.speakers[0];
    const bool shown = !single || state.is_shown(lane.speakers[0]);
    TextItem label{scene.plot.x - kLabelGap,
                   y + scene.lane_height / 2 + state.font_px * 0.36f,
                   text,
                   hovered ? Face::strong : Face::regular,
                   state.font_px,
                   hovered ? theme.ink : with_alpha(theme.soft, shown ? 1.f : .45f),
                   1,
                   kMostLabel};
    scene.items.push_back(label);
    if (!shown)
      scene.items.push_back(LineItem{x, y + scene.lane_height / 2, x + w, y + scene.lane_height / 2,
                                     with_alpha(theme.soft, .6f), 1, 0});
    if (single) scene.labels.push_back({{x - 6, y, w + 12, scene.lane_height}, static_cast<std::int32_t>(i)});
    if (single && state.focus.kind == FocusMark::Kind::lane && state.focus.id == lane.speakers[0])
      scene.items.push_back(StrokeItem{{x - 6, y + 1, w + 12, scene.lane_height - 2}, theme.focus, 2, 4});
  }
}

void add_reading_window(const ViewState& state, const Document& doc, const Theme& theme,
                        TimelineScene& scene) {
  if (state.reading.first_turn == kNone || state.reading.last_turn == kNone) return;
  const double from = doc.axis.at(state.reading.first_turn, state.reading.first_fraction);
  const double to = doc.axis.at(state.reading.last_turn, state.reading.last_fraction);
  const float left = scene.screen_from_axis(std::min(from, to)),
              right = scene.screen_from_axis(std::max(from, to));
  const float x0 = std::clamp(left, scene.plot.x - 2, scene.plot.right() + 2);
  const float x1 = std::clamp(std::max(right, left + 6), scene.plot.x - 2, scene.plot.right() + 2);
  if (x1 - x0 < 2) return;
  scene.window = {x0, scene.plot.y - 3, x1 - x0, scene.plot.h + 6};
  scene.items.push_back(StrokeItem{scene.window, with_alpha(theme.ink, .8f), 1.5f, 5});
}

void add_range(const ViewState& state, const Document& doc, const Theme& theme, TimelineScene& scene) {
  if (!state.range) return;
  const float left = scene.screen_from_axis(doc.axis.at(state.range->first, 0));
  const float right = scene.screen_from_axis(doc.axis.at(state.range->last, 1));
  const float x0 = std::clamp(left, scene.plot.x, scene.plot.right()),
              x1 = std::clamp(right, scene.plot.x, scene.plot.right());
  const float y = scene.plot.y - 2, h = scene.plot.h + 4;
  const Colour veil = with_alpha(theme.bg, .72f);
  scene.items.push_back(FillItem{{scene.plot.x, y, x0 - scene.plot.x, h}, veil, 0});
  scene.items.push_back(FillItem{{x1, y, scene.plot.right() - x1, h}, veil, 0});
  for (const float x : {x0, x1})
    if ((x == x0 ? left : right) == x) scene.items.push_back(LineItem{x, y, x, y + h, theme.ink, 1.5f, 0});
}

}  // namespace

float timeline_height(const Document& doc, const ViewState& state) {
  const Rows rows = rows_of(doc, state);
  return rows.top + rows.band + rows.lane * static_cast<float>(doc.lanes.size()) + rows.marks + rows.river +
         rows.axis + rows.bottom;
}

TimelineScene build_timeline(const Document& doc, const OutlineFigures& outline, const ViewState& state,
                             const Theme& theme, const TextMeasure& measure, Rect pane,
                             LaneSamples& samples) {
  const Rows rows = rows_of(doc, state);
  TimelineScene scene;
  scene.view_begin = state.view_begin;
  scene.view_end = std::max(state.view_end, state.view_begin + 1e-9);
  float gutter = state.compact ? kCompactPad : kSidePad;
  if (!state.compact) {
    float widest = 0;
    for (const Lane& lane : doc.lanes)
      widest = std::max(widest, measure.width(lane_label(doc, lane), Face::strong, state.font_px));
    gutter += std::min(std::ceil(widest), kMostLabel) + kLabelGap;
  }
  const float x = pane.x + gutter,
              w = std::max(pane.w - gutter - (state.compact ? kCompactPad : kSidePad), 1.f);
  const float lanes_h = rows.lane * static_cast<float>(doc.lanes.size());
  scene.bands = {x, pane.y + rows.top, w, rows.band};
  scene.lanes = {x, scene.bands.bottom(), w, lanes_h};
  scene.river = {x, scene.lanes.bottom() + rows.marks, w, rows.river};
  scene.plot = {x, scene.lanes.y, w, scene.river.bottom() - scene.lanes.y};
  scene.lane_height = rows.lane;
  samples.take(doc, scene.view_begin, scene.view_end, w);

  const TimelineContext context{doc, outline, state, theme, measure, samples, rows.bar, rows.axis};
  add_bands(context, scene);
  if (!state.compact) add_labels(doc, state, theme, measure, scene);
  scene.items.push_back(ClipItem{{x - 1, pane.y, w + 2, pane.h}});
  add_lanes(context, scene);
  add_river(context, scene);
  add_marks(context, scene);
  add_range(state, doc, theme, scene);
  scene.items.push_back(ClipItem{});
  add_reading_window(state, doc, theme, scene);
  add_axis(context, scene);
  return scene;
}

Hit TimelineScene::hit(const Document& doc, const ViewState& state, float x, float y) const {
  for (const Label& label : labels)
    if (label.rect.contains(x, y))
      return {Hit::Kind::speaker, doc.lanes[static_cast<std::size_t>(label.lane)].speakers[0], label.rect};
  if (!hits.empty() && hits.contains(x, y)) return {Hit::Kind::plot, kNone, plot, Hit::found};
  for (const Band& band : band_rects)
    if (band.rect.contains(x, y)) return {Hit::Kind::section, band.section, band.rect};
  if (!plot.contains(x, y))
    return {Hit::Kind::none, kNone, {}, y > plot.bottom() ? Hit::axis : Hit::none_of_it};
  if (lanes.contains(x, y)) {
    const auto index = static_cast<std::size_t>(
        std::clamp((y - lanes.y) / lane_height, 0.f, static_cast<float>(doc.lanes.size()) - 1));
    const double slack = 2.5 * (view_end - view_begin) / static_cast<double>(plot.w);
    const std::int32_t turn = doc.lanes[index].turn_at(axis_from_screen(x), slack);
    if (turn != kNone && state.is_shown(doc.transcript.turns[static_cast<std::size_t>(turn)].speaker))
      return {Hit::Kind::turn, turn, lanes};
  }
  const std::int32_t part = lanes.contains(x, y)   ? Hit::none_of_it
                            : river.contains(x, y) ? Hit::river
                                                   : Hit::questions;
  if (window.contains(x, y)) return {Hit::Kind::window, kNone, window, part};
  return {Hit::Kind::plot, kNone, plot, part};
}

}  // namespace visavis
