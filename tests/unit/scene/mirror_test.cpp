#include "scene/mirror.h"

#include <doctest/doctest.h>

#include <variant>

#include "base/json_out.h"
#include "scene/draw_json.h"
#include "scene/timeline_scene.h"
#include "support/talk.h"
#include "support/view.h"

using namespace visavis;

namespace {

constexpr Rect kPane{10, 20, 600, 200};

class Sixes final : public TextMeasure {
 public:
  float width(std::string_view text, Face, float) const override {
    return 6 * static_cast<float>(text.size());
  }
};

std::string as_text(const DrawList& items) {
  JsonOut out;
  write_items(out, items);
  return out.take();
}

DrawList one_of_each() {
  DrawList items;
  items.push_back(FillItem{{10, 30, 100, 20}, 1, 2});
  items.push_back(StrokeItem{{60, 30, 40, 20}, 2, 1, 3});
  items.push_back(LineItem{20, 30, 70, 60, 3, 1, 0});
  items.push_back(TextItem{30, 40, "whole", Face::regular, 13, 4, 0, 90});
  items.push_back(TextItem{300, 40, "middle", Face::regular, 13, 4, .5f, 0});
  items.push_back(ClipItem{{110, 20, 300, 200}});
  BarBatch bars;
  bars.bars = {{20, 25, 30, 40, 5}, {40, 60, 30, 40, 6}};
  items.push_back(bars);
  items.push_back(DensityBatch{{110, 60, 300, 10}, 7, {0, .5f, 1}});
  RiverBatch river;
  river.area = {110, 80, 300, 32};
  river.colours = {8, 9};
  river.columns = 3;
  river.edges = {.1f, .2f, .3f, 1, 1, 1};
  items.push_back(river);
  items.push_back(ClipItem{});
  return items;
}

}  // namespace

TEST_CASE("what is mirrored stands as far from the other edge, and words are not turned round") {
  DrawList items = one_of_each();
  mirror(items, kPane);  // about 310: x becomes 620 - x
  const auto& fill = std::get<FillItem>(items[0]);
  CHECK(fill.rect.x == 510);
  CHECK(fill.rect.w == 100);
  CHECK(fill.rect.y == 30);
  CHECK(std::get<StrokeItem>(items[1]).rect.right() == 560);
  const auto& line = std::get<LineItem>(items[2]);
  CHECK(line.x0 == 600);
  CHECK(line.x1 == 550);
  CHECK(line.y1 == 60);
  const auto& label = std::get<TextItem>(items[3]);
  CHECK(label.x == 590);
  CHECK(label.align == 1);
  CHECK(label.text == "whole");
  CHECK(label.max_width == 90);
  CHECK(std::get<TextItem>(items[4]).align == .5f);
  CHECK(std::get<ClipItem>(items[5]).rect.x == 210);
  const auto& bars = std::get<BarBatch>(items[6]).bars;
  CHECK(bars[0].x0 == 595);
  CHECK(bars[0].x1 == 600);
  CHECK(bars[1].x0 == 560);
  CHECK(bars[1].colour == 6);
  const auto& density = std::get<DensityBatch>(items[7]);
  CHECK(density.area.x == 210);
  CHECK(density.coverage == std::vector<float>{1, .5f, 0});
  const auto& river = std::get<RiverBatch>(items[8]);
  CHECK(river.area.x == 210);
  CHECK(river.edges == std::vector<float>{.3f, .2f, .1f, 1, 1, 1});
  CHECK(std::get<ClipItem>(items[9]).rect.empty());  // still ends the clip
}

TEST_CASE("mirrored twice a scene is as it was") {
  DrawList items = one_of_each();
  const std::string before = as_text(items);
  mirror(items, kPane);
  CHECK(as_text(items) != before);
  mirror(items, kPane);
  CHECK(as_text(items) == before);

  const Document doc = make_document(make_talk({{"##", "פתיחה"},
                                                {"נעמי", "מתי התחלת לעבוד כאן?"},
                                                {"אורי", "לפני שלושים שנה, עם אבא שלי."},
                                                {"##", "סוף"},
                                                {"נעמי", "ומה השתנה מאז?"},
                                                {"אורי", "הכול, וגם כלום."}}));
  const ViewState state = state_of(doc);
  const Sixes measure;
  LaneSamples samples;
  DrawList scene = build_timeline(doc, outline_figures(doc), state, {}, measure, kPane, samples).items;
  const std::string laid_out = as_text(scene);
  mirror(scene, kPane);
  mirror(scene, kPane);
  CHECK(as_text(scene) == laid_out);
}
