// Quantiles of sorted values.
#pragma once

#include <algorithm>
#include <cstddef>
#include <vector>

namespace visavis {

// The value at a fraction of sorted values, linear between the nearest two (Hyndman and Fan 1996, type 7); at
// a half the median. There must be one value at least.
template <class Number>
double quantile(const std::vector<Number>& sorted, double fraction) {
  const double at = fraction * static_cast<double>(sorted.size() - 1);
  const auto low = static_cast<std::size_t>(at);
  const auto below = static_cast<double>(sorted[low]);
  const auto above = static_cast<double>(sorted[std::min(low + 1, sorted.size() - 1)]);
  return below + (at - static_cast<double>(low)) * (above - below);
}

}  // namespace visavis
