// The one state of a viewer and the commands that change it. Panels and page are drawn from it and change it
// by commands alone.
#pragma once

#include <string>
#include <string_view>

#include "scene/figures.h"
#include "scene/view_state.h"

namespace visavis {

// Where the text pane should go; it follows when `serial` grew.
struct ScrollTarget {
  std::int32_t turn = kNone;
  double fraction = 0;
  std::uint32_t serial = 0;
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
  std::uint32_t revision = 0;        // grows with every change the page should hear of
  std::uint32_t shown_revision = 0;  // grows with every change of `shown`
  std::uint32_t twin_revision = 0;   // grows with every change of a number shown
};

// The state of a freshly opened document.
AppState initial_state(const Document& doc, const AppState& before);

// Runs one command line. False when it is unknown or names what is not there; the state is then unchanged.
// The commands:
//   select TURN|none            hover turn T | hover section S | hover speaker P | hover none
//   speaker P toggle|only|pick  speaker all (pick: it alone where all are shown, else toggle)
//   sort COLUMN (again: the other way)   fold 0|1   evidence P COLUMN (as in the balance, from 1)
//   range A B | range section S | range none
//   zoom in|out|fit|range       pan left|right
//   search WORDS                hit next|prev|N
//   found WORDS\nTURN AT LENGTH …: hits of a search done elsewhere, in order, in bytes of their turns
//   open section S | open none  reading FIRST FRACTION LAST FRACTION
//   motion 0|1                  focus PANE speaker|section|turn ID | focus none
bool run_command(AppState& state, const Document& doc, std::string_view line);

// Goes on with the search for some milliseconds' worth of text; true while there is more to look through.
bool search_on(AppState& state, const Document& doc);

// Shared by commands and panels:
void scroll_to(AppState& state, std::int32_t turn, double fraction);
void set_range(AppState& state, const Document& doc, TurnRange range);
// Zooms by `factor` (under 1: in) about a place on the axis.
void zoom_about(AppState& state, const Document& doc, double place, double factor);
void pan_by(AppState& state, const Document& doc, double amount);
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
