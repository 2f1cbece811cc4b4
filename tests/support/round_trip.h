// Read, write, read: what a format holds must come back (src/writers/writers.h has the table of what each
// holds).
#pragma once

#include <string>
#include <string_view>

#include "model/transcript.h"

namespace visavis::test {

// Whether there is a reader for what this writer writes.
bool can_read_back(std::string_view format);

// What is different after writing `original` as `format` and reading that again; empty where nothing is.
// White space is compared as each format keeps it.
std::string round_trip_difference(const Transcript& original, const char* format);

}  // namespace visavis::test
