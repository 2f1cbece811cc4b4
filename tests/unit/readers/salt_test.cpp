#include <doctest/doctest.h>

#include "readers/annotation/salt_text.h"
#include "support/reading.h"

using namespace visavis;
using namespace visavis::test;

TEST_CASE("SALT: bound morphemes are spelled as English does") {
  const char* const words[][3] = {
      {"kid", "s", "kids"},     {"bush", "s", "bushes"},     {"story", "s", "stories"},
      {"go", "3s", "goes"},     {"girl", "z", "girl's"},     {"babies", "z", "babies'"},
      {"save", "ed", "saved"},  {"stop", "ed", "stopped"},   {"help", "ed", "helped"},
      {"cry", "ed", "cried"},   {"leave", "ing", "leaving"}, {"run", "ing", "running"},
      {"see", "ing", "seeing"}, {"wait", "ing", "waiting"},  {"mud", "y", "muddy"},
      {"it", "'s", "it's"},     {"do", "n't", "don't"},      {"lift", "*ed", "lift"}};
  for (const auto& [stem, morpheme, whole] : words) CHECK(bind_morpheme(stem, morpheme) == whole);
}

TEST_CASE("SALT: codes go, mazes and what was said stay") {
  CHECK(clean_salt("(Um he) he stop/ed at the baker/z [EP:baker] {points} shop.").words ==
        "Um he he stopped at the baker's shop.");
  CHECK(clean_salt("*And :03 falled|fall[EW] out heaps_and_heaps s* %woof^").words ==
        "falled out heaps and heaps s- woof—");
  CHECK((clean_salt("xxx.").marks & kMarkInaudible) != 0);
  const SaltText over = clean_salt("I <said so> .");
  CHECK(over.words == "I said so.");
  CHECK((over.marks & kMarkOverlap) != 0);
}

TEST_CASE("SALT: speakers by their letters, times before what they are of") {
  const std::string file =
      "$ Child, Examiner\n+ Language: English\n- 0:00\nE What did the bear/s do?\n- 0:04\nC He run/3s.\n: "
      ":02\n"
      "- 0:04\nC Home.\n= a comment\n- 0:09\nE Who\n saw him?\n";
  const Transcript t = reading(file, false);
  CHECK(t.report.format == "salt");
  CHECK(t.language == "English");
  REQUIRE(t.turns.size() == 4);
  CHECK(told(t, 0) == "Examiner 0-~4000 What did the bears do?");
  CHECK(told(t, 1) == "Child 4000-~6500 He runs.");
  CHECK(told(t, 2) == "Child ~6500-~9000 Home.");
  CHECK(told(t, 3) == "Examiner 9000-~10200 Who saw him?");
  CHECK(t.turns[3].line == 12);
  CHECK(reported(t, "left-out") == 1);
  CHECK(reading("$ 5 a, b\nE hm\nE hm\n").report.format == "interview");
}
