// A Transcript in two parts: the words of its turns, which a document shows as text, and all else as a short
// line of base64 beside them. What is put together again is equal in everything but Transcript::text, which
// then holds the turns' words alone. Numbers stand as LEB128 (DWARF 5, section 7.6), signed ones zigzag; the
// same transcript gives the same bytes on every machine.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "base/result.h"
#include "model/transcript.h"

namespace visavis {

std::string write_record(const Transcript& transcript);

// `words`: one text per turn. A turn whose words have another length than was recorded was edited since: it
// is read as it is now, without times of single words, and the report says so. ErrorCode::malformed for what
// write_record did not make: every length, id and span is checked.
Result<Transcript> read_record(std::string_view record, std::span<const std::string> words);

}  // namespace visavis
