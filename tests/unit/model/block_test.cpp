#include "model/block.h"

#include <doctest/doctest.h>

#include "support/talk.h"

using namespace visavis;

namespace {

Transcript sample() {
  Transcript t = make_talk({{"#", "First"},
                            {"Ana", "Where?", 0, 900},
                            {"##", "Second"},
                            {"Ben", "Über there.", 800, 2'000},
                            {"", "…"}});
  t.has_title = true;
  t.language_given = true;
  t.title = "A title";
  t.language = "en-GB";
  t.speakers[0].aliases = {"A.", "Ana B."};
  t.speakers[1].role = Role::interviewee;
  t.turns[1].marks = kMarkOverlap | kMarkInaudible;
  t.words = {{{0, 6}, 0, 900, .5f}};
  t.turns[0].word_count = 1;
  t.report.format = "webvtt";
  t.report.bytes = 77;
  t.report.entries = {{3, ReportLevel::loss, "code", Message::sentence("A message.")}};
  return t;
}

}  // namespace

TEST_CASE("a block holds the whole transcript") {
  const Transcript t = sample();
  const std::string block = write_block(t);
  const Result<Transcript> read = read_block(block);
  REQUIRE(read);
  CHECK(read->text == t.text);
  CHECK(read->has_title);
  CHECK(read->language_given);
  CHECK(read->title == t.title);
  CHECK(read->language == t.language);
  REQUIRE(read->speakers.size() == 2);
  CHECK(read->speakers[0].aliases == t.speakers[0].aliases);
  CHECK(read->speakers[1].role == Role::interviewee);
  REQUIRE(read->turns.size() == 3);
  CHECK(read->turns[1].start_ms == 800);
  CHECK(read->turns[1].marks == t.turns[1].marks);
  CHECK(read->text_of(read->turns[1]) == "Über there.");
  REQUIRE(read->sections.size() == 2);
  CHECK(read->sections[1].parent == 0);
  CHECK(read->sections[1].title == "Second");
  REQUIRE(read->words.size() == 1);
  CHECK(read->words[0].confidence == .5f);
  CHECK(read->report.bytes == 77);
  REQUIRE(read->report.entries.size() == 1);
  CHECK(read->report.entries[0].message.packed() == "A message.");
  // Nothing is left out: what was read makes the same block.
  CHECK(write_block(*read).size() == block.size());
  CHECK(read_block(write_block({})));
}

TEST_CASE("a block that is cut, continued or of something else is refused") {
  const std::string block = write_block(sample());
  std::size_t taken = 0;
  for (std::size_t size = 0; size < block.size(); ++size)
    taken += static_cast<bool>(read_block(std::string_view(block).substr(0, size)));
  CHECK(taken == 0);
  CHECK_FALSE(read_block(block + '\0'));
  const Result<Transcript> other = read_block("WEBVTT\n\n00:00.000 --> 00:01.000\nHello\n");
  REQUIRE_FALSE(other);
  CHECK(other.error().code == ErrorCode::malformed);
}

TEST_CASE("a garbled block is refused, or its ids and spans still hold") {
  const std::string block = write_block(sample());
  for (std::size_t at = 0; at < block.size(); ++at)
    for (const char byte : {'\x01', '\x7F', '\xFF'}) {
      std::string garbled = block;
      garbled[at] = byte;
      const Result<Transcript> read = read_block(garbled);
      if (!read) continue;
      for (const Turn& turn : read->turns) {
        REQUIRE(turn.text.end <= read->text.size());
        REQUIRE(turn.text.begin <= turn.text.end);
        REQUIRE(turn.speaker < static_cast<std::int32_t>(read->speakers.size()));
        REQUIRE(turn.section < static_cast<std::int32_t>(read->sections.size()));
      }
      for (const Section& section : read->sections)
        REQUIRE(section.last_turn < static_cast<std::int32_t>(read->turns.size()));
      (void)write_block(*read);
    }
}
