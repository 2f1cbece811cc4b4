// Single-byte encodings, told apart by pairs of letters. The text is read in each encoding and weighed by a
// model of each language that the encoding can write: how likely each letter is after the one before it
// (after W. B. Cavnar and J. M. Trenkle, "N-Gram-Based Text Categorization", 1994, and the two-character
// distributions of S. Li and K. Momoi, "A composite approach to language/encoding detection", 2001). The
// models are counted from a paragraph of each language, encoding_languages.inc.
#pragma once

#include <span>
#include <string_view>

namespace visavis {

// The WHATWG name of the encoding in which the text is likeliest; "windows-1252" where nothing speaks for
// another. Looks at no more than 16 KiB of lines with bytes past ASCII.
std::string_view guess_single_byte_encoding(std::string_view bytes) noexcept;

// What the bytes from 0x80 on mean in an encoding, 0 for those without a meaning; empty for encodings that
// are not told apart here.
std::span<const char16_t> single_byte_table(std::string_view name) noexcept;

}  // namespace visavis
