#include <doctest/doctest.h>

#include <string>
#include <variant>

#include "base/text.h"
#include "scene/balance_scene.h"
#include "scene/document_block.h"
#include "scene/text_layout.h"
#include "scene/timeline_scene.h"
#include "scene/topics_scene.h"
#include "scene/twin.h"
#include "support/talk.h"
#include "support/view.h"

using namespace visavis;

namespace {

// Every code point half an em.
class HalfEm final : public TextMeasure {
 public:
  float width(std::string_view text, Face, float size_px) const override {
    float em = 0;
    for (std::size_t at = 0; at < text.size(); em += .5f) next_code_point(text, at);
    return em * size_px;
  }
};
const HalfEm kMeasure;
constexpr Rect kPane{10, 20, 600, 200};

TimelineScene timeline_of(const Document& doc, const ViewState& state) {
  LaneSamples samples;
  return build_timeline(doc, outline_figures(doc), state, {}, kMeasure, kPane, samples);
}

std::string words(std::size_t count) {
  std::string text;
  for (std::size_t i = 0; i < count; ++i) text += "word ";
  return text;
}

Document talk_with_topics() {
  return make_document(make_talk({{"##", "Opening"},
                                  {"Laurie Segall", "Where were you born?"},
                                  {"Ada King", words(1500)},
                                  {"####", "Deeper"},
                                  {"Laurie Segall", "And then? Why?"},
                                  {"##", "Closing"},
                                  {"###", "Thanks"},
                                  {"Ada King", "Thank you."},
                                  {"####", "Bye"},
                                  {"###", "Credits"}}));
}

bool draws_text(const DrawList& items, std::string_view text) {
  for (const DrawItem& item : items)
    if (const auto* label = std::get_if<TextItem>(&item))
      if (label->text == text) return true;
  return false;
}

}  // namespace

TEST_CASE("speakers past the eighth share the last lane") {
  std::vector<Said> turns;
  std::vector<std::string> names, texts;
  for (std::size_t i = 0; i < 11; ++i) {
    names.push_back("Speaker " + std::string(1, static_cast<char>('A' + i)));
    texts.push_back(words(i + 1));
  }
  for (std::size_t i = 0; i < 11; ++i) turns.push_back({names[i], texts[i]});
  const Document doc = make_document(make_talk(turns));
  REQUIRE(doc.lanes.size() == 9);
  CHECK(doc.lanes[8].speakers == std::vector<std::int32_t>{0, 1, 2});
  CHECK(doc.slots == std::vector<int>{0, 0, 0, 8, 7, 6, 5, 4, 3, 2, 1});
  CHECK(doc.lane_of[0] == 8);
  CHECK(doc.lane_of[3] == 0);
  const ViewState state = state_of(doc);
  CHECK(draws_text(timeline_of(doc, state).items, "3 others"));
}

TEST_CASE("a lane covers what is spoken once, however many turns lie over it") {
  const auto at = [](std::int64_t s) { return s * 1000; };
  const Document doc = make_document(make_talk({{"Ana", "long", at(0), at(100)},
                                                {"Ana", "inside", at(10), at(20)},
                                                {"Ben", "other", at(50), at(60)},
                                                {"Ana", "touching", at(100), at(110)},
                                                {"Ana", "apart", at(120), at(130)}}));
  const Lane& ana = doc.lanes[static_cast<std::size_t>(doc.lane_of[0])];
  CHECK(ana.covered_until(-1) == 0);
  CHECK(ana.covered_until(0) == 0);
  CHECK(ana.covered_until(10e3) == 10e3);
  CHECK(ana.covered_until(15e3) == 15e3);
  CHECK(ana.covered_until(20e3) == 20e3);
  CHECK(ana.covered_until(50e3) == 50e3);
  CHECK(ana.covered_until(110e3) == 110e3);
  CHECK(ana.covered_until(115e3) == 110e3);
  CHECK(ana.covered_until(125e3) == 115e3);
  CHECK(ana.covered_until(1e9) == 120e3);
}

