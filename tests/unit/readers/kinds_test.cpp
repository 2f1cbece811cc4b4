// Files of the kinds that people have, as different tools, persons and languages make them (tests/kinds):
// each with what a careful reader finds in it. `expected.json` there has for each file why, and any of
// speakers (names, any order), counts (turns of each), sections, title, turns (speaker, text, start, end in
// ms; "*" for anything), words and no_words (stand, stand not in what is read), tells (a warning or a loss),
// no_join, and refused (words of the refusal).
#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>

#include "base/text.h"
#include "support/files.h"
#include "support/reading.h"

namespace visavis {
namespace {

using nlohmann::json;

std::string name_of(const Transcript& t, std::int32_t speaker) {
  return speaker == kNone ? std::string()
                          : collapse_spaces(t.speakers[static_cast<std::size_t>(speaker)].name);
}

bool is_near(const json& want, std::int64_t have_ms) {
  if (want == "*") return true;
  if (want.is_null()) return have_ms == kNoTime;
  return have_ms != kNoTime && std::abs(want.get<std::int64_t>() - have_ms) <= 1;
}

void check_turn(const Transcript& t, const Turn& turn, const json& want) {
  if (want[0] != "*")
    CHECK(name_of(t, turn.speaker) ==
          (want[0].is_null() ? std::string() : collapse_spaces(want[0].get<std::string>())));
  if (want[1] != "*") CHECK(collapse_spaces(t.text_of(turn)) == collapse_spaces(want[1].get<std::string>()));
  CHECK(is_near(want[2], turn.start_ms));
  CHECK(is_near(want[3], turn.end_ms));
}

void check_reading(const Transcript& t, const json& want) {
  if (want.contains("format")) CHECK(t.report.format == want["format"].get<std::string>());
  if (want.contains("title")) CHECK(t.title == want["title"].get<std::string>());
  std::map<std::string, int> counts;
  for (const Speaker& speaker : t.speakers) counts[collapse_spaces(speaker.name)];
  std::string words, names;
  for (const Turn& turn : t.turns) {
    if (turn.speaker != kNone) ++counts[name_of(t, turn.speaker)];
    words += (words.empty() ? "" : " ") + collapse_spaces(t.text_of(turn));
  }
  for (const auto& [name, count] : counts) names += name + "\n";
  if (want.contains("speakers")) {
    std::string wanted;
    std::map<std::string, int> sorted;
    for (const json& name : want["speakers"]) sorted[collapse_spaces(name.get<std::string>())];
    for (const auto& [name, count] : sorted) wanted += name + "\n";
    CHECK(names == wanted);
  }
  if (want.contains("counts")) {
    std::map<std::string, int> wanted;
    for (const auto& [name, count] : want["counts"].items()) wanted[collapse_spaces(name)] = count.get<int>();
    CHECK(counts == wanted);
  }
  if (want.contains("sections")) {
    std::vector<std::string> titles;
    for (const Section& section : t.sections) titles.push_back(section.title);
    CHECK(titles == want["sections"].get<std::vector<std::string>>());
  }
  if (want.contains("turns")) {
    REQUIRE(t.turns.size() == want["turns"].size());
    for (std::size_t i = 0; i < t.turns.size(); ++i) check_turn(t, t.turns[i], want["turns"][i]);
  }
  for (const json& part : want.value("words", json::array())) {
    CAPTURE(part.get<std::string>());
    CHECK(words.find(collapse_spaces(part.get<std::string>())) != std::string::npos);
  }
  for (const json& part : want.value("no_words", json::array())) {
    CAPTURE(part.get<std::string>());
    const std::string gone = collapse_spaces(part.get<std::string>());
    CHECK((words + "\n" + names).find(gone) == std::string::npos);
  }
  if (want.value("tells", false))
    CHECK(std::any_of(t.report.entries.begin(), t.report.entries.end(),
                      [](const ReportEntry& entry) { return entry.level != ReportLevel::info; }));
}

}  // namespace

TEST_CASE("kinds: files of many hands are read as a careful reader would read them") {
  const std::string folder = test::source_dir() + "/tests/kinds/";
  const std::optional<std::string> table = test::read_file(folder + "expected.json");
  REQUIRE(table);
  const json expected = json::parse(*table);
  for (const auto& item : expected.items()) {
    const std::string& file = item.key();
    const json& want = item.value();
    CAPTURE(file);
    const std::optional<std::string> bytes = test::read_file(folder + file);
    REQUIRE(bytes);
    ReadOptions options;
    options.join = !want.value("no_join", false);
    const Result<Transcript> read = read_transcript(*bytes, options);
    if (want.contains("refused")) {
      REQUIRE_FALSE(read);
      for (const json& part : want["refused"])
        CHECK(english(read.error().message).find(part.get<std::string>()) != std::string::npos);
    } else {
      CHECK(read);
      if (!read) continue;
      check_reading(*read, want);
    }
  }
}

}  // namespace visavis
