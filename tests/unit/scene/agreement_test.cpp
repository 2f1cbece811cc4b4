// What the panels and twins say of a talk and what `visavis inspect` says of it are the same figures: for
// every sample and every file of the shared corpora. And the goldens of what scenes derive from the samples.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "scene/twin.h"
#include "support/files.h"
#include "support/reading.h"
#include "support/view.h"
#include "writers/inspect_writer.h"

namespace {

using namespace visavis;
using Json = nlohmann::json;

std::string count_of(const Json& number) { return Language().count(number.get<std::uint64_t>()); }

// The first thing that the twin and inspect tell differently; empty where there is none.
std::string difference(const Document& doc) {
  const Json told = Json::parse(write_inspect(doc.transcript, analyse(doc.transcript)), nullptr, false);
  const OutlineFigures outline = outline_figures(doc);
  const Json twin =
      Json::parse(write_twin(doc, balance_figures(doc, state_of(doc)), outline), nullptr, false);
  if (told.is_discarded() || twin.is_discarded()) return "not JSON";

  const Json &speakers = told["speakers"], &lanes = twin["timeline"]["lanes"],
             &rows = twin["balance"]["rows"];
  if (lanes.size() != speakers.size() || rows.size() != speakers.size()) return "number of speakers";
  std::uint64_t spoken_turns = 0, spoken_words = 0;
  for (const Json& speaker : speakers) {
    spoken_turns += speaker["turns"].get<std::uint64_t>();
    spoken_words += speaker["words"].get<std::uint64_t>();
  }
  for (std::size_t i = 0; i < speakers.size(); ++i) {
    const Json& said = speakers[i];
    if (lanes[i]["name"] != said["name"] || lanes[i]["turns"] != count_of(said["turns"]) ||
        lanes[i]["words"] != count_of(said["words"]))
      return "lane of " + said["name"].get<std::string>();
    const auto row =
        std::find_if(rows.begin(), rows.end(), [&](const Json& one) { return one["speaker"] == said["id"]; });
    if (row == rows.end()) return "no row of " + said["name"].get<std::string>();
    const Json& cells = (*row)["cells"];
    const bool speaks = said["turns"] != 0;
    if ((*row)["role"] != said["role"] || cells[1] != count_of(said["words"]) ||
        cells[2] != count_of(said["turns"]) || (speaks && cells[4] != count_of(said["longest_turn"])) ||
        cells[5] != count_of(said["questions"]))
      return "row of " + said["name"].get<std::string>();
    const std::string share = spoken_words == 0
                                  ? "–"
                                  : format_percent(Language(),
                                                   static_cast<double>(said["words"].get<std::uint64_t>()) /
                                                       static_cast<double>(spoken_words),
                                                   1);
    if (cells[0] != share) return "share of " + said["name"].get<std::string>();
    const Json& columns = twin["balance"]["columns"];
    if (columns.size() != cells.size()) return "columns";
    const auto time = std::find(columns.begin(), columns.end(), "time");
    if (time != columns.end() && speaks &&
        cells[static_cast<std::size_t>(time - columns.begin())] !=
            (said["ms"].is_null() ? "–" : format_short(said["ms"].get<std::int64_t>())))
      return "time of " + said["name"].get<std::string>();
  }
  for (const char* figure : {"index", "gini"}) {
    const Json& value = told["balance"][figure];
    const std::string shown = twin["balance"][figure];
    // Both are rounded, to four places and to two.
    if (value.is_null() ? shown != "–" : std::abs(std::stod(shown) - value.get<double>()) > .00506)
      return figure;
  }
  // The turns of speakers and of narration add up to what the head says.
  const std::uint64_t turns = told["turns"].size();
  const std::string summary = twin["timeline"]["summary"];
  if (!summary.starts_with(Language().count(turns) + (turns == 1 ? " turn" : " turns")))
    return "turns: " + summary;
  const std::string narrated = " (" + Language().count(turns - spoken_turns) + " of narration)";
  if ((summary.find(narrated) != summary.npos) != (turns > spoken_turns && !speakers.empty()))
    return "narration: " + summary;

  // The panels show the author's outline; found topics are inspect's alone.
  Json sections = Json::array();
  for (const Json& section : told["sections"])
    if (section["kind"] != "derived") sections.push_back(section);
  if (outline.topics.size() != std::max<std::size_t>(sections.size(), turns > 0 ? 1 : 0)) return "topics";
  for (std::size_t i = 0; i < sections.size(); ++i) {
    const TopicFigures& topic = outline.topics[i];
    if (topic.title != sections[i]["title"] || topic.count != count_of(sections[i]["words"]) ||
        topic.turns.first != sections[i]["first_turn"] || topic.turns.last != sections[i]["last_turn"])
      return "topic " + topic.title;
  }
  for (std::size_t i = 0; i < twin["topics"]["items"].size(); ++i)
    if (twin["topics"]["items"][i]["words"] != outline.topics[i].count) return "twin's topic";

  // Lanes over words cover each speaker's words, no more and no less.
  if (!doc.axis.is_time)
    for (const Lane& lane : doc.lanes) {
      std::uint64_t words = 0;
      for (const std::int32_t speaker : lane.speakers)
        words += speakers[static_cast<std::size_t>(speaker)]["words"].get<std::uint64_t>();
      if (!lane.speakers.empty() &&
          static_cast<std::uint64_t>(lane.covered_until(doc.axis.begin + doc.axis.length)) != words)
        return "cover of a lane";
    }
  return {};
}

// Lanes, sections and the balance of ranges, as lines.
std::string figures_of(const Document& doc) {
  std::string out = timeline_summary(doc) + "\n";
  char line[256];
  const double length = doc.axis.length;
  for (const Lane& lane : doc.lanes) {
    out += "lane";
    for (const std::int32_t speaker : lane.speakers)
      out += " " + doc.labels[static_cast<std::size_t>(speaker)];
    for (const double part : {.25, .5, .75, 1.}) {
      std::snprintf(line, sizeof line, " %.0f", lane.covered_until(doc.axis.begin + length * part));
      out += line;
    }
    out += "\n";
  }
  const OutlineFigures outline = outline_figures(doc);
  out += outline.summary + "\n";
  for (const TopicFigures& topic : outline.topics) {
    out += topic.number + " " + topic.title + " | " + topic.count + " | " + topic.extent;
    for (const TopicPart& part : topic.parts)
      out += " | " + doc.labels[static_cast<std::size_t>(part.speaker)] + " " + part.count + " " + part.share;
    out += "\n";
  }
  const auto count = static_cast<std::int32_t>(doc.transcript.turns.size());
  ViewState state = state_of(doc);
  for (const TurnRange range : {TurnRange{0, count - 1}, TurnRange{0, count / 2},
                                TurnRange{count / 2, count - 1}, TurnRange{count / 3, count / 3}}) {
    state.range = range;
    const BalanceFigures balance = balance_figures(doc, state);
    out += balance.of + ": " + balance.words + ", index " + balance.index + ", Gini " + balance.gini + "\n";
    for (const BalanceRow& row : balance.rows) {
      out += "  " + row.name;
      for (std::size_t c = 0; c < row.cells.size(); ++c)
        out += " | " + balance.columns[c] + " " + row.cells[c];
      out += "\n";
    }
  }
  return out;
}

std::vector<std::string> samples() {
  std::vector<std::string> paths;
  for (const auto& entry : std::filesystem::directory_iterator(test::source_dir() + "/assets/samples"))
    paths.push_back(entry.path().string());
  std::sort(paths.begin(), paths.end());
  return paths;
}

}  // namespace

