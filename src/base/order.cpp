#include "base/order.h"

#include <algorithm>

namespace visavis {

void order_ids_by(std::vector<std::int32_t>& ids, const void* how,
                  bool (*before)(const void*, std::int32_t, std::int32_t)) {
  std::stable_sort(ids.begin(), ids.end(), [=](std::int32_t a, std::int32_t b) { return before(how, a, b); });
}

}  // namespace visavis
