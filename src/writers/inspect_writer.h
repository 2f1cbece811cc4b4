// The JSON object of `visavis inspect` (contract: schema 1), which is also the page's `transcript` and the
// format `inspect`.
#pragma once

#include <string>
#include <string_view>

#include "analysis/measures.h"

namespace visavis {

// One object, UTF-8, with a line break after each turn, section and speaker; ends with a line break. `path`
// adds source.path where not empty.
std::string write_inspect(const Transcript& transcript, const Measures& measures, std::string_view path = {});

}  // namespace visavis
