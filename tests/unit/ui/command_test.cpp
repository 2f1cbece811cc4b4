// Commands as lines and as values, and what each of them changes.
#include "ui/command.h"

#include <doctest/doctest.h>

#include <random>
#include <string>

#include "support/talk.h"
#include "ui/app.h"

using namespace visavis;

namespace {

constexpr int kVerbs = static_cast<int>(Verb::evidence) + 1;

Document talk() {
  return make_document(make_talk({{"#", "One"},
                                  {"##", "Within"},
                                  {"Quinn", "Where was the river then?"},
                                  {"Ada", "The river was where it is; a river stays."},
                                  {"#", "Two"},
                                  {"Quinn", "Always?"},
                                  {"Ada", "Always, the river."},
                                  {"#", "Three"},
                                  {"Quinn", "Good."}}));
}

struct View {
  Document doc = talk();
  AppState state = initial_state(doc, {});
  View() { state.untold = 0; }
  // What the lines change together; none of them may be refused.
  unsigned run(std::string_view lines, Origin origin = Origin::person) {
    state.untold = 0;
    while (!lines.empty()) {
      const std::size_t end = std::min(lines.find(';'), lines.size());
      const std::optional<Command> command = parse_command(lines.substr(0, end));
      REQUIRE(command);
      CHECK(apply(state, doc, *command, origin));
      lines.remove_prefix(std::min(end + 1, lines.size()));
    }
    return state.untold;
  }
};

constexpr unsigned kS = kChangedState, kT = kChangedTwin, kGo = kChangedScroll, kWho = kChangedShown;

}  // namespace

TEST_CASE("each command says what it changes, and nothing else") {
  struct Case {
    std::string_view before, line;
    unsigned changed;
  };
  const Case cases[] = {
      {"", "select none", kS},
      {"", "select 2", kS | kGo},
      {"", "hover none", 0},
      {"", "hover turn 1", kS},
      {"hover turn 1", "hover turn 1", 0},
      {"hover turn 1", "hover none", kS},
      {"", "hover section 1", kS},
      {"", "hover speaker 1", kS},
      {"", "speaker all", kS | kT | kWho},
      {"", "speaker 0 toggle", kS | kT | kWho},
      {"", "speaker 1 only", kS | kT | kWho},
      {"", "speaker 1 pick", kS | kT | kWho},
      {"", "range none", 0},
      {"", "range section 2", kS | kT},
      {"", "range 0 2", kS | kT},
      {"range 0 2", "range 2 0", 0},
      {"", "range 0 4", kS | kT},  // the whole is no range, and is told all the same
      {"range 0 2", "range none", kS | kT},
      {"", "zoom in", kS},
      {"zoom in", "zoom out", kS},
      {"", "zoom fit", kS},
      {"range 0 1", "zoom range", kS},
      {"zoom in", "pan left", kS},
      {"zoom in", "pan right", kS},
      {"", "show 3 0.5", kS | kGo},
      {"", "search river", kS},
      {"", "search ", kS},
      {"", "found x", kS},
      {"search river", "hit next", kS | kGo},
      {"search river", "hit prev", kS | kGo},
      {"search river", "hit 1", kS | kGo},
      {"", "open none", kS},
      {"", "open section 2", kS | kGo},
      {"", "topic next", kS | kGo},
      {"", "topic prev", kS | kGo},
      {"", "topic 2", kS | kGo},
      {"topic 2", "topic 2", kS | kT},
      {"topic 2;topic 2", "topic 2", kS | kT},
      {"", "reading 0 0 2 0.5", kS},
      {"", "motion 0", 0},
      {"", "motion 1", 0},
      {"", "focus none", kS},
      {"", "focus timeline speaker 0", kS},
      {"", "focus topics section 1", kS},
      {"", "focus topics turn 1", kS},
      {"", "sort 3", kS | kT},
      {"", "fold 0", kS | kT},
      {"", "fold 1", kS | kT},
      {"", "evidence 1 6", kS},
      {"", "evidence 1 5", kS | kGo},  // the longest turn is gone to
  };
  std::array<bool, kVerbs> tried{};
  for (const Case& one : cases) {
    CAPTURE(one.before);
    CAPTURE(one.line);
    View view;
    view.run(one.before);
    CHECK(view.run(one.line) == one.changed);
    tried[static_cast<std::size_t>(parse_command(one.line)->verb)] = true;
  }
  for (int verb = 0; verb < kVerbs; ++verb) {
    CAPTURE(pattern_of(static_cast<Verb>(verb)));
    CHECK(tried[static_cast<std::size_t>(verb)]);
  }
}

