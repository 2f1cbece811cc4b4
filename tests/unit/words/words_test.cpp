#include <doctest/doctest.h>

#include <set>
#include <string>

#include "scene/figures.h"
#include "words/phrases.h"
#include "words/reports.h"

using namespace visavis;

namespace {

constexpr Phrase kAll[] = {
#define PHRASE(identifier, name, english) {name, english},
#include "words/english.inc"
#undef PHRASE
};

constexpr Phrase kReports[] = {
#define REPORT(identifier, name, english) {name, english},
#include "words/reports.inc"
#undef REPORT
};

constexpr Phrase kTurns{"turns", "{0} {0:one turn|turns}"};
constexpr Phrase kNested{"nested", "{1:one a {0} is|{1} {0} are} here"};
constexpr Phrase kBare{"bare.one", "nothing"};

}  // namespace

TEST_CASE("every phrase has a name of its own, in kebab-case, and a pattern that is whole") {
  std::set<std::string> names, reported, sentences;
  std::vector<Phrase> all(std::begin(kAll), std::end(kAll));
  all.insert(all.end(), std::begin(kReports), std::end(kReports));
  for (const Phrase& phrase : kReports)
    CHECK_MESSAGE(sentences.insert(phrase.english).second, phrase.english);
  for (const Phrase& phrase : all) {
    CAPTURE(phrase.name);
    CHECK((&phrase - all.data() < std::ssize(kAll) ? names : reported).insert(phrase.name).second);
    CHECK(std::string(phrase.name).find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-.") ==
          std::string::npos);
    int depth = 0;
    for (const char* at = phrase.english; *at; ++at) {
      if (*at == '{') {
        ++depth;
        CHECK(at[1] >= '0');
        CHECK(at[1] <= '9');
        CHECK((at[2] == '}' || at[2] == ':'));
      }
      if (*at == '}') --depth;
      CHECK(depth >= 0);
      CHECK(depth <= 2);
    }
    CHECK(depth == 0);
  }
}

TEST_CASE("a message is a name with arguments, and becomes its English where it is shown") {
  CHECK(english(phrase::row_empty) == "A row without words was left out.");
  CHECK(english(Message(phrase::bytes_replaced, {1, "utf-8"})) ==
        "1 passage was not valid utf-8 and shows as U+FFFD.");
  CHECK(english(Message(phrase::bytes_replaced, {2170, "utf-8"})) ==
        "2170 passages were not valid utf-8 and show as U+FFFD.");
  CHECK(english(Message(phrase::zip_inside, {"a.txt", Message(phrase::json_too_deep, {64})})) ==
        "In the archive's \"a.txt\": The JSON is nested more than 64 deep, as no transcript is.");
  const auto lost = [](const std::vector<Message>& what) {
    return english(Message(phrase::note_no_place, {Message(phrase::in_srt), Message::list(what)}));
  };
  CHECK(lost({phrase::the_title}) == "SubRip has no place for the title; they are left out.");
  CHECK(lost({phrase::the_title, phrase::the_roles, phrase::the_language}) ==
        "SubRip has no place for the title, the roles of the speakers and the language; they are left out.");
  CHECK(Message(phrase::time_row).code() == "time-repaired");
  CHECK(Message(phrase::alias_merged, {"A", "B"}).code() == "alias-merged");
  CHECK(Message().empty());
  CHECK(Message::sentence("Said before.").code().empty());
  CHECK(english(Message::sentence("Said before.")) == "Said before.");
}

TEST_CASE("no text of a file is a message, and no torn message does harm") {
  const std::string sly = std::string("x") + Message::kClose + Message::kOpen + "row-empty" + Message::kClose;
  CHECK(english(Message(phrase::alias_merged, {sly, "B"})) == "\"x  row-empty \" is taken for B.");
  CHECK(english(Message::sentence(sly)) == "x  row-empty ");
  CHECK(english(MessageName{"of-another-version"}) == "of-another-version");
  const std::string whole = Message(phrase::zip_inside, {sly, Message(phrase::json_too_deep, {64})}).packed();
  for (std::size_t size = 0; size <= whole.size(); ++size)
    CHECK(english(Message::unpack(whole.substr(0, size))).size() < 200);
  std::string deep;
  for (int i = 0; i < 100000; ++i) (deep += Message::kOpen) += "zip-inside";
  CHECK(english(Message::unpack(deep)).size() < 400);
  const std::string number = std::string({Message::kOpen}) + "json-too-deep" + Message::kArgument;
  CHECK(english(Message::unpack(number + "n99999999999999999999")).find("99999999999999999999") !=
        std::string::npos);
  CHECK(english(Message::unpack(number + "n-5")).find("-5") != std::string::npos);
}

TEST_CASE("numbers choose between words") {
  CHECK(Language()(kTurns, {1}) == "1 turn");
  CHECK(Language()(kTurns, {0}) == "0 turns");
  CHECK(Language()(kTurns, {1234}) == "1,234 turns");
  CHECK(Language()(kNested, {"cat", 1}) == "a cat is here");
  CHECK(Language()(kNested, {"cats", 2}) == "2 cats are here");
  CHECK(Language()(kTurns, {}) == " turns");  // an argument that is not there is left out
}

TEST_CASE("a language has its own words, plurals and numbers, and English where it has none") {
  std::string plurals;  // as Arabic has them, cut to what the test asks for
  for (int n = 0; n < 200; ++n)
    plurals += n == 0 ? 'z' : n == 1 ? 'o' : n == 2 ? 't' : n % 100 >= 3 ? 'f' : 'e';
  const Language language("#group\t.\n#least\t5\n#decimal\t,\n#percent\t{0} %\n#plurals\t" + plurals +
                          "\nturns\t{0} {0:zero none|one single|two pair|few few|other}\nno line\n");
  CHECK(language(kTurns, {0}) == "0 none");
  CHECK(language(kTurns, {1}) == "1 single");
  CHECK(language(kTurns, {2}) == "2 pair");
  CHECK(language(kTurns, {1105}) == "1105 few");
  CHECK(language(kTurns, {12101}) == "12.101 other");
  CHECK(language(kBare) == "nothing");
  CHECK(language.count(1234) == "1234");
  CHECK(language.count(1234567) == "1.234.567");
  CHECK(format_percent(language, .905, 1) == "90,5 %");
  CHECK(format_index(language, .472) == "0,47");
  CHECK(Language().count(2170) == "2,170");
  CHECK(format_percent(Language(), .9, 1) == "90.0%");
}
