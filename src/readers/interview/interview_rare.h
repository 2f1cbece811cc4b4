// Conventions that few texts have, and texts that lost the ends of their lines. What reads them is in the
// second module alone: the catalogue says whether it is here.
#pragma once

#include "readers/interview/interview_speakers.h"

namespace visavis::interview {

// Reads again, with more conventions: signs around names that the text itself teaches ("Ana> words"),
// screenplays that centre their names, several voices in a line. True where that finds more who speak, or
// parts lines; then `page` and `findings` (persons resolved) are that reading.
bool read_rare_conventions(std::string_view text, const Corrections& corrections, Page& page,
                           Findings& findings);

}  // namespace visavis::interview
