// Titles of topics above the lanes, ticks of questions and search hits, the axis below.
#include <algorithm>
#include <cmath>

#include "scene/timeline_parts.h"

namespace visavis {
namespace {

constexpr float kBandPad = 7;

void add_band_title(const TimelineContext& c, const TopicFigures& topic, const Rect& rect, bool in_full,
                    bool current, TimelineScene& scene) {
  const float size = c.state.font_px - 1;
  const float baseline = rect.y + rect.h / 2 + size * .36f - 2;
  if (!in_full) {
    // A title that would be cut to a few letters gives way to its number.
    constexpr float kLeastTitle = 84;
    const float room = rect.w - kBandPad - 6;
    const auto fits = [&](const std::string& text) {
      return c.measure.width(text, Face::regular, size) <= room;
    };
    const bool whole = room >= kLeastTitle || fits(topic.title);
    if (!whole && !fits(topic.number)) return;
    const Colour colour = current ? c.theme.ink : c.theme.soft;
    scene.items.push_back(TextItem{rect.x + kBandPad, baseline, whole ? topic.title : topic.number,
                                   topic.sure ? Face::regular : Face::italic, size,
                                   topic.sure ? colour : with_alpha(colour, .7f), 0, room});
    return;
  }
  // The title in full, over its neighbours, kept inside the plot.
  const float w = std::min(c.measure.width(topic.title, Face::strong, size) + 2 * kBandPad, scene.plot.w);
  const float x = std::clamp(rect.x, scene.plot.x, std::max(scene.plot.right() - w, scene.plot.x));
  scene.items.push_back(FillItem{{x, rect.y, w, rect.h - 4}, c.state.compact ? c.theme.bg : c.theme.tint, 4});
  scene.items.push_back(
      TextItem{x + kBandPad, baseline, topic.title, Face::strong, size, c.theme.ink, 0, w - 2 * kBandPad});
}

// One of a pixel's width for each that stands `apart` px or more from the one before: from one to the next by
// search, so that cost follows the pixels of the view.
BarBatch ticks_at(const TimelineScene& scene, const std::vector<double>& places, float apart, float top,
                  float bottom, Colour colour) {
  BarBatch ticks;
  const double per_px = (scene.view_end - scene.view_begin) / static_cast<double>(scene.plot.w);
  auto at = std::lower_bound(places.begin(), places.end(), scene.view_begin - per_px);
  while (at != places.end() && *at <= scene.view_end + per_px) {
    const float x = scene.screen_from_axis(*at);
    ticks.bars.push_back({x - 1, x + 1, top, bottom, colour});
    at = std::lower_bound(at + 1, places.end(), *at + per_px * static_cast<double>(apart));
  }
  return ticks;
}

// A step of 1, 2 or 5 times a power of ten (words), or of the clock's own divisions (time), so that marks
// stand `apart` or more.
double axis_step(bool is_time, double units_apart) {
  if (!is_time) {
    double power = 1;
    while (power * 10 <= units_apart) power *= 10;
    for (const double factor : {1.0, 2.0, 5.0})
      if (factor * power >= units_apart) return factor * power;
    return 10 * power;
  }
  constexpr double kSteps_s[] = {1,   2,   5,    10,   15,   30,    60,    120,  300,
                                 600, 900, 1800, 3600, 7200, 14400, 28800, 86400};
  for (const double step : kSteps_s)
    if (step * 1000 >= units_apart) return step * 1000;
  return std::ceil(units_apart / 86'400'000) * 86'400'000;
}

}  // namespace

void add_bands(const TimelineContext& c, TimelineScene& scene) {
  const std::int32_t reading = section_at_level(c.doc, c.state.reading_section, c.outline.band_level);
  // A topic that comes back is tinted wherever it is.
  std::int32_t read_thread = kNone;
  for (const TopicFigures& topic : c.outline.topics)
    if (reading != kNone && topic.section == reading) read_thread = topic.thread;
  const TopicFigures* in_full = nullptr;
  Rect full_rect;
  float last_end = -1;
  for (const TopicFigures& topic : c.outline.topics) {
    if (topic.section == kNone || topic.turns.empty()) continue;
    // Outlines of several levels show the outermost that has neighbours; deeper ones as ticks.
    const double from = c.doc.axis.turn_begin[static_cast<std::size_t>(topic.turns.first)];
    const double to = std::max(c.doc.axis.turn_end[static_cast<std::size_t>(topic.turns.last)], from);
    const float left = scene.screen_from_axis(from), right = scene.screen_from_axis(to);
    if (right < scene.plot.x || left > scene.plot.right()) continue;
    Rect rect{std::max(left, scene.plot.x), scene.bands.y, 0, scene.bands.h};
    rect.w = std::min(right, scene.plot.right()) - rect.x;
    if (topic.level < c.outline.band_level) continue;
    if (topic.level > c.outline.band_level) {
      if (rect.w > 3)
        scene.items.push_back(
            LineItem{rect.x, rect.bottom() - 6, rect.x, rect.bottom() - 3, c.theme.line, 1, 0});
      continue;
    }
    const bool hovered = topic.section == c.state.hover_section;
    const bool current = topic.section == reading;
    const bool focused =
        c.state.focus.kind == FocusMark::Kind::section_band && c.state.focus.id == topic.section;
    if (read_thread != kNone && topic.thread == read_thread && !c.state.compact)
      scene.items.push_back(FillItem{{rect.x, rect.y, rect.w, rect.h - 4}, c.theme.tint, 4});
    if (rect.x - last_end > 3 || rect.w > 6) {
      scene.items.push_back(
          LineItem{rect.x, rect.y, rect.x, rect.bottom() - 4, c.theme.line, 1, topic.sure ? 0.f : 3.f});
      last_end = rect.x;
    }
    if (focused) scene.items.push_back(StrokeItem{{rect.x, rect.y, rect.w, rect.h - 4}, c.theme.focus, 2, 4});
    if (hovered || (c.state.compact && current && (!in_full || in_full->section != c.state.hover_section)))
      in_full = &topic, full_rect = rect;
    add_band_title(c, topic, rect, false, current, scene);
    scene.band_rects.push_back({rect, topic.section});
  }
  if (in_full) add_band_title(c, *in_full, full_rect, true, true, scene);
}

void add_marks(const TimelineContext& c, TimelineScene& scene) {
  // One tick a pixel at most, whatever the number of turns or hits.
  const float tick_y = scene.lanes.bottom() + 1, tick_h = scene.river.y - scene.lanes.bottom() - 3;
  const bool known = c.doc.has_interviewer();
  for (const Lane& lane : c.doc.lanes) {
    if (lane.speakers.size() != 1 || !known) continue;
    const auto speaker = static_cast<std::size_t>(lane.speakers[0]);
    if (c.doc.analysis.roles[speaker] != Role::interviewer &&
        c.doc.analysis.roles[speaker] != Role::moderator)
      continue;
    if (!c.state.is_shown(lane.speakers[0])) continue;
    BarBatch ticks =
        ticks_at(scene, lane.questions, 2, tick_y, tick_y + tick_h, c.theme.of_slot(c.doc.slots[speaker]));
    if (!ticks.bars.empty()) scene.items.push_back(std::move(ticks));
  }
  if (c.state.hits.empty()) return;
  // A strip between the titles and the first lane's bars: it hides no turn.
  const Rect& strip = scene.hits = Rect{scene.plot.x, scene.bands.bottom() - 4, scene.plot.w,
                                        std::min(4 + (scene.lane_height - c.bar_height) / 2 - 1, 6.f)};
  scene.items.push_back(FillItem{strip, c.theme.hit, 2});
  BarBatch ticks = ticks_at(scene, c.state.hit_places, 3, strip.y, strip.bottom(), c.theme.ink);
  if (!ticks.bars.empty()) scene.items.push_back(std::move(ticks));
  if (c.state.hit != kNone && c.state.hit < static_cast<std::int32_t>(c.state.hits.size())) {
    const SearchHit& hit = c.state.hits[static_cast<std::size_t>(c.state.hit)];
    const float x = scene.screen_from_axis(place_of(c.doc, hit.turn, hit.text.begin));
    scene.items.push_back(FillItem{{x - 3, strip.y - 3, 6, strip.h + 3}, c.theme.ink, 2});
  }
}

void add_axis(const TimelineContext& c, TimelineScene& scene) {
  const float size = c.state.font_px - 1;
  const float baseline = scene.river.bottom() + c.axis_height - 3;
  const double view = scene.view_end - scene.view_begin;
  if (c.doc.axis.length <= 0) return;
  const std::string unit = axis_unit(c.doc);
  const std::string widest = format_axis(c.doc, c.doc.axis.begin + c.doc.axis.length);
  const float label_w = c.measure.width(widest, Face::regular, size) + 28;
  const double step =
      axis_step(c.doc.axis.is_time, view * static_cast<double>(std::max(label_w, 72.f) / scene.plot.w));
  float last_end = scene.plot.x - 100;
  for (double v = std::ceil(scene.view_begin / step) * step; v <= scene.view_end; v += step) {
    const float x = scene.screen_from_axis(v);
    std::string text = format_axis(c.doc, v);
    if (v == 0) text += unit;
    const float w = c.measure.width(text, Face::regular, size);
    float left = std::clamp(x - w / 2, scene.plot.x, std::max(scene.plot.right() - w, scene.plot.x));
    if (left < last_end + 10) continue;
    last_end = left + w;
    scene.items.push_back(
        LineItem{x, scene.river.bottom() + 2, x, scene.river.bottom() + 5, c.theme.line, 1, 0});
    scene.items.push_back(TextItem{left, baseline, std::move(text), Face::regular, size, c.theme.soft, 0, 0});
  }
  if (view < c.doc.axis.length * .999) {
    // Zoomed in: where in the whole the view lies.
    const float y = baseline + 5;
    const auto place = [&](double v) {
      return scene.plot.x + static_cast<float>((v - c.doc.axis.begin) / c.doc.axis.length) * scene.plot.w;
    };
    scene.items.push_back(FillItem{{scene.plot.x, y, scene.plot.w, 2}, c.theme.line, 1});
    const float x0 = place(scene.view_begin);
    scene.items.push_back(FillItem{{x0, y, std::max(place(scene.view_end) - x0, 4.f), 2}, c.theme.soft, 1});
  }
}

}  // namespace visavis
