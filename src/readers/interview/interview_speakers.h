// The second stage of the interview reader: which candidates are speakers' labels, by the document's own
// regularity, and which labels are one person.
#pragma once

#include <deque>
#include <string>
#include <vector>

#include "model/transcript.h"
#include "readers/interview/interview_labels.h"
#include "readers/interview/interview_lines.h"
#include "readers/interview/interview_text.h"
#include "readers/reader.h"

namespace visavis::interview {

enum class Use : std::uint8_t {
  none,     // text of what stands before, narration or a heading
  label,    // opens a turn of `LineUse::label`
  unnamed,  // opens a turn of nobody named
  timed,    // gives a time; opens a turn of nobody where the document has no labels
  heading,  // a person said so
  text,     // a person said so
};

// What a line was found to be. `candidate` indexes Findings::candidates, -1 where there is none.
struct LineUse {
  Use use = Use::none;
  std::int32_t label = -1;
  std::int32_t candidate = -1;
};

// One label as it is written, folded forms together.
struct Label {
  std::string name;              // as first written, spaces collapsed
  std::string base;              // without brackets after it
  std::string bracket;           // what stood in them
  std::uint32_t count = 0;       // lines of any style
  std::uint32_t base_count = 0;  // of all labels with this base
  std::uint32_t accepted = 0;
  std::uint32_t first_line = 0;  // index into Page::lines, of the first line accepted
  Shape shape = Shape::none;
  std::int32_t person = -1;
};

struct Person {
  std::string name;
  std::vector<std::string> aliases;  // in order of appearance
  Role role = Role::unknown;
};

// A name that the file gives outside the labels: front matter, "Interviewer: Ana Lopez", "Ana Lopez (AL)".
struct Hint {
  std::string name;
  std::string initials;  // declared with it, else empty
  Role role = Role::unknown;
};

struct Findings {
  std::vector<LineUse> uses;  // one a line of the page
  std::deque<Candidate> candidates;
  std::vector<Label> labels;
  std::vector<Person> persons;
  std::vector<Hint> hints;
  std::vector<ReportEntry> entries;
  std::uint32_t turns = 0;                // lines that open a turn
  std::vector<LineCorrection> otherwise;  // what lines are in the second best reading; empty: there is none
  bool has_labels = false;
  bool has_unnamed = false;         // turns of dialogue without names
  bool is_screenplay = false;       // scene headings stand in it
  std::uint32_t speech_indent = 0;  // of what is said in a screenplay that centres its names, else 0
  bool is_chat = false;             // a chat's export: what opens no message goes on in the one above
  bool timed_narration = false;     // no labels, but times open the paragraphs
  bool turns_after_blank = false;   // nearly all turns have an empty line before them
  bool turns_close_up = false;      // nearly no turn has
};

Findings find_labels(std::string_view text, const Page& page, const Corrections& corrections);

// Decides which accepted labels are one person and fills Label::person and Findings::persons.
void resolve_persons(const Page& page, Findings& findings);

}  // namespace visavis::interview
