// Small helpers of the scenes' typography.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "scene/draw.h"

namespace visavis {

// Breaks words into at most `most` lines, the first `first_width` wide, the others `width`; the last one
// holds all that is left (it is cut with an ellipsis when drawn). The first line may come out empty when not
// even one word fits. Scripts without spaces break between characters.
std::vector<std::string> wrap_text(std::string_view words, const TextMeasure& measure, Face face,
                                   float size_px, float first_width, float width, std::size_t most);

// Black or white, whichever stands out more from `ground` (relative luminance, WCAG 2.1).
Colour contrast_on(Colour ground);

}  // namespace visavis
