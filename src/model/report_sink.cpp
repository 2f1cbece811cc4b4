#include "model/report_sink.h"

#include <algorithm>
#include <utility>

namespace visavis {

ReportSink::Tally& ReportSink::tally(std::string_view code) {
  for (Tally& known : tallies_)
    if (known.code == code) return known;
  // The last tally takes every code that comes later.
  if (tallies_.size() > kMostCodes) return tallies_.back();
  Tally& fresh = tallies_.emplace_back();
  fresh.code = tallies_.size() <= kMostCodes ? code : "more-reports";
  return fresh;
}

void ReportSink::add(std::uint32_t line, ReportLevel level, std::string_view code, std::string message) {
  Tally& known = tally(code);
  const bool listed = known.count++ == 0 || (known.count <= kMostEach && entries_.size() < kMostListed);
  if (listed && known.code == code) {
    entries_.push_back({line, level, known.code, std::move(message)});
    return;
  }
  if (known.unlisted++ == 0) known.line = line;
  known.level = std::max(known.level, level);
}

void ReportSink::count(std::uint32_t line, ReportLevel level, std::string_view code, std::string_view message,
                       std::uint32_t times) {
  for (Counted& known : counted_)
    // Most often the very same literal.
    if (known.code.data() == code.data() || known.code == code) {
      known.count += times;
      return;
    }
  counted_.push_back({code, std::string(message), level, times, line});
}

void ReportSink::add_all(std::vector<ReportEntry> entries) {
  for (ReportEntry& entry : entries)
    if (entries_.size() < kMostListed)
      entries_.push_back(std::move(entry));
    else
      add(entry.line, entry.level, entry.code, std::move(entry.message));
}

std::vector<ReportEntry> ReportSink::take() {
  std::vector<ReportEntry> all = std::move(entries_);
  for (const Tally& known : tallies_)
    if (known.unlisted > 0)
      all.push_back({known.line, known.level, known.code,
                     "There are " + std::to_string(known.unlisted) + " more of these from here on."});
  for (const Counted& known : counted_)
    all.push_back({known.line, known.level, std::string(known.code),
                   known.count == 1
                       ? known.message
                       : known.message + " This is the first of " + std::to_string(known.count) + "."});
  entries_.clear();
  tallies_.clear();
  counted_.clear();
  return all;
}

}  // namespace visavis