TEST_CASE("the folded lane covers what several say at once only once") {
  std::vector<Said> talk;
  std::vector<std::string> names;
  for (int i = 0; i < 11; ++i) names.push_back("Speaker " + std::string(1, static_cast<char>('A' + i)));
  // Three who say little, at one time, behind eight who say more.
  for (std::size_t i = 0; i < 11; ++i)
    talk.push_back({names[i], i < 8 ? "many more words than those" : "few", 0, 10000});
  const Document doc = make_document(make_talk(talk));
  REQUIRE(doc.lanes.back().speakers.size() == 3);
  CHECK(doc.lanes.back().covered_until(4000) == 4000);
  CHECK(doc.lanes.back().covered_until(20000) == 10000);
}

TEST_CASE("labels are the short form that the text uses, unless two share it") {
  Transcript t = make_talk({{"Laurie Segall", "a"}, {"Mark Segall", "b"}, {"Ada King", "c"}});
  t.speakers[0].aliases = {"Segall"};
  t.speakers[2].aliases = {"King", "AK", "Countess"};
  CHECK(make_document(t).labels == std::vector<std::string>{"Segall", "Mark Segall", "King"});
  t.speakers[1].aliases = {"Segall"};
  CHECK(make_document(t).labels == std::vector<std::string>{"Laurie Segall", "Mark Segall", "King"});
}

