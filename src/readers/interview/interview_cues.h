// Captions whose words name who speaks in a way that only plain text's conventions know: a name above the
// words, "ANA – words", "（健太）words", "**Ana**: words". Their lines are judged as those of a text.
#pragma once

#include "readers/shared/cue_sheet.h"

namespace visavis::interview {

// Gives the cues their speakers, each piece of a cue its own, and reports it. False, with nothing changed,
// where the lines do not bear out that they name anybody.
bool read_cue_names(CueSheet& sheet);

}  // namespace visavis::interview
