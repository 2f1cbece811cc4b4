// The research formats against the shared corpora: every file opens or is refused with a reason, and where a
// set says what is right, the reading is compared and counted.
#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <map>
#include <nlohmann/json.hpp>

#include <doctest/doctest.h>

#include "support/files.h"
#include "support/reading.h"

using namespace visavis;
using namespace visavis::test;

namespace {

struct Count {
  int right = 0, wrong = 0, refused = 0;
};

void print_row(const char* set, const Count& count) {
  std::printf("%-34s right %3d  wrong %3d  refused %3d\n", set, count.right, count.wrong, count.refused);
}

std::vector<std::string> files_below(const std::string& folder, const std::vector<const char*>& endings) {
  std::vector<std::string> found;
  std::error_code error;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder, error)) {
    const std::string path = entry.path().string(), folded = fold_case(path);
    for (const std::string_view ending : endings)
      if (folded.ends_with(ending)) found.push_back(path);
  }
  std::sort(found.begin(), found.end());
  return found;
}

Transcript open(const std::string& path, bool join) {
  return reading(read_file(path).value_or(std::string()), join);
}

std::string speaker_of(const Transcript& t, const Turn& turn) {
  return turn.speaker == kNone ? std::string() : t.speakers[static_cast<std::size_t>(turn.speaker)].name;
}

// Which of the ids is the speaker's: its name is made of one, which then is an alias.
std::string id_of(const Speaker& speaker, const std::vector<std::string>& ids) {
  for (const std::string& alias : speaker.aliases)
    if (std::find(ids.begin(), ids.end(), alias) != ids.end()) return alias;
  return speaker.name;
}

// What the pairs say: speaker, start, end, words.
struct Line {
  std::string speaker, text;
  std::int64_t start_ms = 0, end_ms = 0;
  bool operator<(const Line& o) const {
    return std::tie(start_ms, end_ms, speaker, text) < std::tie(o.start_ms, o.end_ms, o.speaker, o.text);
  }
  bool operator==(const Line&) const = default;
};

std::vector<Line> lines_of(const Transcript& t) {
  std::vector<Line> lines;
  for (const Turn& turn : t.turns)
    if (!turn.text.empty())
      lines.push_back({speaker_of(t, turn), collapse_spaces(t.text_of(turn)), turn.start_ms, turn.end_ms});
  std::sort(lines.begin(), lines.end());
  return lines;
}

// The pairs' WebVTT has one form: times, then <v.class Name>words</v>, in which < is a letter like any other.
std::vector<Line> lines_of_pair(const std::string& vtt) {
  std::vector<Line> lines;
  Line line;
  Lines walk(vtt);
  for (Span span; walk.next(span);) {
    const std::string_view text = slice(vtt, span);
    if (const std::size_t arrow = text.find(" --> "); arrow != std::string_view::npos) {
      parse_clock(text, line.start_ms);
      parse_clock(text.substr(arrow + 5), line.end_ms);
    } else if (text.starts_with("<v")) {
      const std::size_t name = text.find(' ') + 1, close = text.find('>');
      line.speaker = text.substr(name, close - name);
      line.text = collapse_spaces(text.substr(close + 1, text.rfind("</v>") - close - 1));
      if (!line.text.empty()) lines.push_back(line);
    }
  }
  std::sort(lines.begin(), lines.end());
  return lines;
}

}  // namespace

TEST_CASE("research formats: every file of the corpora opens or is refused with a reason") {
  const std::string shared = shared_dir();
  if (shared.empty()) return;
  struct Set {
    const char* format;
    std::vector<const char*> endings;
    int floor, refusals;
  };
  const Set sets[] = {
      {"ttml", {".ttml", ".dfxp", "-ttml.xml"}, 51, 0},
      {"eaf", {".eaf"}, 11, 0},
      {"trs", {".trs"}, 8, 0},
      {"textgrid", {".textgrid"}, 21, 3},  // two of phones alone, one of emotions
      {"chat", {".cha"}, 48, 0},
      {"tei", {"0401.xml", ".ana.xml", "tei_corpo.xml", "dspg082.xml", "2020-05-27.xml"}, 5, 0}};
  for (const auto& [format, endings, floor, refusals] : sets) {
    Count count;
    for (const std::string& path : files_below(shared + "/corpora", endings)) {
      const Result<Transcript> result = read_transcript(read_file(path).value_or(std::string()));
      if (!result) {
        ++count.refused;
        CHECK_MESSAGE(!result.error().message.empty(), path);
      } else if (result->report.format == format) {
        ++count.right;
      } else {
        ++count.wrong;
        std::printf("  %s is read as %s\n", path.c_str(), result->report.format.c_str());
      }
    }
    print_row(format, count);
    CHECK(count.wrong == 0);
    CHECK(count.right >= floor);
    CHECK(count.refused <= refusals);
  }
}

