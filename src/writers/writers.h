// The formats that a transcript can be written in, and what each of them holds. Reading what was written
// gives back everything the format holds; the rest is named in Written::notes. All output is UTF-8 with LF
// line ends (CSV: CR LF).
//
//             speaker  start, end  words  line breaks  sections  title  language  aliases, report
//   inspect   yes      ms          yes    all          yes       yes    yes       yes
//   html      yes      ms          -      all          yes       yes    yes       -
//   webvtt    yes      ms          -      no empty     -         -      -         -
//   srt       prefix   ms          -      no empty     -         -      -         -
//   csv       yes      ms          -      all          titles    -      -         -
//   markdown  label    start       -      no empty     yes       yes    yes       -
//   text      label    start       -      no empty     1, deeper yes    yes       -
//
// "label" and "prefix" stand in the text itself ("Name: words"). Text and Markdown open with the names that
// speak, and mark each line that could be mistaken (readers/interview/interview_written.h); captions mark
// those of their cues. White space at the ends of a turn and of its lines is never kept. Captions are in the
// order of their times, whatever the order was.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/analysis.h"

namespace visavis {

struct Written {
  std::string bytes;
  std::vector<Message> notes;  // what was estimated or left out, one sentence each, for people
};

struct FormatWriter {
  const char* name;  // fixed in the design; `--to` and `export`
  const char* description;
  const char* media_type;  // IANA media type, without parameters
  const char* extension;   // of a file name, without the dot
  Written (*write)(const Transcript&, const Analysis&);
};

// Every writer, in the order in which they are offered.
std::span<const FormatWriter> writers() noexcept;

// Null for a name that is no writer's.
const FormatWriter* find_writer(std::string_view name) noexcept;

Written write_webvtt(const Transcript& transcript, const Analysis& analysis);
Written write_srt(const Transcript& transcript, const Analysis& analysis);
Written write_csv(const Transcript& transcript, const Analysis& analysis);
Written write_markdown(const Transcript& transcript, const Analysis& analysis);
Written write_text(const Transcript& transcript, const Analysis& analysis);
Written write_html(const Transcript& transcript, const Analysis& analysis);

}  // namespace visavis
