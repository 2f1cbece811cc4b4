// The LegacyDecoder (base/decode.h) of the command: the C library's iconv, brought into line with the tables
// of the WHATWG Encoding standard, which the browser's TextDecoder uses.
#pragma once

#include <string>
#include <string_view>

namespace visavis::cli {

// `label` is a WHATWG name, or any name that iconv knows. Ill-formed sequences become U+FFFD.
bool decode_with_iconv(std::string_view label, std::string_view bytes, std::string& utf8);

}  // namespace visavis::cli
