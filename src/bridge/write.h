// What vav_write and vav_redact share.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "scene/document.h"

namespace visavis {

// `name` as vav_write takes it (read.h).
Result<std::string> write_as(const Document& document, std::string_view name);

}  // namespace visavis
