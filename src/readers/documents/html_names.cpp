#include "readers/documents/html_names.h"

#include <algorithm>
#include <cstdint>

namespace visavis {
namespace {

#include "readers/documents/html_names.inc"

// The string that begins here, up to its NUL.
std::string_view string_at(std::size_t at) noexcept { return &kText[at]; }

}  // namespace

std::string_view find_html_name(std::string_view name) noexcept {
  const auto* after =
      std::upper_bound(std::begin(kStarts), std::end(kStarts), name,
                       [](std::string_view wanted, std::uint16_t at) { return wanted < string_at(at); });
  if (after == std::begin(kStarts)) return {};
  const std::size_t end = after == std::end(kStarts) ? sizeof kText - 1 : *after;
  for (std::size_t at = *(after - 1); at < end;) {
    const std::string_view known = string_at(at), characters = string_at(at + known.size() + 1);
    if (known == name) return characters;
    at += known.size() + characters.size() + 2;
  }
  return {};
}

}  // namespace visavis
