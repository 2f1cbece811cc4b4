// UTF-8 text and spans into it. Everything here is total: bytes that are not UTF-8 decode as U+FFFD, one byte
// a time.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace visavis {

// Half-open byte range [begin, end) of a UTF-8 buffer of at most 4 GiB.
struct Span {
  std::uint32_t begin = 0, end = 0;
  std::uint32_t size() const noexcept { return end - begin; }
  bool empty() const noexcept { return begin == end; }
  bool operator==(const Span&) const = default;
};

inline std::string_view slice(std::string_view text, Span span) noexcept {
  return text.substr(span.begin, span.size());
}

// What stands before the first `sign` of `rest`, all of it where there is none; `rest` is what follows the
// sign.
std::string_view take_until(std::string_view& rest, char sign) noexcept;

constexpr char32_t kReplacement = 0xFFFD;

// Decodes the code point that starts at `at` and moves `at` past it; at the end of the text returns U+FFFD
// and leaves `at`. Overlong forms, surrogates and stray bytes give U+FFFD and move one byte.
char32_t next_code_point(std::string_view text, std::size_t& at) noexcept;

// Decodes the code point that ends just before `at` and moves `at` to its start; U+FFFD at 0.
char32_t previous_code_point(std::string_view text, std::size_t& at) noexcept;

// Ends as a sentence does: . ! ? … 。 and the like, closing quotes and brackets after it skipped.
bool ends_sentence(std::string_view text) noexcept;

// Appends a code point; surrogates and values past U+10FFFF become U+FFFD.
void append_utf8(std::string& out, char32_t c);

// Byte offset of the first byte that is not part of well-formed UTF-8 (Unicode 15, table 3-7), or npos.
std::size_t find_invalid_utf8(std::string_view text) noexcept;

// A copy in which each maximal ill-formed subpart became U+FFFD (Unicode 15, section 3.9, as WHATWG decodes).
std::string sanitize_utf8(std::string_view bytes);

// Without white space (is_space) at either end.
std::string_view trim_spaces(std::string_view text) noexcept;
inline std::string_view trim(std::string_view text) noexcept {
  // No white space of ASCII or beyond at either end, as most often: nothing to decode.
  const auto is_plain = [](char c) { return c > ' ' && c < 0x7F; };
  if (text.empty() || (is_plain(text.front()) && is_plain(text.back()))) return text;
  return trim_spaces(text);
}
// The span of `trim(slice(text, span))`.
Span trim(std::string_view text, Span span) noexcept;

// A copy trimmed, each run of white space inside as one space.
std::string collapse_spaces(std::string_view text);

// Simple case folding of the whole text (fold_case).
std::string fold_case(std::string_view text);

// Equal but for ASCII case.
bool equals_ignoring_ascii_case(std::string_view a, std::string_view b) noexcept;
bool starts_with_ignoring_ascii_case(std::string_view text, std::string_view prefix) noexcept;

// Place of a name in a list of names, "first|second|third", from 0; -1 where it is none of them. Case counts.
int rank_of(std::string_view name, std::string_view names) noexcept;
inline bool is_any(std::string_view name, std::string_view names) noexcept {
  return rank_of(name, names) >= 0;
}

// Number of UTF-16 code units that the text takes in JavaScript; ill-formed bytes count one each.
std::size_t utf16_length(std::string_view text) noexcept;

// Walks lines: `while (lines.next(line))`. A line ends at LF, CR LF or CR, none of which is part of it. A
// text that ends with a line end has no empty line after it.
class Lines {
 public:
  explicit Lines(std::string_view text) noexcept : text_(text) {}
  bool next(Span& line) noexcept;
  std::uint32_t number() const noexcept { return number_; }  // 1-based, of the line last given

 private:
  std::string_view text_;
  std::size_t at_ = 0;
  std::uint32_t number_ = 0;
};

}  // namespace visavis
