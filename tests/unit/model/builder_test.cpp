#include "model/builder.h"

#include <doctest/doctest.h>

using namespace visavis;

namespace {

void say(TranscriptBuilder& builder, std::string_view speaker, std::string_view words) {
  Turn turn;
  turn.speaker = builder.speaker(speaker);
  REQUIRE(builder.append_text(words, turn.text));
  builder.add_turn(turn);
}

}  // namespace

TEST_CASE("a turn may be empty, even before there is any text") {
  TranscriptBuilder builder;
  say(builder, "A", {});
  say(builder, "B", "words");
  const Transcript t = builder.finish();
  CHECK(t.text_of(t.turns[0]).empty());
  CHECK(t.text_of(t.turns[1]) == "words");
}

TEST_CASE("sections nest by level") {
  TranscriptBuilder builder;
  say(builder, "A", "before any heading");
  builder.begin_section(" One \n more ", SectionKind::heading, 0, 3);
  say(builder, "A", "one");
  builder.begin_section("Deep", SectionKind::heading, 3, 5);
  say(builder, "B", "deep");
  builder.begin_section("Empty", SectionKind::chapter, 2, 7);
  builder.begin_section("Two", SectionKind::heading, 1, 8);
  say(builder, "A", "two");
  builder.end_sections();
  say(builder, "B", "after");
  builder.begin_section("Last", SectionKind::heading, 1, 12);
  const Transcript t = builder.finish();

  REQUIRE(t.sections.size() == 5);
  const auto is = [&](std::size_t id, const char* title, std::int32_t level, std::int32_t parent,
                      std::int32_t first, std::int32_t last) {
    CAPTURE(title);
    const Section& s = t.sections[id];
    CHECK(s.title == title);
    CHECK(s.level == level);
    CHECK(s.parent == parent);
    CHECK(s.first_turn == first);
    CHECK(s.last_turn == last);
  };
  is(0, "One more", 1, kNone, 1, 2);
  is(1, "Deep", 3, 0, 2, 2);
  is(2, "Empty", 2, 0, 3, 2);
  is(3, "Two", 1, kNone, 3, 3);
  is(4, "Last", 1, kNone, 5, 4);
  CHECK(t.turns[0].section == kNone);
  CHECK(t.turns[2].section == 1);
  CHECK(t.turns[3].section == 3);
  CHECK(t.turns[4].section == kNone);
}

TEST_CASE("speakers are ordered by first turn, those without one are dropped") {
  TranscriptBuilder builder;
  CHECK(builder.speaker(" \u00A0") == kNone);
  const std::int32_t silent = builder.speaker("Silent"), late = builder.speaker("Late");
  CHECK(silent != late);
  builder.speaker("Early");
  CHECK(builder.speaker(" Late ") == late);
  builder.add_alias(late, "L.");
  builder.add_alias(late, "L.");
  builder.add_alias(late, "Late");
  say(builder, "Early", "first");
  say(builder, "", "narration");
  say(builder, "Late", "second");
  const Transcript t = builder.finish();
  REQUIRE(t.speakers.size() == 2);
  CHECK(t.speakers[0].name == "Early");
  CHECK(t.speakers[1].name == "Late");
  CHECK(t.speakers[1].aliases == std::vector<std::string>{"L."});
  CHECK(t.turns[0].speaker == 0);
  CHECK(t.turns[1].speaker == kNone);
  CHECK(t.turns[2].speaker == 1);
  CHECK(t.text_of(t.turns[2]) == "second");
}

TEST_CASE("words belong to the turn they follow; a title is collapsed") {
  TranscriptBuilder builder;
  say(builder, "A", "one two");
  builder.add_word({{0, 3}, 0, 400, .5f});
  builder.add_word({{4, 7}, 400, 900, 1});
  say(builder, "A", "three");
  builder.add_word({{7, 12}, 900, 1200, 1});
  builder.set_title(" A \n title ");
  const Transcript t = builder.finish();
  CHECK(t.turns[0].word_count == 2);
  CHECK(t.turns[1].first_word == 2);
  CHECK(t.turns[1].word_count == 1);
  CHECK(t.has_title);
  CHECK(t.title == "A title");
  CHECK_FALSE(t.has_times());
  CHECK(t.duration_ms() == kNoTime);
}
