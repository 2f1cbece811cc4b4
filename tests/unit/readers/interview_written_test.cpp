// Interviews in the form that our own writers give them (interview_written.h): read to the letter.
#include <doctest/doctest.h>

#include "support/interview_dump.h"
#include "support/reading.h"
#include "support/round_trip.h"

using namespace visavis;

namespace {

std::string turn(const Transcript& transcript, std::size_t i) {
  const Turn& it = transcript.turns[i];
  const std::string name =
      it.speaker == kNone ? "-" : transcript.speakers[static_cast<std::size_t>(it.speaker)].name;
  return name + "|" + (it.start_ms == kNoTime ? "" : std::to_string(it.start_ms)) + "|" +
         std::string(transcript.text_of(it));
}

Result<Transcript> read(std::string_view text, ReadOptions options = {}) {
  return read_transcript(text, options);
}

}  // namespace

TEST_CASE("written text: every line says what it is") {
  const auto read_back = read(
      "Title: Of bees\nLanguage: en\nSpeakers:\n    Ida Lund\n    Tom: the other\n\nNote: a "
      "heading\n===============\n\n"
      "Ida Lund: One.\n    Tom: the other: is quoted here.\n\n    Ida Lund: is narration here.\n\n"
      "[00:01:02.5] Tom: the other: Two.\n\n    \\[1] is no time\n\nSmaller\n-------\n\n[00:02:00]\n");
  REQUIRE(read_back);
  const Transcript& t = *read_back;
  CHECK(t.title == "Of bees");
  CHECK(t.language == "en");
  REQUIRE(t.turns.size() == 5);
  CHECK(turn(t, 0) == "Ida Lund||One.\nTom: the other: is quoted here.");
  CHECK(turn(t, 1) == "-||Ida Lund: is narration here.");
  CHECK(turn(t, 2) == "Tom: the other|62500|Two.");
  CHECK(turn(t, 3) == "-||[1] is no time");
  CHECK(turn(t, 4) == "-|120000|");
  REQUIRE(t.sections.size() == 2);
  CHECK(t.sections[0].title == "Note: a heading");
  CHECK(t.sections[1].level == 2);
  CHECK(t.sections[1].first_turn == 4);
}

TEST_CASE("a head of speakers alone does not make the written form") {
  const auto read_back = read(
      "Speakers:\n    Ida Lund\n    Tom Berg\n\nIL: How many hives?\n\nTB: Four.\n\nIL: And the "
      "wasps?\n\nTB: None yet.\n");
  REQUIRE(read_back);
  REQUIRE(read_back->turns.size() >= 4);
  CHECK(read_back->speakers.size() == 2);
}

TEST_CASE("written Markdown: names in bold are names, the rest is not") {
  const auto read_back = read(
      "---\nformat: vis-a-vis\ntitle: \"\"\nspeakers:\n  - \"Ida\"\n---\n\n# Bees\n\n**Ida:** One.\n\nTom: "
      "narration.\n\n"
      "[00:00:03] **Ida:** Two.\n\\# three\n4\\. four\n\n\\**Ida:** is said here.\n");
  REQUIRE(read_back);
  const Transcript& t = *read_back;
  CHECK(!t.has_title);
  REQUIRE(t.turns.size() == 4);
  CHECK(turn(t, 0) == "Ida||One.");
  CHECK(turn(t, 1) == "-||Tom: narration.");
  CHECK(turn(t, 2) == "Ida|3000|Two.\n# three\n4. four");
  CHECK(turn(t, 3) == "-||**Ida:** is said here.");
}

TEST_CASE("a person's corrections hold in the written form too") {
  ReadOptions options;
  options.corrections.lines = {{6, LineKind::heading}, {8, LineKind::speaker}};
  const auto read_back = read("Speakers:\n    Ida\n\nIda: One.\n\n    The hive\n\n    Tom: Two.\n", options);
  REQUIRE(read_back);
  REQUIRE(read_back->turns.size() == 2);
  CHECK(turn(*read_back, 1) == "Tom||Two.");
  REQUIRE(read_back->sections.size() == 1);
  CHECK(read_back->sections[0].title == "The hive");
}

TEST_CASE("awkward transcripts come back from every format") {
  for (const char* text :
       {"Speakers: none\n\n    Note: one.\n\n    Note: two.\n\n    >> three\n",
        "Speakers:\n    A\n    ?\n\nA:\n\n?: # no heading\n    ====\n    1. one\n    - two\n\n    \\\\\n",
        "Title:\nSpeakers:\n    de la Cruz <host>\n\n**Bold:**\n=========\n\n[00:00:00.001] de la Cruz "
        "<host>: &lt;\n"}) {
    CAPTURE(text);
    const auto before = read(text);
    REQUIRE(before);
    for (const std::string format : {"text", "markdown", "html", "csv", "webvtt", "inspect"}) {
      CAPTURE(format);
      CHECK(test::round_trip_difference(*before, format.c_str()) == "");
    }
  }
}
