#include "ui/app.h"

#include <doctest/doctest.h>

#include <string>

#include "render/renderer.h"
#include "support/talk.h"

using namespace visavis;

namespace {

Transcript talk() {
  static const std::string long_answer = [] {
    std::string text;
    for (int i = 0; i < 100; ++i) text += "again ";
    return text;
  }();
  return make_talk({{"#", "Childhood"},
                    {"Quinn", "Where did you grow up?"},
                    {"Ada", long_answer},
                    {"Quinn", "And school?"},
                    {"#", "Work"},
                    {"Ada", long_answer},
                    {"Quinn", "Who paid?"},
                    {"Ada", "Nobody paid; again nobody."}});
}

constexpr std::string_view kLayout =
    "dpr 2\ncanvas 800 700\nfont serif\nfontsize 13\ncolour s1 #aa2233\ncolour nonsense #zz\npane timeline 0 "
    "0 800 "
    "150 0 0 800 150\npane balance 0 150 400 500 0 150 400 500\npane topics 400 150 400 500 400 150 400 "
    "500\nwhat is "
    "this\n";

// A document, and the page around it.
struct Page {
  App app;
  double now_ms = 0;

  Page() {
    app.open(talk());
    app.layout(kLayout);
    settle();
  }
  unsigned frame() { return app.frame(now_ms += 16); }
  // Frames until nothing moves.
  int settle() {
    int frames = 0;
    while (frame() != 0) REQUIRE(++frames < 200);
    return frames;
  }
  void click(float x, float y, int mods = 0) {
    app.pointer(PointerKind::move, x, y, 0, mods);
    app.pointer(PointerKind::down, x, y, 1, mods);
    app.pointer(PointerKind::up, x, y, 0, mods);
  }
  // The first place in a pane where hovering sets what `wanted` looks for.
  template <class Wanted>
  bool find(Rect in, Wanted wanted, float& x, float& y) {
    for (y = in.y + 1; y < in.bottom(); y += 3)
      for (x = in.x + 1; x < in.right(); x += 7) {
        app.pointer(PointerKind::move, x, y, 0, 0);
        if (wanted(app.state())) return true;
      }
    return false;
  }
};

constexpr Rect kTimeline{0, 0, 800, 150}, kTopics{400, 150, 400, 500};

}  // namespace

