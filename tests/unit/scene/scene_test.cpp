#include <doctest/doctest.h>

#include <string>

#include "scene/balance_scene.h"
#include "scene/document_block.h"
#include "scene/text_layout.h"
#include "scene/topics_scene.h"
#include "scene/twin.h"
#include "support/scenes.h"

using namespace visavis;

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

TEST_CASE("a text without speakers still has its words") {
  const Document doc = make_document(make_talk({{"", "One two three."}, {"", "Four five."}}));
  CHECK(timeline_summary(doc).find("5 words") != std::string::npos);
  const OutlineFigures outline = outline_figures(doc);
  REQUIRE(outline.topics.size() == 1);
  CHECK(outline.topics[0].count == "5");
  CHECK(outline.topics[0].title == "The whole text");
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
