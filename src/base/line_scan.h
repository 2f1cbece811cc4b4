// A line's end and what kinds of bytes it holds, sixteen bytes a step: the one look that readers of large
// files take at most of their bytes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace visavis {

// What a line may hold. Unset: it certainly holds none of them. Set: it does, or a byte that is rare in text.
enum LineBytes : std::uint8_t {
  kHoldsArrowHead = 1,   // >
  kHoldsLess = 2,        // <
  kHoldsAmpersand = 4,   // &
  kHoldsBrace = 8,       // { and backslash
  kHoldsColon = 16,      // :
  kHoldsWideColon = 32,  // the first byte of a full-width colon
  kHoldsAnything = 63,
};

struct ScannedLine {
  std::size_t end = 0;     // of the LF, or the text's size
  std::uint8_t holds = 0;  // of LineBytes
};

// The line from `at`, which is at most the text's size.
ScannedLine scan_line(std::string_view text, std::size_t at) noexcept;

// What a text of any number of lines holds.
std::uint8_t scan_bytes(std::string_view text) noexcept;

// The lines that make one text, so that who has read them need not look at it again.
struct LinesSeen {
  std::uint32_t count = 0;  // 0: nothing is known
  std::uint8_t holds = kHoldsAnything;
  bool plain_starts = false;  // each opens with ASCII that is no white space, dash, bracket or arrow head

  void add(std::string_view line, std::uint8_t line_holds) noexcept {
    const char first = line.empty() ? ' ' : line.front();
    const bool plain =
        first > ' ' && first < 0x7F && first != '-' && first != '(' && first != '[' && first != '>';
    plain_starts = plain && (plain_starts || count == 0);
    holds = count == 0 ? line_holds : static_cast<std::uint8_t>(holds | line_holds);
    ++count;
  }
};

// The first byte from `at` on that is not ASCII, or CR or NUL; the text's size where there is none.
std::size_t skip_plain_bytes(std::string_view text, std::size_t at) noexcept;

// The first such byte of a text; its size where there is none. For texts of a line's length, which a call of
// the library's search costs more than in WebAssembly.
std::size_t find_byte(std::string_view text, char c) noexcept;

// The first CR or NUL from `at` on, or the text's size.
std::size_t find_cr_or_nul(std::string_view text, std::size_t at) noexcept;

}  // namespace visavis
