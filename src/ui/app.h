// A viewer of one transcript: holds the state, lays out and draws the three panels with Dear ImGui, and turns
// pointer input into commands. Headless with the null platform and renderer.
//
// The page's side: open(), layout(), then for each input the call for it and frame()s while the answer says
// kFrameAgain.
#pragma once

#include <array>
#include <memory>
#include <string>
#include <string_view>

#include "ui/app_state.h"

namespace visavis {

class Canvas;
class Labels;
class Platform;
class Renderer;
struct RenderStats;

enum class Pane : std::uint8_t { timeline, balance, topics };
constexpr std::size_t kPanes = 3;

// What frame() answers, as bits.
constexpr unsigned kFrameAgain = 1;    // something moves: another frame is wanted
constexpr unsigned kFrameHeights = 8;  // a pane wants another height
// What changed since the last frame (ui/app_state.h).
constexpr unsigned kFrameState = kChangedState, kFrameTwin = kChangedTwin, kFrameScroll = kChangedScroll,
                   kFrameShown = kChangedShown;

enum class PointerKind : std::uint8_t { move, down, up, leave, cancel };
constexpr int kModShift = 1, kModCtrl = 2, kModAlt = 4, kModMeta = 8;

struct PaneGeometry {
  Rect rect;  // CSS px from the canvas' top left
  Rect clip;  // the part of it that is visible
};

class App {
 public:
  App();
  ~App();
  App(const App&) = delete;
  App& operator=(const App&) = delete;

  void open(Transcript transcript);
  void show(std::unique_ptr<Document> document);
  // The same turns with other sections: what is chosen, measured and in view stays.
  void refine(std::unique_ptr<Document> document);
  bool has_document() const noexcept { return document_ != nullptr; }
  const Document& document() const noexcept { return *document_; }
  const AppState& state() const noexcept { return state_; }

  // False for a line that is no command (ui/command.h), or names what is not there.
  bool command(std::string_view line, Origin origin = Origin::person);
  // Says everything from here on in the language of this table (words/words.h).
  void speak(std::string_view table);
  // Geometry and theme, one a line: dpr R | canvas W H | font FAMILIES | fontsize PX | compact 0|1 |
  // mirrored 0|1 | touch 0|1 | pane NAME X Y W H CX CY CW CH | colour NAME #rrggbb[aa]. Lines that are none
  // of these are skipped.
  void layout(std::string_view lines);
  void pointer(PointerKind kind, float x, float y, int buttons, int mods);
  // True when the wheel zoomed or panned the timeline.
  bool wheel(float x, float y, float dx, float dy, int mods);
  // A GL context to draw with from now on; 0 when it is lost or taken away.
  bool attach_gl(int handle);
  unsigned frame(double now_ms);

  std::string state_json() const;
  std::string shown_json() const;
  std::string colours_json() const;
  std::string twin_json() const;  // as scene/twin.h has them
  std::string twin_balance_json() const;
  std::string twin_topics_json(std::size_t first) const;
  // Where the recording is, as a line over the timeline of the last frame: [x, y, height] in CSS px from the
  // pane's top left; empty where that place is not in view. `at` is milliseconds, or on an axis of words the
  // turn's id times 1000 and thousandths of the turn.
  std::string playhead_json(std::size_t at) const;
  // What the pointer is on, for a card, as [kind, id, part] of Hit. On the river there follow the place, the
  // window around it whose words are shared out, both as people read them, and each speaker with a share:
  // [id, "90.0%"].
  std::string under_json() const;
  // A panel as it is, at that width, for who draws it elsewhere: {"width", "height", "items"}, the items as
  // scene/draw_json.h has them.
  std::string picture_json(Pane which, float width) const;
  const RenderStats& render_stats() const;
  PaneHeights heights() const noexcept { return heights_; }

 private:
  struct Gesture;

  void draw_timeline();
  void draw_balance();
  void draw_topics();
  void draw_items_of(DrawList& items, Pane which);
  void refresh_figures();
  void give(Verb verb, std::int32_t id = 0, std::int32_t other = 0, double fraction = 0);
  void click(const Hit& hit, float x, bool shift);
  Hit hit_at(float x, float y) const;
  // Where a point of the canvas lies in the pane's scene, and the other way.
  float scene_x(Pane p, float x) const;
  void apply_hover(const Hit& hit);
  void forget_text_layout();
  const PaneGeometry& pane(Pane p) const { return panes_[static_cast<std::size_t>(p)]; }

  std::unique_ptr<Platform> platform_;
  std::unique_ptr<Canvas> canvas_;
  std::unique_ptr<Renderer> renderer_;
  std::unique_ptr<Labels> labels_;
  std::unique_ptr<Document> document_;
  OutlineFigures outline_;
  BalanceFigures balance_;
  std::unique_ptr<RangeIndex> ranges_;  // from the first part of the talk that is looked at alone
  AppState state_;
  Language language_;
  Theme theme_;
  std::string family_;
  std::array<PaneGeometry, kPanes> panes_ = {};
  float canvas_w_ = 1, canvas_h_ = 1, dpr_ = 1;
  int gl_handle_ = 0;
  Hit under_;  // where the pointer is, at under_x_ of the scene
  float under_x_ = 0;
  double last_frame_ms_ = -1;
  double drawn_ms_ = -1000;
  PaneHeights heights_;

  struct Scenes;
  std::unique_ptr<Scenes> scenes_;  // of the last frame, for hit tests
  std::unique_ptr<Gesture> gesture_;
};

}  // namespace visavis