TEST_CASE("every command changes what it names") {
  Page page;
  App& app = page.app;
  const auto run = [&](std::string_view line) {
    CAPTURE(line);
    CHECK(app.command(line));
  };
  const AppState& s = app.state();
  run("select 2");
  CHECK(s.selected_turn == 2);
  CHECK(s.scroll_to.turn == 2);
  run("select none");
  CHECK(s.selected_turn == kNone);
  run("hover turn 1");
  CHECK(s.hover_turn == 1);
  run("hover section 1");
  CHECK(s.hover_section == 1);
  CHECK(s.hover_turn == kNone);
  run("hover speaker 0");
  CHECK(s.hover_speaker == 0);
  run("hover none");
  CHECK(s.hover_speaker == kNone);
  run("speaker 1 toggle");
  CHECK_FALSE(s.is_shown(1));
  run("speaker 0 toggle");  // the last one hidden brings all back
  CHECK(s.is_shown(0));
  CHECK(s.is_shown(1));
  run("speaker 1 only");
  CHECK_FALSE(s.is_shown(0));
  run("speaker all");
  CHECK(s.is_shown(0));
  run("speaker 1 pick");
  CHECK_FALSE(s.is_shown(0));
  run("speaker 0 pick");
  CHECK(s.is_shown(0));
  CHECK(s.is_shown(1));
  run("sort 3");
  CHECK(s.sort_column == 3);
  CHECK_FALSE(s.ascending);
  run("sort 3");
  CHECK(s.ascending);
  run("sort 0");
  CHECK(s.ascending);
  run("fold 0");
  CHECK(s.unfolded);
  run("evidence 1 6");
  CHECK(s.evidence.speaker == 1);
  CHECK(s.evidence.serial == 1);
  run("evidence 1 5");  // the longest turn is gone to
  CHECK(s.evidence.serial == 1);
  CHECK(s.selected_turn == 1);
  run("range 3 1");
  CHECK(s.range == TurnRange{1, 3});
  run("range section 1");
  CHECK(s.range == TurnRange{3, 5});
  run("zoom range");
  CHECK(is_zoomed(s, app.document()));
  run("pan left");
  run("pan right");
  run("zoom fit");
  CHECK_FALSE(is_zoomed(s, app.document()));
  CHECK(app.state_json().find("\"river\"") == std::string::npos);
  run("zoom in");
  const double window = app.document().axis.length / 16;  // an eighth of what is in view
  CHECK(app.state_json().find("\"river\":\"" + format_axis(app.document(), window) +
                              axis_unit(app.document()) + "\"") != std::string::npos);
  CHECK(s.goal_end - s.goal_begin == doctest::Approx(app.document().axis.length / 2));
  run("zoom out");
  run("range none");
  CHECK_FALSE(s.range.has_value());
  run("range 0 5");  // the whole is no range
  CHECK_FALSE(s.range.has_value());
  run("search AGAIN nobody");
  CHECK(s.hits.size() == 1);
  run("hit next");
  CHECK(s.hit == 0);
  CHECK(s.scroll_to.turn == 5);
  run("hit prev");
  run("hit 0");
  run("search");
  CHECK(s.hits.empty());
  // Hits that were found elsewhere: in order, within their turns, or none of them is taken.
  run("found a|b\n0 0 2 0 3 1 2 0 1");
  CHECK(s.query == "a|b");
  REQUIRE(s.hits.size() == 3);
  CHECK(s.hits[1].text.begin == app.document().transcript.turns[0].text.begin + 3);
  for (const char* bad : {"found x\n99 0 1", "found x\n0 0 100000", "found x\n0 3 1 0 1 1", "found x\n0 b 1"})
    CHECK_FALSE(app.command(bad));
  CHECK(s.hits.size() == 3);
  run("found (");
  CHECK(s.hits.empty());
  CHECK(s.query == "(");
  run("search");
  run("open section 1");
  CHECK(s.open_section == 1);
  run("open none");
  CHECK(s.open_section == kNone);
  run("reading 1 0.25 3 1");
  CHECK(s.reading.last_turn == 3);
  CHECK(s.reading_section == 0);
  run("motion 1");
  CHECK(s.reduced_motion);
  run("motion 0");
  run("focus timeline speaker 1");
  CHECK(s.focus.kind == FocusMark::Kind::lane);
  run("focus topics section 1");
  CHECK(s.focus.kind == FocusMark::Kind::topic);
  run("focus none");
  CHECK(s.focus.kind == FocusMark::Kind::none);
}

TEST_CASE("nonsense is refused and changes nothing") {
  Page page;
  App& app = page.app;
  app.command("motion 1");
  app.command("range 1 2");
  const std::string before = app.state_json(), twin = app.twin_json();
  for (const char* line : {"",
                           " ",
                           "unknown",
                           "select",
                           "select 6",
                           "select -1",
                           "select 1 2",
                           "select 99999999999",
                           "hover",
                           "hover turn 6",
                           "hover speaker 2",
                           "hover section x",
                           "hover moon 0",
                           "speaker 0",
                           "speaker 2 toggle",
                           "speaker 0 explode",
                           "range",
                           "range 1",
                           "range 0 6",
                           "range section 2",
                           "range a b",
                           "zoom",
                           "zoom sideways",
                           "pan up",
                           "pan",
                           "hit next",
                           "hit 0",
                           "open",
                           "open section 2",
                           "open topic 0",
                           "reading 0 0 1",
                           "reading 0 2 1 0",
                           "reading 0 nan 1 0",
                           "reading 0 x 1 0",
                           "motion 2",
                           "motion",
                           "focus topics section 9",
                           "focus moon speaker 0",
                           "focus balance moon 0",
                           "SELECT 1"}) {
    CAPTURE(line);
    CHECK_FALSE(app.command(line));
    CHECK(app.state_json() == before);
  }
  CHECK(app.state().reduced_motion);
  CHECK(app.twin_json() == twin);
}

