// The W3C parser held to others' expectations: Web Platform Tests and vtt.js. Prints right / wrong / refused
// per set; the numbers are floors.
#include <doctest/doctest.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "base/decode.h"
#include "readers/captions/webvtt_cue_text.h"
#include "readers/captions/webvtt_cues.h"
#include "support/files.h"

namespace {

using namespace visavis;
using Json = nlohmann::json;

// Files whose expectation is not what the specification says, each with the reason.
constexpr const char* kOldRegion = "regions in the header, a syntax that blocks replaced";
constexpr const char* kMinutes =
    "minutes of three digits; 6.3 step 7 takes them for hours, which lack a part";
constexpr const char* kDisputed[][2] = {
    {"cue-settings/region/region-arrows.vtt", kOldRegion},
    {"cue-settings/region/valid.vtt", kOldRegion},
    {"regions/id/arrows.vtt", kOldRegion},
    {"regions/id/correct.vtt", kOldRegion},
    {"cue-times/min-top-digits.vtt", kMinutes},
    {"cue-times/minimum-spots-over-sixty.vtt", kMinutes},
    {"file-layout/header-no-new-line.vtt",
     "6.1 lets a cue's times end the header, as wpt header-timings asserts"},
};

const char* disputed(const std::string& path) {
  for (const auto& row : kDisputed)
    if (path == row[0]) return row[1];
  return nullptr;
}

std::string load_text(const std::string& path) {
  const std::optional<std::string> bytes = test::read_file(path);
  if (!bytes) return {};
  Result<DecodedText> decoded = decode_text(*bytes);
  return decoded ? std::move(decoded->text) : std::string();
}

Json load_json(const std::string& path) {
  const std::optional<std::string> bytes = test::read_file(path);
  return bytes ? Json::parse(*bytes, nullptr, false) : Json();
}

const char* name_of(VttAlign align) {
  constexpr const char* kNames[] = {"start", "center", "end", "left", "right"};
  return kNames[static_cast<int>(align)];
}

// A cue's field by the name that the Web Platform Tests and vtt.js give it.
Json field(const VttFile& file, std::string_view text, const VttCue& cue, const std::string& name) {
  const VttSettings settings = parse_vtt_settings(slice(text, cue.settings), file.regions);
  constexpr const char* kVertical[] = {"", "rl", "lr"};
  constexpr const char* kLineAlign[] = {"start", "center", "end"};
  constexpr const char* kPositionAlign[] = {"auto", "line-left", "center", "line-right"};
  if (name == "id") return slice(text, cue.id);
  if (name == "text") return slice(text, cue.text);
  if (name == "startTime") return static_cast<double>(cue.start_ms) / 1000;
  if (name == "endTime") return static_cast<double>(cue.end_ms) / 1000;
  if (name == "align") return name_of(settings.align);
  if (name == "vertical") return kVertical[static_cast<int>(settings.vertical)];
  if (name == "snapToLines") return settings.snap_to_lines;
  if (name == "size") return settings.size;
  if (name == "line") return settings.line == kVttAuto ? Json("auto") : Json(settings.line);
  if (name == "position") return settings.position == kVttAuto ? Json("auto") : Json(settings.position);
  if (name == "lineAlign") return kLineAlign[static_cast<int>(settings.line_align)];
  if (name == "positionAlign") return kPositionAlign[static_cast<int>(settings.position_align)];
  if (name == "pauseOnExit") return false;
  const VttRegion region =
      settings.region < 0 ? VttRegion{} : file.regions[static_cast<std::size_t>(settings.region)];
  if (name == "region") return settings.region < 0 ? Json(nullptr) : Json(region.id);
  if (settings.region < 0) return "no region";
  if (name == "region.lines") return region.lines;
  if (name == "region.width") return region.width;
  if (name == "region.regionAnchorX") return region.anchor_x;
  if (name == "region.regionAnchorY") return region.anchor_y;
  if (name == "region.viewportAnchorX") return region.viewport_x;
  if (name == "region.viewportAnchorY") return region.viewport_y;
  if (name == "region.scroll") return region.scroll_up ? "up" : "";
  return "unknown field " + name;
}

bool same(const Json& a, const Json& b) {
  if (a.is_number() && b.is_number()) return a.get<double>() == b.get<double>();
  return a == b;
}

// The tree in the notation of the html5lib tests.
std::string dump_tree(const VttCueText& tree) {
  std::string out;
  std::vector<int> depth(tree.nodes.size(), -1);
  for (std::size_t i = 1; i < tree.nodes.size(); ++i) {
    const VttNode& node = tree.nodes[i];
    depth[i] = depth[static_cast<std::size_t>(node.parent)] + 1;
    const std::string indent = "| " + std::string(static_cast<std::size_t>(depth[i]) * 2, ' ');
    const std::string value(slice(tree.words, node.value)), classes(slice(tree.words, node.classes));
    constexpr const char* kTags[] = {"", "span", "i", "b", "u", "ruby", "rt", "span", "span"};
    if (node.kind == VttNodeKind::text) {
      out += indent + "\"" + value + "\"\n";
    } else if (node.kind == VttNodeKind::timestamp) {
      out += indent + "<?timestamp " + format_clock(node.time_ms) + ">\n";
    } else {
      out += indent + "<" + kTags[static_cast<int>(node.kind)] + ">\n";
      if (!classes.empty()) out += indent + "  class=\"" + classes + "\"\n";
      if (node.kind == VttNodeKind::voice) out += indent + "  title=\"" + value + "\"\n";
      if (node.kind == VttNodeKind::language) out += indent + "  lang=\"" + value + "\"\n";
    }
  }
  return out;
}

struct Table {
  const char* name;
  int right = 0, wrong = 0, refused = 0, judged = 0;
  void print() const {
    std::printf("%-24s %4d right %3d wrong %3d refused %3d disputed\n", name, right, wrong, refused, judged);
  }
};

}  // namespace

