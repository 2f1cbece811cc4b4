// What is settled of a draft when all of a file is read: units, encodings and markup of its texts.
#pragma once

#include "readers/shared/json_draft.h"

namespace visavis {

// Whole numbers that would have people speak far too slowly become milliseconds, bytes written as characters
// are put together, markup leaves the words, and names that never return over texts of many lines become
// titles.
void refine_draft(Draft& draft);

// The same of an export of Slack, whose escapes, links and people are read back.
void refine_slack(Draft& draft);

}  // namespace visavis