TEST_CASE("the axis counts spoken words, or time where every spoken turn is timed") {
  const Document by_words = make_document(make_talk({{"", "not counted"}, {"A", "a b c"}, {"B", "d e"}}));
  CHECK_FALSE(by_words.axis.is_time);
  CHECK(by_words.axis.length == 5);
  CHECK(by_words.axis.turn_at(2.5) == 1);
  CHECK(by_words.axis.turn_at(3) == 2);
  CHECK(by_words.axis.at(2, .5) == 4);
  CHECK(by_words.words_in({0, 1}) == 3);
  CHECK(timeline_summary(by_words) == "3 turns (1 of narration), 2 speakers, 5 words");

  const Document by_time = make_document(make_talk({{"A", "a", 1'000, 62'000}, {"B", "b", 60'000, 65'500}}));
  CHECK(by_time.axis.is_time);
  CHECK(by_time.axis.length == 65'500);
  CHECK(by_time.axis.turn_at(500) == 0);
  CHECK(by_time.axis.turn_at(61'000) == 1);
  CHECK(format_axis(by_time, 65'500) == "1:05");
  CHECK(timeline_summary(by_time) == "2 turns, 2 speakers, 2 words, 1:05");

  const Document untimed = make_document(make_talk({{"A", "a", 0, 1'000}, {"B", "b"}}));
  CHECK_FALSE(untimed.axis.is_time);
  const Document nothing = make_document({});
  CHECK(nothing.axis.turn_at(0) == kNone);
  CHECK(timeline_summary(nothing) == "0 turns, 0 speakers, 0 words");
  const Document narration = make_document(make_talk({{"", "only a text"}}));
  CHECK(narration.axis.length == 3);
}

TEST_CASE("figures are strings for people") {
  CHECK(Language().count(0) == "0");
  CHECK(Language().count(999) == "999");
  CHECK(Language().count(1'234'567) == "1,234,567");
  CHECK(format_percent(Language(), .9, 1) == "90.0%");
  CHECK(format_index(Language(), .472) == "0.47");
  CHECK(format_index(Language(), -1) == "–");

  const Document doc = talk_with_topics();
  ViewState state = state_of(doc);
  const BalanceFigures all = balance_figures(doc, state);
  CHECK(all.of == "whole interview");
  CHECK(all.words == "1,509 words");
  REQUIRE(all.rows.size() == 2);
  CHECK(all.rows[0].name == "Ada King");
  CHECK(all.rows[0].cells == std::vector<std::string>{"99.5%", "1,502", "2", "751", "1,500", "0"});
  CHECK(all.rows[1].cells == std::vector<std::string>{"0.5%", "7", "2", "4", "4", "3"});

  state.range = TurnRange{1, 1};
  const BalanceFigures one = balance_figures(doc, state);
  CHECK(one.of == "turn 2");  // people count from 1, ids from 0
  CHECK(one.index == "–");
  CHECK(one.definition == "0.04 in all · needs two voices");
  CHECK(one.rows[0].whole_share == doctest::Approx(1502.0 / 1509));
  CHECK(one.rows[1].cells == std::vector<std::string>{"0.0%", "0", "0", "–", "–", "0"});
  state.range = TurnRange{0, 2};
  CHECK(balance_figures(doc, state).of == "turns 1 to 3");
  state.shown[1] = false;
  CHECK(balance_figures(doc, state).words == "7 words");
  // Who is filtered out keeps their figures.
  state.range.reset();
  const BalanceFigures filtered = balance_figures(doc, state);
  CHECK(filtered.index == "–");
  CHECK(filtered.rows[0].cells == all.rows[0].cells);
}

Transcript crowd_of(int speakers) {
  std::vector<std::string> names;
  for (int i = 0; i < speakers; ++i) names.push_back(std::string("Voice ") + static_cast<char>('A' + i));
  std::vector<Said> said;
  for (const std::string& name : names) said.push_back({name, "some words"});
  return make_talk(said);
}

TEST_CASE("the balance is sorted by any column, and folds those beyond the first of many") {
  const Document doc = talk_with_topics();
  ViewState state = state_of(doc);
  const auto first = [&](std::int32_t column, bool ascending) {
    state.sort_column = column, state.ascending = ascending;
    return balance_figures(doc, state).rows[0].speaker;
  };
  const std::int32_t most = first(kNone, false), asks = most == 0 ? 1 : 0;
  CHECK(first(2, true) == asks);
  CHECK(first(6, false) == asks);
  CHECK(first(6, true) == most);
  CHECK(first(0, true) == 0);
  CHECK(first(0, false) == 1);

  // The seventh column is the time that was spoken, where times are known; behind it who cuts in.
  const Document timed = make_document(make_talk({{"Ana", "long and slow", 0, 9'000},
                                                  {"Ben", "well", 9'000, 10'000},
                                                  {"Ana", "so slow that", 10'000, 19'000},
                                                  {"Ben", "no no no no no no", 15'000, 21'000}}));
  ViewState clock = state_of(timed);
  const auto leads = [&](std::int32_t column) {
    clock.sort_column = column, clock.ascending = false;
    return balance_figures(timed, clock).rows[0].speaker;
  };
  CHECK(leads(7) == 0);
  CHECK(leads(8) == 1);

  const Document crowd = make_document(crowd_of(20));
  ViewState view = state_of(crowd);
  const BalanceFigures folded = balance_figures(crowd, view);
  CHECK(folded.rows.size() == 20);
  CHECK(folded.folded == 12);
  const BalanceScene drawn = build_balance(crowd, folded, view, {}, kMeasure, kPane);
  CHECK(draws_text(drawn.items, "and 12 others"));
  view.unfolded = true;
  const BalanceFigures each = balance_figures(crowd, view);
  CHECK(each.folded == 0);
  CHECK(build_balance(crowd, each, view, {}, kMeasure, kPane).height > drawn.height);
}

TEST_CASE("topics are numbered by nesting, whatever levels the document uses") {
  const Document doc = talk_with_topics();
  const OutlineFigures outline = outline_figures(doc);
  CHECK(outline.summary == "6 headings · 1,509 words");
  std::string numbers;
  for (const TopicFigures& topic : outline.topics) numbers += topic.number + " ";
  CHECK(numbers == "1 1.1 2 2.1 2.1.1 2.2 ");
  CHECK(outline.band_level == 1);
  CHECK(outline.most_words == 1'507);
  CHECK(outline.topics[0].extent == "0–1,507 words");
  CHECK(outline.topics[0].parts[0].share == "99.5%");
  CHECK(outline.topics[5].turns.empty());
  CHECK(section_at_level(doc, 4, 1) == 2);
  CHECK(section_at_level(doc, 4, 3) == 4);
  CHECK(section_at_level(doc, 0, 2) == kNone);
  CHECK(section_at_level(doc, kNone, 1) == kNone);
  CHECK(topic_questions(doc, doc.turns_of(0), 2).size() == 2);
  CHECK(topic_questions(doc, doc.turns_of(1), 9)[1].text == "Why?");

  const Document plain = make_document(make_talk({{"A", "a b"}}));
  const OutlineFigures whole_only = outline_figures(plain);
  REQUIRE(whole_only.topics.size() == 1);
  CHECK(whole_only.topics[0].section == kNone);
  CHECK(whole_only.summary == "one topic · 2 words");
}

TEST_CASE("words wrap, the last line holds the rest") {
  const auto wrap = [](std::string_view text, float first, float rest, std::size_t most) {
    return wrap_text(text, kMeasure, Face::regular, 10, first, rest, most);
  };
  using Lines = std::vector<std::string>;
  CHECK(wrap("one two three", 100, 100, 3) == Lines{"one two three"});
  CHECK(wrap(" one  two three ", 40, 40, 3) == Lines{"one  two", "three"});
  CHECK(wrap("one two three four", 20, 20, 2) == Lines{"one", "two three four"});
  CHECK(wrap("one · two\u00A0three", 55, 60, 3) == Lines{"one ·", "two\u00A0three"});
  CHECK(wrap("unbreakable", 20, 20, 3) == Lines{"unbreakable"});
  CHECK(wrap("unbreakable", 20, 100, 3) == Lines{"", "unbreakable"});
  CHECK(wrap("漢字漢字漢字", 10, 10, 9) == Lines{"漢字", "漢字", "漢字"});
  CHECK(wrap("", 10, 10, 2) == Lines{""});
}

TEST_CASE("ink stands out from its ground") {
  const Colour on_white = contrast_on(rgba(255, 255, 255)), on_black = contrast_on(rgba(0, 0, 0));
  CHECK((on_white & 0xFF) < 0x40);
  CHECK((on_black & 0xFF) > 0xC0);
  CHECK(contrast_on(rgba(255, 255, 0)) == on_white);
  CHECK(contrast_on(rgba(0, 0, 200)) == on_black);
}

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

TEST_CASE("the twin carries the strings that the panels draw") {
  const Document doc = talk_with_topics();
  const ViewState state = state_of(doc);
  const BalanceFigures balance = balance_figures(doc, state);
  const OutlineFigures outline = outline_figures(doc);
  const std::string twin = write_twin(doc, balance, outline);
  const auto has = [&](std::string_view text) {
    return twin.find("\"" + std::string(text) + "\"") != twin.npos;
  };
  const BalanceScene drawn = build_balance(doc, balance, state, {}, kMeasure, kPane);
  for (const BalanceRow& row : balance.rows)
    for (const std::string& cell : row.cells) CHECK(has(cell));
  CHECK(has(balance.index));
  CHECK(draws_text(drawn.items, balance.index));
  CHECK(draws_text(drawn.items, balance.rows[0].cells[1]));
  CHECK(drawn.height > 0);
  TitleLines known;
  const TopicsScene topics =
      build_topics(doc, outline, state, {}, kMeasure, {0, 0, 400, 400}, {0, 0, 400, 400}, known);
  for (const TopicFigures& topic : outline.topics) {
    CHECK(has(topic.title));
    CHECK(draws_text(topics.items, topic.count));
    CHECK(has(topic.count));
  }
  CHECK(has(outline.summary));
  CHECK(has(timeline_summary(doc)));
  CHECK(has("Where were you born?"));
}

TEST_CASE("a long outline is told in parts, each topic once and in order") {
  std::vector<Said> said;
  std::vector<std::string> titles;
  for (int i = 0; i < 900; ++i) titles.push_back("Heading number " + std::to_string(i));
  for (const std::string& title : titles) {
    said.push_back({"##", title});
    said.push_back({"Ada King", "One, two, three, and where is the fourth?"});
  }
  const Document doc = make_document(make_talk(said));
  const OutlineFigures outline = outline_figures(doc);
  std::string told = write_twin(doc, balance_figures(doc, state_of(doc)), outline);
  std::size_t parts = 1;
  for (std::string part = told; parts < 900;) {
    const std::size_t next = part.rfind("\"next\":");
    REQUIRE(next != part.npos);
    if (part.substr(next + 7, 4) == "null") break;
    part = write_twin_topics(doc, outline, std::stoul(part.substr(next + 7)));
    CHECK(part.size() < 100'000);
    told += part;
    ++parts;
  }
  CHECK(parts > 1);
  std::size_t at = 0;
  for (const std::string& title : titles) {
    at = told.find("\"title\":\"" + title + "\"", at);
    REQUIRE(at != told.npos);
    ++at;
  }
}

TEST_CASE("a text without speakers still has its words") {
  const Document doc = make_document(make_talk({{"", "One two three."}, {"", "Four five."}}));
  CHECK(timeline_summary(doc).find("5 words") != std::string::npos);
  const OutlineFigures outline = outline_figures(doc);
  REQUIRE(outline.topics.size() == 1);
  CHECK(outline.topics[0].count == "5");
  CHECK(outline.topics[0].title == "The whole text");
}

TEST_CASE("a narrow balance keeps every figure inside the pane") {
  Transcript timed = make_talk({{"Wilhelmina Featherstonehaugh", words(1234)}, {"Ada King", words(98)}});
  std::int64_t at = 0;
  for (Turn& turn : timed.turns) {
    turn.start_ms = at, turn.end_ms = at += 4'000'000;
    turn.start_source = turn.end_source = TimeSource::measured;
  }
  const Document doc = make_document(std::move(timed));
  const ViewState state = state_of(doc);
  const BalanceFigures figures = balance_figures(doc, state);
  REQUIRE(figures.columns.size() == 8);
  for (float width = 180; width <= 700; width += 20) {
    const Rect pane{10, 20, width, 400};
    const BalanceScene scene = build_balance(doc, figures, state, {}, kMeasure, pane);
    std::vector<Rect> numbers;
    for (const DrawItem& item : scene.items) {
      const auto* label = std::get_if<TextItem>(&item);
      if (!label || label->align != 1) continue;
      const float w = kMeasure.width(label->text, label->face, label->size_px);
      numbers.push_back({label->x - w, label->baseline_y - 8, w, 8});
      CHECK(label->x - w >= pane.x);
      CHECK(label->x <= pane.right());
    }
    for (std::size_t a = 0; a < numbers.size(); ++a)
      for (std::size_t b = a + 1; b < numbers.size(); ++b)
        CHECK_FALSE((numbers[a].y == numbers[b].y && numbers[a].x < numbers[b].right() &&
                     numbers[b].x < numbers[a].right()));
  }
}

TEST_CASE("numbers leave room for what a speaker is, even where names are short") {
  Transcript talk = make_talk({{"Jo", "Who was it?"}, {"Al", words(300)}});
  talk.speakers[0].role = Role::interviewer, talk.speakers[1].role = Role::interviewee;
  const Document doc = make_document(std::move(talk));
  const ViewState state = state_of(doc);
  const BalanceFigures figures = balance_figures(doc, state);
  REQUIRE(figures.rows[0].role);
  for (float width = 260; width <= 700; width += 10) {
    const BalanceScene scene = build_balance(doc, figures, state, {}, kMeasure, {0, 0, width, 400});
    for (const DrawItem& item : scene.items) {
      const auto* role = std::get_if<TextItem>(&item);
      if (!role || role->align != 0 || role->text != figures.rows[0].role_title) continue;
      const float right = role->x + kMeasure.width(role->text, role->face, role->size_px);
      for (const DrawItem& other : scene.items) {
        const auto* cell = std::get_if<TextItem>(&other);
        if (!cell || cell->align != 1 || cell->baseline_y < role->baseline_y - 16) continue;  // the head
        if (cell->baseline_y > role->baseline_y + 4) continue;                                // another row
        CHECK(cell->x - kMeasure.width(cell->text, cell->face, cell->size_px) > right);
      }
    }
  }
}

TEST_CASE("every figure of the balance says which column it is, chosen or not") {
  const Document doc = talk_with_topics();
  const ViewState state = state_of(doc);
  const BalanceFigures figures = balance_figures(doc, state);
  const BalanceScene scene = build_balance(doc, figures, state, {}, kMeasure, {0, 0, 460, 400});
  std::size_t cells = 0, index = 0, sorts = 0;
  for (const Hit& hit : scene.hits) {
    const bool figure = hit.kind == Hit::Kind::figure;
    if (figure) CHECK(hit.id % kMostColumns == hit.part);
    cells += figure || (hit.kind == Hit::Kind::speaker && hit.part > 0);
    index += hit.kind == Hit::Kind::none && hit.part == Hit::index;
    sorts += hit.kind == Hit::Kind::sort;
    // What is found by its middle is what it says.
    const Hit found = scene.hit(hit.rect.x + hit.rect.w / 2, hit.rect.y + hit.rect.h / 2);
    if (figure) CHECK(found.part == hit.part);
  }
  CHECK(cells == figures.rows.size() * figures.columns.size());
  CHECK(index == 1);
  CHECK(sorts == figures.columns.size() + 1);
}

TEST_CASE("by touch whatever is a row is 44 px high, and nothing is drawn outside the pane") {
  std::vector<std::string> names;
  for (int i = 0; i < 20; ++i) names.push_back("Person " + std::string(1, static_cast<char>('A' + i)));
  std::vector<Said> turns;
  for (std::size_t i = 0; i < 60; ++i) turns.push_back({names[i % 20], i % 2 ? "So it was." : "Was it?"});
  const Document doc = make_document(make_talk(turns));
  for (const bool compact : {false, true}) {
    ViewState state = state_of(doc);
    state.touch = true;
    state.compact = compact;
    const BalanceFigures figures = balance_figures(doc, state);
    REQUIRE(figures.folded > 0);
    const BalanceScene scene =
        build_balance(doc, figures, state, {}, kMeasure, {0, 0, compact ? 360.f : 520.f, 900});
    std::vector<Rect> rows;
    for (const Hit& hit : scene.hits) {
      const bool row =
          (hit.kind == Hit::Kind::speaker && hit.part == 0 && hit.rect.x < 20 && hit.rect.w > 300) ||
          hit.kind == Hit::Kind::unfold;
      if (row || hit.kind == Hit::Kind::sort) CHECK(hit.rect.h >= kTouchTarget - .01f);
      if (row) rows.push_back(hit.rect);
    }
    CHECK(rows.size() == figures.rows.size() - figures.folded + 1);
    for (std::size_t i = 1; i < rows.size(); ++i) CHECK(rows[i].y >= rows[i - 1].bottom() - .01f);
  }
  const Document topics = talk_with_topics();
  ViewState state = state_of(topics);
  state.touch = true;
  state.open_section = 0;
  TitleLines known;
  const TopicsScene outline = build_topics(topics, outline_figures(topics), state, {}, kMeasure,
                                           {0, 0, 400, 800}, {0, 0, 400, 800}, known);
  for (const Hit& hit : outline.hits) CHECK(hit.rect.h >= kTouchTarget - 1);
}

TEST_CASE("topics out of sight keep their place but are not drawn") {
  const Document doc = talk_with_topics();
  const OutlineFigures outline = outline_figures(doc);
  const ViewState state = state_of(doc);
  const Rect pane{0, 0, 400, 900};
  TitleLines known;
  const TopicsScene all = build_topics(doc, outline, state, {}, kMeasure, pane, pane, known);
  const TopicsScene clipped = build_topics(doc, outline, state, {}, kMeasure, pane, {0, 0, 400, 40}, known);
  CHECK(clipped.items.size() < all.items.size());
  REQUIRE(clipped.hits.size() == all.hits.size());
  CHECK(clipped.hits.back().rect.y == all.hits.back().rect.y);
  CHECK(clipped.height == all.height);
}

TEST_CASE("a long outline is laid out once; a frame lays out what is in sight") {
  Transcript transcript;
  transcript.text = "Yes";
  transcript.speakers.push_back({"Ana", {}, Role::unknown});
  for (std::int32_t i = 0; i < 5000; ++i) {
    Turn turn;
    turn.speaker = 0, turn.section = i, turn.text = {0, 3};
    transcript.turns.push_back(turn);
    Section section;
    section.title = "A part of the talk with a long title, number " + std::to_string(i);
    section.level = 1, section.first_turn = section.last_turn = i;
    transcript.sections.push_back(section);
  }
  const Document doc = make_document(std::move(transcript));
  const OutlineFigures outline = outline_figures(doc);
  const ViewState state = state_of(doc);
  struct Counting : TextMeasure {
    mutable std::size_t asked = 0;
    float width(std::string_view text, Face face, float size) const override {
      ++asked;
      return kMeasure.width(text, face, size);
    }
  } counting;
  const Rect pane{0, 0, 400, 200'000}, clip{0, 0, 400, 800};
  TitleLines known;
  const TopicsScene first = build_topics(doc, outline, state, {}, counting, pane, clip, known);
  CHECK(counting.asked >= 5000);
  counting.asked = 0;
  const TopicsScene second = build_topics(doc, outline, state, {}, counting, pane, clip, known);
  CHECK(counting.asked < 1000);
  CHECK(second.height == first.height);
  // At another width the titles break elsewhere.
  const TopicsScene wide =
      build_topics(doc, outline, state, {}, counting, {0, 0, 1600, 200'000}, clip, known);
  CHECK(wide.height < first.height);
}

TEST_CASE("where most words are single characters the counts say characters") {
  const Document doc =
      make_document(make_talk({{"##", "茶馆"},
                               {"林梅", "你什么时候开的茶馆？"},
                               {"周平", "三十年前，我父亲留下来的，那时候街上还没有 Wi-Fi。"},
                               {"##", "现在"},
                               {"林梅", "现在呢？"},
                               {"周平", "现在人少了，茶还是一样。"}}));
  const ViewState state = state_of(doc);
  const BalanceFigures figures = balance_figures(doc, state);
  CHECK(figures.columns[1] == "characters");
  CHECK(figures.words == "42 characters");
  CHECK(figures.definition.starts_with("normalised entropy of characters"));
  const OutlineFigures outline = outline_figures(doc);
  CHECK(outline.summary == "2 headings · 42 characters");
  CHECK(outline.topics[0].extent == "0–29 characters");
  CHECK(timeline_summary(doc).ends_with("42 characters"));
  CHECK(write_twin(doc, figures, outline).find("\"measure\":\"characters\"") != std::string::npos);
  CHECK(draws_text(timeline_of(doc, state).items, "0 characters"));
  // What the reading instance found out travels with it.
  const Result<Document> other = read_document(write_document(doc));
  REQUIRE(other);
  CHECK(balance_figures(*other, state).words == figures.words);
  // A name or a quote in such a script makes no other text one.
  const Document mixed = make_document(make_talk({{"Ada", "They call it 茶馆, and it means a tea house."},
                                                  {"Ben", "And what do they serve there all day long?"}}));
  CHECK(balance_figures(mixed, state_of(mixed)).columns[1] == "words");
  // Hangul has spaces: its words are words.
  const Document korean = make_document(
      make_talk({{"지민", "언제 문을 열었어요?"}, {"하준", "삼십 년 전에 아버지가 열었어요."}}));
  CHECK(balance_figures(korean, state_of(korean)).columns[1] == "words");
}
