// Values by hand, or from the formulas worked through outside, for the definitions in analysis/shares.h and
// analysis/following.h.
#include <doctest/doctest.h>

#include <cmath>
#include <string>
#include <utility>

#include "analysis/following.h"
#include "analysis/shares.h"
#include "support/talk.h"

using namespace visavis;

namespace {

// A talk of single-letter speakers, a word each.
Transcript in_order(std::string_view letters) {
  std::vector<Said> said;
  for (std::size_t i = 0; i < letters.size(); ++i) said.push_back({letters.substr(i, 1), "word"});
  return make_talk(said);
}

const Following* find(const std::vector<Following>& all, std::int32_t from, std::int32_t to) {
  for (const Following& one : all)
    if (one.from == from && one.to == to) return &one;
  return nullptr;
}

}  // namespace

TEST_CASE("shares by words, time, turns and characters") {
  const Transcript t = make_talk(
      {{"A", "four words are here", 0, 3'000}, {"B", "one", 3'000, 4'000}, {"A", "x y", 4'000, 8'000}});
  const Balance b = balance_of(t, measure(t), whole(t));
  const Shares words = shares_by(b, ShareOf::words), time = shares_by(b, ShareOf::time),
               turns = shares_by(b, ShareOf::turns), characters = shares_by(b, ShareOf::characters);
  CHECK(words.shares[0] == doctest::Approx(6.0 / 7));
  CHECK(time.shares[0] == doctest::Approx(7.0 / 8));
  CHECK(turns.shares[0] == doctest::Approx(2.0 / 3));
  CHECK(characters.shares[0] == doctest::Approx(18.0 / 21));  // 16 + 2 and 3
  // Of 7 and 1: -(7/8 ln 7/8 + 1/8 ln 1/8) / ln 2, and |7 - 1| / (2 * 8).
  CHECK(time.evenness.index == doctest::Approx(0.543564));
  CHECK(time.evenness.gini == doctest::Approx(.375));
  CHECK(words.evenness.index == doctest::Approx(b.index));
  CHECK(std::string(share_of_name(ShareOf::characters)) == "characters");
  const Transcript untimed = make_talk({{"A", "a", 0, 10}, {"B", "b"}});
  CHECK_FALSE(shares_by(balance_of(untimed, measure(untimed), whole(untimed)), ShareOf::time).known);
  CHECK_FALSE(shares_by({}, ShareOf::words).known);
}

TEST_CASE("evenness at its ends") {
  CHECK(evenness_of({}).index < 0);
  CHECK(evenness_of({3}).gini < 0);
  CHECK(evenness_of({0, 0}).index < 0);
  CHECK(evenness_of({5, 5, 5}).index == doctest::Approx(1));
  CHECK(evenness_of({5, 5, 5}).gini == doctest::Approx(0));
  CHECK(evenness_of({0, 0, 9}).index == doctest::Approx(0));
  CHECK(evenness_of({0, 0, 9}).gini == doctest::Approx(2.0 / 3));  // (n - 1) / n
}

TEST_CASE("Gini is that of team_comm_tools: sum over pairs of |x - y| by n squared times the mean") {
  // 10 three times, 20 twice, 30 once: 100, by 16 times 25.
  CHECK(evenness_of({10, 20, 30, 40}).gini == doctest::Approx(.25));
  // 2 + 5 + 7, by 9 times 4.
  CHECK(evenness_of({3, 1, 8}).gini == doctest::Approx(14.0 / 36));
}

TEST_CASE("runs are the turns of team_comm_tools' turn-taking index: (turns - 1) / (chats - 1)") {
  // The example of its documentation: 5, 10, 2, 1 and 2 chats of three speakers, so 4 / 19.
  std::vector<Said> said;
  for (const auto& [who, chats] : std::vector<std::pair<const char*, int>>{
           {"emily", 5}, {"amy", 10}, {"nikhil", 2}, {"emily", 1}, {"amy", 2}})
    for (int i = 0; i < chats; ++i) said.push_back({who, "w"});
  const Transcript t = make_talk(said);
  std::uint32_t runs = 0, turns = 0;
  for (const TurnLengths& one : turn_lengths(t, measure(t), whole(t))) runs += one.runs, turns += one.turns;
  CHECK(runs == 5);
  CHECK((runs - 1.0) / (turns - 1.0) == doctest::Approx(4.0 / 19));
}

TEST_CASE("Gini by turns and by words is that of team_comm_tools, which counts messages and words so") {
  // Messages 3 and 1: 2 / (4 * 2). Words 6 and 2: 4 / (4 * 4). Its characters count spaces, ours do not.
  const Transcript t = make_talk({{"A", "one two"}, {"B", "a b"}, {"A", "c d e"}, {"A", "f"}});
  const Balance b = balance_of(t, measure(t), whole(t));
  CHECK(shares_by(b, ShareOf::turns).evenness.gini == doctest::Approx(.25));
  CHECK(shares_by(b, ShareOf::words).evenness.gini == doctest::Approx(.25));
}

TEST_CASE("a role is as sure as its questions") {
  // One question in 10 words against none in 10: P(X <= 1) of 2 trials at 2/3 is 1 - 4/9.
  std::vector<Said> said = {{"Q", "a b c d why?"}, {"A", "a b c d e"}, {"Q", "x"}, {"A", "y"},
                            {"Q", "a b c d"},      {"A", "f g h i"}};
  const auto confidence = [](const Transcript& t) {
    const Analysis found = analyse(t);
    return role_confidence_of(t, found.balance, found.roles);
  };
  Transcript t = make_talk(said);
  CHECK(analyse(t).roles[0] == Role::interviewer);
  CHECK(confidence(t)[0] == doctest::Approx(5.0 / 9));
  CHECK(confidence(t)[1] == doctest::Approx(5.0 / 9));
  for (int i = 0; i < 12; ++i) said.push_back({"Q", "who says so?"}), said.push_back({"A", "I do so"});
  CHECK(confidence(make_talk(said))[0] > .98);
  t.speakers[1].role = Role::interviewee;
  CHECK(confidence(t) == std::vector<double>{-1, 1});
  CHECK(confidence(make_talk({{"A", "a"}})) == std::vector<double>{-1});
}

TEST_CASE("lengths of turns, runs, words per minute") {
  const Transcript t = make_talk({{"A", "one", 0, 1'000},
                                  {"A", "a b c", 1'000, 2'000},
                                  {"", "narration here"},
                                  {"A", "a b c d", 2'000, 3'000},
                                  {"B", "b", 3'000, 4'000},
                                  {"A", "a b c d e f g h", 4'000, 8'000},
                                  {"B", "..."}});
  const std::vector<TurnLengths> lengths = turn_lengths(t, measure(t), whole(t));
  const TurnLengths &a = lengths[0], &b = lengths[1];
  CHECK(a.turns == 4);
  CHECK(a.mean == doctest::Approx(4));
  CHECK(a.median == doctest::Approx(3.5));          // of 1 3 4 8
  CHECK(a.lower_quartile == doctest::Approx(2.5));  // a quarter of the way through 3 steps
  CHECK(a.upper_quartile == doctest::Approx(5));
  CHECK(a.longest == 8);
  CHECK(a.longest_turn == 5);
  CHECK(a.distribution == std::vector<std::uint32_t>{0, 1, 1, 1, 1});  // 1, 2-3, 4-7, 8-15
  CHECK(a.runs == 2);
  CHECK(a.longest_run == 3);
  CHECK(a.words_per_minute == doctest::Approx(16 * 60.0 / 7));
  CHECK(b.words_per_minute < 0);  // one turn has no times
  CHECK(b.distribution == std::vector<std::uint32_t>{1, 1});
  const std::vector<TurnLengths> some = turn_lengths(t, measure(t), {0, 1});
  CHECK(some[0].longest_turn == 1);
  CHECK(some[1].turns == 0);
  CHECK(some[1].longest_turn == kNone);
}

TEST_CASE("rolling balance: windows over the spoken words") {
  std::string hundred;
  for (int i = 0; i < 100; ++i) hundred += "word ";
  const Transcript t = make_talk({{"A", hundred}, {"", "not counted"}, {"B", hundred}});
  const Analysis analysis = analyse(t);
  const RollingBalance rolling = rolling_balance(t, analysis);
  CHECK(rolling.window_words == 100);
  CHECK(rolling.step_words == 50);
  REQUIRE(rolling.points.size() == 3);
  CHECK(rolling.points[0].index == doctest::Approx(0));
  CHECK(rolling.points[0].turn == 0);
  CHECK(rolling.points[1].first_word == 50);
  CHECK(rolling.points[1].index == doctest::Approx(1));
  CHECK(rolling.points[1].shares[1] == doctest::Approx(.5));
  CHECK(rolling.points[2].turn == 2);
  CHECK(rolling.points[2].shares[1] == doctest::Approx(1));
  CHECK(rolling_balance(t, analysis, 1'000).points.size() == 1);
  CHECK(rolling_balance(t, analysis, 1'000).points[0].index == doctest::Approx(1));
  CHECK(rolling_balance(t, analysis, 1).points.size() == 200);
  CHECK(rolling_balance({}, analyse({})).points.empty());
}

TEST_CASE("who follows whom, beside chance") {
  // Transitions counted by hand; expected counts by fitting the full table of
  // 3 x 3 with an empty diagonal until its sums are those counted, residuals by the formula.
  const std::vector<Following> found = following_of(in_order("ABCABCABCACBABC"));
  REQUIRE(find(found, 0, 1));
  CHECK(find(found, 0, 1)->count == 4);
  CHECK(find(found, 0, 1)->expected == doctest::Approx(2.693011).epsilon(1e-4));
  CHECK(find(found, 0, 1)->residual == doctest::Approx(1.238906).epsilon(1e-4));
  REQUIRE(find(found, 0, 2));
  CHECK(find(found, 0, 2)->count == 1);
  CHECK(find(found, 0, 2)->expected == doctest::Approx(2.306989).epsilon(1e-4));
  CHECK(find(found, 0, 2)->residual == doctest::Approx(-1.338550).epsilon(1e-4));
  REQUIRE(find(found, 1, 0));
  CHECK(find(found, 1, 0)->count == 1);
  CHECK(find(found, 1, 0)->expected == doctest::Approx(2.306989).epsilon(1e-4));
  CHECK(find(found, 1, 0)->residual == doctest::Approx(-1.269860).epsilon(1e-4));
  REQUIRE(find(found, 1, 2));
  CHECK(find(found, 1, 2)->count == 4);
  CHECK(find(found, 1, 2)->expected == doctest::Approx(2.693011).epsilon(1e-4));
  CHECK(find(found, 1, 2)->residual == doctest::Approx(1.238906).epsilon(1e-4));
  REQUIRE(find(found, 2, 0));
  CHECK(find(found, 2, 0)->count == 3);
  CHECK(find(found, 2, 0)->expected == doctest::Approx(1.693011).epsilon(1e-4));
  CHECK(find(found, 2, 0)->residual == doctest::Approx(1.406274).epsilon(1e-4));
  REQUIRE(find(found, 2, 1));
  CHECK(find(found, 2, 1)->count == 1);
  CHECK(find(found, 2, 1)->expected == doctest::Approx(2.306989).epsilon(1e-4));
  CHECK(find(found, 2, 1)->residual == doctest::Approx(-1.269860).epsilon(1e-4));
  // A turn after one's own is no transfer, narration is passed over.
  const std::vector<Following> runs =
      following_of(make_talk({{"A", "a"}, {"A", "b"}, {"", "n"}, {"B", "c"}}));
  REQUIRE(runs.size() == 1);
  CHECK(runs[0].count == 1);
  CHECK(std::isnan(runs[0].residual));
  CHECK(std::isnan(following_of(in_order("ABABAB"))[0].residual));  // between two nothing can vary
  CHECK(following_of({}).empty());
}

TEST_CASE("talk-time sharing between two, as ConvoKit counts it") {
  // A speaks 0-200 s and B 200-300 s of what is counted; the first and the last turn are not. Windows of 150
  // s begin at 0, 30, 60, 90, 120 (150 + 150 is not before the end): A leads 150/0, 150/0, 140/10, 110/40,
  // then 80/70.
  std::vector<Said> said = {{"B", "hello", -9'000, -1'000},
                            {"A", "a", 0, 200'000},
                            {"B", "b", 200'000, 300'000},
                            {"A", "bye", 300'000, 900'000}};
  const Sharing sharing = sharing_of(make_talk(said));
  REQUIRE(sharing.known);
  CHECK(sharing.primary == 1);  // "A" is the second to speak
  CHECK(sharing.imbalance == doctest::Approx(2.0 / 3));
  CHECK(sharing.windows == std::vector<std::int8_t>{1, 1, 1, 1, 0});
  CHECK(std::string(sharing.label) == "dominating-throughout");
  SharingRules strict;
  strict.threshold = .75;  // 110 of 150 is less
  CHECK(sharing_of(make_talk(said), strict).windows == std::vector<std::int8_t>{1, 1, 1, 0, 0});

  // Ten minutes of ten seconds each in turn; then three minutes each.
  std::vector<Said> quick, slow;
  for (int i = 0; i < 60; ++i) quick.push_back({i % 2 ? "B" : "A", "w", i * 10'000, i * 10'000 + 10'000});
  CHECK(std::string(sharing_of(make_talk(quick)).label) == "back-and-forth");
  for (int i = 0; i < 8; ++i) slow.push_back({i % 2 ? "B" : "A", "w", i * 300'000, i * 300'000 + 300'000});
  CHECK(std::string(sharing_of(make_talk(slow)).label) == "alternating-dominance");

  said.push_back({"C", "third", 900'000, 901'000});
  CHECK_FALSE(sharing_of(make_talk(said)).known);
  said.back() = {"B", "no times"};
  CHECK_FALSE(sharing_of(make_talk(said)).known);
  CHECK_FALSE(sharing_of(make_talk({{"A", "a", 0, 10}, {"B", "b", 10, 20}})).known);
  // Times that are no talk's.
  CHECK_FALSE(sharing_of(make_talk({{"A", "a", 0, 10},
                                    {"B", "b", 10, 9'000'000'000'000'000},
                                    {"A", "c", 20, 30},
                                    {"B", "d", 30, 40}}))
                  .known);
}

TEST_CASE("who was expected and did not speak counts for evenness") {
  const Transcript t = make_talk({{"A", "one two"}, {"B", "three four"}});
  const Analysis analysis = analyse(t);
  const Shares words = shares_by(analysis.balance, ShareOf::words);
  CHECK(evenness_with(words.shares, analysis.balance, 0).index == doctest::Approx(1));
  // Two of four: ln 2 / ln 4; Gini of {0, 0, 1, 1}: 8 / (2 * 16 * .5).
  const Evenness with = evenness_with(words.shares, analysis.balance, 2);
  CHECK(with.index == doctest::Approx(.5));
  CHECK(with.gini == doctest::Approx(.5));
  CHECK(rolling_balance(t, analysis, 4, 2).points[0].index == doctest::Approx(.5));
  // A window of a word each would be as many windows as words: there is a bound.
  std::vector<Said> said(3'000, Said{"A", "one two three"});
  const Transcript talk = make_talk(said);
  CHECK(rolling_balance(talk, analyse(talk), 1).points.size() < 3'000);
}
