// Character references (&amp; &#39; &eacute;) as HTML, XML and WebVTT have them.
#pragma once

#include <string>
#include <string_view>

namespace visavis {

// Appends `text` to `out` with its character references decoded, as HTML decodes them.
void append_decoding_references(std::string_view text, std::string& out);

// Whether a character may be referred to by a name that only find_rare_name (catalogue.h) knows.
bool may_hold_rare_names(std::string_view text) noexcept;

}  // namespace visavis
