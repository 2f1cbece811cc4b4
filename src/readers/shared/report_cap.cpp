#include "readers/shared/report_cap.h"

namespace visavis {

void ReportCap::add(std::uint32_t line, ReportLevel level, std::string_view code, std::string_view message) {
  Count* known = nullptr;
  for (Count& count : counts_)
    if (count.code == code) known = &count;
  if (!known) known = &counts_.emplace_back(Count{std::string(code), level, 0, 0});
  if (++known->count <= kMostEach)
    entries_.push_back({line, level, std::string(code), std::string(message)});
  else if (known->count == kMostEach + 1)
    known->first_untold_line = line;
}

void ReportCap::finish() {
  for (const Count& count : counts_)
    if (count.count > kMostEach)
      entries_.push_back(
          {count.first_untold_line, count.level, count.code,
           "The same from here on " + std::to_string(count.count - kMostEach) + " more times."});
  counts_.clear();
}

}  // namespace visavis
