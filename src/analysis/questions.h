// The questions themselves, for the outline: the sentences that end in a question mark.
#pragma once

#include <string_view>
#include <vector>

#include "base/text.h"

namespace visavis {

// Spans of the question sentences of one turn, relative to `text`, in order. A sentence starts after the
// closing punctuation and white space that end the one before it.
std::vector<Span> questions_in(std::string_view text);

}  // namespace visavis