TEST_CASE("without a document everything is harmless") {
  App app;
  app.layout(kLayout);
  CHECK_FALSE(app.has_document());
  CHECK_FALSE(app.command("select 0"));
  app.pointer(PointerKind::down, 10, 10, 1, 0);
  CHECK_FALSE(app.wheel(10, 10, 0, 10, kModCtrl));
  CHECK(app.frame(0) == 0);
  CHECK(app.state_json() == "null");
  CHECK_FALSE(app.attach_gl(0));
  app.open({});
  app.frame(16);
  CHECK(app.twin_json().find("0 turns") != std::string::npos);
}

TEST_CASE("the panels draw, then rest until something changes") {
  App app;
  app.layout(kLayout);
  app.open(talk());
  const unsigned first = app.frame(0);
  CHECK((first & kFrameState) != 0);
  CHECK((first & kFrameTwin) != 0);
  CHECK((first & kFrameHeights) != 0);
  CHECK(app.render_stats().bars >= 6);
  CHECK(app.render_stats().rivers == 1);
  CHECK(app.render_stats().vertices > 100);
  CHECK(app.heights().timeline > 0);
  CHECK(app.heights().balance > 0);
  CHECK(app.heights().topics > 0);
  CHECK(app.frame(16) == 0);
  CHECK(app.command("hover turn 1"));
  CHECK(app.frame(32) == kFrameState);
  CHECK(app.command("speaker 1 toggle"));
  CHECK((app.frame(48) & kFrameTwin) != 0);
  CHECK(app.frame(64) == 0);
  app.layout("pane timeline 0 0 0 0 0 0 0 0\n");
  app.frame(80);
  CHECK(app.render_stats().rivers == 0);
}

TEST_CASE("a GL context comes and goes") {
  Page page;
  CHECK_FALSE(page.app.attach_gl(0));
  CHECK(page.app.attach_gl(1));
  page.settle();
  CHECK(page.app.render_stats().bars >= 6);
  CHECK_FALSE(page.app.attach_gl(0));
  CHECK_FALSE(page.app.attach_gl(0));
  page.settle();
}

TEST_CASE("dragging over the timeline sets the range, and the figures follow") {
  Page page;
  App& app = page.app;
  const std::string whole_twin = app.twin_json();
  const float y = kTimeline.bottom() - 40;  // in the river
  app.pointer(PointerKind::down, 300, y, 1, 0);
  app.pointer(PointerKind::move, 350, y, 1, 0);
  app.pointer(PointerKind::move, 700, y, 1, 0);
  app.pointer(PointerKind::up, 700, y, 0, 0);
  REQUIRE(app.state().range.has_value());
  CHECK(app.state().range->first >= 1);
  CHECK(app.state().range->last >= 3);
  CHECK(app.twin_json() != whole_twin);
  CHECK((page.frame() & kFrameTwin) != 0);
  page.settle();
  // A click elsewhere shows the whole again and reads there.
  page.click(200, y);
  CHECK_FALSE(app.state().range.has_value());
  CHECK(app.twin_json() == whole_twin);
  CHECK(app.state().scroll_to.turn == 1);
}

TEST_CASE("a pointer that slips, leaves or is taken away sets nothing") {
  Page page;
  App& app = page.app;
  const float y = kTimeline.bottom() - 40;
  app.pointer(PointerKind::down, 300, y, 1, 0);
  app.pointer(PointerKind::move, 302, y, 1, 0);
  CHECK_FALSE(app.state().range.has_value());
  app.pointer(PointerKind::cancel, 0, 0, 0, 0);
  app.pointer(PointerKind::move, 700, y, 1, 0);
  CHECK_FALSE(app.state().range.has_value());
  app.pointer(PointerKind::leave, 0, 0, 0, 0);
  CHECK(app.state().hover_turn == kNone);
  CHECK(std::string_view(app.state().cursor) == "default");
}

