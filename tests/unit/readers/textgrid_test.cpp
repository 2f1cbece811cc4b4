#include <doctest/doctest.h>

#include "support/reading.h"

using namespace visavis;
using namespace visavis::test;

namespace {

const std::string kLong =
    "File type = \"ooTextFile\"\nObject class = \"TextGrid\"\n\nxmin = 0 \nxmax = 9 \ntiers? <exists> \nsize "
    "= 3 \n"
    "item []: \n    item [1]:\n        class = \"IntervalTier\" \n        name = \"Ines\" \n        xmin = 0 "
    "\n"
    "        xmax = 9 \n        intervals: size = 2 \n        intervals [1]:\n            xmin = 0 \n"
    "            xmax = 2.0005 \n            text = \"say \"\"yes\"\" now\" \n        intervals [2]:\n"
    "            xmin = 2.0005 \n            xmax = 9 \n            text = \"\" \n    item [2]:\n"
    "        class = \"IntervalTier\" \n        name = \"word - Ines\" \n        xmin = 0 \n        xmax = 9 "
    "\n"
    "        intervals: size = 2 \n        intervals [1]:\n            xmin = 0 \n            xmax = 1 \n"
    "            text = \"say\" \n        intervals [2]:\n            xmin = 1.5 \n            xmax = 2 \n"
    "            text = \"now\" \n    item [3]:\n        class = \"TextTier\" \n        name = \"pitch\" \n"
    "        xmin = 0 \n        xmax = 9 \n        points: size = 1 \n        points [1]:\n            "
    "number = 1 \n"
    "            mark = \"H*\" \n";

const std::string kShort =
    "File type = \"ooTextFile\"\nObject class = "
    "\"TextGrid\"\n\n0\n9\n<exists>\n2\n\"IntervalTier\"\n\"Ines\"\n0\n9\n1\n0\n2\n"
    "\"oh\nwell\"\n\"IntervalTier\"\n\"Tom\"\n0\n9\n1\n1\n3\n\"hm\"\n";

}  // namespace

TEST_CASE("TextGrid, long: utterances with the times of their words") {
  const Transcript t = reading(kLong);
  CHECK(t.report.format == "textgrid");
  REQUIRE(t.turns.size() == 1);
  CHECK(told(t, 0) == "Ines 0-2001 say \"yes\" now");
  CHECK(t.turns[0].line == 18);
  REQUIRE(t.words.size() == 2);
  CHECK(slice(t.text, t.words[1].text) == "now");
  CHECK(t.words[1].start_ms == 1500);
  CHECK(reported(t, "left-out") == 1);
}

TEST_CASE("TextGrid, short: overlaps stay overlaps") {
  const Transcript t = reading(kShort);
  REQUIRE(t.turns.size() == 2);
  CHECK(told(t, 0) == "Ines 0-2000 oh well");
  CHECK(told(t, 1) == "Tom 1000-3000 hm");
}

TEST_CASE("TextGrid: marks of silence are nobody's words") {
  std::string text = kShort;
  text.replace(text.find("hm"), 2, "<sil>");
  const Transcript t = reading(text);
  REQUIRE(t.turns.size() == 1);
  CHECK(t.speakers.size() == 1);
}

TEST_CASE("TextGrid in UTF-16, chronological, cut short, without words") {
  std::string wide = "\xFE\xFF";
  for (const char c : kShort) wide += std::string(1, '\0') + c;
  CHECK(told(reading(wide), 0) == "Ines 0-2000 oh well");
  CHECK(reading(wide).report.encoding == "utf-16be");
  const Transcript chronological = reading(
      "\"Praat chronological TextGrid text file\"\n0 4   ! Time domain.\n1   ! Number of tiers.\n"
      "\"IntervalTier\" \"Ines\" 0 4\n! Ines:\n1 0 1.5\n\"first\"\n1 1.5 4\n\"second\"\n",
      false);
  CHECK(told(chronological, 1) == "Ines 1500-4000 second");
  const Transcript cut = reading(kShort.substr(0, kShort.size() - 8));
  CHECK(cut.turns.size() == 1);
  CHECK(reported(cut, "broken-off") == 1);
  CHECK(reading("File type = \"ooTextFile\"\nObject class = \"TextGrid\"\n0 1 <exists> 1 \"IntervalTier\" "
                "\"phones\" 0 1 1 0 1 \"a\"")
            .title == "unsupported:0");
}

TEST_CASE("TextGrid: a tier of voices says who speaks the words") {
  const Transcript t = reading(
      "File type = \"ooTextFile\"\n\"TextGrid\"\n0 4 <exists> 2 \"IntervalTier\" \"speaker\" 0 4 2 0 2 "
      "\"Ines\" 2 4 \"Tom\" "
      "\"IntervalTier\" \"words\" 0 4 3 0 1 \"good\" 1 2 \"day\" 2 4 \"hi\"");
  REQUIRE(t.turns.size() == 2);
  CHECK(told(t, 0) == "Ines 0-2000 good day");
  CHECK(told(t, 1) == "Tom 2000-4000 hi");
  CHECK(t.words.size() == 3);
}
