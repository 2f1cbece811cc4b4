// A Document as one position-independent block of bytes: what a reading instance hands to the one that shows.
// Not a file format: both ends are of one build.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "scene/document.h"

namespace visavis {

std::string write_document(const Document& document);

// ErrorCode::malformed for bytes that write_document did not make: every length, id and span is checked.
Result<Document> read_document(std::string_view block);

}  // namespace visavis
