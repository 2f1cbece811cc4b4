// Where everything that a reading tells goes in: a report stays as long as a person could look at, and says
// how many more there were.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/transcript.h"

namespace visavis {

// Of each code the first kMostEach entries are listed, as long as there are no more than kMostListed in all
// (the first of a code always is), and the rest counted; of codes there are kMostCodes, what comes with
// another one is counted together. An entry costs the same however many there are.
class ReportSink {
 public:
  static constexpr std::uint32_t kMostEach = 20;
  static constexpr std::size_t kMostListed = 200, kMostCodes = 64;

  // One entry each.
  void add(ReportEntry entry);
  void add(std::uint32_t line, ReportLevel level, Message message) { add({line, level, std::move(message)}); }
  // One entry for all of this code that are counted, at the line of the first, with how many there were.
  void count(std::uint32_t line, ReportLevel level, MessageName message, std::uint32_t times = 1);
  // The report of a reading inside this one, as it is: its own sink kept it short. Of one that a file brings,
  // what is past kMostListed is counted.
  void add_all(std::vector<ReportEntry> entries);
  // What was added, in its order; behind it what was counted. The sink is empty then.
  std::vector<ReportEntry> take();

 private:
  struct Tally {
    std::string code;
    ReportLevel level = ReportLevel::info;            // the gravest of those not listed
    std::uint32_t count = 0, unlisted = 0, line = 0;  // line: of the first that is not listed
  };
  struct Counted {
    MessageName message{};
    ReportLevel level = ReportLevel::info;
    std::uint32_t count = 0, line = 0;
  };
  Tally& tally(std::string_view code);
  std::vector<ReportEntry> entries_;
  std::vector<Tally> tallies_;
  std::vector<Counted> counted_;
};

}  // namespace visavis