TEST_CASE("WebVTT file parsing is as the Web Platform Tests expect") {
  const std::string shared = test::shared_dir();
  if (shared.empty()) return;
  Table table{"wpt/file-parsing"};
  const std::string folder = shared + "/corpora/webvtt/wpt/file-parsing";
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    const std::string path = entry.path().string();
    if (entry.path().extension() != ".vtt") continue;
    const std::string text = load_text(path);
    const VttFile file = parse_webvtt(text);
    const Json expected = load_json(path.substr(0, path.size() - 4) + ".expected.json");
    bool right = file.signature;
    if (!expected["cueCount"].is_null()) right = right && expected["cueCount"] == file.cues.size();
    const Json cues = expected.value("cues", Json::array());
    for (std::size_t i = 0; right && i < cues.size(); ++i)
      for (const auto& [name, value] : cues[i].items())
        if (!same(field(file, text, file.cues[i], name), value)) {
          right = false;
          MESSAGE(path, " cue ", i, " ", name, ": ", field(file, text, file.cues[i], name).dump(), " not ",
                  value.dump());
        }
    right ? ++table.right : ++table.wrong;
    if (!right) MESSAGE("wrong: ", path, " ", file.cues.size(), " cues");
  }
  table.print();
  CHECK(table.wrong == 0);
  CHECK(table.right >= 19);
}

TEST_CASE("WebVTT cue text gives the trees that the Web Platform Tests expect") {
  const std::string shared = test::shared_dir();
  if (shared.empty()) return;
  Table table{"wpt/cue-parsing"};
  VttCueText tree;
  for (const char* name : {"tags", "text", "timestamps"}) {
    const Json cases = load_json(shared + "/corpora/webvtt/wpt/cue-parsing/" + name + ".json");
    REQUIRE(cases.is_array());
    for (const Json& item : cases) {
      // A cue ends at its first empty line, and NUL is replaced before parsing.
      const Result<DecodedText> decoded =
          decode_text("WEBVTT\n\n00:00.000 --> 00:01.000\n" + item["text"].get<std::string>());
      const VttFile file = parse_webvtt(decoded->text);
      parse_vtt_cue_text(slice(decoded->text, file.cues.at(0).text), tree);
      const bool right = dump_tree(tree) == item["expectedTree"].get<std::string>();
      right ? ++table.right : ++table.wrong;
      if (!right)
        MESSAGE(item["text"].dump(), " gives ", dump_tree(tree), " not ", item["expectedTree"].dump());
    }
  }
  table.print();
  CHECK(table.wrong == 0);
}

TEST_CASE("WebVTT files read as vtt.js expects, but for what the specification changed since") {
  const std::string shared = test::shared_dir();
  if (shared.empty()) return;
  Table table{"vttjs"};
  const std::string folder = shared + "/corpora/webvtt/vttjs/";
  std::istringstream pairs(test::read_file(folder + "PAIRS.tsv").value_or(""));
  std::string mode, vtt, json;
  int absent = 0;
  while (std::getline(pairs, mode, '\t') && std::getline(pairs, vtt, '\t') && std::getline(pairs, json)) {
    const Json expected = load_json(folder + json);
    if (!expected.is_object() || !std::filesystem::exists(folder + vtt)) {
      ++absent;
      continue;
    }
    const std::string text = load_text(folder + vtt);
    const VttFile file = parse_webvtt(text);
    const Json cues = expected.value("cues", Json::array());
    bool right = cues.size() == file.cues.size();
    std::string why =
        right ? "" : std::to_string(file.cues.size()) + " cues, not " + std::to_string(cues.size());
    for (std::size_t i = 0; right && i < cues.size(); ++i)
      for (const auto& item : cues[i].items()) {
        const std::string& name = item.key();
        Json value = item.value();
        // Names since renamed, and regions, which were given by value.
        if (name == "align" && value == "middle") value = "center";
        if (name == "positionAlign") continue;
        if (name == "region" && value == "") value = nullptr;
        Json ours = field(file, text, file.cues[i], name);
        if (name == "region" && value.is_object()) {
          Json region = Json::object();
          for (const auto& [key, unused] : value.items())
            region[key] = field(file, text, file.cues[i], "region." + key);
          ours = region;
        }
        if (same(ours, value)) continue;
        right = false;
        why = "cue " + std::to_string(i) + " " + name + ": " + ours.dump() + " not " + value.dump();
      }
    if (right) {
      ++table.right;
    } else if (disputed(vtt)) {
      ++table.judged;
      std::printf("  disputed: %s (%s)\n", vtt.c_str(), disputed(vtt));
    } else {
      ++table.wrong;
      std::printf("  wrong: %s: %s\n", vtt.c_str(), why.c_str());
    }
  }
  table.print();
  if (absent > 0) std::printf("  of PAIRS.tsv, %d have no files here\n", absent);
  CHECK(table.wrong == 0);
  CHECK(table.right >= 132);
}
