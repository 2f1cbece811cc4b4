// Commands and gestures at their edges: the first, the last, the same again.
#include <doctest/doctest.h>

#include <string>

#include "base/json_out.h"
#include "support/talk.h"
#include "ui/app.h"

using namespace visavis;

namespace {

constexpr std::string_view kLayout =
    "dpr 1\ncanvas 800 700\nfont serif\nfontsize 13\npane timeline 0 0 800 150 0 0 800 150\npane balance 0 "
    "150 400 "
    "500 0 150 400 500\npane topics 400 150 400 500 400 150 400 500\n";

struct Page {
  App app;
  Page() {
    app.open(make_talk({{"#", "One"},
                        {"Quinn", "Where was the river then?"},
                        {"Ada", "The river was where it is; a river stays."},
                        {"#", "Two"},
                        {"Quinn", "Always?"},
                        {"Ada", "Always, the river."},
                        {"Quinn", "Good."}}));
    app.layout(kLayout);
    for (double now = 0; app.frame(now) != 0; now += 16) REQUIRE(now < 16'000);
  }
  void run(std::string_view line) {
    CAPTURE(line);
    CHECK(app.command(line));
  }
  const AppState& state() const { return app.state(); }
  void brush(float from, float to) {
    const float y = 110;  // in the river
    app.pointer(PointerKind::down, from, y, 1, 0);
    app.pointer(PointerKind::move, (from + to) / 2, y, 1, 0);
    app.pointer(PointerKind::move, to, y, 1, 0);
    app.pointer(PointerKind::up, to, y, 0, 0);
  }
};

}  // namespace

TEST_CASE("hits are walked from what is read, around both ends") {
  Page page;
  page.run("search river");
  REQUIRE(page.state().hits.size() == 4);  // in turns 0, 1, 1 and 3
  CHECK(page.state().hit == kNone);
  page.run("reading 1 0 3 1");
  page.run("hit next");
  CHECK(page.state().hit == 1);  // one in the turn being read counts
  page.run("hit next");
  CHECK(page.state().hit == 2);
  page.run("hit next");
  page.run("hit next");
  CHECK(page.state().hit == 0);  // past the last is the first
  page.run("hit prev");
  CHECK(page.state().hit == 3);  // before the first is the last
  page.run("hit prev");
  CHECK(page.state().hit == 2);
  page.run("search river");
  page.run("hit prev");
  CHECK(page.state().hit == 3);
  page.run("search river");
  page.run("reading 4 0 4 1");
  page.run("hit next");
  CHECK(page.state().hit == 0);  // nothing from there on
  CHECK_FALSE(page.app.command("hit 4"));
  page.run("hit 3");
  CHECK(page.state().scroll_to.turn == 3);
}

TEST_CASE("a brush from right to left is one from left to right") {
  Page right, left;
  right.brush(300, 700);
  left.brush(700, 300);
  REQUIRE(right.state().range.has_value());
  REQUIRE(left.state().range.has_value());
  CHECK(*left.state().range == *right.state().range);
  CHECK(left.state().range->first < left.state().range->last);
}

TEST_CASE("where the text should go is told anew after another document opens") {
  Page page;
  page.run("select 3");
  CHECK((page.app.frame(20'000) & kFrameScroll) != 0);
  CHECK((page.app.frame(20'016) & kFrameScroll) == 0);
  page.run("select 3");
  page.app.open(make_talk({{"Cleo", "One."}, {"Dov", "Two."}}));
  CHECK((page.app.frame(20'032) & kFrameScroll) == 0);
  CHECK(page.state().scroll_to.turn == kNone);
  page.run("select 1");
  CHECK((page.app.frame(20'048) & kFrameScroll) != 0);
}

TEST_CASE("a filter never hides everybody") {
  Page page;
  page.run("speaker 0 toggle");
  CHECK_FALSE(page.state().is_shown(0));
  CHECK(page.state().is_shown(1));
  page.run("speaker 1 toggle");  // the last one hidden brings all back
  CHECK(page.state().is_shown(0));
  CHECK(page.state().is_shown(1));
  page.run("speaker 1 only");
  CHECK_FALSE(page.state().is_shown(0));
  page.run("speaker 1 toggle");
  CHECK(page.state().is_shown(0));
  CHECK_FALSE(page.app.command("speaker 2 toggle"));
  CHECK_FALSE(page.app.command("speaker 0"));
  CHECK_FALSE(page.app.command("speaker 0 maybe"));
}

TEST_CASE("the figures of a range and of a filter are those of its turns") {
  Page page;
  const std::string whole = page.app.twin_balance_json();
  page.run("range 0 1");
  const std::string first = page.app.twin_balance_json();
  CHECK(first.find("turns 1 to 2") != std::string::npos);
  page.run("range 4 4");
  CHECK(page.app.twin_balance_json().find("turn 5\"") != std::string::npos);
  page.run("range none");
  CHECK(page.app.twin_balance_json() == whole);
  page.run("speaker 1 only");
  const std::string alone = page.app.twin_balance_json();
  CHECK(alone != whole);
  page.app.open(make_talk({{"Cleo", "One two."}, {"Dov", "Two."}, {"Cleo", "Three."}}));
  page.run("range 0 1");  // of the new talk, not of the one before
  CHECK(page.app.twin_balance_json().find("3 words") != std::string::npos);
}

TEST_CASE("the state is told whenever it changes, and only then") {
  Page page;
  for (const char* line : {"select 1",       "hover turn 2",     "hover section 1", "hover speaker 0",
                           "hover none",     "range 1 2",        "search river",    "hit next",
                           "open section 1", "open none",        "reading 1 0 2 1", "focus topics section 1",
                           "focus none",     "speaker 0 toggle", "speaker all",     "select none",
                           "range none",     "zoom in",          "pan right",       "zoom fit",
                           "search"}) {
    CAPTURE(line);
    double now = 20'000;
    while (page.app.frame(now) != 0) now += 16;
    CHECK(page.app.command(line));
    CHECK((page.app.frame(now += 16) & kFrameState) != 0);
  }
  double now = 60'000;
  while (page.app.frame(now) != 0) now += 16;
  page.run("hover none");  // as it is
  page.run("range none");
  CHECK((page.app.frame(now += 16) & kFrameState) == 0);
}

TEST_CASE("zooming about a place keeps it where it is, and ends at the talk's ends") {
  Page page;
  page.run("motion 1");
  const double length = page.app.document().axis.length;
  page.run("zoom in");
  CHECK(page.state().view_end - page.state().view_begin <= length);
  for (int i = 0; i < 40; ++i) page.run("pan right");
  CHECK(page.state().view_end == doctest::Approx(length));
  for (int i = 0; i < 80; ++i) page.run("pan left");
  CHECK(page.state().view_begin == doctest::Approx(0));
  for (int i = 0; i < 40; ++i) page.run("zoom out");
  CHECK(page.state().view_begin == doctest::Approx(0));
  CHECK(page.state().view_end == doctest::Approx(length));
  CHECK_FALSE(is_zoomed(page.state(), page.app.document()));
  CHECK_FALSE(page.app.command("zoom range"));  // there is none
  CHECK_FALSE(page.app.command("zoom about"));
  CHECK_FALSE(page.app.command("pan up"));
}

TEST_CASE("open, reading and focus name what is there") {
  Page page;
  page.run("open section 1");
  CHECK(page.state().scroll_to.turn == 2);
  CHECK_FALSE(page.app.command("open section 2"));
  CHECK_FALSE(page.app.command("reading 0 0 5 1"));
  CHECK_FALSE(page.app.command("reading 0 0 4 1.5"));
  CHECK_FALSE(page.app.command("reading 0 0 4"));
  page.run("reading 2 0 4 1");
  CHECK(page.state().reading_section == 1);
  CHECK_FALSE(page.app.command("focus topics section 2"));
  CHECK_FALSE(page.app.command("focus text section 0"));
  page.run("focus balance speaker 1");
  CHECK(page.state().focus.kind == FocusMark::Kind::speaker);
  page.run("focus timeline speaker 1");
  CHECK(page.state().focus.kind == FocusMark::Kind::lane);
  page.run("focus timeline section 1");
  CHECK(page.state().focus.kind == FocusMark::Kind::section_band);
  page.run("focus topics turn 4");
  CHECK(page.state().focus.kind == FocusMark::Kind::question);
}
