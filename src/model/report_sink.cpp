#include "model/report_sink.h"

#include <algorithm>
#include <utility>

#include "words/reports.h"

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

void ReportSink::add(ReportEntry entry) {
  Tally& known = tally(entry.code);
  const bool listed = known.count++ == 0 || (known.count <= kMostEach && entries_.size() < kMostListed);
  if (listed && known.code == entry.code) {
    entries_.push_back(std::move(entry));
    return;
  }
  if (known.unlisted++ == 0) known.line = entry.line;
  known.level = std::max(known.level, entry.level);
}

void ReportSink::count(std::uint32_t line, ReportLevel level, MessageName message, std::uint32_t times) {
  for (Counted& known : counted_)
    if (known.message.name == message.name ||
        Message::code_of(known.message.name) == Message::code_of(message.name)) {
      known.count += times;
      return;
    }
  counted_.push_back({message, level, times, line});
}

void ReportSink::add_all(std::vector<ReportEntry> entries) {
  for (ReportEntry& entry : entries)
    if (entries_.size() < kMostListed)
      entries_.push_back(std::move(entry));
    else
      add(std::move(entry));
}

std::vector<ReportEntry> ReportSink::take() {
  std::vector<ReportEntry> all = std::move(entries_);
  for (const Tally& known : tallies_)
    if (known.unlisted > 0)
      all.push_back({known.line, known.level, known.code, Message(phrase::more_of_these, {known.unlisted})});
  for (const Counted& known : counted_)
    all.push_back({known.line, known.level, Message::code_of(known.message.name),
                   known.count == 1 ? Message(known.message)
                                    : Message(phrase::first_of, {Message(known.message), known.count})});
  entries_.clear();
  tallies_.clear();
  counted_.clear();
  return all;
}

}  // namespace visavis
