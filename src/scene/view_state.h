// What of the application's state the scenes show. Kept plain: commands change it, scenes read it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "analysis/search.h"
#include "scene/document.h"

namespace visavis {

struct Theme {
  Colour bg = rgba(251, 250, 247), panel = rgba(255, 255, 255), ink = rgba(29, 28, 26),
         soft = rgba(107, 103, 95);
  Colour line = rgba(230, 226, 218), tint = rgba(243, 240, 234), hit = rgba(255, 224, 138),
         focus = rgba(29, 28, 26);
  Colour speakers[kMostLanes] = {};
  Colour other = rgba(140, 135, 125);

  Colour of_slot(int slot) const { return slot >= 1 && slot <= kMostLanes ? speakers[slot - 1] : other; }
};

// What the text pane shows: from a place in one turn to a place in another.
struct ReadingWindow {
  std::int32_t first_turn = kNone, last_turn = kNone;
  double first_fraction = 0, last_fraction = 0;
};

// A mark that has keyboard focus in a twin; drawn as a ring.
struct FocusMark {
  enum class Kind : std::uint8_t { none, lane, speaker, topic, question, section_band } kind = Kind::none;
  std::int32_t id = kNone;
};

struct ViewState {
  double view_begin = 0, view_end = 1;  // the part of the axis the timeline shows, in axis units
  std::int32_t selected_turn = kNone;
  std::int32_t hover_turn = kNone, hover_section = kNone, hover_speaker = kNone;
  std::vector<bool> shown;  // one a speaker
  std::optional<TurnRange> range;
  std::vector<SearchHit> hits;
  std::vector<double> hit_places;  // of the hits on the axis, rising
  std::int32_t hit = kNone;        // index into hits
  std::int32_t open_section = kNone;
  std::int32_t reading_section = kNone;  // innermost, of the first turn in sight
  ReadingWindow reading;
  FocusMark focus;
  std::int32_t sort_column =
      kNone;  // of the balance: 0 speakers as they come, then the columns; kNone by words
  bool ascending = false;
  bool unfolded = false;  // the balance has a row for each of many speakers
  bool compact = false;
  bool touch = false;     // pointed at with a finger: rows that can be chosen are kTouchTarget high
  bool mirrored = false;  // the talk runs from right to left (mirror.h)
  float font_px = 13;

  bool is_shown(std::int32_t speaker) const {
    return speaker == kNone || shown.empty() || shown[static_cast<std::size_t>(speaker)];
  }
};

// The balance has fewer columns.
constexpr std::int32_t kMostColumns = 16;

// CSS px that a finger needs (WCAG 2.2, 2.5.5). Lanes and bands of the timeline stay lower: the rows of
// balance and topics do the same.
constexpr float kTouchTarget = 44;

// What lies under a point of a scene.
struct Hit {
  // What cannot be chosen and explains itself all the same; of a speaker's row it is the column instead.
  enum Part : std::int32_t { none_of_it, river, questions, found, axis, index };

  enum class Kind : std::uint8_t {
    none,
    turn,      // id: turn
    section,   // id: section (a band or an outline row)
    speaker,   // id: speaker (a label, a table row, a part of the share bar)
    question,  // id: turn
    plot,      // empty timeline; id unused
    window,    // the reading window
    sort,      // a column's head; id: column
    figure,    // id: speaker times kMostColumns and column
    unfold,    // the row of those without a row
  } kind = Kind::none;
  std::int32_t id = kNone;
  Rect rect;
  std::int32_t part = none_of_it;  // of what the kind says, for its card
};

}  // namespace visavis
