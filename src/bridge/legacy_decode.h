// The browser's own TextDecoder for the encodings that the core has no table of.
#pragma once

#include <string>
#include <string_view>

namespace visavis {

// A LegacyDecoder (base/decode.h).
bool decode_in_browser(std::string_view label, std::string_view bytes, std::string& utf8);

}  // namespace visavis