TEST_CASE("a command is the line it was parsed from, and the other way") {
  std::mt19937 random(20261130);
  const auto below = [&](std::uint32_t count) { return static_cast<std::int32_t>(random() % count); };
  for (int verb = 0; verb < kVerbs; ++verb)
    for (int round = 0; round < 200; ++round) {
      Command command;
      command.verb = static_cast<Verb>(verb);
      std::size_t ids = 0, fractions = 0;
      for (const char letter : pattern_of(command.verb)) {
        if (letter == 'N') command.ids[ids++] = below(3);
        if (std::string_view("TSPHC").find(letter) != std::string_view::npos)
          command.ids[ids++] = round == 0 ? 0 : round == 1 ? 999'999'999 : below(1'000'000'000);
        if (letter == 'F')
          command.fractions[fractions++] = (round == 0 ? 0 : round == 1 ? 1000 : below(1001)) / 1000.0;
        constexpr std::string_view kWords[] = {"",        "river", "  two words ",
                                               "über 12", "none",  "x\n0 1 2 3 4 5"};
        if (letter == '*') command.words = kWords[below(6)];
      }
      const std::string line = line_of(command);
      CAPTURE(line);
      const std::optional<Command> parsed = parse_command(line);
      REQUIRE(parsed);
      CHECK(*parsed == command);
      CHECK(line_of(*parsed) == line);
      // A word more or less is another command, or none.
      if (pattern_of(command.verb).ends_with('*')) continue;
      CHECK(!parse_command(line + " x"));
      const std::optional<Command> less = parse_command(std::string_view(line).substr(0, line.rfind(' ')));
      CHECK((!less || less->verb != command.verb));
    }
}

TEST_CASE("spaces between the words of a command do not count, those of a search do") {
  CHECK(parse_command("range   3  9 ") == parse_command("range 3 9"));
  CHECK(parse_command("search  two  words")->words == " two  words");
  CHECK(parse_command("search") == parse_command("search "));
  for (const char* line :
       {"", " ", "rang 3 9", "range", "range 3", "range -3 9", "range 3 1234567890", "show 1 1.001",
        "show 1 -0.1", "show 1 x", "fold 2", "topic", "topic 1 2", "focus 0 turn 1", "Select 1"})
    CHECK(!parse_command(line));
}

TEST_CASE("the text follows a person and a link, and stays where it was pointed at") {
  for (const char* line : {"select 3", "open section 2", "topic 2", "evidence 1 5"}) {
    CAPTURE(line);
    for (const Origin origin : {Origin::person, Origin::link}) CHECK((View().run(line, origin) & kGo) != 0);
    View view;
    CHECK(view.run(line, Origin::text) == kS);
    // The last word counts: a click in the text overtakes the key before it.
    View later;
    CHECK((later.run("select 0") & kGo) != 0);
    REQUIRE(apply(later.state, later.doc, *parse_command(line), Origin::text));
    CHECK((later.state.untold & kGo) == 0);
    REQUIRE(apply(later.state, later.doc, *parse_command("select 0"), Origin::person));
    CHECK((later.state.untold & kGo) != 0);
  }
}

TEST_CASE("what is asked for goes to a hit's words, what is chosen to its place") {
  View view;
  view.run("search river;hit 1");
  CHECK(view.state.scroll_to.is_hit);
  CHECK(view.state.scroll_to.turn == 1);
  view.run("select 1");
  CHECK(!view.state.scroll_to.is_hit);
  view.run("show 2 0.25");
  CHECK(view.state.scroll_to.turn == 2);
  CHECK(view.state.scroll_to.fraction == 0.25);
  CHECK(view.state.selected_turn == 1);
}

TEST_CASE("topics are gone through one by one, also those that begin together, and on from where one reads") {
  View view;
  const auto open = [&] { return view.state.open_section; };
  view.run("topic prev");
  CHECK(open() == 3);  // from before all: the last
  view.run("reading 4 0 4 1;topic next");
  CHECK(open() == 3);  // there is none behind it
  view.run("topic prev;topic prev");
  CHECK(open() == 1);  // while the text is on its way
  view.run("reading 0 0 1 1");
  CHECK(view.state.reading_section == 1);
  view.run("topic prev");
  CHECK(open() == 0);  // both begin with the first turn
  view.run("reading 0 0 1 1;topic prev");
  CHECK(open() == 0);
  view.run("topic next");
  CHECK(open() == 1);
  view.run("reading 0 0 1 1;topic next");
  CHECK(open() == 2);
  view.run("reading 2 0 3 1;reading 4 0.5 4 1");  // a person scrolls on
  view.run("topic prev");
  CHECK(open() == 2);
  view.run("select 0;topic next");  // on its way to a turn, which is no topic's: from what is read
  view.run("open section 2", Origin::text);
  view.run("reading 2 0.5 3 1;topic next");
  CHECK(open() == 3);
  Document plain = make_document(make_talk({{"Quinn", "Well?"}}));
  AppState state = initial_state(plain, {});
  CHECK(!apply(state, plain, *parse_command("topic next")));
}

TEST_CASE("a topic is read, measured and let go by three clicks, wherever they fall") {
  View view;
  view.run("range 0 1;topic 2");
  CHECK(view.state.open_section == 2);
  CHECK(view.state.range == TurnRange{0, 1});  // reading measures nothing
  view.run("topic 2");
  CHECK(view.state.range == TurnRange{2, 3});
  view.run("topic 2");
  CHECK(!view.state.range);
  view.run("topic 2;topic 0");
  CHECK(view.state.open_section == 0);
  CHECK(view.state.range == TurnRange{2, 3});
  view.run("topic 0");
  CHECK(view.state.range == TurnRange{0, 1});
}
