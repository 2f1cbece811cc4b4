// Scenes and twin at their edges.
#include <doctest/doctest.h>

#include <string>
#include <variant>

#include "scene/timeline_scene.h"
#include "scene/twin.h"
#include "support/talk.h"
#include "support/view.h"

using namespace visavis;

namespace {

class HalfEm final : public TextMeasure {
 public:
  float width(std::string_view text, Face, float size_px) const override {
    return static_cast<float>(text.size()) * size_px / 2;
  }
};
const HalfEm kMeasure;

// Themes of tests have no colours of speakers: each gets one to be known by.
Theme colourful() {
  Theme theme;
  for (int i = 0; i < kMostLanes; ++i) theme.speakers[i] = rgba(static_cast<unsigned>(10 + i), 20, 30);
  return theme;
}

TimelineScene timeline_of(const Document& doc, const ViewState& state) {
  LaneSamples samples;
  return build_timeline(doc, outline_figures(doc), state, colourful(), kMeasure, {0, 0, 600, 200}, samples);
}

// Bars whose top is at a place, with their colour.
std::vector<Bar> bars_at(const TimelineScene& scene, float top) {
  std::vector<Bar> bars;
  for (const DrawItem& item : scene.items)
    if (const auto* batch = std::get_if<BarBatch>(&item))
      for (const Bar& bar : batch->bars)
        if (bar.y0 == top) bars.push_back(bar);
  return bars;
}

Document asked() {
  return make_document(make_talk({{"Quinn", "Why? When?"},
                                  {"Ada", "so it was and so it is now"},
                                  {"Quinn", "Where?"},
                                  {"Ada", "there by the old mill"},
                                  {"Quinn", "Who?"},
                                  {"Ada", "nobody at all then"},
                                  {"Quinn", "I see."}}));
}

}  // namespace

TEST_CASE("a lane covers half of a turn at its middle") {
  const Document doc = make_document(make_talk({{"A", "a b c d"}, {"B", "e f"}, {"A", "g h"}}));
  const Lane& lane = doc.lanes[0];
  CHECK(lane.covered_until(-1) == 0);
  CHECK(lane.covered_until(0) == 0);
  CHECK(lane.covered_until(2) == 2);
  CHECK(lane.covered_until(4) == 4);
  CHECK(lane.covered_until(5) == 4);
  CHECK(lane.covered_until(7) == 5);
  CHECK(lane.covered_until(99) == 6);
  CHECK(lane.first_ending_after(0) == 0);
  CHECK(lane.first_ending_after(3.9) == 0);
  CHECK(lane.first_ending_after(4) == 1);
  CHECK(lane.first_ending_after(8) == 2);
  CHECK(lane.turn_at(2, 0) == 0);
  CHECK(lane.turn_at(5, .5) == kNone);
  CHECK(lane.turn_at(5.5, .5) == 2);
}

TEST_CASE("a speaker's colour follows the rank by words, not the order of speaking") {
  const Document doc = make_document(
      make_talk({{"Few", "one"}, {"Many", "one two three four five"}, {"Some", "one two three"}}));
  CHECK(doc.slots == std::vector<int>{3, 1, 2});
  CHECK(doc.by_words == std::vector<std::int32_t>{1, 2, 0});
  const ViewState state = state_of(doc);
  const TimelineScene scene = timeline_of(doc, state);
  for (std::size_t lane = 0; lane < 3; ++lane) {
    bool drawn = false;
    for (const DrawItem& item : scene.items) {
      const auto* batch = std::get_if<BarBatch>(&item);
      if (!batch || batch->bars.empty()) continue;
      const Bar& bar = batch->bars[0];
      const float top = scene.lanes.y + static_cast<float>(lane) * scene.lane_height;
      if (bar.y0 < top || bar.y1 > top + scene.lane_height) continue;
      drawn = true;
      CHECK(bar.colour == colourful().of_slot(doc.slots[lane]));
    }
    CHECK(drawn);
  }
}

TEST_CASE(
    "an interviewer's questions are ticks at the ends of their turns; those of one who is hidden are none") {
  const Document doc = asked();
  REQUIRE(doc.analysis.roles[0] == Role::interviewer);
  ViewState state = state_of(doc);
  const TimelineScene scene = timeline_of(doc, state);
  const float top = scene.lanes.bottom() + 1;
  const std::vector<Bar> ticks = bars_at(scene, top);
  REQUIRE(ticks.size() == 3);  // a turn that asks twice has one
  CHECK((ticks[0].x0 + ticks[0].x1) / 2 == doctest::Approx(scene.screen_from_axis(doc.axis.turn_end[0])));
  CHECK((ticks[2].x0 + ticks[2].x1) / 2 == doctest::Approx(scene.screen_from_axis(doc.axis.turn_end[4])));
  state.view_begin = doc.axis.turn_end[0] + .1;
  CHECK(bars_at(timeline_of(doc, state), top).size() == 2);
  state.view_begin = 0;
  state.shown[0] = false;
  CHECK(bars_at(timeline_of(doc, state), top).empty());
  state.shown = {true, false};
  CHECK(bars_at(timeline_of(doc, state), top).size() == 3);
}

TEST_CASE("ticks of hits stand where the words do, and those out of view are not drawn") {
  const Document doc = asked();
  ViewState state = state_of(doc);
  state.hits = search(doc.transcript, "so it");
  REQUIRE(state.hits.size() == 2);
  for (const SearchHit& hit : state.hits) state.hit_places.push_back(place_of(doc, hit.turn, hit.text.begin));
  CHECK(state.hit_places[0] == doctest::Approx(doc.axis.turn_begin[1]));
  CHECK(state.hit_places[1] > doc.axis.turn_begin[1]);
  CHECK(state.hit_places[1] < doc.axis.turn_end[1]);
  const TimelineScene scene = timeline_of(doc, state);
  const std::vector<Bar> ticks = bars_at(scene, scene.hits.y);
  REQUIRE(ticks.size() == 2);
  CHECK((ticks[0].x0 + ticks[0].x1) / 2 == doctest::Approx(scene.screen_from_axis(state.hit_places[0])));
  state.view_begin = doc.axis.turn_begin[2];
  const TimelineScene later = timeline_of(doc, state);
  CHECK(bars_at(later, later.hits.y).empty());
}

TEST_CASE("a topic's extent, words and questions stand in the twin, whoever asks") {
  Transcript talk = make_talk({{"#", "Nets"},
                               {"Mod", "Who mends them?"},
                               {"Ana", "I do?"},
                               {"Mod", "Alone?"},
                               {"#", "Boats"},
                               {"Ben", "We all do that."}});
  talk.speakers[0].role = Role::moderator;
  const Document doc = make_document(std::move(talk));
  const std::string twin = write_twin(doc, balance_figures(doc, state_of(doc)), outline_figures(doc));
  CHECK(twin.find("\"extent\":\"0–6 words\"") != std::string::npos);
  CHECK(twin.find("\"extent\":\"6–10 words\"") != std::string::npos);
  CHECK(twin.find("\"words\":\"6\"") != std::string::npos);
  CHECK(twin.find("\"words\":\"4\"") != std::string::npos);
  CHECK(twin.find("{\"turn\":0,\"text\":\"Who mends them?\"}") != std::string::npos);
  CHECK(twin.find("{\"turn\":2,\"text\":\"Alone?\"}") != std::string::npos);
  CHECK(twin.find("\"text\":\"I do?\"") == std::string::npos);
}
