// The tokens of a line behind its number, dash and time: the marks that may part a name from what its bearer
// says. The conventions (interview_labels.cpp) are a table over these.
#pragma once

#include <cstdint>
#include <string_view>

#include "readers/interview/interview_label_parts.h"

namespace visavis::interview {

enum Mark : std::uint16_t {
  kNothing = 0,      // what no label holds, or too long a line: none here
  kLineEnd = 1,      // the end of the line
  kTime = 2,         // a time, behind a word
  kEmphasisEnd = 4,  // of the emphasis in which the name stands
  kColon = 8,        // in any of its forms
  kStop = 16,        // a full stop before a space, a dash, digits or the end
  kBar = 32,         // |
  kTabulator = 64,
  kWideSpace = 128,  // U+3000, as Japanese sets a name apart
  kSemicolon = 256,  // before a tab
  kGap = 512,        // two spaces or more behind one letter
  kBehindDash = 1024,
  kSquare = 2048,  // behind a name in square brackets
  kAngle = 4096,   // behind a name between < and >
};

// Walks over the marks from `begin` on. Names may hold what stands in brackets, abbreviations, nicknames.
class Marks {
 public:
  // `times`: whether one may stand behind the name.
  Marks(std::string_view line, std::size_t begin, const Emphasis& emphasis, bool times) noexcept;
  // To the next mark; kLineEnd and kNothing are the last.
  Mark next() noexcept;
  // Back to the dash that stands apart before the first mark that parted nothing.
  Mark dash() noexcept;
  std::size_t at = 0, end = 0;  // of the mark
  bool last = false;            // where this one parts nothing, none behind it does

 private:
  Mark found(Mark mark, std::size_t begin, std::size_t size, bool is_last = false) noexcept;
  Mark read(char32_t c, std::size_t here, std::size_t& next, bool starts_word) noexcept;
  std::string_view line_;
  std::size_t begin_, next_, limit_, dash_ = 0, dash_end_ = 0;
  const Emphasis& emphasis_;
  int depth_ = 0;
  bool times_, word_start_ = true, told_ = false;
};

// The name in brackets at `at`, and the end of these; kNothing where there is none.
Mark bracketed_name(std::string_view line, std::size_t at, std::string_view& inside,
                    std::size_t& end) noexcept;

// A colon of any width at `at`; the bytes of it, 0 where none.
std::size_t colon_at(std::string_view line, std::size_t at) noexcept;
// "-", "–", "—", "--" and the space after it; the bytes, 0 where none.
std::size_t dash_at(std::string_view line, std::size_t at) noexcept;

}  // namespace visavis::interview
