// From a WebVTT cue's payload to plain words: who speaks them, and when where the cue says so.
#pragma once

#include "readers/captions/webvtt_cue_text.h"
#include "readers/shared/cue_sheet.h"

namespace visavis {

// Appends the cue whose payload is `payload` (a span of sheet.source) to the sheet: one entry, or one for
// each of several voices. `base` brings times and line. Ruby text stands in brackets behind its base.
// `seen` is what the scan saw of it; `scratch` is reused.
void add_vtt_payload(CueSheet& sheet, Span payload, const LinesSeen& seen, const SheetCue& base,
                     VttCueText& scratch);

}  // namespace visavis
