// Real subtitle files: every one opens or is refused with a reason, and where others have said what a file
// holds, that is what is read. Prints right / wrong / refused per set; the numbers are floors.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <map>
#include <nlohmann/json.hpp>

#include "readers/registry.h"
#include "support/files.h"

namespace {

using namespace visavis;
using Json = nlohmann::json;
namespace fs = std::filesystem;

struct Row {
  int right = 0, wrong = 0, refused = 0;
};

Result<Transcript> open(const std::string& path, bool join = true) {
  ReadOptions options;
  options.join = join;
  return read_transcript(test::read_file(path).value_or(""), options);
}

// Which format the content of such a file should be taken for.
std::string format_of(const fs::path& path) {
  const std::string extension = path.extension().string();
  if (extension == ".vtt") return "webvtt";
  if (extension == ".srt") return "srt";
  if (extension == ".sbv") return "sbv";
  if (extension == ".lrc") return "lrc";
  if (extension == ".ass" || extension == ".ssa") return "ass";
  return {};
}

std::string single_spaced(std::string_view text) { return collapse_spaces(text); }

}  // namespace

TEST_CASE("Every subtitle file of the corpora opens as what it is") {
  const std::string shared = test::shared_dir();
  if (shared.empty()) return;
  // Not what their names say: no signature, or nothing inside.
  const std::map<std::string, std::string> other = {
      {"broken-1-in.vtt", "interview"},  // "BROKENVTT": no WebVTT and no times
      {"empty.vtt", ""},                 // one has no bytes, the other the signature alone
      {"voices_class_only.vtt", "srt"},  // cues without the signature
  };
  std::map<std::string, Row> rows;
  for (const char* set : {"subtitles", "podcast", "annotation-pairs", "stt", "interviews"})
    for (const auto& entry : fs::recursive_directory_iterator(shared + "/corpora/" + set)) {
      std::string expected = format_of(entry.path());
      if (expected.empty()) continue;
      const std::string name = entry.path().filename().string();
      if (const auto found = other.find(name); found != other.end()) expected = found->second;
      const Result<Transcript> read = open(entry.path().string());
      Row& row = rows[set];
      if (!read) {
        ++row.refused;
        MESSAGE("refused: ", entry.path().string(), ": ", english(read.error().message));
      } else if (expected.empty() || read->report.format == expected) {
        ++row.right;
      } else {
        ++row.wrong;
        MESSAGE("wrong: ", entry.path().string(), " is read as ", read->report.format);
      }
    }
  for (const auto& [set, row] : rows) {
    std::printf("%-24s %4d right %3d wrong %3d refused\n", set.c_str(), row.right, row.wrong, row.refused);
    CHECK(row.wrong + row.refused == 0);
  }
}

TEST_CASE("Podcast transcripts give the segments that transcriptator gives") {
  const std::string shared = test::shared_dir();
  if (shared.empty()) return;
  Row row;
  const std::string folder = shared + "/corpora/podcast/transcriptator/";
  const char* const pairs[][2] = {
      {"buzzcast.srt", "buzzcast_srt_parsed.json"},
      {"podnews_daily_2024-01-25.vtt", "podnews_daily_2024-01-25_vtt_parsed.json"},
      {"kde_express-16_kde_en_telegram.vtt", "kde_express-16_kde_en_telegram_vtt_parsed.json"},
  };
  for (const auto& pair : pairs) {
    const Result<Transcript> read = open(folder + pair[0], false);
    REQUIRE(read);
    const Json gold =
        Json::parse(test::read_file(folder + pair[1]).value_or("{}"), nullptr, false)["segments"];
    bool right = gold.size() == read->turns.size();
    for (std::size_t i = 0; right && i < gold.size(); ++i) {
      const Turn& turn = read->turns[i];
      std::string speaker;
      if (turn.speaker != kNone) {
        const Speaker& known = read->speakers[static_cast<std::size_t>(turn.speaker)];
        // A machine's id is shown as a name and kept as an alias.
        speaker = known.aliases.empty() ? known.name : known.aliases.front();
      }
      right = ms_from_seconds(gold[i]["startTime"].get<double>()) == turn.start_ms &&
              ms_from_seconds(gold[i]["endTime"].get<double>()) == turn.end_ms &&
              gold[i].value("speaker", "") == speaker &&
              single_spaced(gold[i]["body"].get<std::string>()) == single_spaced(read->text_of(turn));
      if (!right) MESSAGE(pair[0], " segment ", i, ": ", speaker, ": ", read->text_of(turn));
    }
    right ? ++row.right : ++row.wrong;
  }
  std::printf("%-24s %4d right %3d wrong %3d refused\n", "transcriptator", row.right, row.wrong, row.refused);
  CHECK(row.wrong == 0);
}

TEST_CASE("One interview in several subtitle formats gives the same turns and times") {
  const std::string shared = test::shared_dir();
  if (shared.empty()) return;
  const std::string stem =
      shared + "/corpora/interviews/hitsave-otter/2023_Goodboy_Galaxy_Goodboy_Galaxy_-_Rik_Nicol";
  for (const bool join : {true, false}) {
    const Result<Transcript> vtt = open(stem + ".vtt", join);
    REQUIRE(vtt);
    for (const char* extension : {".srt", ".lrc"}) {
      const Result<Transcript> other = open(stem + extension, join);
      REQUIRE(other);
      REQUIRE(other->turns.size() == vtt->turns.size());
      int different = 0;
      for (std::size_t i = 0; i < vtt->turns.size(); ++i) {
        const Turn &a = vtt->turns[i], &b = other->turns[i];
        different += a.start_ms != b.start_ms || a.end_ms != b.end_ms ||
                     single_spaced(vtt->text_of(a)) != single_spaced(other->text_of(b));
      }
      std::printf("hitsave %s %s: %zu turns, %d different\n", extension, join ? "joined" : "unjoined",
                  vtt->turns.size(), different);
      CHECK(different == 0);
    }
  }
}