TEST_CASE("research formats: conversions of the same annotations agree") {
  const std::string shared = shared_dir();
  if (shared.empty()) return;
  const std::string pairs = shared + "/corpora/annotation-pairs/nzilbb/";
  const char* const names[][2] = {{"eaftovtt/elan.eaf", "eaftovtt/expected_elan_no_conventions.vtt"},
                                  {"eaftovtt/elan_annotations.eaf", "eaftovtt/expected_elan_annotations.vtt"},
                                  {"trstovtt/transcriber.trs", "trstovtt/expected_transcriber.vtt"}};
  Count count;
  for (const auto& name : names) {
    const std::vector<Line> mine = lines_of(open(pairs + name[0], false));
    const std::vector<Line> gold = lines_of_pair(read_file(pairs + name[1]).value_or(std::string()));
    ++(mine == gold && !gold.empty() ? count.right : count.wrong);
    if (mine == gold) continue;
    for (const Line& line : mine)
      if (!std::binary_search(gold.begin(), gold.end(), line))
        std::printf("  %s: only read: %s %lld %s\n", name[0], line.speaker.c_str(),
                    static_cast<long long>(line.start_ms), line.text.c_str());
  }
  // SALT: the pair calls its people after a header too, and writes other signs for what could not be heard.
  const std::vector<Line> salt = lines_of(open(pairs + "slttovtt/salt.slt", false));
  const std::vector<Line> gold =
      lines_of_pair(read_file(pairs + "slttovtt/expected_salt.vtt").value_or(std::string()));
  std::size_t found = 0;
  for (const Line& line : gold)
    found += std::any_of(salt.begin(), salt.end(), [&](const Line& mine) {
      return mine.start_ms == line.start_ms && line.speaker.ends_with("-" + mine.speaker);
    });
  ++(found == gold.size() && !gold.empty() ? count.right : count.wrong);
  print_row("annotation pairs, line by line", count);
  CHECK(count.right == 4);
  Count same;
  const std::string praat = pairs + "formatter-praat/test_utterance_",
                    praatio = shared + "/corpora/textgrid/praatio/";
  const std::string twins[][2] = {
      {praat + "utf-8.TextGrid", praat + "utf-16.TextGrid"},
      {praat + "utf-8.TextGrid", praat + "latin1.TextGrid"},
      {praatio + "textgrid_to_merge.TextGrid", praatio + "textgrid_to_merge_longfile.TextGrid"},
      {praatio + "mary_longfile.TextGrid", praatio + "mary_with_negative_zero.TextGrid"}};
  for (const auto& twin : twins) {
    const std::vector<Line> lines = lines_of(open(twin[0], false));
    ++(!lines.empty() && lines == lines_of(open(twin[1], false)) ? same.right : same.wrong);
  }
  print_row("TextGrid, forms and encodings", same);
  CHECK(same.right == 4);
}

TEST_CASE("Transcriber: turns and topics as the derived gold lists them") {
  const std::string shared = shared_dir();
  if (shared.empty()) return;
  const std::string corpora = shared + "/corpora/";
  const char* const names[][2] = {
      {"trs/cweiske-lnp232/final-transcribed.trs", "derived/lnp232-de.gold.json"},
      {"trs/teicorpo/ESLO1_ENT_012_C.trs", "derived/ESLO1_ENT_012_C-fr.gold.json"}};
  Count count;
  for (const auto& name : names) {
    const Transcript t = open(corpora + name[0], true);
    const nlohmann::json gold =
        nlohmann::json::parse(read_file(corpora + name[1]).value_or("[]"), nullptr, false);
    std::size_t turn = 0, section = 0, agreed = 0;
    for (const nlohmann::json& entry : gold) {
      const auto start_ms = static_cast<std::int64_t>(entry.value("start", 0.0) * 1000 + 0.5);
      if (entry.contains("heading")) {
        agreed += section < t.sections.size() &&
                  t.sections[section].title == entry["heading"].get<std::string>() &&
                  t.sections[section].first_turn == static_cast<std::int32_t>(turn);
        ++section;
      } else {
        agreed += turn < t.turns.size() &&
                  speaker_of(t, t.turns[turn]) == entry["speaker"].get<std::string>() &&
                  t.turns[turn].start_ms == start_ms;
        ++turn;
      }
    }
    const bool exact = agreed == gold.size() && turn == t.turns.size() && !gold.empty();
    std::printf("  %s: %zu of %zu entries agree\n", name[0], agreed, gold.size());
    ++(exact ? count.right : count.wrong);
  }
  print_row("Transcriber, turns and topics", count);
  CHECK(count.right == 2);
}

