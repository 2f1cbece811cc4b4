// What stands before its time's place, in captions and in the segments of speech services alike.
#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

#include "base/time.h"

namespace visavis {

struct OutOfOrder {
  std::uint32_t count = 0;
  std::uint32_t line = 0;  // of the first one
};

// Those of the items (with `start_ms` and `line`) that begin before one above them; without a time they count
// for nothing.
template <class Item>
OutOfOrder find_out_of_order(const std::vector<Item>& items) {
  OutOfOrder found;
  std::int64_t latest_ms = kNoTime;
  for (const Item& item : items) {
    if (item.start_ms == kNoTime) continue;
    if (item.start_ms < latest_ms && found.count++ == 0) found.line = item.line;
    latest_ms = std::max(latest_ms, item.start_ms);
  }
  return found;
}

}  // namespace visavis
