// The numbers as they are shown, formatted once: the panels draw these strings and the twins carry the same
// ones.
#pragma once

#include <string>
#include <vector>

#include "analysis/range_index.h"
#include "scene/document.h"
#include "scene/view_state.h"

namespace visavis {

std::string format_percent(const Language& language, double share, int decimals);  // "90.0%"
std::string format_index(const Language& language, double value);  // "0.47"; "–" below zero (none)

struct BalanceRow {
  std::int32_t speaker = kNone;
  std::string name;
  const char* role = nullptr;         // role_name; null where it is unknown
  std::string role_title;             // the same for people
  double share = 0, whole_share = 0;  // of the range, of the whole
  std::string percent;                // of the share bar: "90%"
  std::vector<std::string> cells;     // one a column
  std::uint64_t words = 0;
  std::uint32_t leads = 0;  // bits of the columns whose figure leads to a turn or to several
};
struct BalanceFigures {
  std::string of;                 // "whole interview" or "turns 3 to 9"
  std::string words;              // "2,412 words"
  const char* measure = "words";  // what is counted, by name: "words" or "characters"
  std::string index, gini;
  std::string definition;  // of the index
  std::vector<std::string> columns;
  std::vector<BalanceRow> rows;  // as they are sorted; most words first
  std::size_t folded = 0;        // so many of them, the last ones, stand as one row of others
};
// The columns whose figures lead to a turn or to several.
constexpr std::int32_t kMeanColumn = 4, kLongestColumn = 5, kAsksColumn = 6;
// A speaker's longest turn in a range, the first of several; kNone where there is none.
std::int32_t longest_turn(const Document& doc, std::int32_t speaker, TurnRange turns);

// Of the brushed range, or of the whole. Speakers that are filtered out keep their figures; index and Gini
// are of those shown. With an index of the document's ranges in time that hardly grows with the talk, else
// linear in it.
BalanceFigures balance_figures(const Document& doc, const ViewState& state,
                               const RangeIndex* index = nullptr);

struct TopicPart {
  std::int32_t speaker = kNone;
  std::uint64_t words = 0;
  std::string count, share;
};
struct TopicQuestion {
  std::int32_t turn = kNone;
  std::string text;
};
struct TopicFigures {
  std::int32_t section = kNone;  // kNone: the whole, where there are no sections
  std::string number;            // "3", "3.1"
  std::int32_t level = 1;
  std::string title;
  std::uint64_t words = 0;
  std::string count;
  std::string extent;            // where it lies on the axis: "0–204 words", "0:00–3:12"
  std::vector<TopicPart> parts;  // in order of the lanes' colours, those with words only
  TurnRange turns;
  bool sure = true;             // not found with a probability under a half
  std::int32_t thread = kNone;  // the section that it takes up again, with its number; else its own
};
struct OutlineFigures {
  std::string summary;  // "10 headings · 2,412 words"
  std::vector<TopicFigures> topics;
  std::uint64_t most_words = 0;  // of the topics at band_level
  std::int32_t band_level = 1;  // the outermost level with at least two topics: the titles above the timeline
};
OutlineFigures outline_figures(const Document& doc);
// The section at `level` that holds `section`, kNone where there is none.
std::int32_t section_at_level(const Document& doc, std::int32_t section, std::int32_t level);

// The interviewer's questions in a range, at most `most`; everybody's where nobody is known as interviewer.
std::vector<TopicQuestion> topic_questions(const Document& doc, TurnRange turns, std::size_t most);

// "32 turns (2 of narration), 2 speakers, 2,412 words" or with the duration: one line for who cannot see the
// timeline.
std::string timeline_summary(const Document& doc);

// A place on the axis for people: "1,204" or "12:05".
std::string format_axis(const Document& doc, double x);
// What stands behind such a number: " words", or " characters" where most of what is counted are characters
// of a script without spaces; nothing behind a time.
std::string axis_unit(const Document& doc);

}  // namespace visavis
