// The fields above a text: in Markdown "---", lines of "key: value", "---" (or "..."), in Fountain "Title: …"
// first and an empty line.
#pragma once

#include <cstdint>
#include <string_view>

#include "base/text.h"
#include "readers/interview/interview_lines.h"

namespace visavis::interview {

// Fills in what the front matter gives. Returns the bytes that it takes, 0 where there is none, and its
// lines.
inline bool may_have_front_matter(std::string_view text) noexcept {
  return text.starts_with("---") || starts_with_ignoring_ascii_case(trim(text.substr(0, 16)), "title:");
}
std::size_t read_front_matter(std::string_view text, Page& page, std::uint32_t& lines_taken);

}  // namespace visavis::interview
