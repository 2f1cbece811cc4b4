// All formats that can be read, and the way in: bytes to Transcript.
#pragma once

#include <span>
#include <string_view>

#include "readers/reader.h"

namespace visavis {

// Every format, in the order that `visavis formats` lists them. Which of them can be read here is chosen at
// link time: catalogue/all or catalogue/first.
std::span<const FormatReader> formats() noexcept;

// Null for a name that is no format's.
const FormatReader* find_format(std::string_view name) noexcept;

// Files larger than this are refused before they are decoded.
constexpr std::uint64_t kMostBytes = sizeof(void*) == 4 ? 256u << 20 : 1024u << 20;

// Decodes, sniffs (unless options.format names one) and reads. Any text at all is at least an `interview`; a
// binary file of no known format, or one whose reader refuses it, is an Error. Native builds turn a failed
// allocation into ErrorCode::out_of_memory.
Result<Transcript> read_transcript(std::string_view bytes, const ReadOptions& options = {});

// Reads as one format and no other; what the registry fills in (Report, names of machine speakers,
// corrections of title and speakers) is left.
Result<Transcript> read_as(const FormatReader& reader, const Input& input, const ReadOptions& options);

// Reads the text of a document, well-formed UTF-8 with LF line ends, as the format that it is of: an
// interview or subtitles, say. Speakers are left as they are named; of options.corrections only the lines
// count.
Result<Transcript> read_text(std::string text, const ReadOptions& options);

}  // namespace visavis
