// The modules' C interface, called natively with what a page sends.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>

#include "bridge/read.h"
#include "bridge/show.h"
#include "readers/registry.h"
#include "writers/inspect_writer.h"
#include "writers/writers.h"

namespace {

constexpr std::string_view kTalk =
    "# At the ferry\n\nAda: Who rows?\n\nBen: Whoever is there, and on Sundays nobody.\n\n"
    "Ada: And in winter?\n\nBen: Ice.\n";

struct Answer {
  int status = -1;
  std::string bytes;
};

Answer take(VavAnswer* answer, int status) {
  Answer taken{status, {vav_answer_data(answer), vav_answer_length(answer)}};
  vav_answer_free(answer);
  return taken;
}
Answer read(std::string_view bytes, std::string_view options = {}) {
  int status = -1;
  VavAnswer* answer = vav_read(bytes.data(), bytes.size(), options.data(), options.size(), &status);
  if (status == 0) vav_finish(answer);
  return take(answer, status);
}
Answer write(std::string_view block, std::string_view name) {
  int status = -1;
  VavAnswer* answer = vav_write(block.data(), block.size(), name.data(), name.size(), &status);
  return take(answer, status);
}

// A context of the page, let go of at the end.
struct Viewer {
  VavContext* context = vav_create();
  Viewer() = default;
  Viewer(const Viewer&) = delete;
  Viewer& operator=(const Viewer&) = delete;
  ~Viewer() { vav_destroy(context); }

