// What several writers need of a turn: its text fit for their lines, its section headings, its times.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "analysis/measures.h"
#include "writers/writers.h"

namespace visavis {

// The text trimmed, without empty lines and without white space at the ends of lines: what a block that an
// empty line ends can hold.
std::string without_empty_lines(std::string_view text);

inline bool is_digit_at(std::string_view text, std::size_t at) noexcept {
  return at < text.size() && text[at] >= '0' && text[at] <= '9';
}

// & < > as entities, and " too inside an attribute.
void append_escaped(std::string& out, std::string_view text, bool attribute = false);

// The display name of a turn's speaker, empty for narration.
std::string_view speaker_name(const Transcript& transcript, const Turn& turn) noexcept;

// "[00:01:02] " or "[00:01:02.345] ", as exact as the start is; nothing where there is none.
void append_start(const Turn& turn, std::string& out);

// <time datetime="PT83.5S">1:23</time> (HTML, valid duration string) and a line break, the end, where it was
// measured, in data-end; nothing where there is no start.
void append_time_element(const Turn& turn, std::string& out);

// Notes that measured ends are left out, where there are any.
void note_ends(const Transcript& transcript, Written& out);

// What a format has a place for. Only `inspect` holds the times of single words, other names, stated roles
// and marks.
struct Places {
  bool headings = true, title = true, language = true;
  std::int32_t levels = 6;  // of headings; deeper ones stand on the last
};
// Notes what the transcript has that the format has no place for: one sentence, none where there is nothing.
void note_left_out(MessageName format, const Transcript& transcript, const Places& places, Written& out);

struct WrittenTimes;

// Notes what reading the file again changes in the turns: those that readers of cues and rows join (readers/
// cues.h), another order, empty lines inside them (`empty_lines`: kept). `times` are those of captions, null
// for the transcript's own; `joins`: the turns become cues or rows.
void note_turns(MessageName format, const Transcript& transcript, const WrittenTimes* times, bool joins,
                bool empty_lines, Written& out);

// A section begins before the first turn.
bool opens_with_section(const Transcript& transcript) noexcept;
// The opening heading names the title as well, so a title of its own is one that no such heading gives.
bool is_title_of_first_section(const Transcript& transcript) noexcept;

// Calls `heading(const Section&)` and `turn(const Turn&)` in the order of the text; a section without turns
// comes where its turns would be.
template <class Heading, class OfTurn>
void walk(const Transcript& transcript, Heading heading, OfTurn turn) {
  std::size_t next_section = 0;
  const auto headings_up_to = [&](std::size_t turn_id) {
    while (next_section < transcript.sections.size() &&
           static_cast<std::size_t>(transcript.sections[next_section].first_turn) <= turn_id)
      heading(transcript.sections[next_section++]);
  };
  for (std::size_t i = 0; i < transcript.turns.size(); ++i) {
    headings_up_to(i);
    turn(transcript.turns[i]);
  }
  headings_up_to(transcript.turns.size());
}

// The times that a subtitle needs for every turn.
struct CueTime {
  std::int64_t start_ms = 0, end_ms = 0;
};
struct WrittenTimes {
  std::vector<CueTime> turns;        // one a turn
  std::vector<std::uint32_t> order;  // of the turns, by their starts; equal ones keep theirs
  std::size_t estimated = 0;         // turns whose start is not in the transcript
};

// The times as they are; where they are missing, turns follow one another at kWordsPerMinute, faster where
// the next known start leaves less room.
constexpr std::int64_t kWordsPerMinute = 150;
WrittenTimes cue_times(const Transcript& transcript, const Measures& measures);

// Whether a reader of captions could take a name from these words of nobody: they open a line as "Name:",
// "[Name]", ">>" or a dash do.
bool may_name_speaker(std::string_view text) noexcept;

// The note that goes with estimated times, or an empty one.
Message estimate_note(const WrittenTimes& times);

// A field of CSV (RFC 4180, section 2): one with a comma, a quote, a line break or white space at its ends is
// quoted, quotes are doubled.
void append_csv_field(std::string& out, std::string_view field);

}  // namespace visavis
