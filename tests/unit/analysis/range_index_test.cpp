// The figures of a part, found by prefix sums, are those of adding its turns up; a search in slices finds
// what one in one piece does.
#include <doctest/doctest.h>

#include <random>

#include "analysis/analysis.h"
#include "analysis/range_index.h"
#include "analysis/search.h"
#include "support/talk.h"

using namespace visavis;

namespace {

// Turns of up to `speakers` speakers and of nobody, many of them over one another.
Transcript random_talk(std::mt19937& random, std::size_t turns, unsigned speakers, bool timed) {
  static const char* const kNames[] = {"", "Ana", "Ben", "Cleo", "Dov"};
  std::vector<Said> said;
  std::int64_t at = 0;
  for (std::size_t i = 0; i < turns; ++i) {
    const std::int64_t length = 200 + static_cast<std::int64_t>(random() % 4000);
    const bool known = timed || random() % 9 != 0;
    said.push_back({kNames[random() % (speakers + 1)], random() % 3 ? "and so it went on" : "why?",
                    known ? at : kNoTime, known ? at + length : kNoTime});
    at += static_cast<std::int64_t>(random() % 3000);
  }
  return make_talk(said);
}

}  // namespace

TEST_CASE("a part's balance by prefix sums is the sum of its turns") {
  std::mt19937 random(7);
  for (int round = 0; round < 60; ++round) {
    const std::size_t turns = round < 6 ? static_cast<std::size_t>(round) : random() % 60;
    const Transcript t = random_talk(random, turns, 1 + random() % 4, round % 2 != 0);
    const Analysis a = analyse(t);
    const RangeIndex index(t, a.measures, a.floor);
    for (int ask = 0; ask < 40; ++ask) {
      const auto n = static_cast<std::int32_t>(turns);
      const auto any = [&] { return static_cast<std::int32_t>(random() % (turns + 4)) - 2; };
      const TurnRange range = ask == 0   ? whole(t)
                              : ask == 1 ? TurnRange{}
                              : ask == 2 ? TurnRange{n - 1, n - 1}
                                         : TurnRange{any(), any()};
      std::vector<bool> filter;
      for (std::size_t i = 0; i < t.speakers.size(); ++i) filter.push_back(random() % 2 != 0);
      for (const std::vector<bool>* shown :
           {static_cast<const std::vector<bool>*>(nullptr), static_cast<const std::vector<bool>*>(&filter)}) {
        const Balance is = index.balance(range, shown), wanted = balance_of(t, a.measures, range, shown);
        CHECK(is.words == wanted.words);
        CHECK(is.voices == wanted.voices);
        CHECK(is.index == wanted.index);
        CHECK(is.gini == wanted.gini);
        const std::vector<std::uint32_t> cuts = index.interruptions(range, shown);
        const std::vector<FloorCounts> counts = floor_counts(t, a.floor, range, shown);
        REQUIRE(cuts.size() == counts.size());
        for (std::size_t i = 0; i < counts.size(); ++i) {
          CHECK(cuts[i] == counts[i].interruptions);
          const SpeakerBalance &one = is.speakers[i], &other = wanted.speakers[i];
          CHECK(one.turns == other.turns);
          CHECK(one.words == other.words);
          CHECK(one.characters == other.characters);
          CHECK(one.questions == other.questions);
          CHECK(one.longest_turn == other.longest_turn);
          CHECK(one.ms == other.ms);
          CHECK(one.share == other.share);
          CHECK(one.mean_turn == other.mean_turn);
        }
      }
    }
  }
}

TEST_CASE("a search in slices finds the same, whatever their size") {
  const Transcript t = make_talk({{"A", "an anna bananas é An"},
                                  {"", ""},
                                  {"B", "a  n a\nn"},
                                  {"A", "Ana ana ana ana ana ana"},
                                  {"B", "none here"},
                                  {"A", "ana"}});
  for (const char* query : {"an", "ana", "a n", "é", "zzz", " ", "a"}) {
    const std::vector<SearchHit> all = search(t, query);
    for (const std::size_t bytes : {0u, 1u, 7u, 20u, 1000u}) {
      std::vector<SearchHit> hits;
      int steps = 0;
      for (std::size_t turn = 0; turn < t.turns.size(); ++steps) {
        REQUIRE(steps < 500);
        turn = search_some(t, query, turn, bytes, hits);
      }
      REQUIRE(hits.size() == all.size());
      for (std::size_t i = 0; i < all.size(); ++i) {
        CHECK(hits[i].turn == all[i].turn);
        CHECK(hits[i].text == all[i].text);
      }
      if (bytes == 0 && *query != ' ') CHECK(steps >= 5);
      if (bytes == 1000) CHECK(steps == 1);
    }
  }
}