  int open(std::string_view block) { return vav_open(context, block.data(), block.size()); }
  int command(std::string_view line) { return vav_command(context, line.data(), line.size(), 0); }
  std::string output() const { return {vav_output(context), vav_output_length(context)}; }
  // "none" where there is no answer.
  std::string query(std::string_view what) {
    return vav_query(context, what.data(), what.size()) == 0 ? output() : "none";
  }
};

bool holds(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("a file goes through the modules to what is shown, and back to a file") {
  const Answer block = read(kTalk);
  REQUIRE(block.status == 0);
  Viewer viewer;
  CHECK(viewer.query("state") == "none");
  CHECK(viewer.command("select 0") == 1);
  REQUIRE(viewer.open(block.bytes) == 0);
  CHECK(holds(viewer.query("head"), "\"At the ferry\""));
  CHECK(holds(viewer.query("turns 3"), "Ice."));
  CHECK(viewer.query("state") == "none");  // not shown yet
  vav_show(viewer.context);
  CHECK(viewer.command("select 2") == 0);
  CHECK(viewer.command("select two") == 1);
  CHECK(holds(viewer.query("state"), "\"selected\":2"));
  CHECK(viewer.query("mark turn 99") == "none");
  CHECK(viewer.query("mark turn") == "none");
  CHECK(viewer.query("mark speaker 99") == "none");
  CHECK(holds(viewer.query("mark turn 0"), "\"before\":0"));
  CHECK(holds(viewer.query("mark speaker 0"), "\"longest\":"));

  const std::string shown = viewer.query("block");
  const visavis::Result<visavis::Transcript> transcript = visavis::read_transcript(kTalk, {});
  REQUIRE(transcript);
  const visavis::Analysis analysis = visavis::analyse(*transcript);
  for (const char* name : {"inspect", "webvtt", "csv", "html"}) {
    const Answer file = write(shown, name);
    CHECK(file.status == 0);
    CHECK(file.bytes == visavis::find_writer(name)->write(*transcript, analysis).bytes);
  }
  CHECK(write(shown, "papyrus").status == 1);
  CHECK(write("nonsense", "csv").status == 1);
}

TEST_CASE("what cannot be read is an error with its place and its code") {
  const Answer binary = read("GIF89a" + std::string(300, '\x05'));
  CHECK(binary.status == 1);
  CHECK(holds(binary.bytes, "{\"error\":{\"line\":null,\"code\":\"unreadable\",\"message\":\""));
  CHECK(read(kTalk, "rename nobody").status == 1);
  CHECK(holds(read(kTalk, "format papyrus").bytes, "papyrus"));
  CHECK(read("").status != -1);
}

TEST_CASE("a block is taken in by pieces, and another beginning ends the one before") {
  const Answer one = read(kTalk), other = read("Cleo: Who?\n\nDov: Me.\n\nCleo: When?\n");
  REQUIRE(one.status == 0);
  REQUIRE(other.status == 0);
  Viewer viewer;
  CHECK(vav_open_on(viewer.context) == 1);  // nothing was begun
  const auto finish = [&] {
    int steps = 1;
    int answer = vav_open_on(viewer.context);
    for (; answer == 2; ++steps) answer = vav_open_on(viewer.context);
    CHECK((answer != 0 || steps > 3));
    return answer;
  };
  vav_open_begin(viewer.context, one.bytes.data(), one.bytes.size());
  REQUIRE(vav_open_on(viewer.context) == 2);
  vav_open_begin(viewer.context, other.bytes.data(), other.bytes.size());
  REQUIRE(finish() == 0);
  vav_show(viewer.context);
  CHECK(holds(viewer.query("near 0"), "Who?"));
  // Torn anywhere, what is shown stays.
  for (std::size_t size = 0; size < one.bytes.size(); size += 1 + one.bytes.size() / 97) {
    vav_open_begin(viewer.context, one.bytes.data(), size);
    CHECK(finish() == 1);
    CHECK(holds(viewer.output(), "damaged-reading"));
    CHECK(holds(viewer.query("near 0"), "Who?"));
  }
  vav_open_begin(viewer.context, one.bytes.data(), one.bytes.size());
  REQUIRE(finish() == 0);
  // What is opened is told by `turns`, what is shown by `near` and `shapes`.
  CHECK(holds(viewer.query("turns 0"), "\"count\":"));
  CHECK_FALSE(holds(viewer.query("turns 0"), "Who?"));
  CHECK(holds(viewer.query("near 0"), "\"count\":3"));
  CHECK(holds(viewer.query("near 1"), "Me."));
  CHECK_FALSE(holds(viewer.query("near 1"), "Who?"));
  CHECK(holds(viewer.query("near 3"), "\"turns\":[]"));
  CHECK(viewer.query("near x") == "none");
  CHECK(viewer.query("shapes 0") == "[4,0,-1,3,1,-1,5,0,-1]");
  CHECK(viewer.query("shapes 2") == "[5,0,-1]");
  CHECK(viewer.query("shapes 3") == "[]");
  CHECK(viewer.query("shown") == "[0,1]");
  CHECK(viewer.query("colours") == "[{\"speaker\":0,\"slot\":1},{\"speaker\":1,\"slot\":2}]");
}

TEST_CASE("which turn is said at a time: the one that began last") {
  const Answer block = read(
      "WEBVTT\n\n00:01.000 --> 00:09.000\n<v Ada>Long\n\n00:04.000 --> 00:05.000\n<v Ben>Short\n\n"
      "00:02.000 --> 00:03.000\n<v Cleo>Late in the file\n\n00:04.000 --> 00:06.000\n<v Dov>At once\n");
  REQUIRE(block.status == 0);
  Viewer viewer;
  REQUIRE(viewer.open(block.bytes) == 0);
  vav_show(viewer.context);
  const std::string turns = viewer.query("near 0");
  const auto said = [&](const char* time) { return viewer.query("mark time " + std::string(time)); };
  CHECK(said("0") == "{\"turn\":null}");
  CHECK(said("999") == "{\"turn\":null}");
  CHECK(said("1000") == "{\"turn\":0}");
  CHECK(said("3999") != said("4000"));
  CHECK(said("4000") == said("99999"));
  CHECK(viewer.query("mark time") == "none");
  CHECK(viewer.query("mark time -1") == "none");
}

TEST_CASE("options of a reading reach it") {
  const Answer block = read(kTalk, "rename 1 Benedict\nmerge 0 1");
  REQUIRE(block.status == 0);
  Viewer viewer;
  REQUIRE(viewer.open(block.bytes) == 0);
  CHECK(holds(viewer.query("head"), "Benedict"));
}

TEST_CASE("where a recording is: a line over the timeline, and the words of a turn with their times") {
  const Answer block = read(
      "WEBVTT\n\n00:00.000 --> 00:04.000\n<v Ada>\xC3\x89t\xC3\xA9 <00:01.000>comes <00:02.500>late\n\n"
      "00:06.000 --> 00:10.000\n<v Ben>No times inside\n");
  REQUIRE(block.status == 0);
  Viewer viewer;
  CHECK(viewer.query("playhead 0") == "none");
  REQUIRE(viewer.open(block.bytes) == 0);
  vav_show(viewer.context);
  CHECK(viewer.query("playhead 5000") == "none");  // nothing is laid out
  const std::string lines = "canvas 1000 700\npane timeline 10 20 900 200 10 20 900 200";
  vav_layout(viewer.context, lines.data(), lines.size());
  vav_frame(viewer.context, 0);
  const auto x_at = [&](const char* query) { return std::stoi(viewer.query(query).substr(1)); };
  const int begin = x_at("playhead 0"), middle = x_at("playhead 5000"), end = x_at("playhead 10000");
  CHECK(begin >= 0);
  CHECK(end <= 900);
  CHECK(std::abs(middle - (begin + end) / 2) <= 1);
  CHECK(viewer.query("playhead 12000") == "none");
  CHECK(viewer.query("words 0") == "[[0,3,0],[4,5,1000],[10,4,2500]]");
  CHECK(viewer.query("words 1") == "none");
  CHECK(viewer.query("words 2") == "none");
}

TEST_CASE("a torn block leaves what is shown") {
  const Answer block = read(kTalk);
  Viewer viewer;
  REQUIRE(viewer.open(block.bytes) == 0);
  vav_show(viewer.context);
  const std::string twin = viewer.query("twin");
  CHECK(viewer.open(block.bytes.substr(0, block.bytes.size() / 2)) == 1);
  CHECK(holds(viewer.output(), "\"code\":\"malformed\""));
  vav_show(viewer.context);
  CHECK(viewer.query("twin") == twin);
}

TEST_CASE("two viewers share nothing") {
  const Answer block = read(kTalk);
  Viewer one, other;
  REQUIRE(one.open(block.bytes) == 0);
  REQUIRE(other.open(block.bytes) == 0);
  vav_show(one.context);
  vav_show(other.context);
  CHECK(one.command("select 1") == 0);
  CHECK(holds(one.query("state"), "\"selected\":1"));
  CHECK(holds(other.query("state"), "\"selected\":null"));
}

TEST_CASE("the formats are those of the registry, and each is said what it is") {
  Viewer viewer;
  const std::string formats = viewer.query("formats");
  std::size_t at = 0;
  for (const visavis::FormatReader& reader : visavis::formats()) {
    at = formats.find("\"" + std::string(reader.name) + "\"", at);
    CHECK(at != std::string::npos);
    const std::string name = std::string("format.") + reader.name;
    CHECK(visavis::english(visavis::MessageName{name.c_str()}) != name);
  }
  CHECK(viewer.query("turns x") == "none");
}

TEST_CASE("an offline copy is written by name, view and template") {
  const std::string block = read(kTalk).bytes;
  const std::string page =
      "<!doctype html>\n<meta content=\"Vis-à-vis offline "
      "copy\"><!--vis-a-vis:head-->\n<!--vis-a-vis:body-->\n";
  const Answer copy = write(block, "offline\nturn=1&q=x\n" + page);
  REQUIRE(copy.status == 0);
  CHECK(holds(copy.bytes, "data-view=\"turn=1&amp;q=x\""));
  const visavis::Result<visavis::Transcript> again = visavis::read_transcript(copy.bytes);
  REQUIRE(again);
  CHECK(again->turns.size() == 4);
  for (const char* torn : {"offline", "offline\n", "offline\nturn=1", "offline\n\n<p>"}) {
    CAPTURE(torn);
    CHECK(write(block, torn).status == 1);
  }
  CHECK(write("no block", "offline\n\n" + page).status == 1);
}

TEST_CASE("a panel is handed out as draw items, with the figures that the twin has") {
  Viewer viewer;
  CHECK(vav_picture(viewer.context, 0, 480) == 1);  // nothing is shown
  REQUIRE(viewer.open(read(kTalk).bytes) == 0);
  vav_show(viewer.context);
  const char* const marks[] = {"At the ferry", "share", "Topics"};
  for (int pane = 0; pane < 3; ++pane) {
    CAPTURE(pane);
    REQUIRE(vav_picture(viewer.context, pane, 480) == 0);
    CHECK(viewer.output().starts_with("{\"width\":480,\"height\":"));
    CHECK(holds(viewer.output(), "[\"text\","));
    CHECK(holds(viewer.output(), marks[pane]));
    // Each item is a list that begins with its name.
    const std::string items = viewer.output().substr(viewer.output().find("\"items\":[") + 8);
    CHECK(std::count(items.begin(), items.end(), '[') == std::count(items.begin(), items.end(), ']'));
    CHECK(items.starts_with("[["));
    if (pane == 0) CHECK(holds(items, "[\"bars\","));
    for (std::size_t at = items.find("],"); at != items.npos; at = items.find("],", at + 1))
      CHECK((items[at + 2] == '[' || items[at - 1] == '"'));  // colours stand in a list of their own
  }
  for (const float width : {0.f, -1.f, 1e9f}) CHECK(vav_picture(viewer.context, 0, width) == 1);
  for (const int pane : {-1, 3}) CHECK(vav_picture(viewer.context, pane, 480) == 1);
}

TEST_CASE("figures are written as a table, by name") {
  const std::string block = read(kTalk).bytes;
  const Answer speakers = write(block, "table speaker\nferry.txt"),
               topics = write(block, "table topic\nferry.txt");
  CHECK(speakers.status == 0);
  CHECK(topics.status == 0);
  CHECK(holds(speakers.bytes, "ferry.txt,"));
  CHECK(holds(topics.bytes, "At the ferry"));
}

TEST_CASE("found topics are shown while the view stays, and what is written is without them") {
  const Answer block = read(kTalk);
  Viewer viewer;
  REQUIRE(viewer.open(block.bytes) == 0);
  vav_show(viewer.context);
  CHECK(viewer.command("select 2") == 0);
  CHECK(vav_refine(viewer.context) == 1);  // nothing is ready
  const std::string shown = viewer.query("block");
  const std::string inspected = write(shown, "inspect").bytes;
  const Answer found = write(shown, "found\ntopic 1 A name of ours");
  REQUIRE(found.status == 0);
  const std::size_t line = found.bytes.find('\n');
  CHECK(holds(found.bytes.substr(0, line), "\"found\":2,\"fewest\":"));
  REQUIRE(viewer.open(found.bytes.substr(line + 1)) == 0);
  REQUIRE(vav_refine(viewer.context) == 0);
  CHECK(holds(viewer.query("state"), "\"selected\":2"));
  CHECK(holds(viewer.query("twin"), "A name of ours"));
  CHECK(viewer.command("open section 1") == 0);
  // What is written has what a person said, and no turn of another section.
  const std::string again = write(viewer.query("block"), "inspect").bytes;
  CHECK(holds(again, "A name of ours"));
  CHECK_FALSE(holds(inspected, "A name of ours"));
  CHECK(write(viewer.query("block"), "markdown").bytes == write(shown, "markdown").bytes);
  CHECK(write(shown, "found\nnonsense").status == 1);
  // Another transcript is none of its refinements.
  const Answer other = read("A: One?\n\nB: Two.\n");
  REQUIRE(viewer.open(other.bytes) == 0);
  CHECK(vav_refine(viewer.context) == 1);
  CHECK(holds(viewer.query("twin"), "A name of ours"));
}

TEST_CASE("figures come by the rules that are set") {
  const Answer block = read(kTalk);
  const Answer figures = write(block.bytes, "figures\nwindow_words 20\nsilent Cem  Kaya\n");
  REQUIRE(figures.status == 0);
  CHECK(holds(figures.bytes, "\"window_words\":20"));
  CHECK(holds(figures.bytes, "\"silent\":[\"Cem Kaya\"]"));
  for (const char* name :
       {"figures\nwindow_words", "figures\nwindow_words -1", "figures\nsilent", "figures\nmoon 1",
        "table moon\nfile", "table question\nfile\nmoon 1", "questions\nmoon 1"})
    CHECK(write(block.bytes, name).status == 1);
  CHECK(holds(write(block.bytes, "table question\na file\ngoes_on_words 2").bytes,
              "file,question,turn,speaker,kind"));
}
