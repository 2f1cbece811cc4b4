// Questions by kind and language, and what answers them.
#include "analysis/exchanges.h"

#include <doctest/doctest.h>

#include <string>

#include "support/talk.h"

using namespace visavis;

namespace {

std::string kinds(std::string_view language, const std::vector<std::string_view>& sentences) {
  const QuestionSorter sorter(question_words(language));
  std::string out;
  for (const std::string_view sentence : sentences) {
    const char* name = question_kind_name(sorter.kind_of(sentence));
    out += name ? name : "unknown";
    out += ' ';
  }
  return out;
}

Exchanges found_in(const Transcript& t) {
  const Measures measures = measure(t);
  return exchanges_of(t, measures, floor_of(t, measures));
}

// A talk in English needs enough words to be known as one; these are of nobody.
constexpr Said kEnglish = {
    "",
    "This is what they said to each other when it was over, and there was nobody else with them in "
    "the house at that time."};

}  // namespace

TEST_CASE("kinds of questions in English") {
  CHECK(kinds("en", {"What happened then?", "And so, why did you go?", "In which year was that?",
                     "What's it like?", "You went where?", "Well, how about the dog?"}) ==
        "wh wh wh wh wh wh ");
  CHECK(kinds("en", {"Did you see it?", "And was it cold?", "Isn't that odd?", "Have you ever gone back?"}) ==
        "yes_no yes_no yes_no yes_no ");
  CHECK(kinds("en", {"You were alone?", "Really?", "So the boat sank?"}) ==
        "declarative declarative declarative ");
  CHECK(kinds("en", {"It was cold, wasn't it?", "You like it, don't you?", "That was you, right?",
                     "He left, is that right?", "You see her still, do you?", "It's good isn't it?"}) ==
        "tag tag tag tag tag tag ");
  CHECK(kinds("en", {"Given the stakes here, why shouldn't it be closed?", "Looking back, do you miss it?",
                     "After all that, where did you go?", "You went to Paris, which was far?",
                     "You met him, who is my brother?"}) == "wh yes_no wh declarative declarative ");
  CHECK(kinds("de", {"Als das Boot sank, was haben Sie getan?", "Ein Haus, das gut ist?"}) ==
        "wh declarative ");
  CHECK(kinds("fr", {"Après la guerre, comment viviez ?"}) == "wh ");
  CHECK(kinds("en", {"(pause 1.16) What kind was it?", "[laughs] Did you?",
                     "{disfmarker} So (um) how (big?"}) == "wh yes_no wh ");
  CHECK(kinds("en", {"Right?", "Do you?", "?"}) == "declarative yes_no unknown ");
}

TEST_CASE("kinds of questions in German, French and Spanish") {
  CHECK(kinds("de-AT",
              {"Wann war das?", "Und mit wem?", "War das schwer?", "Erinnern Sie sich?", "Sie waren allein?",
               "Das war kalt, oder?", "Das weißt du, nicht wahr?", "Wenn Sie zurückblicken?"}) ==
        "wh wh yes_no yes_no declarative tag tag declarative ");
  CHECK(kinds("fr", {"Qu'est-ce que c'est ?", "Et pourquoi ?", "Est-ce que vous y étiez ?",
                     "Avez-vous peur ?", "Votre père était-il là ?", "C'était où ?", "Vous étiez seule ?",
                     "C'est beau, hein ?", "Il est parti, n'est-ce pas ?", "Où allait-il ?"}) ==
        "wh wh yes_no yes_no yes_no wh declarative tag tag wh ");
  CHECK(kinds("es", {"¿Qué pasó?", "Y entonces, ¿por qué se fue?", "¿Tiene usted miedo?",
                     "¿Usted estaba sola?", "Era bonito, ¿no?", "Se fue, ¿verdad?"}) ==
        "wh wh yes_no declarative tag tag ");
  CHECK(kinds("pl", {"Co?"}) == "unknown ");
}

