// The readers, one a format. Each is defined in <format>_reader.cpp and listed once, in registry.cpp.
#pragma once

#include "readers/reader.h"

namespace visavis {

extern const FormatReader chat_reader;
extern const FormatReader docx_reader;
extern const FormatReader eaf_reader;
extern const FormatReader interview_reader;
extern const FormatReader odt_reader;
extern const FormatReader textgrid_reader;
extern const FormatReader trs_reader;
extern const FormatReader ttml_reader;
extern const FormatReader webvtt_reader;
extern const FormatReader zip_reader;

}  // namespace visavis
