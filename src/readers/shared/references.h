// Character references (&amp; &#39; &eacute;) as HTML, XML and WebVTT have them.
#pragma once

#include <string>
#include <string_view>

namespace visavis {

// Appends `text` to `out` with its character references decoded, as HTML decodes them.
void append_decoding_references(std::string_view text, std::string& out);

// Text that was escaped twice, or pasted from a page's source, has "&gt;&gt;" where a new voice begins: from
// `from` on it becomes ">>".
void mend_escaped_chevrons(std::string& text, std::size_t from);

// Whether a character may be referred to by a name that only find_rare_name (catalogue.h) knows.
bool may_hold_rare_names(std::string_view text) noexcept;

}  // namespace visavis
