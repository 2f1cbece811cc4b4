// Every file of the shared corpora, whatever it is: it opens, or is refused with a reason. And what several
// files say of one recording, compared. Prints a table of each; the numbers are floors.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "analysis/measures.h"
#include "base/unicode.h"
#include "support/files.h"
#include "support/reading.h"

namespace {

using namespace visavis;
using Json = nlohmann::json;

Result<Transcript> open(const std::string& path, bool join = true) {
  ReadOptions options;
  options.join = join;
  return read_transcript(test::read_file(path).value_or(std::string()), options);
}

// Fields of a line between tabs.
std::vector<std::string> fields_of(std::string_view line) {
  std::vector<std::string> fields;
  while (true) {
    const std::size_t tab = std::min(line.find('\t'), line.size());
    fields.emplace_back(line.substr(0, tab));
    if (tab == line.size()) return fields;
    line.remove_prefix(tab + 1);
  }
}

// What is refused rightly: captions and documents of kinds that are not read, settings, schemas, and the
// corpora's own files of expectations.
bool may_be_refused(const std::string& path, const std::string& kind) {
  static const std::set<std::string> kKinds = {"scc", "stl", "rtf", "smi", "pfsx", "gold"};
  if (kKinds.count(kind) > 0) return true;
  for (const char* part :
       {"gold.json", "GOLD.", "_meta.json", "/us-debates/", "/dialseg/", "schema.json", "config.json",
        "manifest_", "_expected.json", "webvtt/vttjs/", "webvtt/wpt/cue-parsing/", "/diarization",
        ".diarization.xml", "2-diarization-with-text.xml", "bobby_phones_elan.TextGrid",
        "test_intervals_only.TextGrid", "expected_selected_layers__212.400-216.363.TextGrid"})
    if (("/" + path).find(part) != std::string::npos) return true;
  return false;
}

// Letters and digits alone: what two files that space and punctuate differently agree on.
std::string letters(const Transcript& transcript) {
  std::string out;
  for (const Turn& turn : transcript.turns) {
    const std::string_view text = transcript.text_of(turn);
    for (std::size_t at = 0; at < text.size();)
      if (const char32_t c = next_code_point(text, at); is_word_character(c)) append_utf8(out, fold_case(c));
  }
  return out;
}

std::string speaker_of(const Transcript& t, const Turn& turn) {
  return turn.speaker == kNone ? "" : t.speakers[static_cast<std::size_t>(turn.speaker)].name;
}

struct Count {
  int right = 0, wrong = 0, refused = 0;
  void add(bool is_right, const std::string& what) {
    ++(is_right ? right : wrong);
    if (!is_right) std::printf("  wrong: %s\n", what.c_str());
  }
  void print(const char* set) const {
    std::printf("%-40s right %3d  wrong %3d  refused %3d\n", set, right, wrong, refused);
  }
};

}  // namespace

TEST_CASE("corpora: every file opens or is refused with a reason") {
  const std::string shared = test::shared_dir();
  if (shared.empty()) return;
  const std::string manifest = test::read_file(shared + "/corpora/MANIFEST.tsv").value_or(std::string());
  struct Row {
    int opened = 0, refused = 0;
    std::set<std::string> as;
  };
  std::map<std::string, Row> rows;
  int opened = 0, refused = 0;
  Lines lines(manifest);
  Span span;
  lines.next(span);  // the columns' names
  while (lines.next(span)) {
    const std::vector<std::string> fields = fields_of(slice(manifest, span));
    if (fields.size() < 2) continue;
    const std::string &path = fields[0], &kind = fields[1];
    const Result<Transcript> result = open(shared + "/corpora/" + path);
    Row& row = rows[kind];
    if (result) {
      ++opened;
      ++row.opened;
      row.as.insert(result->report.format);
    } else {
      ++refused;
      ++row.refused;
      CHECK_MESSAGE(english(result.error().message).size() > 20, path);
      CHECK_MESSAGE(may_be_refused(path, kind), path, ": ", english(result.error().message));
      std::printf("  refused: %s:%u: %s\n", path.c_str(), result.error().line,
                  english(result.error().message).c_str());
    }
  }
  std::printf("%-16s opened refused  read as\n", "corpora, by kind");
  for (const auto& [kind, row] : rows) {
    std::string as;
    for (const std::string& format : row.as) as += " " + format;
    std::printf("%-16s %6d %7d %s\n", kind.c_str(), row.opened, row.refused, as.c_str());
  }
  std::printf("%-16s %6d %7d\n", "all", opened, refused);
  CHECK(opened >= 694);
}

