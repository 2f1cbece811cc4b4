// Lists of names written in one string, "first|second|third" (base/text.h: rank_of, is_any).
#pragma once

#include <string_view>

namespace visavis {

// Calls use(name) for each name of a list, in its order.
template <class Use>
void each_name(std::string_view names, Use use) {
  while (!names.empty()) {
    const std::size_t bar = names.find('|');
    use(names.substr(0, bar));
    names.remove_prefix(bar == std::string_view::npos ? names.size() : bar + 1);
  }
}

}  // namespace visavis
