#include "model/report_sink.h"

#include <doctest/doctest.h>

#include "model/builder.h"
#include "words/reports.h"

using namespace visavis;

namespace {

std::string told(ReportSink& sink) {
  std::string all;
  for (const ReportEntry& entry : sink.take())
    all += std::to_string(entry.line) + " " + report_level_name(entry.level) + " " + entry.code + ": " +
           english(entry.message) + "\n";
  return all;
}

}  // namespace

TEST_CASE("A report lists a few of a kind and says how many more there were") {
  ReportSink sink;
  for (std::uint32_t line = 1; line <= ReportSink::kMostEach; ++line)
    sink.add(line, ReportLevel::info, MessageName{"a"});
  SUBCASE("as many as are listed") {
    const std::vector<ReportEntry> all = sink.take();
    CHECK(all.size() == ReportSink::kMostEach);
    CHECK(all.back().line == ReportSink::kMostEach);
    CHECK(sink.take().empty());
  }
  SUBCASE("one more, and a graver one") {
    sink.add(90, ReportLevel::info, MessageName{"a"});
    sink.add(91, ReportLevel::loss, MessageName{"a"});
    sink.add(92, ReportLevel::warning, MessageName{"b"});
    const std::vector<ReportEntry> all = sink.take();
    REQUIRE(all.size() == ReportSink::kMostEach + 2);
    CHECK(all[ReportSink::kMostEach].code == "b");
    CHECK(all.back().line == 90);
    CHECK(all.back().code == "a");
    CHECK(all.back().level == ReportLevel::loss);
    CHECK(english(all.back().message) == "There are 2 more of these from here on.");
  }
}

TEST_CASE("What is only counted is one entry, at the line of the first") {
  ReportSink sink;
  sink.count(4, ReportLevel::info, phrase::markup_removed);
  SUBCASE("one") {
    CHECK(told(sink) == "4 info markup-removed: Typographic markup is not part of the words.\n");
  }
  SUBCASE("several, behind what is listed") {
    sink.count(9, ReportLevel::info, MessageName{"markup-removed.another"}, 5);
    sink.add(2, ReportLevel::info, MessageName{"b"});
    CHECK(
        told(sink) ==
        "2 info b: b\n4 info markup-removed: Typographic markup is not part of the words. This is the first "
        "of 6.\n");
  }
}

TEST_CASE("A report ends, whatever codes come in") {
  ReportSink sink;
  for (std::uint32_t i = 0; i < 100000; ++i)
    sink.add({i + 1, ReportLevel::info, "code-" + std::to_string(i % 5000), Message::sentence("x")});
  std::vector<ReportEntry> all = sink.take();
  CHECK(all.size() <= ReportSink::kMostListed + 2 * ReportSink::kMostCodes + 1);
  CHECK(all.back().code == "more-reports");
  // Every code that has one of its own is listed once at least; the rest is counted.
  CHECK(std::count_if(all.begin(), all.end(),
                      [](const ReportEntry& entry) { return entry.code == "code-63"; }) >= 1);
  ReportSink outer;
  outer.add_all(std::move(all));
  CHECK(outer.take().size() <= ReportSink::kMostListed + 2 * ReportSink::kMostCodes + 1);
}

TEST_CASE("A report of a report is the same") {
  ReportSink inner, outer;
  for (std::uint32_t line = 1; line <= 50; ++line) inner.add(line, ReportLevel::info, MessageName{"a"});
  const std::vector<ReportEntry> first = inner.take();
  outer.add_all(first);
  const std::vector<ReportEntry> second = outer.take();
  REQUIRE(second.size() == first.size());
  CHECK(second.back().message == first.back().message);
}

TEST_CASE("More ways to write a name than are kept are told") {
  TranscriptBuilder builder;
  const std::int32_t ana = builder.speaker("Ana");
  for (std::size_t i = 0; i <= TranscriptBuilder::kMostAliases; ++i)
    builder.add_alias(ana, "Ana " + std::to_string(i));
  builder.add_alias(ana, "Ana 0");
  Turn turn;
  turn.speaker = ana;
  builder.add_turn(turn);
  const Transcript transcript = builder.finish();
  CHECK(transcript.speakers[0].aliases.size() == TranscriptBuilder::kMostAliases);
  REQUIRE(transcript.report.entries.size() == 1);
  CHECK(transcript.report.entries[0].code == "aliases-left-out");
}
