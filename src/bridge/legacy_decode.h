// The browser's own TextDecoder for the encodings that the core has no table of.
#pragma once

#include "base/decode.h"

namespace visavis {

extern const LegacyDecoder kLegacyDecoder;  // null natively, where there is no browser

}  // namespace visavis
