// A frame follows the pixels, not the talk: what is drawn is counted, for talks of a thousand turns to a
// hundred thousand, and so is what is told to the page.
#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "scene/timeline_scene.h"
#include "support/talk.h"
#include "ui/app.h"

using namespace visavis;

namespace {

// So many turns in which every second one asks, half of them over the one before.
Transcript long_talk(std::size_t turns, bool timed, int speakers) {
  TranscriptBuilder builder;
  std::vector<std::int32_t> ids;
  for (int i = 0; i < speakers; ++i)
    ids.push_back(
        builder.speaker("Speaker " + std::string(1, static_cast<char>('A' + i % 26)) + std::to_string(i)));
  for (std::size_t i = 0; i < turns; ++i) {
    Turn turn;
    turn.speaker = ids[i % ids.size()];
    builder.append_text(i % 2 ? "so it was" : "was it so?", turn.text);
    if (timed) {
      turn.start_ms = static_cast<std::int64_t>(i) * 1000, turn.end_ms = turn.start_ms + (i % 3 ? 900 : 1800);
      turn.start_source = turn.end_source = TimeSource::measured;
    }
    builder.add_turn(turn);
  }
  return builder.finish();
}

void lay_out(App& app) {
  app.layout(
      "dpr 1\ncanvas 1200 700\nfont Serif\nfontsize 13\ncompact 0\npane timeline 0 0 1000 400 0 0 1000 "
      "400\npane "
      "balance 0 400 400 300 0 400 400 300\npane topics 400 400 400 300 400 400 400 300\n");
}

// The items of the timeline.
std::size_t drawn(const App& app) { return app.picture_json(Pane::timeline, 1000).size(); }

}  // namespace

