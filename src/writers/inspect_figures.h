// The objects of the inspect object that tell of the talk's dynamics: keys are added, none renamed. What a
// file's times cannot carry is null.
#pragma once

#include "analysis/analysis.h"
#include "base/json_out.h"

namespace visavis {

// "floor": of analysis/floor.h.
void write_floor(JsonOut& out, const Transcript& transcript, const Analysis& analysis);

}  // namespace visavis