TEST_CASE("a click on a topic opens it, a second ranges to it, a third shows all") {
  Page page;
  float x = 0, y = 0;
  REQUIRE(page.find(
      kTopics, [](const AppState& s) { return s.hover_section == 1; }, x, y));
  page.click(x, y + 4);
  CHECK(page.app.state().open_section == 1);
  CHECK(page.app.state().scroll_to.turn == 3);
  const float closed = page.app.heights().topics;
  page.settle();
  CHECK(page.app.heights().topics > closed);  // its questions show
  page.click(x, y + 4);
  CHECK(page.app.state().range == TurnRange{3, 5});
  page.settle();
  page.click(x, y + 4);
  CHECK_FALSE(page.app.state().range.has_value());
}

TEST_CASE("a click on a speaker's label filters, on a turn selects") {
  Page page;
  float x = 0, y = 0;
  REQUIRE(page.find(
      kTimeline, [](const AppState& s) { return s.hover_speaker == 1; }, x, y));
  page.click(x, y);  // that one alone
  CHECK(page.app.state().is_shown(1));
  CHECK_FALSE(page.app.state().is_shown(0));
  page.settle();
  page.click(x, y);  // again: gone, and with it the last, so all are back
  CHECK(page.app.state().is_shown(0));
  CHECK(page.app.state().is_shown(1));
  page.settle();
  page.click(x, y, kModShift);
  CHECK_FALSE(page.app.state().is_shown(1));
  CHECK(page.app.state().is_shown(0));
  page.click(x, y, kModShift);
  page.settle();
  REQUIRE(page.find(
      kTimeline, [](const AppState& s) { return s.hover_turn == 3; }, x, y));
  page.click(x, y);
  CHECK(page.app.state().selected_turn == 3);
}

TEST_CASE("the wheel with ctrl zooms, and the movement ends") {
  Page page;
  App& app = page.app;
  CHECK_FALSE(app.wheel(400, 60, 0, -120, 0));  // the page's own scrolling
  CHECK_FALSE(app.wheel(400, 400, 0, -120, kModCtrl));
  CHECK(app.wheel(400, 60, 0, -120, kModCtrl));
  CHECK(is_zoomed(app.state(), app.document()));
  CHECK((page.frame() & kFrameAgain) != 0);
  CHECK(page.settle() > 1);
  CHECK(app.state().view_begin == app.state().goal_begin);
  const double begin = app.state().goal_begin;
  CHECK(app.wheel(400, 60, 20, 0, 0));
  CHECK(app.state().goal_begin > begin);
  app.command("motion 1");
  app.command("zoom fit");
  page.frame();
  CHECK(page.frame() == 0);
}

TEST_CASE("input between opening and the first frame is harmless") {
  Page page;
  App& app = page.app;
  app.open(make_talk({{"Only", "one voice here"}}));
  app.command("zoom in");
  app.wheel(400, 60, 20, 0, 0);
  for (float y = 1; y < 700; y += 9)
    for (float x = 1; x < 800; x += 9) app.pointer(PointerKind::move, x, y, 0, 0);
  page.click(20, 70);
  page.click(420, 300);
  CHECK(app.state().hover_speaker == kNone);
  CHECK(app.state().goal_end > app.state().goal_begin);
  page.settle();
}

