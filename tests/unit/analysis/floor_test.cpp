// Values by hand from the definitions in analysis/floor.h.
#include "analysis/floor.h"

#include <doctest/doctest.h>

#include <string>
#include <utility>

#include "support/talk.h"

using namespace visavis;

namespace {

Floor floor_in(const Transcript& t, const FloorRules& rules = {}) { return floor_of(t, measure(t), rules); }

std::vector<FloorChange> changes(const Floor& floor) {
  std::vector<FloorChange> found;
  for (const TurnFloor& turn : floor.turns) found.push_back(turn.change);
  return found;
}

constexpr auto kNothing = FloorChange::none;
using enum FloorChange;

// One of each: B answers 400 ms later, A comes 100 ms early, B cuts in 600 ms early, A says "mm" and then a
// sentence inside, B goes on after a pause, A answers at once.
Transcript talk() {
  return make_talk({{"A", "one two three four", 1'000, 3'000},
                    {"B", "five six seven eight", 3'400, 6'000},
                    {"A", "nine ten eleven twelve", 5'900, 8'000},
                    {"B", "so I said no to him", 7'400, 20'000},
                    {"A", "mm", 9'000, 9'300},
                    {"A", "but that was not all of it", 10'000, 12'000},
                    {"B", "well", 21'000, 22'000},
                    {"A", "and on it goes", 22'000, 23'500}});
}

}  // namespace

