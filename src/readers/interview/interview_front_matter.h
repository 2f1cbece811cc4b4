// The fields above a text in Markdown: "---", lines of "key: value", "---" (or "...").
#pragma once

#include <cstdint>
#include <string_view>

#include "readers/interview/interview_lines.h"

namespace visavis::interview {

// Fills in what the front matter gives. Returns the bytes that it takes, 0 where there is none, and its
// lines.
std::size_t read_front_matter(std::string_view text, Page& page, std::uint32_t& lines_taken);

}  // namespace visavis::interview
