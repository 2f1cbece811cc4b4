// Base64 (RFC 4648).
#pragma once

#include <string>
#include <string_view>

namespace visavis {

// Section 4, padded.
std::string to_base64(std::string_view bytes);
// Section 5, for addresses: "-" and "_", without padding.
std::string to_base64url(std::string_view bytes);

// Section 4, padded or not. False, with nothing in `bytes`, where a sign is none of the alphabet's or the
// last group is a single one.
bool from_base64(std::string_view text, std::string& bytes);

}  // namespace visavis
