#include "scene/document_block.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstring>
#include <iterator>
#include <new>

#include "support/talk.h"

using namespace visavis;

namespace {

Document sample() {
  return make_document(make_talk({{"#", "First"},
                                  {"Ana", "Where? And when?", 0, 900},
                                  {"Ben", "Über there.", 800, 2'000},
                                  {"#", "Second"},
                                  {"Ana", "Why not here, then?", 2'100, 4'000}}));
}

}  // namespace

namespace {

// The bytes of a value made where those were before.
template <class T>
std::string made_over(unsigned char before) {
  alignas(T) unsigned char place[sizeof(T)];
  std::fill(std::begin(place), std::end(place), before);
  // Nothing is zeroed first, unlike by T().
  T* made = new (static_cast<void*>(place)) T;
  std::string bytes(sizeof(T), '\0');
  std::memcpy(bytes.data(), static_cast<const void*>(made), sizeof(T));
  return bytes;
}

template <class... All>
void made_wholly() {
  for (const bool whole : {made_over<All>(0x5A) == made_over<All>(0xA5)...}) CHECK(whole);
}

}  // namespace

TEST_CASE("no byte of what blocks hold as it lies in memory is padding") {
  made_wholly<Turn, Word, TurnMeasure, SpeakerBalance, TurnFloor, FloorRules, Lane::Stretch, FoundSection>();
}

TEST_CASE("two readings of one text have the same bytes as a block") {
  const auto block = [] {
    std::vector<std::string> dirt(400, std::string(56 * 7, '\x5A'));  // what lists are made in has been used
    dirt.clear();
    return write_document(make_document(make_talk(
        {{"#", "First"}, {"Ana", "Where?", 0, 900}, {"Ben", "There -- no", 800, 2'000}, {"Ana", "Where?"}})));
  };
  CHECK(block() == block());
}

TEST_CASE("a document's block holds all that was derived") {
  const Document doc = sample();
  const Result<Document> read = read_document(write_document(doc));
  REQUIRE(read);
  CHECK(read->transcript.text == doc.transcript.text);
  CHECK(read->analysis.measures.words == doc.analysis.measures.words);
  REQUIRE(read->analysis.measures.turns.size() == 3);
  CHECK(read->analysis.measures.turns[0].questions == doc.analysis.measures.turns[0].questions);
  CHECK(read->analysis.balance.index == doc.analysis.balance.index);
  CHECK(read->analysis.balance.gini == doc.analysis.balance.gini);
  REQUIRE(read->analysis.balance.speakers.size() == 2);
  CHECK(read->analysis.balance.speakers[0].ms == doc.analysis.balance.speakers[0].ms);
  CHECK(read->analysis.roles == doc.analysis.roles);
  CHECK(read->labels == doc.labels);
  CHECK(read->slots == doc.slots);
  CHECK(read->by_words == doc.by_words);
  CHECK(read->analysis.words_before == doc.analysis.words_before);
  CHECK(read->analysis.floor.times == doc.analysis.floor.times);
  CHECK(read->analysis.floor.turns.size() == 3);
  CHECK(read->analysis.floor.overlap_ms == doc.analysis.floor.overlap_ms);
  CHECK(read->analysis.section_words == doc.analysis.section_words);
  CHECK(read->axis.is_time);
  CHECK(read->axis.length == 4'000);
  CHECK(read->axis.turn_begin == doc.axis.turn_begin);
  CHECK(read->axis.turn_end == doc.axis.turn_end);
  CHECK(read->axis.by_begin == doc.axis.by_begin);
  REQUIRE(read->lanes.size() == 2);
  CHECK(read->lanes[0].turns == doc.lanes[0].turns);
  CHECK(read->lanes[0].speakers == doc.lanes[0].speakers);
  CHECK(read->lanes[0].covered_until(3'000) == doc.lanes[0].covered_until(3'000));
  CHECK(read->lane_of == doc.lane_of);
  // Nothing is left out: what was read makes the same block.
  CHECK(write_document(*read).size() == write_document(doc).size());
  CHECK(read_document(write_document(make_document(Transcript{}))));
}

TEST_CASE("a large document's block comes in pieces, none of which copies more than four megabytes") {
  Transcript talk = make_talk({{"Ana", "Where?", 0, 900}, {"Ben", "There.", 1'000, 2'000}});
  const Turn again = talk.turns[1];
  talk.text.append(17u << 20, 'x');
  talk.turns.insert(talk.turns.end(), 200'000, again);
  const Document doc = make_document(std::move(talk));
  const std::string block = write_document(doc);
  DocumentIn in(block);
  std::size_t steps = 1;
  while (in.go_on()) ++steps;
  const std::size_t turns = doc.transcript.turns.size() * sizeof(Turn);
  CHECK(steps >= 5 + turns / (4u << 20));
  const Result<Document> read = in.finish();
  REQUIRE(read);
  CHECK(read->transcript.text == doc.transcript.text);
  CHECK(read->transcript.turns.size() == doc.transcript.turns.size());
  CHECK(read->axis.by_begin == doc.axis.by_begin);
  CHECK(write_document(*read) == block);
  CHECK_FALSE(read_document(std::string_view(block).substr(0, block.size() / 2)));
}

TEST_CASE("a document's block that is cut, continued or of something else is refused") {
  const std::string block = write_document(sample());
  std::size_t taken = 0;
  for (std::size_t size = 0; size < block.size(); ++size)
    taken += static_cast<bool>(read_document(std::string_view(block).substr(0, size)));
  CHECK(taken == 0);
  CHECK_FALSE(read_document(block + '\0'));
  CHECK_FALSE(read_document("Ada: Hello.\n"));
}

TEST_CASE("a garbled document's block is refused, or its ids still hold") {
  const std::string block = write_document(sample());
  for (std::size_t at = 0; at < block.size(); ++at)
    for (const char byte : {'\x01', '\x7F', '\xFF'}) {
      std::string garbled = block;
      garbled[at] = byte;
      const Result<Document> read = read_document(garbled);
      if (!read) continue;
      const auto turns = static_cast<std::int32_t>(read->transcript.turns.size());
      for (const std::int32_t turn : read->axis.by_begin) REQUIRE((turn >= 0 && turn < turns));
      for (const Lane& lane : read->lanes)
        for (const std::int32_t turn : lane.turns) REQUIRE((turn >= 0 && turn < turns));
      for (const int lane : read->lane_of)
        REQUIRE((lane >= 0 && static_cast<std::size_t>(lane) < read->lanes.size()));
    }
}
