#include <doctest/doctest.h>

#include <string>

#include "support/scenes.h"

using namespace visavis;

TEST_CASE("the ticks of a search stand in a strip that hides no turn") {
  const Document doc = talk_with_topics();
  ViewState state = state_of(doc);
  CHECK(timeline_of(doc, state).hits.empty());
  state.hits = search(doc.transcript, "a");
  for (const SearchHit& hit : state.hits) state.hit_places.push_back(place_of(doc, hit.turn, hit.text.begin));
  REQUIRE(state.hits.size() > 1);
  state.hit = 1;
  for (const bool compact : {false, true}) {
    state.compact = compact;
    const TimelineScene scene = timeline_of(doc, state);
    REQUIRE_FALSE(scene.hits.empty());
    CHECK(scene.hits.y >= scene.bands.bottom() - 4);
    std::size_t ticks = 0;
    for (const DrawItem& item : scene.items) {
      const auto* batch = std::get_if<BarBatch>(&item);
      if (!batch) continue;
      for (const Bar& bar : batch->bars) {
        const bool tick = bar.y0 == scene.hits.y;
        ticks += tick;
        if (!tick) CHECK(bar.y0 >= scene.hits.bottom());
        if (tick) CHECK(bar.y1 == scene.hits.bottom());
      }
    }
    CHECK(ticks > 0);
  }
}

TEST_CASE("what lies under a point of the timeline") {
  const Document doc = talk_with_topics();
  ViewState state = state_of(doc);
  TimelineScene scene = timeline_of(doc, state);
  CHECK(scene.plot.right() <= kPane.right());
  for (const double place : {0.0, 12.5, 700.0, 1509.0})
    CHECK(scene.axis_from_screen(scene.screen_from_axis(place)) == doctest::Approx(place).epsilon(.001));

  const float ada_y = scene.lanes.y + scene.lane_height * 1.5f, laurie_y = ada_y - scene.lane_height;
  const float middle = scene.screen_from_axis(700);
  CHECK(scene.hit(doc, state, middle, ada_y).kind == Hit::Kind::turn);
  CHECK(scene.hit(doc, state, middle, ada_y).id == 1);
  CHECK(scene.hit(doc, state, middle, laurie_y).kind == Hit::Kind::plot);
  CHECK(scene.hit(doc, state, middle, kPane.y - 5).kind == Hit::Kind::none);
  REQUIRE(scene.labels.size() == 2);
  const Rect label = scene.labels[1].rect;
  CHECK(scene.hit(doc, state, label.x + 2, label.y + 2).kind == Hit::Kind::speaker);
  CHECK(scene.hit(doc, state, label.x + 2, label.y + 2).id == 1);
  REQUIRE_FALSE(scene.band_rects.empty());
  const Rect band = scene.band_rects[0].rect;
  CHECK(scene.hit(doc, state, band.x + 2, band.y + 2).id == 0);

  state.shown[1] = false;
  CHECK(scene.hit(doc, state, middle, ada_y).kind == Hit::Kind::plot);
  state.shown[1] = true;
  state.view_begin = 600, state.view_end = 800;
  scene = timeline_of(doc, state);
  CHECK(scene.axis_from_screen(scene.plot.x) == doctest::Approx(600));
  CHECK(scene.hit(doc, state, scene.screen_from_axis(700), ada_y).id == 1);
  state.reading = {1, 1, .3, .5};
  CHECK_FALSE(timeline_of(doc, state).window.empty());
}

TEST_CASE("river, ticks, hits and axis lie under a point as parts that explain themselves") {
  const Document doc = talk_with_topics();
  ViewState state = state_of(doc);
  state.hits = {{1, {0, 4}}};
  state.hit_places = {5};
  const TimelineScene scene = timeline_of(doc, state);
  const float x = scene.screen_from_axis(700);
  const auto part_at = [&](float y) { return scene.hit(doc, state, x, y).part; };
  CHECK(part_at(scene.river.y + 3) == Hit::river);
  CHECK(part_at(scene.lanes.bottom() + 2) == Hit::questions);
  CHECK(part_at(scene.hits.y + 1) == Hit::found);
  CHECK(part_at(scene.river.bottom() + 6) == Hit::axis);
  CHECK(part_at(scene.lanes.y + 2) == Hit::none_of_it);
  // Without a search there is no strip, and the bands have its place.
  state.hits.clear();
  CHECK(timeline_of(doc, state).hit(doc, state, x, scene.bands.bottom() - 3).kind == Hit::Kind::section);
}

TEST_CASE("the river's shares are those of its window, and of the nearest words where nobody speaks in it") {
  const Document doc = talk_with_topics();
  ViewState state = state_of(doc);
  RiverShares shares(doc, state, 100, 700);
  REQUIRE(shares.lanes.size() == 2);
  CHECK(shares.window == doctest::Approx(200));
  CHECK(shares.amounts[0] == doctest::Approx(200));  // Ada, who says all of it
  CHECK(shares.amounts[1] == doctest::Approx(0));
  shares.at(doc, 8, 4);
  CHECK(shares.window == doctest::Approx(12));  // it ends where the talk begins
  CHECK(shares.amounts[1] == doctest::Approx(4));
  CHECK(shares.total == doctest::Approx(12));
  state.shown[static_cast<std::size_t>(shares.lanes[1]->speakers[0])] = false;
  CHECK(RiverShares(doc, state, 100, 700).lanes.size() == 1);
}

TEST_CASE("what is drawn of 100,000 turns follows the pixels") {
  std::vector<Said> turns;
  for (int i = 0; i < 100'000; ++i) turns.push_back({i % 2 ? "B" : "A", i % 2 ? "no" : "well yes?"});
  const Document doc = make_document(make_talk(turns));
  ViewState state = state_of(doc);
  const TimelineScene far = timeline_of(doc, state);
  std::size_t bars = 0, densities = 0;
  for (const DrawItem& item : far.items) {
    if (const auto* batch = std::get_if<BarBatch>(&item)) bars += batch->bars.size();
    const auto* density = std::get_if<DensityBatch>(&item);
    if (!density) continue;
    ++densities;
    CHECK(density->coverage.size() <= static_cast<std::size_t>(kPane.w));
    CHECK(density->coverage[100] == doctest::Approx(densities == 1 ? 2.0 / 3 : 1.0 / 3).epsilon(.1));
  }
  CHECK(densities == 2);
  CHECK(bars <= 3 * static_cast<std::size_t>(kPane.w));
  CHECK(far.items.size() < 4 * static_cast<std::size_t>(kPane.w));

  state.view_begin = 1'000, state.view_end = 1'060;
  const TimelineScene near = timeline_of(doc, state);
  std::size_t turns_drawn = 0;
  for (const DrawItem& item : near.items)
    if (const auto* batch = std::get_if<BarBatch>(&item)) turns_drawn += batch->bars.size();
  CHECK(turns_drawn >= 40);
  CHECK(turns_drawn < 150);
  for (const DrawItem& item : near.items) CHECK_FALSE(std::holds_alternative<DensityBatch>(item));
}
