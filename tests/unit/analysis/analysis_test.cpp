#include <doctest/doctest.h>

#include "analysis/measures.h"
#include "analysis/questions.h"
#include "analysis/search.h"
#include "analysis/words.h"
#include "support/talk.h"

using namespace visavis;

namespace {

std::vector<std::string> asked(std::string_view text) {
  std::vector<std::string> found;
  for (const Span span : questions_in(text)) found.emplace_back(slice(text, span));
  return found;
}

std::vector<std::string> found_in(const Transcript& t, std::string_view query) {
  std::vector<std::string> found;
  for (const SearchHit& hit : search(t, query)) found.emplace_back(slice(t.text, hit.text));
  return found;
}

using Strings = std::vector<std::string>;

}  // namespace

TEST_CASE("words are counted as a word processor counts them") {
  const auto words = [](std::string_view text) { return count_text(text).words; };
  CHECK(words("") == 0);
  CHECK(words("It's well-known, isn't it?") == 4);
  CHECK(words("one\u2014two\u2013three--four") == 4);
  CHECK(words(" — -- ... & 7 ") == 1);
  CHECK(words("a\u00A0b\u3000c\nd") == 4);
  CHECK(words("漢字かな") == 4);
  CHECK(words("abc漢字def") == 4);
  CHECK(words("안녕 하세요") == 2);
  CHECK(words("नमस्ते दुनिया") == 2);
  CHECK_FALSE(count_text("漢字 안녕 abc").estimated);
  CHECK(count_text("สวัสดี").words == 1);
  CHECK(count_text("สวัสดี").estimated);
  CHECK(count_text("abcสวัสดี").estimated);
}

TEST_CASE("a run of closing marks is one question") {
  const auto questions = [](std::string_view text) { return count_text(text).questions; };
  CHECK(questions("No. Never!") == 0);
  CHECK(questions("What?!?") == 1);
  CHECK(questions("What? Why? \"Who?\"") == 3);
  CHECK(questions("He said (really?). And?") == 2);
  CHECK(questions("本当？！はい") == 1);
  CHECK(questions("متى؟") == 1);
  CHECK(questions("!?") == 1);
}

TEST_CASE("shares, index and Gini by hand") {
  // 6 and 2 words: p = 3/4 and 1/4. index = -(.75 log2 .75 + .25 log2 .25); gini = |6-2| / (2 * 8).
  const Transcript t =
      make_talk({{"A", "one two three four"}, {"B", "five six?"}, {"", "a stage word"}, {"A", "x y"}});
  const Measures m = measure(t);
  CHECK(m.words == 8);
  const Balance all = balance_of(t, m, whole(t));
  CHECK(all.voices == 2);
  CHECK(all.speakers[0].share == doctest::Approx(.75));
  CHECK(all.speakers[0].mean_turn == doctest::Approx(3));
  CHECK(all.speakers[0].longest_turn == 4);
  CHECK(all.speakers[1].questions == 1);
  CHECK(all.index == doctest::Approx(0.811278));
  CHECK(all.gini == doctest::Approx(.25));
  CHECK(all.speakers[0].ms == kNoTime);

  const Balance even = balance_of(t, m, {1, 3});
  CHECK(even.index == doctest::Approx(1));
  CHECK(even.gini == doctest::Approx(0));

  const Balance one = balance_of(t, m, {0, 0});
  CHECK(one.index < 0);
  CHECK(one.gini < 0);
  CHECK(one.speakers[0].share == doctest::Approx(1));
  CHECK(balance_of(t, m, {}).voices == 0);
  CHECK(balance_of(t, m, {-5, 99}).words == 8);

  const std::vector<bool> shown = {false, true};
  const Balance filtered = balance_of(t, m, whole(t), &shown);
  CHECK(filtered.words == 2);
  CHECK(filtered.speakers[0].turns == 0);
  CHECK(filtered.index < 0);

  // 1, 2 and 5 words of three: Σ|xi - xj| over ordered pairs is 16; 16 / (2 * 3 * 8).
  const Transcript three = make_talk({{"A", "a"}, {"B", "b b"}, {"C", "c c c c c"}});
  CHECK(balance_of(three, measure(three), whole(three)).gini == doctest::Approx(1.0 / 3));
}

