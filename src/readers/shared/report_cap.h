// A report that stays readable: what happens a thousand times in a file is told for the first few lines and
// then counted.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/transcript.h"

namespace visavis {

class ReportCap {
 public:
  explicit ReportCap(std::vector<ReportEntry>& entries) : entries_(entries) {}
  // Adds an entry, or counts it once kMostEach of this code were added.
  void add(std::uint32_t line, ReportLevel level, std::string_view code, std::string_view message);
  // Adds "… and N more" entries for what was only counted.
  void finish();

  static constexpr std::uint32_t kMostEach = 20;

 private:
  struct Count {
    std::string code;
    ReportLevel level;
    std::uint32_t count, first_untold_line;
  };
  std::vector<ReportEntry>& entries_;
  std::vector<Count> counts_;
};

}  // namespace visavis
