// What labels are made of: dashes that open a line, abbreviations, the capitals of a hearing. For
// interview_labels.cpp.
#pragma once

#include <cstddef>
#include <string_view>

namespace visavis::interview {

// The bytes of white space at `at`.
std::size_t spaces_at(std::string_view text, std::size_t at) noexcept;

// The dash that opens a line of dialogue; the bytes of it, 0 where none.
std::size_t opening_dash(std::string_view line) noexcept;

// "12. " or "12) " before the turns of a numbered talk; the bytes of it, 0 where none.
std::size_t list_number(std::string_view line) noexcept;

// A word that carries a full stop without ending a sentence: one letter, "Mr", "Prof", "St".
bool is_abbreviation(std::string_view word) noexcept;

// Opens with a form of address, as a hearing's labels do: "Mr. SMITH", "The CHAIR", "M. le président".
bool is_addressed_label(std::string_view label) noexcept;

// A word after the first has two capitals side by side: "Mr. SMITH".
bool has_capitals(std::string_view label) noexcept;

// Without the marks and dashes that hang on behind: "Name **", and where a time follows "Name -".
std::string_view bare_label(std::string_view label, bool before_time) noexcept;

// "From Ana Lopez to Everyone", as a meeting's chat has it: the name alone.
std::string_view chat_sender(std::string_view label) noexcept;

// "A. Holm: text": an initial, not the letter of an answer.
bool opens_colon_label(std::string_view line) noexcept;

// The label of a hearing or a play: capitals, with "Mr.", "The", "of" and brackets allowed. Q and A too.
bool is_period_label(std::string_view label) noexcept;

}  // namespace visavis::interview
