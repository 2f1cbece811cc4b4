#include <doctest/doctest.h>

#include <string>

#include "scene/balance_scene.h"
#include "support/scenes.h"

using namespace visavis;

namespace {

Transcript crowd_of(int speakers) {
  std::vector<std::string> names;
  for (int i = 0; i < speakers; ++i) names.push_back(std::string("Voice ") + static_cast<char>('A' + i));
  std::vector<Said> said;
  for (const std::string& name : names) said.push_back({name, "some words"});
  return make_talk(said);
}

}  // namespace

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
