#include "render/renderer.h"

#include <doctest/doctest.h>

#include <limits>
#include <utility>

#include "platform/platform.h"
#include "ui/canvas.h"
#include "ui/draw_items.h"
#include "ui/labels.h"

using namespace visavis;

namespace {

// A canvas of its own: what a component holds, without the page.
struct Component {
  Canvas canvas;
  std::unique_ptr<Platform> platform;
  std::unique_ptr<Renderer> renderer = make_renderer(canvas.atlas());
  std::unique_ptr<Labels> labels;
  float ratio = 1;

  explicit Component(std::unique_ptr<Platform> own = make_platform()) {
    platform = std::move(own);
    labels = std::make_unique<Labels>(*platform, canvas.atlas());
    renderer->attach();
  }
  const RenderStats& paint(const DrawList& items) {
    renderer->begin_frame();
    labels->begin_frame(ratio);
    canvas.begin(640, 360, ratio);
    draw_items(canvas.list(), *renderer, *labels, items);
    renderer->render(canvas.end());
    return renderer->stats();
  }
};

// A browser that lets no pixel be read back: text must go up to the texture, and again when that is a new
// one.
struct PrivatePlatform final : Platform {
  std::unique_ptr<Platform> inner = make_platform();
  int* uploads;
  explicit PrivatePlatform(int* count) : uploads(count) {}
  bool make_current(int handle) override { return inner->make_current(handle); }
  TextExtent measure(const TextStyle& style, std::string_view words) override {
    return inner->measure(style, words);
  }
  bool raster(const TextStyle&, std::string_view, const TextBox&, Colour, std::uint8_t*) override {
    FAIL("nothing may be read back");
    return false;
  }
  bool can_read_back() override { return false; }
  void upload(const TextStyle&, std::string_view, const TextBox&, Colour, std::uint32_t, std::int32_t,
              std::int32_t) override {
    ++*uploads;
  }
};

BarBatch bars(std::size_t count) {
  BarBatch batch;
  batch.bars.assign(count, Bar{1, 2, 3, 4, rgba(1, 2, 3)});
  return batch;
}

TextItem text(const char* words) {
  TextItem item;
  item.x = 10;
  item.baseline_y = 20;
  item.text = words;
  item.colour = rgba(0, 0, 0);
  return item;
}

}  // namespace

TEST_CASE("an empty frame paints nothing") {
  Component canvas;
  const RenderStats& stats = canvas.paint({});
  CHECK(stats.vertices == 0);
  CHECK(stats.bars == 0);
}

TEST_CASE("each kind of item is painted once") {
  Component canvas;
  DensityBatch density;
  density.area = {0, 0, 100, 10};
  density.coverage = {0, 0.5f, 1};
  RiverBatch river;
  river.area = {0, 20, 100, 10};
  river.colours = {rgba(1, 1, 1), rgba(2, 2, 2)};
  river.columns = 3;
  river.edges = {0.5f, 0.5f, 0.5f, 1, 1, 1};
  const RenderStats& stats =
      canvas.paint({bars(3), density, river, bars(4), FillItem{{0, 0, 5, 5}, rgba(9, 9, 9), 0}});
  CHECK(stats.bar_batches == 2);
  CHECK(stats.bars == 7);
  CHECK(stats.densities == 1);
  CHECK(stats.rivers == 1);
  CHECK(stats.vertices == 4);
  // The batches of one frame are gone in the next.
  CHECK(canvas.paint({bars(1)}).bars == 1);
}

TEST_CASE("batches that make no sense are left out") {
  Component canvas;
  RiverBatch short_edges;
  short_edges.area = {0, 0, 10, 10};
  short_edges.colours = {rgba(1, 1, 1)};
  short_edges.columns = 4;
  short_edges.edges = {0.5f};
  DensityBatch nowhere;
  nowhere.coverage = {1};
  BarBatch infinite = bars(1);
  infinite.bars[0].x1 = std::numeric_limits<float>::infinity();
  infinite.bars[0].y1 = std::numeric_limits<float>::quiet_NaN();
  const RenderStats& stats = canvas.paint({short_edges, nowhere, infinite, BarBatch{}});
  CHECK(stats.rivers == 0);
  CHECK(stats.densities == 0);
  CHECK(stats.bars == 1);
}

TEST_CASE("text outside its clip is not painted and clips end") {
  Component canvas;
  const std::uint32_t one = canvas.paint({text("abc")}).vertices;
  CHECK(one == 12);
  CHECK(canvas.paint({ClipItem{{0, 100, 50, 50}}, text("abc"), ClipItem{}, text("abc")}).vertices == one);
  CHECK(canvas.paint({ClipItem{{0, 100, 50, 50}}, text("abc")}).vertices == 0);
}

TEST_CASE("a renderer that lost its context goes on and comes back") {
  Component canvas;
  canvas.paint({text("abc")});
  canvas.renderer->detach(false);
  CHECK(!canvas.renderer->attached());
  canvas.paint({text("abcdef")});
  CHECK(canvas.renderer->attach());
  CHECK(canvas.paint({text("abcdef")}).vertices == 24);
}

TEST_CASE("text that can't be read back is sent to the texture once") {
  int uploads = 0;
  Component canvas(std::make_unique<PrivatePlatform>(&uploads));
  canvas.paint({text("abca"), text("محمد")});
  CHECK(canvas.labels->finish_frame());
  const int first = uploads;
  CHECK(first >= 4);
  canvas.paint({text("abca"), text("محمد")});
  CHECK(!canvas.labels->finish_frame());
  CHECK(uploads == first);
  canvas.labels->set_family("serif");
  canvas.paint({text("abca"), text("محمد")});
  CHECK(canvas.labels->finish_frame());
  CHECK(uploads > first);
}

TEST_CASE("several canvases live side by side") {
  Component one;
  Component two;
  two.ratio = 2;
  CHECK(one.paint({text("abc"), bars(2)}).bars == 2);
  CHECK(two.paint({text("ab"), bars(5)}).bars == 5);
  CHECK(one.paint({text("abc"), bars(3)}).vertices == 12);
}