TEST_CASE("the language of the questions is the text's, else the declared one") {
  const auto language = [](std::string_view words, const char* declared) {
    Transcript t = make_talk({{"A", words}});
    t.language = declared;
    const QuestionWords* found = question_language(t);
    return std::string(found ? found->language : "none");
  };
  CHECK(language(kEnglish.words, "") == "en");
  CHECK(language(kEnglish.words, "de") == "en");
  CHECK(language("Das ist so, weil wir in der Stadt waren und nicht auf dem Land, und ich habe das auch "
                 "immer gesagt, wenn "
                 "er da war.",
                 "") == "de");
  CHECK(language("Je ne sais pas si c'est vrai, mais nous avons vu la maison et les enfants, et puis il est "
                 "venu avec "
                 "nous.",
                 "") == "fr");
  CHECK(language("Yo no sé si es verdad, pero los niños estaban en la casa y entonces él se fue con la gente "
                 "del pueblo.",
                 "") == "es");
  CHECK(language("two words", "fr-CA") == "fr");
  CHECK(language("two words", "") == "none");
  CHECK(language("", "xx") == "none");
  CHECK(language("És que no hi havien sentències als tribunals, i això és el que vostès van dir, perquè la "
                 "llei no és "
                 "per als altres.",
                 "") == "none");
}

TEST_CASE("a question, its answer, its delay") {
  const Transcript t = make_talk({kEnglish,
                                  {"Q", "Hello. When did the lighthouse close?", 0, 3'000},
                                  {"A", "The lighthouse? It closed in spring.", 3'400, 6'000},
                                  {"A", "Or June.", 6'200, 7'000},
                                  {"Q", "Was spring warm?", 6'900, 8'000},
                                  {"A", "No.", 8'100, 9'000},
                                  {"Q", "You stayed?", 9'050, 9'800}});
  const Exchanges all = found_in(t);
  CHECK(all.language == "en");
  REQUIRE(all.questions.size() == 4);
  const Exchange &first = all.questions[0], &echo = all.questions[1], &second = all.questions[2],
                 &third = all.questions[3];
  CHECK(slice(t.text, first.text) == "When did the lighthouse close?");
  CHECK(first.kind == QuestionKind::wh);
  CHECK(first.asked());
  CHECK(first.answer == 2);
  CHECK(first.answer_words == 8);
  CHECK(first.delay_ms == 400);
  CHECK(first.met_by_question);
  CHECK(first.shared_words == 1);  // "lighthouse"; "close" is not "closed"
  CHECK_FALSE(first.follow_up);
  CHECK(echo.kind == QuestionKind::declarative);
  CHECK(second.follow_up);  // takes up "spring"
  CHECK(second.delay_ms == 100);
  CHECK(second.shared_words == 0);
  CHECK_FALSE(second.met_by_question);
  CHECK_FALSE(third.follow_up);  // right after an answer, but takes up no word of it
  CHECK(third.answer == kNone);

  const std::vector<QuestionCounts> counts = question_counts(t, all);
  CHECK(counts[0].asked == 3);
  CHECK(counts[0].answered == 2);
  CHECK(counts[0].by_kind[static_cast<std::size_t>(QuestionKind::yes_no)] == 1);
  CHECK(counts[0].median_answer_words == doctest::Approx(4.5));
  CHECK(counts[0].median_delay_ms == doctest::Approx(250));
  CHECK(counts[0].delays == 2);
  CHECK(counts[0].follow_ups == 1);
  CHECK(counts[0].nothing_shared == 1);
  CHECK(counts[0].met_by_question == 1);
  CHECK(counts[1].asked == 1);
}

TEST_CASE("a question whose speaker goes on is not asked of another") {
  const Transcript t = make_talk(
      {{"A", "Why did I do it? Because there was nothing else that anybody could have done. And you?"},
       {"B", "Who knows? Why? It is what it is and always will be, they say."},
       {"A", "Seven words follow this one? one two three four five six seven"},
       {"B", "Eight do? one two three four five six seven eight"},
       {"A", "He said, “Are you mad?” Then he left."},
       {"", "A pause?"},
       {"A", "A last one?"}});
  std::string told;
  for (const Exchange& one : found_in(t).questions)
    told += one.quoted ? "quoted " : one.rhetorical ? "rhetorical " : "asked ";
  CHECK(told == "rhetorical asked rhetorical rhetorical asked rhetorical quoted asked ");
  CHECK(found_in({}).questions.empty());
  CHECK(found_in(make_talk({{"", "Nobody asks?"}})).questions.empty());
}
