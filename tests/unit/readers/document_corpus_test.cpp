// Documents and pages of the shared corpora against what is known of them: right, wrong or refused, and the
// level reached as a floor.
#include <doctest/doctest.h>

#include <cstdio>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "readers/registry.h"
#include "support/files.h"

using namespace visavis;
using nlohmann::json;

namespace {

struct Tally {
  int right = 0, wrong = 0, refused = 0;
  void count(bool is_right, const std::string& what) {
    ++(is_right ? right : wrong);
    if (!is_right) std::printf("  wrong: %s\n", what.c_str());
  }
  void print(const char* set) const {
    std::printf("%-28s right %d, wrong %d, refused %d\n", set, right, wrong, refused);
  }
};

Result<Transcript> read(const std::string& path, bool join = true) {
  ReadOptions options;
  options.join = join;
  const std::optional<std::string> bytes = test::read_file(path);
  if (!bytes) return Error{ErrorCode::unreadable, 0, Message::sentence("not there")};
  return read_transcript(*bytes, options);
}

std::string speaker_of(const Transcript& transcript, const Turn& turn) {
  return turn.speaker == kNone ? "" : transcript.speakers[static_cast<std::size_t>(turn.speaker)].name;
}

std::size_t turns_of(const Transcript& transcript, std::string_view name) {
  std::size_t count = 0;
  for (const Turn& turn : transcript.turns) count += speaker_of(transcript, turn) == name;
  return count;
}

std::string corpora() {
  const std::string shared = test::shared_dir();
  return shared.empty() ? shared : shared + "/corpora";
}

}  // namespace

TEST_CASE("podcast pages against another parser's segments") {
  const std::string folder = corpora();
  if (folder.empty()) return;
  Tally tally;
  // podnews_weekly_review is left out of the comparison of speakers: its page opens with words that have a
  // time but no name, and the gold gives each name to the segment before its own.
  for (const auto& [name, speakers] :
       {std::pair("buzzcast", true), std::pair("podnews_weekly_review_2023-03-17", false)}) {
    const std::string path = folder + "/podcast/transcriptator/" + name;
    const Result<Transcript> page = read(path + ".html", false);
    const std::optional<std::string> gold_bytes = test::read_file(path + "_html_parsed.json");
    const json gold = gold_bytes ? json::parse(*gold_bytes, nullptr, false) : json();
    if (!page || gold.is_discarded() || !gold.contains("segments")) {
      ++tally.refused;
      continue;
    }
    const json& segments = gold["segments"];
    bool same = segments.size() == page->turns.size();
    for (std::size_t i = 0; same && i < segments.size(); ++i) {
      const Turn& turn = page->turns[i];
      std::string body = segments[i]["body"].get<std::string>();
      // The gold leaves "&amp;" undecoded.
      for (std::size_t at = body.find("&amp;"); at != std::string::npos; at = body.find("&amp;", at + 1))
        body.replace(at, 5, "&");
      same = collapse_spaces(body) == collapse_spaces(page->text_of(turn)) &&
             ms_from_seconds(segments[i]["startTime"].get<double>()) == turn.start_ms &&
             (!speakers || segments[i].value("speaker", "") == speaker_of(*page, turn));
    }
    tally.count(same, path);
  }
  tally.print("podcast pages");
  CHECK(tally.right >= 2);
}

TEST_CASE("pages and documents whose speakers were counted by hand") {
  const std::string folder = corpora();
  if (folder.empty()) return;
  struct Known {
    const char* path;
    std::vector<std::pair<const char*, std::size_t>> speakers;
  };
  const std::vector<Known> all = {
      {"podcast/podcast-transcript-convert/300_multiple_choices.html",
       {{"Kris Brandow", 115},
        {"Jon Calhoun", 47},
        {"Johnny Boursiquot", 78},
        {"Ian Lopshire", 31},
        {"Angelica Hill", 36}}},
      {"trs/cweiske-lnp232/final-transcribed.html", {{"Tim Pritlove", 54}, {"Thomas Lohninger", 51}}},
      {"docx/example-call.docx", {{"Agent", 19}, {"Customer", 18}}},
      {"docx/teams_chat.docx", {{"Some Body", 1}, {"James Bond", 1}}},
      // As in tei/parlamint's reading of the same debate: 18 turns, half of them the president's.
      {"docx/parlament-cat/PCAT-0401-19112015.docx",
       {{"La presidenta", 9},
        {"El vicepresident primer", 1},
        {"Carlos Carrizosa Torres", 1},
        {"Rosa Maria Ibarra Ollé", 1}}},
  };
  Tally tally;
  for (const Known& known : all) {
    const Result<Transcript> transcript = read(folder + "/" + known.path);
    if (!transcript) {
      ++tally.refused;
      continue;
    }
    bool same = true;
    for (const auto& [name, turns] : known.speakers) same = same && turns_of(*transcript, name) == turns;
    tally.count(same, known.path);
  }
  tally.print("documents and pages");
  CHECK(tally.right >= 5);
}

TEST_CASE("the Congressional Record's pages against the speeches found in them") {
  const std::string folder = corpora();
  if (folder.empty()) return;
  Tally tally;
  for (const char* name : {"S702-2", "S713", "S715", "S720", "S726-2"}) {
    const std::string path = folder + "/interviews/congressional-record/CREC-1997-01-28-pt1-Pg" + name;
    const Result<Transcript> page = read(path + ".htm");
    const std::optional<std::string> gold_bytes = test::read_file(path + ".json");
    const json gold = gold_bytes ? json::parse(*gold_bytes, nullptr, false) : json();
    if (!page || gold.is_discarded()) {
      ++tally.refused;
      continue;
    }
    std::vector<std::string> said, found;
    for (const json& item : gold["content"])
      if (item["kind"] == "speech") {
        const std::string speaker = item["speaker"].get<std::string>();
        const std::string plain = speaker.substr(0, speaker.find(" ("));
        // Speeches that the gold parts at a quotation are one turn.
        if (said.empty() || said.back() != plain) said.push_back(plain);
      }
    for (const Turn& turn : page->turns)
      if (const std::string speaker = speaker_of(*page, turn);
          !speaker.empty() && (found.empty() || found.back() != speaker))
        found.push_back(speaker);
    tally.count(said == found, path + ": " + std::to_string(said.size()) + " speeches, " +
                                   std::to_string(found.size()) + " found");
  }
  tally.print("Congressional Record");
  CHECK(tally.right >= 3);
}