TEST_CASE("mirrored, every place means what it meant on the other side") {
  Page plain, other;
  other.app.layout("mirrored 1\n");
  other.settle();
  const auto facing = [](float x, float y) { return y < 150 ? 800 - x : x < 400 ? 400 - x : 1200 - x; };
  int marks = 0;
  for (float y = 1.5f; y < 650; y += 5)
    for (float x = 1.5f; x < 800; x += 9) {
      plain.app.pointer(PointerKind::move, x, y, 0, 0);
      other.app.pointer(PointerKind::move, facing(x, y), y, 0, 0);
      const AppState &a = plain.app.state(), &b = other.app.state();
      marks += a.hover_turn != kNone || a.hover_section != kNone || a.hover_speaker != kNone;
      const bool same = a.hover_turn == b.hover_turn && a.hover_section == b.hover_section &&
                        a.hover_speaker == b.hover_speaker && std::string_view(a.cursor) == b.cursor;
      CAPTURE(x);
      CAPTURE(y);
      REQUIRE(same);
    }
  CHECK(marks > 100);
  // A drag, the wheel, and keys that move the view as they look.
  for (Page* page : {&plain, &other}) {
    const auto at = [&](float x) { return page == &other ? 800 - x : x; };
    page->app.pointer(PointerKind::down, at(300), 80, 1, 0);
    page->app.pointer(PointerKind::move, at(600), 80, 1, 0);
    page->app.pointer(PointerKind::up, at(600), 80, 0, 0);
    CHECK(page->app.wheel(at(300), 60, 0, -120, kModCtrl));
    CHECK(page->app.wheel(at(300), 60, page == &other ? -20.f : 20.f, 0, 0));
    CHECK(page->app.command(page == &other ? "pan left" : "pan right"));
    page->settle();
  }
  REQUIRE(plain.app.state().range);
  CHECK(other.app.state().range == plain.app.state().range);
  CHECK(other.app.state().view_begin == doctest::Approx(plain.app.state().view_begin));
  CHECK(other.app.state().view_end == doctest::Approx(plain.app.state().view_end));
  // The line of a recording.
  const std::string line = plain.app.playhead_json(2500), mirrored = other.app.playhead_json(2500);
  REQUIRE(line.size() > 2);
  CHECK(std::stoi(line.substr(1)) + std::stoi(mirrored.substr(1)) == doctest::Approx(800).epsilon(.003));
  // And a picture of it: the same words, from the other end.
  CHECK(other.app.picture_json(Pane::timeline, 800) != plain.app.picture_json(Pane::timeline, 800));
  other.app.layout("mirrored 0\n");
  CHECK(other.app.picture_json(Pane::topics, 400) == plain.app.picture_json(Pane::topics, 400));
}

TEST_CASE("what is under the pointer is told with its part, and the river with its window and shares") {
  Page page;
  page.app.pointer(PointerKind::leave, 0, 0, 0, 0);
  CHECK(page.app.under_json() == "[0,-1,0]");
  std::string river, index, head, axis;
  for (float y = 1; y < 650; y += 2) {
    const float x = y < 150 ? 300 : 330;
    page.app.pointer(PointerKind::move, x, y, 0, 0);
    const std::string under = page.app.under_json();
    if (under.find('"') != std::string::npos) river = under;
    if (under == "[0,-1,5]") index = under;
    if (under == "[0,-1,4]") axis = under;
    if (under.starts_with("[7,")) head = under;
  }
  CAPTURE(river);
  CHECK(river.find(" words\",\"") != std::string::npos);
  CHECK(river.find("%\"]") != std::string::npos);
  CHECK_FALSE(index.empty());
  CHECK_FALSE(axis.empty());
  CHECK_FALSE(head.empty());
}

TEST_CASE("another language changes what is said and nothing else") {
  Page page;
  REQUIRE(page.app.command("select 3"));
  REQUIRE(page.app.command("range 1 4"));
  const std::string english = page.app.twin_json();
  CHECK(english.find("\"of\":\"turns 2 to 5\"") != std::string::npos);
  page.app.speak("of.turns\tBeiträge {0} bis {1}\ncolumn.words\tWörter\nrole.interviewer\tfragt\n");
  CHECK(page.frame() != 0);
  const std::string german = page.app.twin_json();
  CHECK(german.find("\"of\":\"Beiträge 2 bis 5\"") != std::string::npos);
  CHECK(german.find("\"Wörter\"") != std::string::npos);
  CHECK(page.app.state().selected_turn == 3);
  CHECK(page.app.state().range->first == 1);
  page.app.open(talk());
  CHECK(page.app.twin_json().find("\"Wörter\"") != std::string::npos);
  page.app.speak("");
  page.app.command("select 3");
  page.app.command("range 1 4");
  CHECK(page.app.twin_json() == english);
}
