// What a column of a table holds, or a field of JSON, by its name, in the languages people keep tables in.
#pragma once

#include <string>
#include <string_view>

#include "readers/shared/json_time.h"

namespace visavis {

enum Column : std::size_t { kSpeaker, kText, kStart, kEnd, kDuration, kSection, kColumns };

// A rank behind all names: the last word of several says what the column holds.
constexpr int kByLastWord = 1000;

// A column's name without case, spaces, brackets and unit; the unit apart.
std::string bare_name(std::string_view written, Unit& unit);

// The column that a name tells, its unit, and how good a name it is, 0 for the best; kColumns where it tells
// nothing.
Column column_named(std::string_view cell, Unit& unit, int& rank);

// What a column of exactly this name holds; kColumns where it tells nothing.
Column column_named(std::string_view cell);

}  // namespace visavis