TEST_CASE("speaking time needs times") {
  const Transcript t = make_talk(
      {{"A", "a b", 0, 5'000}, {"B", "c", 4'000, 4'500}, {"B", "d", 5'000, 7'000}, {"A", "e", 6'500, 8'000}});
  const Balance b = balance_of(t, measure(t), whole(t));
  CHECK(b.speakers[0].ms == 6'500);
  CHECK(b.speakers[1].ms == 2'500);
  Transcript untimed = t;
  untimed.turns[3].end_ms = kNoTime;
  CHECK(balance_of(untimed, measure(t), whole(t)).speakers[0].ms == kNoTime);
  CHECK(balance_of(untimed, measure(t), whole(t)).speakers[1].ms == 2'500);
}

TEST_CASE("who asks far more is the interviewer, unless the file says otherwise") {
  Transcript t = make_talk(
      {{"Q", "Why?"}, {"A", "so it was"}, {"Q", "When?"}, {"A", "then"}, {"Q", "Who?"}, {"A", "he"}});
  const auto roles = [&] { return roles_of(t, balance_of(t, measure(t), whole(t))); };
  CHECK(roles() == std::vector{Role::interviewer, Role::interviewee});
  // Twice as often is far more, whoever comes first; less is not.
  const auto of = [](const char* first, const char* second) {
    const Transcript talk = make_talk(
        {{"A", first}, {"B", second}, {"A", "so it was"}, {"B", "so it was"}, {"A", "then"}, {"B", "then"}});
    return roles_of(talk, balance_of(talk, measure(talk), whole(talk)));
  };
  CHECK(of("Why? When?", "Why. When?") == std::vector{Role::interviewer, Role::interviewee});
  CHECK(of("Why. When?", "Why? When?") == std::vector{Role::interviewee, Role::interviewer});
  CHECK(of("Why? Why. When?", "Why? When? Who?") == std::vector{Role::unknown, Role::unknown});
  t.speakers[1].role = Role::moderator;
  CHECK(roles() == std::vector{Role::unknown, Role::moderator});
  const Transcript few = make_talk({{"Q", "Why?"}, {"A", "so"}});
  CHECK(roles_of(few, balance_of(few, measure(few), whole(few))) ==
        std::vector{Role::unknown, Role::unknown});
}

TEST_CASE("search ignores case, accents and kinds of white space") {
  const Transcript t = make_talk({{"A", "Été in the\n  OLD town"}, {"B", "ete, ÉTÉ; aaaa"}});
  CHECK(found_in(t, "ete") == Strings{"Été", "ete", "ÉTÉ"});
  CHECK(found_in(t, " the old\u00A0town ") == Strings{"the\n  OLD town"});
  CHECK(found_in(t, "aa") == Strings{"aa", "aa"});
  CHECK(found_in(t, "townete").empty());  // not across turns
  CHECK(found_in(t, " \n").empty());
  CHECK(found_in(t, "").empty());
  CHECK(search(t, "ÉTÉ;")[0].turn == 1);
}

TEST_CASE("a search in pieces finds what it finds at once") {
  const Transcript t = make_talk({{"A", "moth"}, {"B", "no"}, {"A", "moth moth"}, {"B", "a moth"}});
  for (const std::size_t bytes : {0u, 1u, 5u, 9u, 1000u}) {
    std::vector<SearchHit> hits;
    std::size_t pieces = 0;
    for (std::size_t turn = 0; turn < t.turns.size(); ++pieces)
      turn = search_some(t, "moth", turn, bytes, hits);
    const std::vector<SearchHit> whole = search(t, "moth");
    REQUIRE(hits.size() == whole.size());
    for (std::size_t i = 0; i < hits.size(); ++i) CHECK(hits[i].text.begin == whole[i].text.begin);
    CHECK(pieces == (bytes == 0 ? 4 : bytes == 1000 ? 1 : pieces));
  }
  std::vector<SearchHit> none;
  CHECK(search_some(t, " ", 0, 1, none) == t.turns.size());
}

TEST_CASE("the sentences that ask") {
  CHECK(asked("I see. What did you do in the U.S. midterm races? Nothing.") ==
        Strings{"What did you do in the U.S. midterm races?"});
  CHECK(asked("Did it cost 3.5 million? Really?!") == Strings{"Did it cost 3.5 million?", "Really?!"});
  CHECK(asked("He said, “Why me?” And I left.") == Strings{"He said, “Why me?”"});
  CHECK(asked("はい。本当ですか？そう。") == Strings{"本当ですか？"});
  CHECK(asked("زرعنا النعناع. متى فهمت أنه بستان؟ لاحقا.") == Strings{"متى فهمت أنه بستان؟"});
  CHECK(asked("یہ باغ ہے۔ کب شروع ہوا؟") == Strings{"کب شروع ہوا؟"});
  CHECK(asked("שלום לכולם. איך התחיל הכול?") == Strings{"איך התחיל הכול?"});
  CHECK(asked("हम लौट आए। क्या हुआ था? कुछ नहीं।") == Strings{"क्या हुआ था?"});
  CHECK(asked("გამარჯობა. როგორ ხარ?") == Strings{"როგორ ხარ?"});
  CHECK(asked("Սա այգի է։ Ե՞րբ։").size() == 1);
  CHECK(asked("No question.").empty());
  CHECK(asked("").empty());
  CHECK(asked("?") == Strings{"?"});
}