TEST_CASE("what a frame draws follows the pixels, whatever the number of turns") {
  for (const bool timed : {false, true}) {
    std::vector<std::size_t> sizes;
    for (const std::size_t turns : {2'000u, 20'000u, 100'000u}) {
      App app;
      app.open(long_talk(turns, timed, 2));
      lay_out(app);
      app.command("search was");
      for (double now = 0; app.frame(now) & kFrameAgain; now += 16) REQUIRE(now < 16'000);
      CHECK(app.state().hits.size() == turns);
      sizes.push_back(drawn(app));
    }
    INFO(sizes[0] << " " << sizes[1] << " " << sizes[2]);
    CHECK(sizes[1] < sizes[0] * 3 / 2);
    CHECK(sizes[2] < sizes[0] * 3 / 2);
  }
}

TEST_CASE("a frame looks up as much in a long talk as in a short one, and nothing while the view stays") {
  struct Fixed : TextMeasure {
    float width(std::string_view text, Face, float size_px) const override {
      return static_cast<float>(text.size()) * size_px / 2;
    }
  } measure;
  std::vector<std::size_t> looked_up;
  for (const std::size_t turns : {2'000u, 20'000u, 200'000u}) {
    const Document doc = make_document(long_talk(turns, false, 20));
    const OutlineFigures outline = outline_figures(doc);
    ViewState state;
    state.view_begin = doc.axis.begin, state.view_end = doc.axis.begin + doc.axis.length;
    LaneSamples samples;
    const auto draw = [&] { build_timeline(doc, outline, state, {}, measure, {0, 0, 1000, 400}, samples); };
    draw();
    looked_up.push_back(samples.covered.size());
    // What nobody looks up again stays as it is.
    samples.covered[7] = -1;
    state.hover_turn = 3;
    state.hover_speaker = 1;
    state.range = TurnRange{5, 50};
    draw();
    CHECK(samples.covered[7] == -1);
    state.view_end -= doc.axis.length / 2;
    draw();
    CHECK(samples.covered[7] >= 0);
    CHECK(samples.covered.size() == looked_up.back());
    // They are what a look-up by itself finds.
    const std::size_t each = samples.covered.size() / doc.lanes.size();
    for (std::size_t lane = 0; lane < doc.lanes.size(); ++lane)
      for (std::size_t at = 0; at < each; at += 13)
        CHECK(samples.covered[lane * each + at] ==
              doctest::Approx(doc.lanes[lane].covered_until(
                  samples.begin +
                  samples.step * (static_cast<double>(at) - static_cast<double>(samples.reach)))));
  }
  CHECK(looked_up[1] == looked_up[0]);
  CHECK(looked_up[2] == looked_up[0]);
}

TEST_CASE("a search goes on with the frames, and the newest one wins") {
  App app;
  app.open(long_talk(200'000, false, 2));
  lay_out(app);
  REQUIRE(app.command("search was it"));
  const std::size_t at_once = app.state().hits.size();
  CHECK(at_once > 0);
  CHECK(at_once < 100'000);
  CHECK(app.state_json().find("\"searching\":true") != std::string::npos);
  CHECK((app.frame(0) & kFrameAgain) != 0);
  CHECK(app.state().hits.size() > at_once);
  // Looking goes on without drawing, and is told and shown now and then.
  const std::size_t shown = app.state().hits.size();
  CHECK(app.frame(16) == kFrameAgain);
  CHECK(app.state().hits.size() > shown);
  CHECK((app.frame(120) & kFrameState) != 0);
  REQUIRE(app.command("search it"));
  CHECK(app.state().hits.size() <= 2 * at_once + 2);
  for (double now = 136; app.frame(now) & kFrameAgain; now += 16) REQUIRE(now < 16'000);
  CHECK(app.state().search_turn >= app.document().transcript.turns.size());
  CHECK(app.state().hits.size() == kMostHits);
  CHECK(app.state().hit_places.size() == kMostHits);
  CHECK(app.command("hit next"));
  CHECK(app.state().hit == 0);
  REQUIRE(app.command("search"));
  CHECK(app.state().search_turn >= app.document().transcript.turns.size());
  CHECK(app.state().hits.empty());
}

TEST_CASE("a search takes as many slices as the text is long, and none is larger") {
  std::vector<double> slices, largest;
  for (const std::size_t turns : {60'000u, 600'000u}) {
    App app;
    app.open(long_talk(turns, false, 2));
    lay_out(app);
    REQUIRE(app.command("search so it is"));  // begins like every second turn, and is nowhere
    std::size_t before = 0;
    double count = 0, most = 0;
    for (double now = 0;; now += 16) {
      most = std::max(most, static_cast<double>(app.state().search_turn - before));
      before = app.state().search_turn;
      ++count;
      if (before >= turns) break;
      app.frame(now);
    }
    CHECK(app.state().hits.empty());
    slices.push_back(count);
    largest.push_back(most);
  }
  INFO(slices[0] << " " << slices[1]);
  // Over a decade, an exponent by slices, which are what takes time.
  CHECK(std::log10(slices[1] / slices[0]) < 1.05);
  CHECK(largest[1] <= largest[0] * 1.01);
}

TEST_CASE("pointing at a turn tells the page no list of speakers") {
  App two, many;
  two.open(long_talk(400, false, 2));
  many.open(long_talk(400, false, 60));
  for (App* app : {&two, &many}) {
    lay_out(*app);
    app->frame(0);
    REQUIRE(app->command("speaker 1 toggle"));
    REQUIRE(app->command("hover turn 3"));
  }
  CHECK(many.state_json().size() < two.state_json().size() + 40);
  CHECK(two.shown_json() == "[0]");
  CHECK(two.colours_json() == R"([{"speaker":0,"slot":1},{"speaker":1,"slot":2}])");
  // The page asks for who is shown where the filter is another.
  const auto filter = [](const App& app) {
    const std::string state = app.state_json();
    return state.substr(state.find("\"filter\":"), 14);
  };
  const std::string before = filter(two);
  REQUIRE(two.command("hover turn 4"));
  CHECK(filter(two) == before);
  REQUIRE(two.command("speaker all"));
  CHECK(filter(two) != before);
  CHECK(two.shown_json() == "[0,1]");
}
