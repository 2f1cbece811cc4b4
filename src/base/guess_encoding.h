// Which legacy encoding bytes are in, by evidence alone: which byte sequences the encoding allows, and
// whether they fall where running text of its languages has its letters.
#pragma once

#include <string_view>

namespace visavis {

// The WHATWG name of the likeliest encoding of a text that is not UTF-8: "shift_jis", "euc-jp", "gb18030",
// "big5", "euc-kr" by what bytes may follow one another, else a single-byte encoding by its letters
// (letter_pairs.h), "windows-1252" where nothing speaks for another. Looks at no more than 1 MiB from the
// first line with a byte past ASCII.
std::string_view guess_legacy_encoding(std::string_view bytes) noexcept;

// The WHATWG name of an encoding label in lower case ("Latin-1" gives "windows-1252", "SJIS" "shift_jis");
// empty for labels of encodings other than those here and UTF-8 and UTF-16 (WHATWG Encoding, section 4.2).
std::string_view encoding_of_label(std::string_view label) noexcept;

}  // namespace visavis
