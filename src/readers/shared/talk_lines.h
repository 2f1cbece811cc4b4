// Whole talks in one field of a table or of JSON, lines that say who speaks.
#pragma once

#include <string_view>

namespace visavis {

// Who says a line, "Ana: …" or "[Ana] …"; empty where it does not say.
std::string_view label_of(std::string_view line);

// A text of lines at least half of which say who speaks, of people who come back. A form ("Date: …", "Place:
// …") has each label once.
bool is_talk(std::string_view text);

}  // namespace visavis