TEST_CASE("CHAT: a turn for every main line that has words, TEI: one for every u") {
  const std::string shared = shared_dir();
  if (shared.empty()) return;
  Count chat, tei;
  for (const std::string& path : files_below(shared + "/corpora", {".cha"})) {
    const std::string text = read_file(path).value_or(std::string());
    std::vector<std::string> codes;
    Lines lines(text);
    for (Span span; lines.next(span);)
      if (const std::string_view line = slice(text, span); line.starts_with('*'))
        codes.emplace_back(line.substr(1, line.find(':') - 1));
    const Transcript t = reading(text, false);
    bool same = t.turns.size() == codes.size() && !codes.empty();
    for (std::size_t i = 0; same && i < codes.size(); ++i) {
      const Speaker& speaker = t.speakers[static_cast<std::size_t>(t.turns[i].speaker)];
      same = speaker.name == codes[i] ||
             std::find(speaker.aliases.begin(), speaker.aliases.end(), codes[i]) != speaker.aliases.end();
    }
    if (!same) std::printf("  %s: %zu turns, %zu main lines\n", path.c_str(), t.turns.size(), codes.size());
    ++(same ? chat.right : chat.wrong);
  }
  for (const std::string& path : files_below(shared + "/corpora/tei/parlamint", {".xml"})) {
    const std::string text = read_file(path).value_or(std::string());
    std::vector<std::string> who;
    for (std::size_t at = text.find("<u "); at != std::string::npos; at = text.find("<u ", at + 1)) {
      const std::size_t from = text.find("who=\"#", at) + 6;
      who.push_back(text.substr(from, text.find('"', from) - from));
    }
    const Transcript t = reading(text, false);
    std::vector<std::string> mine;
    for (const Turn& turn : t.turns)
      if (turn.speaker != kNone)
        mine.push_back(id_of(t.speakers[static_cast<std::size_t>(turn.speaker)], who));
    if (mine != who) std::printf("  %s: %zu turns, %zu utterances\n", path.c_str(), mine.size(), who.size());
    ++(mine == who && !who.empty() ? tei.right : tei.wrong);
  }
  print_row("CHAT, speakers by main line", chat);
  print_row("ParlaMint, speakers by u", tei);
  CHECK(chat.wrong == 0);
  CHECK(chat.right >= 48);
  CHECK(tei.right >= 4);
  CHECK(tei.wrong == 0);
}

TEST_CASE("TTML: texts that say when they appear") {
  const std::string shared = shared_dir();
  if (shared.empty()) return;
  Count count;
  for (const std::string& path : files_below(shared + "/corpora/subtitles/imsc/timing", {".ttml"})) {
    const Transcript t = open(path, false);
    for (const Turn& turn : t.turns) {
      const std::string text = collapse_spaces(t.text_of(turn));
      const auto number_after = [&](std::initializer_list<const char*> words, long& value) {
        for (const std::string_view word : words)
          if (const std::size_t at = text.find(word); at != std::string::npos)
            return std::sscanf(text.c_str() + at + word.size(), "%ld", &value) == 1;
        return false;
      };
      long from = 0, to = 0;
      if (!number_after({" appear at "}, from) ||
          !number_after({" visible to ", " disappear at ", " stay till "}, to))
        continue;
      const bool right = turn.start_ms == from * 1000 && turn.end_ms == to * 1000;
      if (!right)
        std::printf("  %s: %lld-%lld \"%s\"\n", path.c_str(), static_cast<long long>(turn.start_ms),
                    static_cast<long long>(turn.end_ms), text.c_str());
      ++(right ? count.right : count.wrong);
    }
  }
  print_row("TTML, texts that tell their times", count);
  CHECK(count.wrong == 0);
  CHECK(count.right >= 19);
}
