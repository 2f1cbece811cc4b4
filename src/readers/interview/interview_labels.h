// The grammar of one line: where a speaker's label could stand in it, by every convention that is read.
// Whether it is one, the whole document decides (interview_speakers.h).
#pragma once

#include "base/text.h"
#include "readers/interview/interview_stamps.h"

namespace visavis::interview {

enum class Style : std::uint8_t {
  colon,    // Name: text   **Name:** text   ### Name:   [00:01] Name: text   Name - 00:02:46:   名：文
  stamped,  // Name 0:22, (Name) [00:12], with the text after it or below
  period,   // Mr. SMITH. text   Q. text   HAMLET. text
  dash,     // NAME - text
  tab,      // 00:00:05<tab>Name<tab>text
  bracket,  // [Name] text
  angle,    // <Name> text
  bold,     // **Name** text
  alone,    // Name, with the text below; ### Name; **Name**
  induced,  // Ana> text, {Ana} text: signs that the document itself shows to stand around names
  unnamed,  // – text: another voice, without a name
  timed,    // 0:05 text, or a time alone on its line: a time without a name
  acts,  // 10:02 * ana waves, 10:02<tab>▷<tab>ana (~ana@host) has joined: of who is known, or of the program
};

struct Candidate {
  Span label;  // without decoration; empty for unnamed and timed
  Span text;   // what follows on the line, maybe nothing
  Span aside;  // what another said meanwhile, in brackets before the label: "[E: Mhm.] L: No."
  Stamp stamp;
  std::uint32_t text_with_stamp = 0;  // where the text begins if a time right after the label belongs to it
  std::uint32_t bare_text = 0;        // where the text begins if the label is none: after dash and time
  Style style = Style::colon;
  bool has_stamp = false;
  bool bold = false;        // the label stands in Markdown emphasis
  bool heading = false;     // the line opens with #
  bool enclosed = false;    // emphasis holds the label and the text together
  bool tight = false;       // no space between colon and text; of a period: a dash touches the stop
  bool of_chat = false;     // the line opens as a message of a chat's export: when, who, a colon
  bool of_program = false;  // what a chat's program tells
  bool dashed = false;      // the line opens with a dash: at least another voice
};

// The likeliest candidate of the line `line` of `text` (trimmed, not empty). False where there is none.
bool find_candidate(std::string_view text, Span line, Candidate& candidate) noexcept;

}  // namespace visavis::interview