TEST_CASE("corpora: files of one recording agree") {
  const std::string shared = test::shared_dir();
  if (shared.empty()) return;
  const std::string corpora = shared + "/corpora/";
  Count words;
  const char* const pairs[][2] = {
      {"interviews/talkpython/362-hypermodern-python.vtt",
       "interviews/talkpython/362-hypermodern-python.txt"},
      {"interviews/ca-legislature/assembly-20180110_Insurance.vtt",
       "interviews/ca-legislature/assembly-20180110_Insurance.txt"},
      {"trs/cweiske-lnp232/final-transcribed.trs", "trs/cweiske-lnp232/final-transcribed.html"}};
  for (const auto& pair : pairs) {
    const Result<Transcript> one = open(corpora + pair[0]), other = open(corpora + pair[1]);
    words.add(one && other && !letters(*one).empty() && letters(*one) == letters(*other), pair[0]);
  }
  words.print("the same words in two formats");
  CHECK(words.wrong == 0);

  Count meetings;
  for (const auto& entry : std::filesystem::directory_iterator(corpora + "interviews/qmsum")) {
    const std::string path = entry.path().string();
    if (!path.ends_with(".json")) continue;
    const Json file = Json::parse(test::read_file(path).value_or("{}"), nullptr, false);
    const Result<Transcript> read = open(path, false);
    if (!read) {
      ++meetings.refused;
      continue;
    }
    const Json& said = file["meeting_transcripts"];
    bool same = said.size() == read->turns.size();
    for (std::size_t i = 0; same && i < said.size(); ++i)
      same = collapse_spaces(said[i]["speaker"].get<std::string>()) == speaker_of(*read, read->turns[i]) &&
             collapse_spaces(said[i]["content"].get<std::string>()) ==
                 collapse_spaces(read->text_of(read->turns[i]));
    meetings.add(same, path);
  }
  meetings.print("QMSum's JSON, turn by turn");
  CHECK(meetings.wrong + meetings.refused == 0);

  // One recording by several services: two people who take turns, about as many words each, and from one
  // service's two formats the same turns.
  std::printf("%-28s %6s %18s %18s\n", "coraal-multi", "turns", "words of one", "words of the other");
  std::map<std::string, Transcript> services;
  for (const char* name : {"coraal.txt", "coraal.nlp", "rev.json", "rev.nlp", "amberscript.json"}) {
    Result<Transcript> read = open(corpora + "stt/coraal-multi/ATL_se0_ag1_f_01_1." + name);
    REQUIRE_MESSAGE(static_cast<bool>(read), name);
    REQUIRE_MESSAGE(read->speakers.size() == 2, name);
    const Measures measures = measure(*read);
    std::size_t counts[2] = {}, said[2] = {};
    for (std::size_t i = 0; i < read->turns.size(); ++i) {
      REQUIRE(read->turns[i].speaker != kNone);
      ++counts[read->turns[i].speaker];
      said[read->turns[i].speaker] += measures.turns[i].words;
    }
    std::printf("%-28s %6zu %18zu %18zu\n", name, read->turns.size(), said[0], said[1]);
    CHECK(std::max(counts[0], counts[1]) <= std::min(counts[0], counts[1]) + 1);  // they alternate
    services.emplace(name, *std::move(read));
  }
  CHECK(letters(services["rev.json"]).size() > 0);
  CHECK(services["rev.json"].turns.size() == services["rev.nlp"].turns.size());
  for (std::size_t i = 0; i < services["rev.json"].turns.size(); ++i)
    CHECK(services["rev.json"].turns[i].speaker == services["rev.nlp"].turns[i].speaker);
  const auto near = [&](const char* a, const char* b) {
    const double x = static_cast<double>(letters(services[a]).size()),
                 y = static_cast<double>(letters(services[b]).size());
    return x < y * 1.1 && y < x * 1.1;
  };
  CHECK(near("coraal.nlp", "rev.nlp"));
  CHECK(near("rev.json", "rev.nlp"));
}
