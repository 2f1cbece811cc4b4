// The points of time that a TEI text refers to (TEI P5, chapter 8.4.2, elements timeline and when).
#pragma once

#include <cstdint>
#include <string_view>
#include <unordered_map>

#include "readers/shared/xml_document.h"

namespace visavis {

// Ids to places in the recording. A point stands at its `absolute` time, or its `interval` after the point
// that `since` names, after the timeline's origin where none is named, and in a regular timeline its interval
// after the point before. The origin (`timeline/@origin`, else the first point) is the recording's start
// where it tells no time of its own. Absolute times are times of day where they have a date or belong to an
// origin that is named: they count from there.
using TeiTimes = std::unordered_map<std::string_view, std::int64_t>;

void read_tei_timeline(XmlNode timeline, TeiTimes& times_ms);

}  // namespace visavis
