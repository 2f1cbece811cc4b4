// Looks for what was taken out in the bytes that leave: as they are and decoded, however they are wrapped.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "redaction/forms.h"

namespace visavis {

// How often each form stands in the bytes: in them as they are; with percent escapes (RFC 3986), HTML's and
// JSON's undone; in what their runs of base64 (RFC 4648, sections 4 and 5) hold, unpacked where that is raw
// DEFLATE (RFC 1951); and so on inside of those, four deep. One entry a form of `forms`. Bounded: at most
// kMostDecoded bytes are unpacked, whatever a run would come to.
constexpr std::size_t kMostDecoded = std::size_t{256} << 20;
std::vector<std::size_t> count_leaks(std::string_view bytes, const Forms& forms);

}  // namespace visavis
