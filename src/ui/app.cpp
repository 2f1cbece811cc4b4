#include "ui/app.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "base/json_out.h"
#include "base/numbers.h"
#include "platform/platform.h"
#include "render/renderer.h"
#include "scene/balance_scene.h"
#include "scene/mirror.h"
#include "scene/timeline_scene.h"
#include "scene/topics_scene.h"
#include "scene/twin.h"
#include "ui/canvas.h"
#include "ui/draw_items.h"
#include "ui/gesture.h"
#include "ui/labels.h"

namespace visavis {

// While a search goes on, so often what was found is drawn.
constexpr double kShowSearchMs = 100;

struct App::Scenes {
  LaneSamples samples;
  TimelineScene timeline;
  BalanceScene balance;
  TopicsScene topics;
  TitleLines title_lines;
};
struct App::Gesture : TimelineGesture {};

App::App()
    : platform_(make_platform()),
      canvas_(std::make_unique<Canvas>()),
      renderer_(make_renderer(canvas_->atlas())),
      scenes_(std::make_unique<Scenes>()),
      gesture_(std::make_unique<Gesture>()) {
  labels_ = std::make_unique<Labels>(*platform_, canvas_->atlas());
}

App::~App() {
  if (renderer_->attached()) renderer_->detach(platform_->make_current(gl_handle_));
}

void App::open(Transcript transcript) {
  show(std::make_unique<Document>(make_document(std::move(transcript))));
}

void App::show(std::unique_ptr<Document> document) {
  ranges_.reset();
  document_ = std::move(document);
  document_->language = language_;
  state_ = initial_state(*document_, state_);
  outline_ = outline_figures(*document_);
  forget_text_layout();
  *scenes_ = {};  // what they drew was of the document before
  *gesture_ = {};
  refresh_figures();
}

void App::refine(std::unique_ptr<Document> document) {
  document_ = std::move(document);
  document_->language = language_;
  outline_ = outline_figures(*document_);
  forget_text_layout();
  *scenes_ = {};
  state_.hover_section = state_.open_section = kNone;
  state_.focus = {};
  const auto turn = static_cast<std::size_t>(state_.reading.first_turn);
  state_.reading_section =
      turn < document_->transcript.turns.size() ? document_->transcript.turns[turn].section : kNone;
  change(state_, kChangedState);
}

bool App::command(std::string_view line, Origin origin) {
  const std::optional<Command> command = document_ ? parse_command(line) : std::nullopt;
  if (!command || !apply(state_, *document_, *command, origin)) return false;
  refresh_figures();
  return true;
}

void App::give(Verb verb, std::int32_t id, std::int32_t other, double fraction) {
  apply(state_, *document_, {verb, {id, other}, {fraction}, {}});
}

void App::speak(std::string_view table) {
  language_ = Language(table);
  if (!document_) return;
  document_->language = language_;
  outline_ = outline_figures(*document_);
  forget_text_layout();
  change(state_, kChangedState | kChangedTwin);
  refresh_figures();
}

void App::refresh_figures() {
  if (!state_.figures_stale) return;
  state_.figures_stale = false;
  const bool part =
      state_.range || std::find(state_.shown.begin(), state_.shown.end(), false) != state_.shown.end();
  if (part && !ranges_)
    ranges_ = std::make_unique<RangeIndex>(document_->transcript, document_->analysis.measures,
                                           document_->analysis.floor);
  balance_ = balance_figures(*document_, state_, ranges_.get());
}

void App::forget_text_layout() { scenes_->title_lines = {}; }

bool App::attach_gl(int handle) {
  // A context that is gone takes its objects with it; one that is merely replaced is tidied up.
  if (renderer_->attached()) renderer_->detach(gl_handle_ != 0 && platform_->make_current(gl_handle_));
  gl_handle_ = handle;
  return handle != 0 && platform_->make_current(handle) && renderer_->attach();
}

float App::scene_x(Pane p, float x) const { return state_.mirrored ? mirrored(x, pane(p).rect) : x; }

Hit App::hit_at(float x, float y) const {
  if (!document_) return {};
  if (pane(Pane::timeline).clip.contains(x, y))
    return scenes_->timeline.hit(*document_, state_, scene_x(Pane::timeline, x), y);
  if (pane(Pane::balance).clip.contains(x, y)) return scenes_->balance.hit(scene_x(Pane::balance, x), y);
  if (pane(Pane::topics).clip.contains(x, y)) return scenes_->topics.hit(scene_x(Pane::topics, x), y);
  return {};
}

void App::apply_hover(const Hit& hit) {
  using Kind = Hit::Kind;
  const bool is_turn = hit.kind == Kind::turn || hit.kind == Kind::question,
             is_figure = hit.kind == Kind::figure;
  under_ = hit;
  give(hit.id == kNone                          ? Verb::hover_none
       : is_turn                                ? Verb::hover_turn
       : hit.kind == Kind::section              ? Verb::hover_section
       : hit.kind == Kind::speaker || is_figure ? Verb::hover_speaker
                                                : Verb::hover_none,
       is_figure ? hit.id / kMostColumns : hit.id);
  const char* cursor = hit.kind == Kind::none ? "default"
                       : hit.kind == Kind::window
                           ? (gesture_->kind == TimelineGesture::Kind::window ? "grabbing" : "grab")
                       : hit.kind == Kind::plot ? "crosshair"
                                                : "pointer";
  if (cursor != state_.cursor) change(state_, kChangedState);
  state_.cursor = cursor;
}

void App::click(const Hit& hit, float x, bool shift) {
  switch (hit.kind) {
    case Hit::Kind::turn:
    case Hit::Kind::question:
      give(Verb::select, hit.id);
      break;
    case Hit::Kind::speaker:
      give(shift ? Verb::speaker_toggle : Verb::speaker_pick, hit.id);
      break;
    case Hit::Kind::sort:
      give(Verb::sort, hit.id);
      break;
    case Hit::Kind::figure:
      give(Verb::evidence, hit.id / kMostColumns, hit.id % kMostColumns);
      break;
    case Hit::Kind::unfold:
      give(state_.unfolded ? Verb::fold : Verb::unfold);
      break;
    case Hit::Kind::section:
      give(Verb::topic, hit.id);
      break;
    case Hit::Kind::window:
    case Hit::Kind::plot: {
      const double place = scenes_->timeline.axis_from_screen(x);
      const std::int32_t turn = document_->axis.turn_at(place);
      if (turn == kNone) break;
      const double from = document_->axis.at(turn, 0), length = document_->axis.at(turn, 1) - from;
      give(Verb::range_none);
      give(Verb::show, turn, 0, length > 0 ? std::clamp((place - from) / length, 0.0, 1.0) : 0);
      break;
    }
    case Hit::Kind::none:
      break;
  }
}

void App::pointer(PointerKind kind, float x, float y, int buttons, int mods) {
  if (!document_) return;
  if (kind == PointerKind::cancel || kind == PointerKind::leave) {
    *gesture_ = {};
    apply_hover({});
    return;
  }
  const Hit hit = hit_at(x, y);
  x = scene_x(Pane::timeline, x);  // gestures are the timeline's
  under_x_ = x;
  if (kind == PointerKind::down) {
    gesture_->press(hit, x, y, (mods & kModShift) != 0, scenes_->timeline, *document_, state_);
  } else if (kind == PointerKind::move && gesture_->kind != TimelineGesture::Kind::none &&
             (buttons & 1) != 0) {
    // The timeline goes sideways; a finger that goes up or down scrolls the page.
    if (std::abs(x - gesture_->press_x) > 4) gesture_->dragged = true;
    if (gesture_->dragged) gesture_->move(x, scenes_->timeline, *document_, state_);
    refresh_figures();
    state_.cursor = gesture_->kind == TimelineGesture::Kind::window ? "grabbing" : "col-resize";
    change(state_, kChangedState);
    return;
  } else if (kind == PointerKind::up) {
    const bool clicked = gesture_->pressed.kind != Hit::Kind::none && !gesture_->dragged &&
                         gesture_->pressed.kind == hit.kind && gesture_->pressed.id == hit.id;
    *gesture_ = {};
    if (clicked) click(hit, x, (mods & kModShift) != 0);
    refresh_figures();
  }
  apply_hover(hit);
}

bool App::wheel(float x, float y, float dx, float dy, int mods) {
  if (!document_ || !pane(Pane::timeline).clip.contains(x, y)) return false;
  const TimelineScene& scene = scenes_->timeline;
  if (scene.plot.empty()) return false;  // not drawn yet
  x = scene_x(Pane::timeline, x);
  if (state_.mirrored) dx = -dx;
  if ((mods & (kModCtrl | kModMeta)) != 0) {
    const float at = std::clamp(x, scene.plot.x, scene.plot.right());
    change(state_, zoom_about(state_, *document_, scene.axis_from_screen(at),
                              natural_exp(std::clamp(static_cast<double>(dy), -240.0, 240.0) / 240.0)));
    return true;
  }
  if (std::abs(dx) <= std::abs(dy) || !is_zoomed(state_, *document_)) return false;
  change(state_, pan_by(state_, *document_,
                        static_cast<double>(dx / scene.plot.w) * (state_.goal_end - state_.goal_begin)));
  return true;
}

void App::draw_items_of(DrawList& items, Pane which) {
  const PaneGeometry& g = pane(which);
  if (g.clip.empty() || g.rect.empty()) return;
  if (state_.mirrored) mirror(items, g.rect);
  const ClippedTo clipped(canvas_->list(), g.clip);
  draw_items(canvas_->list(), *renderer_, *labels_, items);
}

void App::draw_timeline() {
  const PaneGeometry& g = pane(Pane::timeline);
  heights_.timeline = timeline_height(*document_, state_);
  if (g.clip.empty() || g.rect.empty()) return;
  scenes_->timeline =
      build_timeline(*document_, outline_, state_, theme_, *labels_, g.rect, scenes_->samples);
  draw_items_of(scenes_->timeline.items, Pane::timeline);
}

void App::draw_balance() {
  const PaneGeometry& g = pane(Pane::balance);
  if (g.rect.w <= 0) return;
  scenes_->balance = build_balance(*document_, balance_, state_, theme_, *labels_, g.rect);
  heights_.balance = scenes_->balance.height;
  draw_items_of(scenes_->balance.items, Pane::balance);
}

void App::draw_topics() {
  const PaneGeometry& g = pane(Pane::topics);
  if (g.rect.w <= 0) return;
  scenes_->topics =
      build_topics(*document_, outline_, state_, theme_, *labels_, g.rect, g.clip, scenes_->title_lines);
  heights_.topics = scenes_->topics.height;
  draw_items_of(scenes_->topics.items, Pane::topics);
}

unsigned App::frame(double now_ms) {
  const double elapsed_ms = last_frame_ms_ < 0 ? 16 : std::clamp(now_ms - last_frame_ms_, 1.0, 1000.0);
  last_frame_ms_ = now_ms;
  if (renderer_->attached() && !platform_->make_current(gl_handle_)) renderer_->detach(false);
  bool moving = document_ && advance_view(state_, elapsed_ms);
  if (document_ && state_.search_turn < document_->transcript.turns.size()) {
    change(state_, search_on(state_, *document_));
    // Looking is quicker than drawing: what was found so far is shown now and then.
    const bool searching = state_.search_turn < document_->transcript.turns.size();
    if (searching && now_ms - drawn_ms_ < kShowSearchMs) return kFrameAgain;
    moving = searching || moving;
  }
  drawn_ms_ = now_ms;
  const PaneHeights heights_before = heights_;
  renderer_->begin_frame();
  labels_->begin_frame(dpr_);
  canvas_->begin(canvas_w_, canvas_h_, dpr_);
  if (document_) {
    draw_timeline();
    draw_balance();
    draw_topics();
  }
  renderer_->render(canvas_->end());
  const bool unfinished = renderer_->attached() && labels_->finish_frame();

  unsigned bits = std::exchange(state_.untold, 0);
  if (moving || unfinished) bits |= kFrameAgain;
  if (heights_ != heights_before) bits |= kFrameHeights;
  return bits;
}

std::string App::shown_json() const { return write_shown(state_); }
std::string App::colours_json() const { return write_colours(*document_); }

std::string App::state_json() const { return document_ ? write_state(state_, *document_, heights_) : "null"; }

std::string App::twin_json() const { return document_ ? write_twin(*document_, balance_, outline_) : "null"; }

std::string App::twin_balance_json() const { return document_ ? write_twin_balance(balance_) : "null"; }

std::string App::twin_topics_json(std::size_t first) const {
  return document_ ? write_twin_topics(*document_, outline_, first) : "null";
}

std::string App::playhead_json(std::size_t at) const {
  const Axis& axis = document_->axis;
  const TimelineScene& scene = scenes_->timeline;
  const double place =
      axis.is_time ? static_cast<double>(at)
                   : axis.at(static_cast<std::int32_t>(at / 1000), static_cast<double>(at % 1000) / 1000);
  float x = scene.screen_from_axis(place);
  if (!(scene.plot.w > 0 && x >= scene.plot.x && x <= scene.plot.x + scene.plot.w)) return {};
  x = scene_x(Pane::timeline, x);
  const Rect& rect = pane(Pane::timeline).rect;
  JsonOut out;
  out.begin_array();
  for (const float value : {x - rect.x, scene.plot.y - rect.y, scene.plot.h})
    out.value(static_cast<std::int64_t>(value));
  out.end_array();
  return out.take();
}

std::string App::under_json() const {
  JsonOut out;
  out.begin_array();
  for (const std::int32_t value : {static_cast<std::int32_t>(under_.kind), under_.id, under_.part})
    out.value(value);
  if ((under_.kind == Hit::Kind::plot || under_.kind == Hit::Kind::window) && under_.part == Hit::river) {
    const TimelineScene& scene = scenes_->timeline;
    const double place = scene.axis_from_screen(under_x_);
    const RiverShares shares(*document_, state_, river_reach(scene.view_begin, scene.view_end), place);
    out.value(format_axis(*document_, place) + axis_unit(*document_));
    out.value(format_axis(*document_, shares.window) + axis_unit(*document_));
    for (std::size_t i = 0; i < shares.lanes.size(); ++i)
      if (shares.lanes[i]->speakers.size() == 1 && shares.total > 0)
        out.begin_array()
            .value(shares.lanes[i]->speakers[0])
            .value(format_percent(document_->language, shares.amounts[i] / shares.total, 0))
            .end_array();
  }
  out.end_array();
  return out.take();
}

const RenderStats& App::render_stats() const { return renderer_->stats(); }

}  // namespace visavis
