// Times as JSON dialects write them.
#pragma once

#include <cstdint>

#include "readers/json/json_format.h"
#include "readers/json/json_sax.h"

namespace visavis {

// A number in the unit, or a string: a number in the unit with or without "s" behind it, a clock time, an ISO
// 8601 duration. False where it is none of these or past 2^53 ms; `ms` is rounded half away from zero.
bool json_time(const JsonScalar& value, Unit unit, std::int64_t& ms);

}  // namespace visavis
