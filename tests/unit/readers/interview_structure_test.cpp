// Headings, titles, narration, wrapped lines, pages, corrections.
#include <doctest/doctest.h>

#include "support/interview_dump.h"
#include "support/reading.h"

using namespace visavis;
using visavis::test::dump;
using visavis::test::reading;
using visavis::test::reported;

TEST_CASE("interview: headings between turns, where lines close up") {
  const std::string talk =
      "Ana Holm met the baker on a Tuesday.\n"
      "How it began\n"
      "Ana Holm: When?\n"
      "Ben Reed: In May.\n"
      "What bread is\n"
      "Reed: It is bread.\n"
      "Reed: And salt.\n"
      "Salt: a quarrel\n"
      "Reed: Too much of it.\n"
      "Holm: Why?\n";
  CHECK(dump(talk) ==
        "- Ana Holm met the baker on a Tuesday.\n# How it began\nAna Holm: When?\nBen Reed: In May.\n# What "
        "bread is\n"
        "Ben Reed: It is bread.\nBen Reed: And salt.\n# Salt: a quarrel\nBen Reed: Too much of it.\nAna "
        "Holm: Why?\n");
  CHECK(!reading(talk).has_title);
}

TEST_CASE("interview: headings between paragraphs") {
  const std::string talk =
      "On bread\n\nBeginnings\n\nAna: When?\n\nBen: In May.\n\nBen: It was warm.\n\nIs it hard?\n\nBen: "
      "Yes.\n\nAna: I see.\n";
  CHECK(dump(talk) ==
        "# Beginnings\nAna: When?\nBen: In May.\nBen: It was warm.\n# Is it hard?\nBen: Yes.\nAna: I see.\n");
  CHECK(reading(talk).title == "On bread");
}

TEST_CASE("interview: a title with turns below is a section too") {
  const std::string talk = "On bread\n\nAna: When?\n\nBen: In May.\n\nAna: I see.\n";
  CHECK(dump(talk) == "# On bread\nAna: When?\nBen: In May.\nAna: I see.\n");
  CHECK(reading(talk).title == "On bread");
}

TEST_CASE("interview: Markdown headings keep their levels") {
  const std::string talk =
      "# On bread\n\nA talk.\n\n## Beginnings\n\n**Ana:** When?\n\n**Ben:** In May.\n\n### Flour\n\n**Ben:** "
      "Rye.\n\n## End\n\n**Ana:** Thanks.\n";
  CHECK(dump(talk) ==
        "# On bread\n- A talk.\n## Beginnings\nAna: When?\nBen: In May.\n### Flour\nBen: Rye.\n## End\nAna: "
        "Thanks.\n");
  CHECK(reading(talk).title == "On bread");
  CHECK(dump("Bread\n=====\n\nAna: When?\n\nBen: In May.\n\nAna: So.\n\nSalt\n----\n\nBen: Yes.\n") ==
        "# Bread\nAna: When?\nBen: In May.\nAna: So.\n## Salt\nBen: Yes.\n");
}

TEST_CASE("interview: front matter names the title and is not read out") {
  const std::string talk =
      "---\ntitle: 'Ben''s bread'\nlang: en\ntags: [a, b]\n---\nAna: When?\n\nBen: In May.\n\nAna: So.\n";
  CHECK(dump(talk) == "Ana: When?\nBen: In May.\nAna: So.\n");
  const Transcript read = reading(talk);
  CHECK(read.title == "Ben's bread");
  CHECK(read.language == "en");
  CHECK(read.turns[0].line == 6);
  CHECK(reported(read, "front-matter-read") == 1);
  CHECK(reading("---\nshow: Bread\n---\n\n# Rye\n\nAna: When?\n\nBen: In May.\n").title == "Rye");
}

TEST_CASE("interview: narration before, between and after") {
  CHECK(dump("They met in May.\n\nIt rained.\n\nAna: When?\n\nBen: In May.\n\n[They laugh.]\n\nAna: "
             "So.\n\nBen: Yes.\n\n"
             "The two walked to the mill.\n\nAna: And now?\n\nBen: Now we bake.\n\n---\n\nThe talk was "
             "shortened.\n") ==
        "- They met in May.\n- It rained.\nAna: When?\nBen: In May.\n- [They laugh.]\nAna: So.\nBen: Yes.\n"
        "- The two walked to the mill.\nAna: And now?\nBen: Now we bake.\n- The talk was shortened.\n");
  CHECK(dump("Ana: When?\nBen: In May.\n(They laugh.)\nAna: So.\nBen: Yes.\n") ==
        "Ana: When?\nBen: In May.\n- (They laugh.)\nAna: So.\nBen: Yes.\n");
  CHECK(dump("It rained.\nNobody came.\n") == "- It rained.\n- Nobody came.\n");
}

TEST_CASE("interview: further paragraphs belong to the turn") {
  CHECK(
      dump("Ana: When?\n\nBen: In May. I was young.\n\nYou know how it is.\n\nI baked.\n\nAna: So.\n\nBen: "
           "Yes.\n") ==
      "Ana: When?\nBen: In May. I was young. /  / You know how it is. /  / I baked.\nAna: So.\nBen: Yes.\n");
}

