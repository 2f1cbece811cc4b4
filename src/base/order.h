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

// The values themselves in that order.
template <typename Value, typename Before>
void order_values(std::vector<Value>& values, const Before& before) {
  std::vector<std::int32_t> ids(values.size());
  for (std::size_t i = 0; i < ids.size(); ++i) ids[i] = static_cast<std::int32_t>(i);
  order_ids(ids, [&](std::int32_t a, std::int32_t b) {
    return before(values[static_cast<std::size_t>(a)], values[static_cast<std::size_t>(b)]);
  });
  std::vector<Value> ordered;
  ordered.reserve(values.size());
  for (const std::int32_t id : ids) ordered.push_back(values[static_cast<std::size_t>(id)]);
  values.swap(ordered);
}

}  // namespace visavis
