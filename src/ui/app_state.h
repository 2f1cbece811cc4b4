// The one state of a viewer, and how commands (command.h) change it. Panels and page are drawn from it and
// change it by commands alone.
#pragma once

#include <string>
#include <string_view>

#include "scene/figures.h"
#include "scene/view_state.h"
#include "ui/command.h"

namespace visavis {

// Where the text pane was last told to go.
struct ScrollTarget {
  std::int32_t turn = kNone;
  double fraction = 0;
  bool is_hit = false;  // to the words of the current hit
};

// The figure whose evidence was asked for; the page shows it when `serial` grew.
struct Evidence {
  std::int32_t speaker = kNone, column = kNone;
  std::uint32_t serial = 0;
};

struct AppState : ViewState {
  std::string query;
  // The turn that the search goes on from; the number of turns or more when it is over.
  std::size_t search_turn = static_cast<std::size_t>(-1);
  std::uint32_t searches = 0;           // so many were begun: the page asks for the hits of each once
  double goal_begin = 0, goal_end = 1;  // the view that an animation runs to
  ScrollTarget scroll_to;
  Evidence evidence;
  bool reduced_motion = false;
  const char* cursor = "default";    // a CSS cursor for the panes
  std::uint32_t shown_revision = 0;  // grows with every change of `shown`
  unsigned untold = 0;               // what changed since the last frame
  bool figures_stale = false;        // a number shown changed
  bool on_its_way = false;           // the text, to `scroll_to`: what is in sight is of before
};

// The state of a freshly opened document.
AppState initial_state(const Document& doc, const AppState& before);

// What a command changes. The next frame tells the page, and nothing else is asked for.
constexpr unsigned kChangedState = 2;    // what write_state says
constexpr unsigned kChangedTwin = 4;     // a number shown
constexpr unsigned kChangedScroll = 16;  // the text pane should go to `scroll_to`
constexpr unsigned kChangedShown = 32;   // who is shown

// Does what a command says. False when it names what is not there; the state is then unchanged. All that
// changes the state goes through here or, for what a pointer does by pixels, through `change`.
bool apply(AppState& state, const Document& doc, const Command& command, Origin origin = Origin::person);

// Keeps what changed, bits of the above, until a frame tells of it.
void change(AppState& state, unsigned changed, Origin origin = Origin::person);

// These answer with what they changed, for `change`.
// Goes on with the search for some milliseconds' worth of text.
unsigned search_on(AppState& state, const Document& doc);
unsigned scroll_to(AppState& state, std::int32_t turn, double fraction);
unsigned set_range(AppState& state, const Document& doc, TurnRange range);
// Zooms by `factor` (under 1: in) about a place on the axis.
unsigned zoom_about(AppState& state, const Document& doc, double place, double factor);
unsigned pan_by(AppState& state, const Document& doc, double amount);
bool is_zoomed(const AppState& state, const Document& doc);
// Moves the view towards its goal; true while there is way to go.
bool advance_view(AppState& state, double elapsed_ms);

// Puts the hits that have come on the axis.
void place_hits(AppState& state, const Document& doc);

// The `state` object of the bridge as JSON; and what changes seldom and can be long: the ids of the speakers
// shown, [3, 4], which are others where the state's `filter` is, and the colours of all, [{"speaker",
// "slot"}]. `heights`: of timeline, balance and topics in CSS px.
struct PaneHeights {
  float timeline = 0, balance = 0, topics = 0;
  bool operator==(const PaneHeights&) const = default;
};
std::string write_state(const AppState& state, const Document& doc, const PaneHeights& heights);
std::string write_shown(const AppState& state);
std::string write_colours(const Document& doc);

}  // namespace visavis
