// Markup that is no syntax of the format but that files hold all the same: HTML-like tags and Advanced
// SubStation overrides in SRT and SBV.
#pragma once

#include "readers/shared/cue_sheet.h"

namespace visavis {

// Whether a tag of this name is markup in captions, of the format or of those that tools write all the same.
bool is_known_tag(std::string_view name) noexcept;

// Appends a cue whose words stand at `words` in sheet.source: tags as of <i> and <font …>, overrides as of
// {\an8} and {Y:i} go, <br> and \N become line ends, \h a space, character references are decoded, and <v
// Name> names the speaker. Tags that no player knows stay words ("<inaudible>"). `base` brings times and
// line, `seen` what the scan saw of the words.
void add_marked_up(CueSheet& sheet, Span words, const SheetCue& base, const LinesSeen& seen = {});

}  // namespace visavis
