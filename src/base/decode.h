// From bytes to UTF-8: by byte order mark, by declaration, by evidence, in this order; never by file name.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/guess_encoding.h"
#include "base/result.h"

namespace visavis {

// Converts bytes of a legacy encoding, named by its WHATWG name ("windows-1251"), to UTF-8. The command
// passes one built on iconv, the page one built on TextDecoder. False when the encoding is not to be had;
// bytes that have no meaning become U+FFFD.
using LegacyDecoder = bool (*)(std::string_view label, std::string_view bytes, std::string& utf8);

// Tells which encoding bytes are in that are not UTF-8: guess_legacy_encoding, or null in a program that does
// not hold its tables, for which another one must read such a file (ErrorCode::elsewhere).
using EncodingGuess = std::string_view (*)(std::string_view bytes) noexcept;

struct DecodedText {
  std::string text;  // well-formed UTF-8, no byte order mark, every line end LF, no NUL (U+FFFD instead)
  std::string_view unchanged;  // of decode_in_place: the part of the bytes that is the text as it stands
  std::string encoding;  // WHATWG name in lower case: "utf-8", "utf-16le" (and "utf-32le"), "windows-1252", …
  std::uint32_t replaced = 0;  // ill-formed sequences and NULs that became U+FFFD
  std::uint32_t first_replaced_line = 0;
  bool declared = false;  // by a byte order mark or a declaration, not by evidence

  std::string_view words() const noexcept { return unchanged.empty() ? std::string_view(text) : unchanged; }
};

// Decodes a text file. UTF-8, UTF-16 (either order), windows-1252 and ISO-8859-1 (decoded as windows-1252, as
// the WHATWG standard asks) need no `legacy`. `declared` is an encoding label found by whoever knows the
// format (an XML or HTML declaration), empty where there is none. A text that is neither UTF-8 nor declared
// is of the encoding that guess_legacy_encoding tells; one that is UTF-8 but for a few bytes stays UTF-8.
Result<DecodedText> decode_text(std::string_view bytes, LegacyDecoder legacy = nullptr,
                                std::string_view declared = {}, EncodingGuess guess = guess_legacy_encoding);

// The same without a copy where there is nothing to change, as in most files: then `text` is empty and
// `unchanged`, a part of `bytes`, is the text. Either way it is words().
Result<DecodedText> decode_in_place(std::string_view bytes, LegacyDecoder legacy = nullptr,
                                    std::string_view declared = {},
                                    EncodingGuess guess = guess_legacy_encoding);

}  // namespace visavis