TEST_CASE("floor: each kind of change of speaker") {
  const Transcript t = talk();
  const Floor floor = floor_in(t);
  CHECK(floor.times == FloorTimes::measured);
  CHECK(changes(floor) ==
        std::vector{kNothing, gap, overlap, interruption, backchannel, inside, continued, gap});
  CHECK(floor.turns[1].offset_ms == 400);
  CHECK(floor.turns[2].offset_ms == -100);
  CHECK(floor.turns[3].offset_ms == -600);
  CHECK(floor.turns[4].before == 3);
  CHECK(floor.turns[6].offset_ms == 1'000);
  CHECK(floor.turns[7].offset_ms == 0);
  // Silent 3.0-3.4 and 20-21; both speak 5.9-6.0, 7.4-8.0, 9.0-9.3 and 10-12.
  CHECK(floor.silence_ms == 1'400);
  CHECK(floor.overlap_ms == 3'000);
}

TEST_CASE("floor: offsets are scikit-talk's FTO where the floor passes") {
  // Its definition: the begin of a turn less the end of the other's latest that began more than 200 ms before
  // and lies in the ten seconds before. By hand: 3400 - 3000, 5900 - 6000, 7400 - 8000, and of the last
  // 22000 - 22000. It has one for turns inside another's too (9000 - 20000), which pass no floor here, and
  // for a speaker who goes on (21000 - 12000), for whom the offset here is that from the own turn.
  const Floor floor = floor_in(talk());
  const std::vector<std::pair<std::size_t, std::int32_t>> by_hand{{1, 400}, {2, -100}, {3, -600}, {7, 0}};
  for (const auto& [turn, offset] : by_hand) CHECK(floor.turns[turn].offset_ms == offset);
}

TEST_CASE("floor: counts by speaker and range") {
  const Transcript t = talk();
  const Floor floor = floor_in(t);
  const std::vector<FloorCounts> all = floor_counts(t, floor, whole(t));
  CHECK(all[0].gaps == 1);
  CHECK(all[0].overlaps == 1);
  CHECK(all[0].interruptions == 0);
  CHECK(all[0].interrupted == 1);
  CHECK(all[0].backchannels == 1);
  CHECK(all[0].inside == 1);
  CHECK(all[1].gaps == 1);
  CHECK(all[1].overlaps == 1);
  CHECK(all[1].interruptions == 1);
  CHECK(all[1].interrupted == 0);
  const std::vector<FloorCounts> some = floor_counts(t, floor, {-3, 2});
  CHECK(some[1].interruptions == 0);
  CHECK(some[1].gaps == 1);
  const std::vector<bool> shown = {false, true};
  CHECK(floor_counts(t, floor, whole(t), &shown)[1].interruptions == 0);
  CHECK(floor_counts(t, floor, {5, 99})[0].inside == 1);
  CHECK(floor_counts(t, floor, {}).size() == 2);
}

TEST_CASE("floor: the histograms of the pairs are together that of all") {
  const Transcript t = talk();
  const Floor floor = floor_in(t);
  std::vector<std::uint32_t> sum(kOffsetBins);
  for (const FloorPair& pair : floor_pairs(t, floor, whole(t)))
    for (std::size_t bin = 0; bin < kOffsetBins; ++bin) sum[bin] += pair.counts[bin];
  CHECK(sum == floor_histogram(floor));
  CHECK(std::string(floor_change_name(interruption)) == "interruption");
}

TEST_CASE("floor: response times by pair") {
  const Transcript t = make_talk({{"A", "a", 0, 1'000},
                                  {"B", "b", 1'200, 2'000},
                                  {"A", "c", 2'500, 3'000},
                                  {"B", "d", 2'900, 4'000},
                                  {"A", "e", 4'100, 5'000},
                                  {"B", "f", 6'000, 7'000},
                                  {"A", "g", 7'300, 8'000}});
  const std::vector<FloorPair> pairs = floor_pairs(t, floor_in(t), whole(t));
  REQUIRE(pairs.size() == 2);
  // A to B: 200, -100, 1000; B to A: 500, 100, 300.
  CHECK(pairs[0].from == 0);
  CHECK(pairs[0].to == 1);
  CHECK(pairs[0].transfers == 3);
  CHECK(pairs[0].gaps == 2);
  CHECK(pairs[0].median_ms == doctest::Approx(200));
  CHECK(pairs[0].mean_ms == doctest::Approx(1100.0 / 3));
  CHECK(pairs[1].median_ms == doctest::Approx(300));
  const std::vector<FloorPair> two = floor_pairs(t, floor_in(t), {0, 3});
  REQUIRE(two.size() == 2);
  CHECK(two[0].median_ms == doctest::Approx(50));  // between 200 and -100
  const std::vector<std::uint32_t> bins = floor_histogram(floor_in(t));
  REQUIRE(bins.size() == kOffsetBins);
  CHECK(bins[9] == 1);   // -200 to 0
  CHECK(bins[10] == 1);  // 0 to 200
  CHECK(bins[11] == 2);  // 200 to 400
  CHECK(bins[12] == 1);
  CHECK(bins[15] == 1);  // 1000
  std::uint32_t sum = 0;
  for (const std::uint32_t count : bins) sum += count;
  CHECK(sum == 6);
}

TEST_CASE("floor: thresholds are rules, exact at their edges") {
  const auto change_of = [](std::int64_t start, std::int64_t end, const char* words,
                            const FloorRules& rules = {}) {
    const Transcript t = make_talk({{"A", "a long one", 0, 10'000}, {"B", words, start, end}});
    return floor_of(t, measure(t), rules).turns[1].change;
  };
  CHECK(change_of(10'000, 12'000, "five words are said here") == gap);
  CHECK(change_of(9'999, 12'000, "five words are said here") == overlap);
  CHECK(change_of(9'701, 12'000, "five words are said here") == overlap);
  CHECK(change_of(9'700, 12'000, "five words are said here") == interruption);
  CHECK(change_of(0, 12'000, "both begin at once") == overlap);
  CHECK(change_of(9'500, 10'400, "oh yes") == overlap);  // too short to interrupt
  CHECK(change_of(5'000, 6'000, "oh yes indeed") == backchannel);
  CHECK(change_of(5'000, 6'001, "oh yes indeed") == inside);
  CHECK(change_of(5'000, 6'000, "oh yes indeed so") == inside);
  CHECK(change_of(9'000, 10'000, "yes") == backchannel);
  CHECK(change_of(9'700, 12'000, "five words are said here", {500, 3, 1'000}) == overlap);
  CHECK(change_of(5'000, 6'000, "oh yes indeed", {300, 2, 1'000}) == inside);
}

TEST_CASE("floor: withheld where times are not those of speech") {
  Transcript t = talk();
  const auto times = [&] { return floor_in(t).times; };
  for (Turn& turn : t.turns) turn.marks |= kMarkCaption;
  const Floor floor = floor_in(t);
  CHECK(floor.times == FloorTimes::captions);
  CHECK(floor.turns[3].change == kNothing);
  CHECK(floor.silence_ms == kNoTime);
  CHECK(floor_pairs(t, floor, whole(t)).empty());
  CHECK(floor_histogram(floor).empty());
  for (Turn& turn : t.turns) turn.marks = 0;
  CHECK(times() == FloorTimes::measured);
  t.turns[4].end_source = TimeSource::estimated;
  CHECK(times() == FloorTimes::estimated);
  t.turns[4].end_ms = kNoTime;
  CHECK(times() == FloorTimes::missing);
  CHECK(floor_in({}).times == FloorTimes::missing);
  CHECK(floor_in(make_talk({{"", "only narration", 0, 5}})).times == FloorTimes::missing);

  // Cut into pieces: where one ends the next begins. Three of four changes at once are too many.
  std::vector<Said> pieces = {{"A", "a", 0, 10}, {"B", "b", 10, 20}, {"A", "c", 20, 30}, {"B", "d", 30, 40}};
  CHECK(floor_in(make_talk(pieces)).times == FloorTimes::measured);  // three changes are no evidence
  pieces.push_back({"A", "e", 50, 60});
  CHECK(floor_in(make_talk(pieces)).times == FloorTimes::adjoining);
  pieces[3] = {"B", "d", 32, 40};
  CHECK(floor_in(make_talk(pieces)).times == FloorTimes::measured);
}

TEST_CASE("floor: whole seconds are too coarse") {
  std::vector<Said> said;
  for (int i = 0; i < 5; ++i) said.push_back({i % 2 ? "B" : "A", "words", i * 5'000, i * 5'000 + 4'000});
  CHECK(floor_in(make_talk(said)).times == FloorTimes::coarse);
  said[2].end_ms += 1;
  CHECK(floor_in(make_talk(said)).times == FloorTimes::measured);
  said[2].end_ms -= 1;
  said.pop_back();  // three changes are no evidence
  CHECK(floor_in(make_talk(said)).times == FloorTimes::measured);
}

TEST_CASE("floor: what is broken off is marked, with or without times") {
  Transcript t = make_talk({{"A", "I was going to--"},
                            {"B", "And-"},
                            {"A", "no — really —"},
                            {"", "[crosstalk]"},
                            {"B", "\"He told me –\""},
                            {"B", "mine goes on --"},
                            {"B", "to the end of well-being."},
                            {"A", "- a dash alone -"},
                            {"B", "the file says so"},
                            {"A", "and last --"}});
  t.turns[8].marks = kMarkInterrupted;
  const Floor floor = floor_in(t);
  std::vector<bool> broken;
  for (const TurnFloor& turn : floor.turns) broken.push_back(turn.broken_off);
  CHECK(broken == std::vector<bool>{true, true, true, false, false, false, false, false, true, false});
  const std::vector<FloorCounts> counts = floor_counts(t, floor, whole(t));
  CHECK(counts[0].marked_interrupted == 2);
  CHECK(counts[0].marked_interruptions == 2);
  CHECK(counts[1].marked_interrupted == 2);
  CHECK(counts[1].marked_interruptions == 2);
  CHECK(counts[0].interruptions == 0);
}

TEST_CASE("floor: turns in any order, one instant, ends before begins") {
  const Transcript mixed = make_talk({{"B", "later", 5'000, 6'000}, {"A", "first", 0, 4'000}});
  const Floor floor = floor_in(mixed);
  CHECK(floor.turns[0].change == gap);
  CHECK(floor.turns[0].offset_ms == 1'000);
  CHECK(floor.turns[1].change == kNothing);
  CHECK(floor.silence_ms == 1'000);
  const Floor odd = floor_in(make_talk({{"A", "a", 100, 50}, {"B", "b", 100, 100}, {"A", "c", 90, 90}}));
  CHECK(odd.overlap_ms == 0);
  CHECK(odd.silence_ms >= 0);
}

TEST_CASE("floor: one short word inside is no interruption, what goes on past the end is") {
  const Transcript t = make_talk(
      {{"A", "a b", 0, 5'000}, {"B", "c", 4'000, 4'500}, {"B", "d", 5'000, 7'000}, {"A", "e", 6'500, 8'000}});
  const std::vector<FloorCounts> counts = floor_counts(t, floor_in(t), whole(t));
  CHECK(counts[1].interruptions == 0);
  CHECK(counts[1].backchannels == 1);
  CHECK(counts[0].interruptions == 1);  // 1,500 ms, too long for a backchannel
}
