#include "readers/catalogue.h"

namespace visavis {

RareConventions rare_conventions() noexcept { return nullptr; }
CueNames cue_names() noexcept { return nullptr; }
Refusal refusals() noexcept { return nullptr; }
OfflineCopyReader offline_copy_reader() noexcept { return nullptr; }

}  // namespace visavis
