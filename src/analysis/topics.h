// The topics of a talk. Where its author wrote headings they are the outline; in a talk without, and within
// long sections, topics are found (topic_segments.h says how). What is found is a guess and says how sure it
// is.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/measures.h"
#include "model/transcript.h"

namespace visavis {

// What a person said of the topics that are found. Of what is said of one turn the last counts.
struct TopicEdit {
  enum class Kind : std::uint8_t {
    number,  // `value` topics in all, beside what is said of single ones
    start,  // one starts at turn `value`, called `name` unless that is empty: then it takes up none before it
            // but those called alike
    none,   // none starts at turn `value`: it goes with the one before
  } kind = Kind::number;
  std::int32_t value = 0;
  std::string name;
};
// Of the lines of corrections (readers/corrections.h) those of topics: "topics N", "topic TURN [NAME]" and
// "untopic TURN"; all others are passed over.
std::vector<TopicEdit> parse_topic_edits(std::string_view lines);

struct Topic {
  TurnRange turns;               // both ends have speakers where the topic was found
  std::int32_t section = kNone;  // the author's section that it is or is a part of
  bool found = false;            // one of several that were found; else the author's, or all there is
  // Probability that a topic starts at its first turn or next to it; 1 for the author's and where a found one
  // is first in the talk or in its section.
  double confidence = 1;
  std::uint64_t words = 0;              // by the rule of words_before
  std::vector<std::string> keyphrases;  // of topic_labels.h, up to three
  std::string name;                     // as a person called it
  // Where it comes back: the place in the list of the first topic of its thread (topic_threads.h); else its
  // own. The keyphrases and the name are those of the thread.
  std::size_t thread = 0;
};

struct Topics {
  std::string_view language;  // of language_of; empty where unknown
  std::vector<Topic> list;    // in order of the talk, none overlapping
  // First turns of found topics, the strongest first: the first k of them, with the author's outline, are an
  // outline too, each nested in the next. As long as nobody says how many there are
  //, those of `list` are the first of them.
  std::vector<std::int32_t> starts;
  // How many topics there are without any start that was found, and with those that are drawn; beside what a
  // person said of single ones.
  std::size_t fewest = 0, number = 0;
};

// Sections that topics are looked for in are at least this long; a talk without sections always is looked at,
// from kFewestTurns spoken turns on.
constexpr std::uint64_t kLongSectionWords = 3'000;
constexpr std::size_t kFewestTurns = 6;

// A found topic's title: its name, else its keyphrases; empty where it has neither.
std::string topic_title(const Topic& topic);
// Its level as a section: one below the section that it is a part of.
std::int32_t topic_level(const Transcript& transcript, const Topic& topic) noexcept;

// Linear in the talk.
Topics topics_of(const Transcript& transcript, const Measures& measures,
                 const std::vector<TopicEdit>& edits = {});

}  // namespace visavis