TEST_CASE("twins say what inspect says: samples") {
  for (const std::string& path : samples()) {
    const Result<Transcript> read = read_transcript(test::read_file(path).value_or(std::string()));
    REQUIRE_MESSAGE(static_cast<bool>(read), path);
    CHECK_MESSAGE(difference(make_document(*read)) == "", path);
  }
}

TEST_CASE("twins say what inspect says: corpora") {
  const std::string shared = test::shared_dir();
  if (shared.empty()) return;
  std::size_t compared = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(shared + "/corpora")) {
    if (!entry.is_regular_file()) continue;
    const Result<Transcript> read =
        read_transcript(test::read_file(entry.path().string()).value_or(std::string()));
    if (!read) continue;
    ++compared;
    CHECK_MESSAGE(difference(make_document(*read)) == "", entry.path().string());
  }
  std::printf("twins and inspect agree on %zu files\n", compared);
  CHECK(compared > 500);
}

TEST_CASE("goldens of the samples' lanes, sections and balance by range") {
  // VISAVIS_BLESS writes them anew (tools/test --bless).
  const bool bless = std::getenv("VISAVIS_BLESS") != nullptr;
  for (const std::string& path : samples()) {
    const Result<Transcript> read = read_transcript(test::read_file(path).value_or(std::string()));
    REQUIRE_MESSAGE(static_cast<bool>(read), path);
    const std::string found = figures_of(make_document(*read));
    const std::string stored = test::source_dir() + "/tests/golden/" +
                               std::filesystem::path(path).filename().string() + ".figures.txt";
    if (bless) {
      std::FILE* file = std::fopen(stored.c_str(), "wb");
      REQUIRE(file);
      std::fwrite(found.data(), 1, found.size(), file);
      std::fclose(file);
    }
    CHECK(found == test::read_file(stored).value_or("missing: tools/test --bless writes " + stored));
  }
}
