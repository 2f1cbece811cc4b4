#include <doctest/doctest.h>

#include "readers/annotation/chat_text.h"
#include "support/reading.h"

using namespace visavis;
using namespace visavis::test;

TEST_CASE("CHAT: a main line as people write it") {
  const auto text = [](std::string_view line) { return read_chat_line(line).text; };
  CHECK(text("well , <the cat> [/] the cat is (be)hind [: back] it .") ==
        "well, the cat the cat is behind it.");
  CHECK(text("&-um I &+wa want &=laughs (.) (1.5) that [?] !") == "um I wa- want that!");
  CHECK(text("+< and then +...") == "and then\u2026");
  CHECK(text("ice+cream in New_York no:: d'+accord ?") == "ice-cream in New York no d'accord?");
  CHECK(text("0she go at 10:30 0 [=! waves] .") == "go at 10:30.");
  CHECK(text("hola@s:spa xxx \u2308mine\u2309 \u2191up .") == "hola xxx mine up.");
  CHECK(read_chat_line("so \u2308mine\u2309 .").marks == kMarkOverlap);
  CHECK(read_chat_line("xxx .").marks == kMarkInaudible);
  CHECK(read_chat_line("but +/.").marks == kMarkInterrupted);
  CHECK_FALSE(read_chat_line("&=coughs .").has_words);
  CHECK(read_chat_line("a [b [c").codes == 1);
}

TEST_CASE("CHAT: speakers, sections, times and words") {
  const Transcript t = reading(
      "@UTF8\n@Begin\n@Languages:\tfra, eng\n@Participants:\tCHI Lou_Ann Target_Child, INV Investigator\n"
      "@Bg:\tthe garden\n*INV:\tou est-elle ? \x15"
      "100_2000\x15\n*CHI:\tla\n\tbas . \x15"
      "2500_4000\x15\n"
      "%wor:\tla \x15"
      "2500_3000\x15 bas \x15"
      "3000_4000\x15 .\n%pho:\tlaba\n@Eg:\tthe garden\n*CHI:\t&=laughs .\n@End\n");
  CHECK(t.report.format == "chat");
  CHECK(t.language == "fra");
  REQUIRE(t.turns.size() == 2);
  CHECK(told(t, 0) == "INV 100-2000 ou est-elle?");
  CHECK(told(t, 1) == "Lou Ann 2500-4000 la bas.");
  CHECK(t.turns[1].line == 7);
  CHECK(t.speakers[0].role == Role::interviewer);
  CHECK(t.speakers[1].aliases == std::vector<std::string>{"CHI", "Target Child"});
  REQUIRE(t.sections.size() == 1);
  CHECK(t.sections[0].title == "the garden");
  CHECK(t.sections[0].last_turn == 1);
  REQUIRE(t.words.size() == 2);
  CHECK(t.words[1].start_ms == 3000);
  CHECK(reported(t, "left-out") == 3);
}

TEST_CASE("CHAT: old files without tabs, without times") {
  const Transcript t = reading(
      "@begin\n@participants: CHI Mia, OBS observer\n*OBS:   tu vois ?\n*CHI:   oui\n*CHI:   la\n@end\n");
  REQUIRE(t.turns.size() == 3);
  CHECK(told(t, 2) == "CHI ?-? la");
}
