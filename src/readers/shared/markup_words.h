// The words of texts that programs keep as HTML: messages, notes.
#pragma once

#include <string>
#include <string_view>

namespace visavis {

// A tag of HTML stands in the text, one that closes or breaks a line.
bool has_markup(std::string_view text) noexcept;

// Appends the text's words: tags are left out, blocks and <br> begin a line, character references are
// decoded.
void append_without_markup(std::string& out, std::string_view text);

}  // namespace visavis
