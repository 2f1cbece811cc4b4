// A link that carries a transcript (codec z1): raw DEFLATE (RFC 1951) in base64url, in the fragment.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "base/result.h"

namespace visavis {

// From here on few programs carry a link.
constexpr std::size_t kLongLink = std::size_t{1} << 20;

// `bytes`: UTF-8 that the readers read. `base`: the page's address, whose fragment is left out; empty for the
// fragment alone. ErrorCode::out_of_memory where there is none to pack it.
Result<std::string> write_link(std::string_view bytes, std::string_view base);

}  // namespace visavis
