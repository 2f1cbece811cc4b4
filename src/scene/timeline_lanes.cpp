// Turn bars, density where turns are too small for bars, and the river of shares.
#include <algorithm>
#include <cmath>

#include "scene/timeline_parts.h"

namespace visavis {
namespace {

constexpr float kHidden = .16f;  // of a speaker that is filtered out

Colour lane_colour(const TimelineContext& c, const Lane& lane) {
  if (lane.speakers.size() != 1) return c.theme.other;
  const std::int32_t speaker = lane.speakers[0];
  return with_alpha(c.theme.of_slot(c.doc.slots[static_cast<std::size_t>(speaker)]),
                    c.state.is_shown(speaker) ? 1 : kHidden);
}

Pattern lane_pattern(const TimelineContext& c, const Lane& lane) {
  // Colours five to eight lie closer together, so they carry a texture as well.
  if (lane.speakers.size() != 1) return Pattern::dotted;
  return c.doc.slots[static_cast<std::size_t>(lane.speakers[0])] > 4 ? Pattern::hatched : Pattern::solid;
}

// Bars while a turn in view is a pixel wide on average, density below.
void add_lane(const TimelineContext& c, std::size_t index, TimelineScene& scene) {
  const Lane& lane = c.doc.lanes[index];
  const std::size_t from = lane.first_ending_after(scene.view_begin);
  const auto to = static_cast<std::size_t>(
      std::lower_bound(lane.begin.begin(), lane.begin.end(), scene.view_end) - lane.begin.begin());
  if (from >= to) return;
  const Colour colour = lane_colour(c, lane);
  const Rect row{
      scene.plot.x,
      scene.lanes.y + static_cast<float>(index) * scene.lane_height + (scene.lane_height - c.bar_height) / 2,
      scene.plot.w, c.bar_height};
  if (static_cast<double>(to - from) > static_cast<double>(scene.plot.w)) {
    DensityBatch density;
    density.area = row;
    density.colour = colour;
    const double* covered = c.samples.of(index);
    density.coverage.resize(c.samples.columns);
    for (float& column : density.coverage) {
      column = static_cast<float>(std::clamp((covered[1] - covered[0]) / c.samples.step, 0.0, 1.0));
      ++covered;
    }
    scene.items.push_back(std::move(density));
    return;
  }
  BarBatch batch;
  batch.radius = 2;
  batch.pattern = lane_pattern(c, lane);
  batch.bars.reserve(to - from);
  for (std::size_t i = from; i < to; ++i) {
    float x0 = scene.screen_from_axis(lane.begin[i]), x1 = scene.screen_from_axis(lane.end[i]);
    x1 = std::max(x0 + 1.5f, x1 - (x1 - x0 > 4 ? 1 : 0));  // a hairline of ground between neighbours
    x0 = std::max(x0, scene.plot.x - 8), x1 = std::min(x1, scene.plot.right() + 8);
    const std::int32_t turn = lane.turns[i];
    Bar bar{x0, x1, row.y, row.bottom(), colour};
    if (lane.speakers.size() > 1 &&
        !c.state.is_shown(c.doc.transcript.turns[static_cast<std::size_t>(turn)].speaker))
      bar.colour = with_alpha(colour, kHidden);
    const bool dimmed = c.state.hover_speaker != kNone && lane.speakers.size() == 1 &&
                        lane.speakers[0] != c.state.hover_speaker;
    if (dimmed) bar.colour = with_alpha(bar.colour, .45f);
    batch.bars.push_back(bar);
  }
  scene.items.push_back(std::move(batch));
}

void add_turn_outline(const TimelineContext& c, std::int32_t turn, float width_px, Colour colour,
                      TimelineScene& scene) {
  if (turn < 0 || turn >= static_cast<std::int32_t>(c.doc.transcript.turns.size())) return;
  const std::int32_t speaker = c.doc.transcript.turns[static_cast<std::size_t>(turn)].speaker;
  if (speaker == kNone && !c.doc.transcript.speakers.empty()) return;
  const int lane = speaker == kNone ? 0 : c.doc.lane_of[static_cast<std::size_t>(speaker)];
  const float x0 = scene.screen_from_axis(c.doc.axis.turn_begin[static_cast<std::size_t>(turn)]);
  const float x1 =
      std::max(scene.screen_from_axis(c.doc.axis.turn_end[static_cast<std::size_t>(turn)]), x0 + 2);
  const float y =
      scene.lanes.y + static_cast<float>(lane) * scene.lane_height + (scene.lane_height - c.bar_height) / 2;
  scene.items.push_back(StrokeItem{{x0 - 2, y - 2, x1 - x0 + 3, c.bar_height + 4}, colour, width_px, 4});
}

}  // namespace

void add_lanes(const TimelineContext& c, TimelineScene& scene) {
  for (std::size_t i = 0; i < c.doc.lanes.size(); ++i) add_lane(c, i, scene);
  add_turn_outline(c, c.state.hover_turn, 1, with_alpha(c.theme.ink, .6f), scene);
  add_turn_outline(c, c.state.selected_turn, 1.5f, c.theme.ink, scene);
}

RiverShares::RiverShares(const Document& doc, const ViewState& state) {
  for (const std::int32_t speaker : doc.by_words) {
    const Lane& lane = doc.lanes[static_cast<std::size_t>(doc.lane_of[static_cast<std::size_t>(speaker)])];
    if (std::find(lanes.begin(), lanes.end(), &lane) != lanes.end()) continue;
    if (lane.speakers.size() == 1 && !state.is_shown(lane.speakers[0])) continue;
    lanes.push_back(&lane);
  }
  amounts.resize(lanes.size());
}

RiverShares::RiverShares(const Document& doc, const ViewState& state, double reach, double place)
    : RiverShares(doc, state) {
  at(doc, reach, place);
}

void RiverShares::at(const Document& doc, double reach, double place) {
  const double first = doc.axis.begin, last = first + doc.axis.length;
  double from = std::max(place - reach, first), to = std::min(place + reach, last);
  total = 0;
  for (int attempt = 0; attempt < 12 && total <= 0; ++attempt) {
    total = 0;
    window = to - from;
    for (std::size_t i = 0; i < lanes.size(); ++i)
      total += amounts[i] = std::max(lanes[i]->covered_until(to) - lanes[i]->covered_until(from), 0.0);
    from = std::max(from - reach * (1 << attempt), first), to = std::min(to + reach * (1 << attempt), last);
  }
}

void LaneSamples::take(const Document& doc, double view_begin, double view_end, float width) {
  const std::size_t even = 2 * static_cast<std::size_t>(std::clamp(std::ceil(width / 2), 2.f, 2048.f));
  if (begin == view_begin && end == view_end && columns == even) return;
  begin = view_begin, end = view_end, columns = even;
  reach = static_cast<std::size_t>(std::lround(river_reach(0, static_cast<double>(columns))));
  step = (end - begin) / static_cast<double>(columns);
  const std::size_t each = columns + 2 * reach + 1;
  covered.resize(doc.lanes.size() * each);
  for (std::size_t i = 0; i < doc.lanes.size(); ++i)
    doc.lanes[i].sample(begin - step * static_cast<double>(reach), step, &covered[i * each], each);
}

void add_river(const TimelineContext& c, TimelineScene& scene) {
  RiverShares shares(c.doc, c.state);
  const std::size_t count = shares.lanes.size();
  if (count == 0 || scene.river.empty()) return;
  RiverBatch river;
  river.area = scene.river;
  const LaneSamples& samples = c.samples;
  river.columns = static_cast<std::uint32_t>(samples.columns / 2);
  river.edges.resize(count * river.columns);
  for (const Lane* lane : shares.lanes) river.colours.push_back(with_alpha(lane_colour(c, *lane), .88f));
  for (std::uint32_t i = 0; i < river.columns; ++i) {
    shares.total = 0;
    for (std::size_t b = 0; b < count; ++b) {
      const double* here =
          samples.of(static_cast<std::size_t>(shares.lanes[b] - c.doc.lanes.data())) + 2 * i + 1;
      shares.total += shares.amounts[b] = here[samples.reach] - *(here - samples.reach);
    }
    if (shares.total <= 0)  // the nearest words
      shares.at(c.doc, river_reach(scene.view_begin, scene.view_end),
                samples.begin + samples.step * (2 * i + 1));
    double edge = 0;
    for (std::size_t b = 0; b < count; ++b) {
      edge += shares.total > 0 ? shares.amounts[b] / shares.total : 1.0 / static_cast<double>(count);
      river.edges[b * river.columns + i] = b + 1 == count ? 1.f : static_cast<float>(edge);
    }
  }
  scene.items.push_back(std::move(river));
  const float middle = scene.river.y + scene.river.h / 2;
  scene.items.push_back(
      LineItem{scene.river.x, middle, scene.river.right(), middle, with_alpha(c.theme.bg, .75f), 1, 3});
}

}  // namespace visavis
