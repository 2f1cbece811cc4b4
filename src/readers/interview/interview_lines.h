// The first stage of the interview reader: the lines that hold something, without what belongs to the page
// and not to the talk: front matter, line numbers, page numbers, running heads.
#pragma once

#include <string>
#include <vector>

#include "model/transcript.h"

namespace visavis::interview {

enum class LineRole : std::uint8_t {
  text,
  rule,       // only dashes, stars and the like
  furniture,  // page number, running head, a tool's own remark: dropped and reported
};

struct Line {
  Span span;  // trimmed, without its line number
  std::uint32_t number = 0;
  std::uint32_t indent = 0;  // columns before it
  LineRole role = LineRole::text;
  bool unnumbered = false;   // of a page with line numbers, one without
  bool inner = false;        // begins inside a line of the text, where another voice does
  bool after_blank = false;  // the first line, or an empty one or a page's end stands before it
};

struct Page {
  std::vector<Line> lines;  // empty lines are not among them
  bool numbered = false;    // its lines carried numbers, which `span` leaves out
  bool too_many = false;    // more lines than kMostLines; nothing else is filled in
  // Of a Markdown front matter.
  bool has_front_matter = false;
  bool gives_title = false;  // "title" is there, maybe with nothing after it
  bool is_written = false;   // by src/writers: the form that interview_written.h reads
  std::string title, language;
  std::vector<std::string> speakers;  // names given there: hints for labels
  std::vector<ReportEntry> entries;
};

// Which lines a report speaks of, its full stop with them: the first ten, then how many more.
Message listed_lines(std::vector<std::uint32_t> numbers);

constexpr std::size_t kMostLines = 4'000'000;

Page scan_lines(std::string_view text);
// The same without a look at line numbers, page numbers and running heads.
Page scan_bare_lines(std::string_view text);

}  // namespace visavis::interview
