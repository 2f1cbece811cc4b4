// Where text may be cut, and which text can't be drawn a code point at a time.
#pragma once

#include <cstddef>
#include <string_view>

namespace visavis {

// True for text that must be drawn as one run: joining and Indic scripts, right-to-left ones, combining
// marks, emoji and all else beyond the Basic Multilingual Plane.
bool needs_shaping(std::string_view text) noexcept;

// The largest offset before `at` where the text may be cut without parting what belongs to one character as
// people see it: marks, emoji sequences, flags, conjuncts. A simplification of UAX #29's grapheme clusters
// that never cuts where they don't, for the scripts that labels are cut in.
std::size_t previous_cut(std::string_view text, std::size_t at) noexcept;

}  // namespace visavis
