// Who takes up whose words, and where they come back.
#include "analysis/recurrence.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "analysis/topic_labels.h"
#include "support/talk.h"

using namespace visavis;

TEST_CASE("recurrence: a word is new, taken up, or one's own again, once a turn") {
  // Enough words of grammar to tell the language.
  const Transcript talk =
      make_talk({{"Ana", "It is the oven, and then it is the oven and the dough."},  // oven, dough: new
                 {"Ben", "An oven is what it is, but it has to have the wood."},     // oven of Ana; wood new
                 {"Cem", "The ovens!"},                                              // oven of Ben
                 {"Ben", "It was the wood and the dough."}});                        // wood own, dough of Ana
  const Recurrence found = recurrence_of(talk);
  REQUIRE(found.speakers.size() == 3);
  const auto check = [&](std::size_t speaker, std::uint32_t terms, std::uint32_t fresh, std::uint32_t own,
                         std::uint32_t taken) {
    const Recurrence::Speaker& one = found.speakers[speaker];
    CHECK(one.terms == terms);
    CHECK(one.fresh == fresh);
    CHECK(one.own == own);
    CHECK(one.taken == taken);
  };
  check(0, 2, 2, 0, 0);
  check(2, 1, 0, 0, 1);
  CHECK(found.speakers[1].own == 1);
  CHECK(found.speakers[1].taken == 2);
  REQUIRE(found.pairs.size() == 2);
  CHECK(found.pairs[0].speaker == 1);
  CHECK(found.pairs[0].of == 0);
  CHECK(found.pairs[0].terms == 2);
  CHECK(found.pairs[1].speaker == 2);
  CHECK(found.pairs[1].of == 1);
}

TEST_CASE("recurrence: stretches that share words are linked, the first turns that say them named") {
  const Transcript talk = make_talk({{"Ana", "Dough rests overnight under linen."},
                                     {"Ben", "Ferries cross rivers before dawn."},
                                     {"Ana", "Lanterns burn along harbour walls."},
                                     {"Ben", "That dough under linen again."}});
  const Recurrence found = recurrence_of(talk);
  REQUIRE(found.stretches.size() == 4);
  REQUIRE(found.links.size() == 1);
  const Recurrence::Link& one = found.links[0];
  CHECK(one.earlier == 0);
  CHECK(one.later == 3);
  CHECK(one.of_turn == 0);
  CHECK(one.turn == 3);
  CHECK(one.words == std::vector<std::string>{"dough", "linen"});
  CHECK(one.alike > 0);
  CHECK(one.alike < 1);
}

TEST_CASE("recurrence: bounded however long the talk is; nothing of nothing") {
  CHECK(recurrence_of(make_talk({})).links.empty());
  std::vector<std::string> texts;
  for (int i = 0; i < 4000; ++i)
    texts.push_back("word" + std::string(1, static_cast<char>('a' + i % 26)) + " common" +
                    std::string(1, static_cast<char>('a' + i % 7)));
  std::vector<Said> said;
  for (std::size_t i = 0; i < texts.size(); ++i) said.push_back({i % 2 ? "Ana" : "Ben", texts[i]});
  const Recurrence found = recurrence_of(make_talk(said));
  CHECK(found.stretches.size() <= kMostStretches + 1);
  CHECK(found.links.size() <= kMostLinks);
  CHECK(found.stretches.front().first == 0);
  CHECK(found.stretches.back().last == 3999);
}

TEST_CASE("recurrence: a text without speakers is one voice") {
  const Recurrence found = recurrence_of(make_talk({{"Ana", "Bread."}}));
  CHECK(found.stretches.size() == 1);
  CHECK(found.links.empty());
}

TEST_CASE("what a whole talk is about: phrases, their stems, how often") {
  const Transcript talk =
      make_talk({{"Ana", "It is the rye bread that is what it is for, and then it is the rye bread."},
                 {"Ben", "And this is my bread, Ana, and that is the Rye bread of the valley."}});
  const std::vector<KeyTerm> terms = key_terms_of(talk);
  REQUIRE_FALSE(terms.empty());
  CHECK(terms.size() <= kMostKeyTerms);
  const auto rye =
      std::find_if(terms.begin(), terms.end(), [](const KeyTerm& one) { return one.stems.front() == "rye"; });
  REQUIRE(rye != terms.end());
  CHECK(rye->text == "rye bread");
  CHECK(rye->stems == std::vector<std::string>{"rye", "bread"});
  CHECK(rye->count == 3);
  for (const KeyTerm& one : terms) CHECK(one.text != "Ana");  // who speaks
}
