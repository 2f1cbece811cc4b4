// What an offline copy has beside the formats of the first download.
#include "readers/catalogue.h"
#include "readers/interview/interview_cues.h"
#include "readers/interview/interview_rare.h"
#include "readers/offline_copy.h"
#include "readers/other_formats.h"

namespace visavis {

RareConventions rare_conventions() noexcept { return interview::read_rare_conventions; }
CueNames cue_names() noexcept { return interview::read_cue_names; }
Refusal refusals() noexcept { return refusal; }
OfflineCopyReader offline_copy_reader() noexcept { return read_offline_copy; }

}  // namespace visavis
