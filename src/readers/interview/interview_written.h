// The form in which src/writers writes interviews as plain text and as Markdown (text_writer.cpp,
// markdown_writer.cpp). It says of every line what it is, so it is read to the letter and nothing is weighed:
// what was written comes back. A file that strays from the form is read as any other interview.
//
// Plain text: a head, an empty line, then blocks parted by empty lines.
//
//     Title: The bell founder           left out where the first heading names the title; empty where there
//     Language: en                      is none although a heading opens the text
//     Speakers:                         "Speakers: none" where nobody speaks
//         Ana Holm
//
//     Childhood                         a heading, drawn under with "=" (level 1) or "-" (deeper)
//     =========
//
//     [00:00:01.500] Ana Holm: words    a turn of a name of the head, its start before it where it is known;
//         more of them                  its other lines are indented by four spaces
//
//         [00:00:09] A door opens.      narration is indented altogether; "\" opens one that would otherwise
//                                       open with a time or with "\", and alone stands for an empty one
//
// Markdown: a front matter with "format: vis-a-vis", then blocks: "# Heading", "[00:01] **Name:** words", all
// others are narration. "\" before what would be taken for something else.
#pragma once

#include <string_view>

#include "base/result.h"
#include "model/transcript.h"
#include "readers/interview/interview_lines.h"
#include "readers/reader.h"

namespace visavis::interview {

// Whether the text opens with the head of such a plain-text file. Allocates nothing.
bool opens_as_written(std::string_view text) noexcept;

// Reads `text` where it is in one of the two forms from beginning to end, and fills `out` (or an error: too
// large). False where it is not; `out` is then left as it was.
bool read_as_written(std::string_view text, const Page& page, const Corrections& corrections,
                     Result<Transcript>& out);

}  // namespace visavis::interview
