// The names that HTML gives to characters ("&sung;"): HTML standard, section 13.5.
#pragma once

#include <string_view>

namespace visavis {

// The characters of a name, given without '&' and ';', as UTF-8; empty where the standard's list does not
// have it.
std::string_view find_html_name(std::string_view name) noexcept;

}  // namespace visavis
