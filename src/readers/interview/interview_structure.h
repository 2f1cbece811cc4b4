// The third stage of the interview reader: headings, narration, and which lines make a turn.
#pragma once

#include "readers/interview/interview_speakers.h"

namespace visavis::interview {

enum class PartKind : std::uint8_t { turn, narration, heading };

// A stretch of lines of the page that is one thing.
struct Part {
  PartKind kind = PartKind::turn;
  std::uint32_t first = 0, last = 0;  // lines of the page, both included
  std::int32_t level = 1;             // of a heading
  Span title;                         // of a heading
};

struct Structure {
  std::vector<Part> parts;   // in order
  bool title_first = false;  // the first part is a heading that opens the document
};

Structure find_structure(std::string_view text, const Page& page, const Findings& findings);

}  // namespace visavis::interview