TEST_CASE("interview: wrapped lines keep their breaks") {
  CHECK(dump("Ana: When did you first think of opening a shop of\nyour own, and what did they say at home "
             "about it,\nif anything?\n"
             "Ben: They said nothing that I could repeat here, in\ncompany.\nAna: I see.\n") ==
        "Ana: When did you first think of opening a shop of / your own, and what did they say at home about "
        "it, / if anything?\n"
        "Ben: They said nothing that I could repeat here, in / company.\nAna: I see.\n");
  CHECK(dump("The two met in the shop on a cold morning in May and\nsat down by the oven, which was still "
             "warm from the\nnight.\n\n"
             "It rained as it does in that town, without a pause\nand without an aim.\n\n"
             "Ana: When?\n\nBen: In May.\n\nAna: So.\n") ==
        "- The two met in the shop on a cold morning in May and / sat down by the oven, which was still warm "
        "from the / night.\n"
        "- It rained as it does in that town, without a pause / and without an aim.\nAna: When?\nBen: In "
        "May.\nAna: So.\n");
}

TEST_CASE("interview: a court's pages lose line numbers, page numbers and running heads, and it is told") {
  std::string pages;
  int line = 0;
  const auto put = [&](const std::string& words) {
    pages += " " + std::to_string(++line) + "   " + words + "\n";
  };
  for (int page = 1; page <= 3; ++page) {
    pages += "                Mill v. Reed - " + std::to_string(page) + "\n\n";
    line = 0;
    put("Q.  Were you at the mill?");
    put("A.  I was there the whole night and I");
    put("saw the flour.");
    put("Q.  All of it?");
    put("A.  All.");
    put("THE COURT:  Go on.");
    put("Q.  And after that you went");
    pages += "\nPage " + std::to_string(page) + "\n\n";
  }
  pages += " 1   home?\n 2   A.  Yes.\n";
  const Transcript read = reading(pages, true, "interview");
  CHECK(read.speakers.size() == 3);
  INFO(dump(pages));
  REQUIRE(read.turns.size() == 3 * 6 + 1);
  CHECK(read.text_of(read.turns[1]) == "I was there the whole night and I\nsaw the flour.");
  CHECK(read.text_of(read.turns[17]) == "And after that you went\nhome?");
  CHECK(read.text_of(read.turns[18]) == "Yes.");
  CHECK(reported(read, "line-numbers-dropped") == 1);
  CHECK(reported(read, "page-furniture-dropped") == 1);
}

TEST_CASE("interview: a court's pages may number each line with its page") {
  std::string pages;
  for (int line = 1; line <= 14; ++line)
    pages += (line < 10 ? "00001:0" : "00001:") + std::to_string(line) +
             (line % 2 ? "   Q: Where?\n" : "   A: At the lock.\n");
  const Transcript read = reading(pages + "00002:01   Q: Which?\n00002:02   A: The old one.\n");
  CHECK(read.turns.size() == 16);
  CHECK(read.speakers.size() == 2);
  CHECK(read.turns[0].start_ms == visavis::kNoTime);
  CHECK(reported(read, "line-numbers-dropped") == 1);
}

TEST_CASE("interview: corrections of lines") {
  const std::string talk =
      "Ana: When?\n\nBen: In May.\n\nBriefly: no.\n\nOn salt.\n\nAna: So.\n\nBen: Yes.\n";
  ReadOptions options;
  options.corrections.lines = {{5, LineKind::text}, {7, LineKind::heading}};
  CHECK(dump(talk, options) ==
        "Ana: When?\nBen: In May. /  / Briefly: no.\n# On salt.\nAna: So.\nBen: Yes.\n");
  options.corrections.lines = {{7, LineKind::speaker}};
  CHECK(dump(talk, options).find("On salt.: \n") != std::string::npos);
}

TEST_CASE("interview: spans lie in the source") {
  const std::string talk = "Ana: When?\nBen: In May.\nAna: So.\n";
  const Transcript read = reading(talk);
  CHECK(read.text == talk);
  CHECK(read.turns[1].text.begin == talk.find("In May"));
}

TEST_CASE("interview: ends are estimated, starts are measured") {
  const Transcript read = reading("[00:00:01] Ana: Hello.\n[00:00:04] Ben: Hi.\n[00:00:09] Ana: Bye.\n");
  CHECK(read.turns[0].end_ms == 4000);
  CHECK(read.turns[0].end_source == TimeSource::estimated);
  CHECK(read.turns[2].start_source == TimeSource::measured);
}

TEST_CASE("interview: a date below the title is not a section") {
  const std::string talk = "On bread\n\nMay 2020\n\nAna: When?\n\nBen: In May.\n\nAna: I see.\n";
  CHECK(dump(talk) == "# On bread\n- May 2020\nAna: When?\nBen: In May.\nAna: I see.\n");
}
