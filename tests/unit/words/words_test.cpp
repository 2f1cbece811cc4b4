#include <doctest/doctest.h>

#include <set>
#include <string>

#include "scene/figures.h"
#include "words/phrases.h"

using namespace visavis;

namespace {

constexpr Phrase kAll[] = {
#define PHRASE(identifier, name, english) {name, english},
#include "words/english.inc"
#undef PHRASE
};

constexpr Phrase kTurns{"turns", "{0} {0:one turn|turns}"};
constexpr Phrase kNested{"nested", "{1:one a {0} is|{1} {0} are} here"};
constexpr Phrase kBare{"bare.one", "nothing"};

}  // namespace

TEST_CASE("every phrase has a name of its own, in kebab-case, and a pattern that is whole") {
  std::set<std::string> names;
  for (const Phrase& phrase : kAll) {
    CAPTURE(phrase.name);
    CHECK(names.insert(phrase.name).second);
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
