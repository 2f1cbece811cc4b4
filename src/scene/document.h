// Everything the scenes derive from a transcript once, when it is opened: measures, lanes along the axis,
// labels, colours.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "analysis/analysis.h"
#include "model/transcript.h"
#include "scene/draw.h"
#include "words/words.h"

namespace visavis {

// Speakers with a colour and a lane of their own; the others share the last lane.
constexpr int kMostLanes = 8;

// Positions of the turns along x: words spoken before them, or milliseconds where every spoken turn is timed.
struct Axis {
  bool is_time = false;
  double begin = 0, length = 0;  // in words or milliseconds
  std::vector<double> turn_begin,
      turn_end;  // one a turn; narration has no width among words unless there is nothing else

  // The turn that is read at `x`: the last one that begins at or before it (the first before all of them).
  std::int32_t turn_at(double x) const;
  // The x of a place inside a turn, 0 to 1 through its text.
  double at(std::int32_t turn, double fraction) const;

  std::vector<std::int32_t> by_begin;  // turn ids with a place, ordered by turn_begin
};

// The turns of one or several speakers along the axis, for drawing and hit tests in time that follows the
// logarithm of their number.
struct Lane {
  // A stretch of the axis in which somebody of the lane speaks; turns that overlap or touch share one.
  struct Stretch {
    double begin = 0, end = 0;
    double before = 0;  // how much the stretches before it cover
  };
  std::vector<std::int32_t> speakers;  // several in the folded lane, none for narration
  std::vector<std::int32_t> turns;     // ordered by begin
  std::vector<double> begin, end;      // one per turn
  std::vector<Stretch> stretches;      // in order, apart from each other
  std::vector<double> questions;       // ends of the turns that ask, in order

  // How much of the axis up to x is spoken in this lane, by one or by several at once.
  double covered_until(double x) const;
  // The same at `count` places, the first at `x` and each `step` after the one before: a walk whose cost per
  // place follows the logarithm of the stretches between two places.
  void sample(double x, double step, double* covered, std::size_t count) const;
  // Index into turns of the first one that ends after x.
  std::size_t first_ending_after(double x) const;
  // The turn at x, or kNone; `slack` widens each turn on both sides.
  std::int32_t turn_at(double x, double slack) const;
};

struct FoundSection {
  float sure = 0;  // the probability that a topic starts there
  std::int32_t thread =
      kNone;  // the section that it takes up again (analysis/topic_threads.h), else its own id
};

struct Document {
  Transcript transcript;
  Analysis analysis;
  std::vector<std::string> labels;     // one per speaker: the short form for lanes ("Segall")
  std::vector<int> slots;              // one per speaker: colour 1 to 8 by words spoken, 0 for the rest
  std::vector<std::int32_t> by_words;  // speaker ids, most words first
  Axis axis;
  std::vector<Lane> lanes;
  std::vector<int> lane_of;  // one a speaker
  // Of the sections that were added because they were found (found.h), behind the author's. And what a person
  // said of topics, as the lines of parse_topic_edits.
  std::vector<FoundSection> found;
  std::string topic_edits;
  // What is shown of it is said so; not part of its block.
  Language language;

  bool has_interviewer() const;
  // Spoken words of a range of turns; of a text without speakers all its words.
  std::uint64_t words_in(TurnRange range) const { return analysis.words_in(range); }
  TurnRange turns_of(std::int32_t section) const;
};

// The x of a place in the text.
double place_of(const Document& doc, std::int32_t turn, std::uint32_t text_begin);

Document make_document(Transcript transcript);

}  // namespace visavis
