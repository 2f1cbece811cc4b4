#include "ui/app_state.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "base/json_out.h"
#include "base/numbers.h"
#include "base/order.h"
#include "scene/timeline_scene.h"

namespace visavis {
namespace {

unsigned set_goal(AppState& state, const Document& doc, double begin, double end) {
  const double first = doc.axis.begin, length = std::max(doc.axis.length, 1e-9);
  const double least =
      std::min(length, doc.axis.is_time ? 2000.0 : 20.0);  // two seconds or twenty words fill the width
  const double span = std::clamp(end - begin, least, length);
  begin = std::clamp(begin, first, first + length - span);
  state.goal_begin = begin;
  state.goal_end = begin + span;
  if (state.reduced_motion) {
    state.view_begin = state.goal_begin;
    state.view_end = state.goal_end;
  }
  return kChangedState;
}

void id_or_null(JsonOut& out, const char* name, std::int32_t id) {
  out.key(name);
  id == kNone ? out.null() : out.value(id);
}

}  // namespace

AppState initial_state(const Document& doc, const AppState& before) {
  AppState state;
  state.compact = before.compact;
  state.mirrored = before.mirrored;
  state.font_px = before.font_px;
  state.reduced_motion = before.reduced_motion;
  state.searches = before.searches + 1;
  state.evidence.serial = before.evidence.serial;
  state.shown_revision = before.shown_revision + 1;
  state.shown.assign(doc.transcript.speakers.size(), true);
  state.view_begin = state.goal_begin = doc.axis.begin;
  state.view_end = state.goal_end = doc.axis.begin + std::max(doc.axis.length, 1e-9);
  state.untold = kChangedState | kChangedTwin;
  state.figures_stale = true;
  return state;
}

unsigned scroll_to(AppState& state, std::int32_t turn, double fraction) {
  state.scroll_to = {turn, fraction, false};
  return kChangedState | kChangedScroll;
}

unsigned set_range(AppState& state, const Document& doc, TurnRange range) {
  if (range.empty() && !state.range) return 0;
  if (state.range && *state.range == range) return 0;
  if (range.empty() || range == whole(doc.transcript))
    state.range.reset();
  else
    state.range = range;
  return kChangedState | kChangedTwin;
}

void place_hits(AppState& state, const Document& doc) {
  for (std::size_t i = state.hit_places.size(); i < state.hits.size(); ++i)
    state.hit_places.push_back(place_of(doc, state.hits[i].turn, state.hits[i].text.begin));
  if (std::is_sorted(state.hit_places.begin(), state.hit_places.end())) return;
  // Turns with times stand in the order of the file.
  std::vector<std::int32_t> order(state.hit_places.size());
  std::iota(order.begin(), order.end(), 0);
  const std::vector<double> places = std::move(state.hit_places);
  order_ids(order, [&](std::int32_t a, std::int32_t b) {
    return places[static_cast<std::size_t>(a)] < places[static_cast<std::size_t>(b)];
  });
  state.hit_places.clear();
  for (const std::int32_t at : order) state.hit_places.push_back(places[static_cast<std::size_t>(at)]);
}

unsigned zoom_about(AppState& state, const Document& doc, double place, double factor) {
  const double begin = place - (place - state.goal_begin) * factor;
  return set_goal(state, doc, begin, begin + (state.goal_end - state.goal_begin) * factor);
}

unsigned pan_by(AppState& state, const Document& doc, double amount) {
  return set_goal(state, doc, state.goal_begin + amount, state.goal_end + amount);
}

bool is_zoomed(const AppState& state, const Document& doc) {
  return state.goal_end - state.goal_begin < doc.axis.length * .999;
}

bool advance_view(AppState& state, double elapsed_ms) {
  // Exponential approach with a time constant of 45 ms: over in about a fifth of a second, and free to be
  // turned midway.
  const double keep = natural_exp(-std::clamp(elapsed_ms, 1.0, 100.0) / 45.0);
  const double span = state.goal_end - state.goal_begin;
  const auto approach = [&](double& now, double goal) {
    now = goal + (now - goal) * keep;
    if (std::abs(now - goal) < span * 5e-4) now = goal;
    return now != goal;
  };
  const bool begin_moves = approach(state.view_begin, state.goal_begin);
  return approach(state.view_end, state.goal_end) || begin_moves;
}

std::string write_state(const AppState& state, const Document& doc, const PaneHeights& heights) {
  JsonOut out;
  out.begin_object();
  id_or_null(out, "selected", state.selected_turn);
  out.key("hover").begin_object();
  id_or_null(out, "turn", state.hover_turn);
  id_or_null(out, "section", state.hover_section);
  id_or_null(out, "speaker", state.hover_speaker);
  out.end_object().field("filter", state.shown_revision);
  out.field("filtered", std::find(state.shown.begin(), state.shown.end(), false) != state.shown.end());
  out.key("range");
  if (state.range)
    out.begin_array().value(state.range->first).value(state.range->last).end_array();
  else
    out.null();
  out.field("query", std::string_view(state.query))
      .field("hits", static_cast<std::int64_t>(state.hits.size()))
      .field("searches", state.searches)
      .field("searching", state.search_turn < doc.transcript.turns.size());
  id_or_null(out, "hit", state.hit);
  id_or_null(out, "openSection", state.open_section);
  id_or_null(out, "section", state.reading_section);
  out.key("scrollTo");
  if (state.scroll_to.turn == kNone) {
    out.null();
  } else {
    out.begin_object().field("turn", state.scroll_to.turn).key("fraction").value(state.scroll_to.fraction, 4);
    out.field("hit", state.scroll_to.is_hit).end_object();
  }
  out.field("sort", state.sort_column).field("ascending", state.ascending);
  out.key("evidence").begin_object().field("speaker", state.evidence.speaker);
  out.field("column", state.evidence.column).field("serial", state.evidence.serial).end_object();
  out.key("heights").begin_object().key("timeline").value(static_cast<double>(heights.timeline), 1);
  out.key("balance").value(static_cast<double>(heights.balance), 1);
  out.key("topics").value(static_cast<double>(heights.topics), 1).end_object();
  out.field("cursor", state.cursor).field("axis", doc.axis.is_time ? "time" : "words");
  const bool zoomed = is_zoomed(state, doc);
  out.field("zoomed", zoomed);
  if (zoomed && doc.transcript.speakers.size() > 1)
    out.field("river", std::string_view(format_axis(doc, 2 * river_reach(state.goal_begin, state.goal_end)) +
                                        axis_unit(doc)));
  out.end_object();
  return out.take();
}

std::string write_shown(const AppState& state) {
  JsonOut out;
  out.begin_array();
  for (std::size_t i = 0; i < state.shown.size(); ++i)
    if (state.shown[i]) out.value(static_cast<std::int32_t>(i));
  out.end_array();
  return out.take();
}

std::string write_colours(const Document& doc) {
  JsonOut out;
  out.begin_array();
  for (std::size_t i = 0; i < doc.slots.size(); ++i)
    out.begin_object()
        .field("speaker", static_cast<std::int32_t>(i))
        .field("slot", doc.slots[i])
        .end_object();
  out.end_array();
  return out.take();
}

}  // namespace visavis
