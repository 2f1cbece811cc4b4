// The page's first download: every sniff, few readers. Only the sniff of a later reader is named, so the
// linker leaves the rest of it out.
#include "readers/readers.h"
#include "readers/registry.h"

namespace visavis {

std::span<const FormatReader> formats() noexcept {
#define VISAVIS_ENTRY(id) id##_reader,
#define VISAVIS_SNIFF(id) \
  {id##_reader.name, id##_reader.description, id##_reader.priority, id##_reader.sniff, nullptr},
  static const FormatReader kFirst[] = {VISAVIS_FIRST_READERS(VISAVIS_ENTRY)
                                            VISAVIS_LATER_READERS(VISAVIS_SNIFF)};
#undef VISAVIS_ENTRY
#undef VISAVIS_SNIFF
  return kFirst;
}

}  // namespace visavis
