// An offline copy (offline/offline_page.h): a page that holds a transcript which was read already, as text
// and a record beside it (model/record.h). What is read from it is that transcript, the report of its reading
// included.
#pragma once

#include <string_view>

#include "base/result.h"
#include "model/transcript.h"

namespace visavis {

bool is_offline_copy(std::string_view text) noexcept;

// ErrorCode::malformed where the copy is damaged.
Result<Transcript> read_offline_copy(std::string_view text);

}  // namespace visavis
