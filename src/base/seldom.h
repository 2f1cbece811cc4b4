// What few files need: the build cuts it out of the page's first download (tools/split.mjs, and its names in
// cmake/web.cmake), so it must not be inlined.
#pragma once

namespace visavis {

// `function`, called where no optimiser sees which one it is.
template <typename Function>
Function* seldom(Function* function) {
  Function* volatile opaque = function;
  return opaque;
}

}  // namespace visavis
