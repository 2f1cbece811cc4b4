#include "base/cue_labels.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace visavis;

// The labels that stand in one file are kept; what is kept must be what a fresh look finds.
TEST_CASE("a label found again is the label that was found first") {
  const std::vector<std::string> names = {"Ada",
                                          "Ada Brook",
                                          "ADA BROOK",
                                          "ada",
                                          "Dr. Wu",
                                          "Zo\u00EB",
                                          "Q",
                                          "A",
                                          "Note",
                                          "10",
                                          "Mr. Long-Name of the Hills",
                                          "The Minister (Ada Brook)",
                                          "\u674E",
                                          "Then he said",
                                          "x@y.org",
                                          "-",
                                          "",
                                          " Ada",
                                          "Ada "};
  const std::vector<std::string> marks = {":", ": ", ":\t",  ":\u00A0", "\uFF1A",
                                          "",  ":x", ": : ", "::",      " : "};
  const std::vector<std::string> openings = {"", ">> ", "- ", "[", "(", "\u00BB "};
  const std::vector<std::string> rests = {"", "words follow", " words: and more", "10:30", "] words"};
  std::vector<std::string> lines;
  for (const std::string& name : names)
    for (const std::string& mark : marks)
      for (const std::string& opening : openings)
        for (const std::string& rest : rests) lines.push_back(opening + name + mark + rest);
  LabelEvidence evidence;
  for (const std::string& line : lines) {
    INFO(line);
    const CueLabel fresh = find_cue_label(line);
    // Twice, so that the second is the kept one.
    for (int look = 0; look < 2; ++look) {
      const CueLabel found = evidence.find(line);
      REQUIRE(found.style == fresh.style);
      REQUIRE(found.chevron == fresh.chevron);
      REQUIRE(found.rest == fresh.rest);
      REQUIRE(found.name == fresh.name);
      REQUIRE(found.full == fresh.full);
      if (fresh.style == CueLabel::Style::none) continue;
      REQUIRE(found.capitals == fresh.capitals);
      REQUIRE(found.lower == fresh.lower);
      REQUIRE(found.words == fresh.words);
    }
  }
}

TEST_CASE("a dash with nothing behind it opens no speech") {
  for (const char* line : {"-", "- ", "-   ", "\u2013", "\u2014 ", "--", "-5 degrees", "", " - words"})
    CHECK(dialogue_dash(line) == 0);
  CHECK(dialogue_dash("-words") == 1);
  CHECK(dialogue_dash("- words") == 2);
  CHECK(dialogue_dash("- 5") == 2);
  CHECK(dialogue_dash("\u2014 words") == 4);
}
