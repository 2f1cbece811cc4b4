// Every reader: for the command, the tests and the page's second module.
#include "readers/readers.h"
#include "readers/registry.h"

namespace visavis {

std::span<const FormatReader> formats() noexcept {
#define VISAVIS_ENTRY(id) id##_reader,
  static const FormatReader kAll[] = {VISAVIS_FIRST_READERS(VISAVIS_ENTRY)
                                          VISAVIS_LATER_READERS(VISAVIS_ENTRY)};
#undef VISAVIS_ENTRY
  return kAll;
}

}  // namespace visavis
