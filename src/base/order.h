// Ids in the order of what they stand for. One merge sort serves all: as a template, each use of
// std::stable_sort is two kilobytes of WebAssembly.
#pragma once

#include <cstdint>
#include <vector>

namespace visavis {

void order_ids_by(std::vector<std::int32_t>& ids, const void* how,
                  bool (*before)(const void* how, std::int32_t a, std::int32_t b));

// Sorts by `before(a, b)`, a strict weak order; of ids of which neither is before the other the first stays
// first.
template <typename Before>
void order_ids(std::vector<std::int32_t>& ids, const Before& before) {
  order_ids_by(ids, &before, [](const void* how, std::int32_t a, std::int32_t b) {
    return (*static_cast<const Before*>(how))(a, b);
  });
}

}  // namespace visavis
