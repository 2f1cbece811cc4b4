#include "ui/draw_items.h"

#include <algorithm>
#include <cmath>
#include <type_traits>
#include <variant>

#include "imgui.h"
#include "render/renderer.h"
#include "ui/labels.h"

namespace visavis {
namespace {

constexpr int kMaxDashes = 4096;

class Painter {
 public:
  Painter(ImDrawList& list, Renderer& renderer, Labels& labels)
      : list_(list), renderer_(renderer), labels_(labels), ratio_(1.f / list._FringeScale) {}
  ~Painter() { end_clip(); }
  Painter(const Painter&) = delete;
  Painter& operator=(const Painter&) = delete;

  void operator()(const FillItem& item) {
    const Rect r = snapped(item.rect);
    if (visible(item.colour))
      list_.AddRectFilled({r.x, r.y}, {r.right(), r.bottom()}, item.colour, item.radius);
  }

  void operator()(const StrokeItem& item) {
    if (!visible(item.colour)) return;
    const Rect r = snapped(item.rect);
    const float w = std::min(stroke(item.width_px), std::min(r.w, r.h) / 2);
    if (item.radius <= 0) {
      fill({r.x, r.y, r.w, w}, item.colour);
      fill({r.x, r.bottom() - w, r.w, w}, item.colour);
      fill({r.x, r.y + w, w, r.h - 2 * w}, item.colour);
      fill({r.right() - w, r.y + w, w, r.h - 2 * w}, item.colour);
      return;
    }
    list_.PathRect({r.x + w / 2, r.y + w / 2}, {r.right() - w / 2, r.bottom() - w / 2},
                   std::max(item.radius - w / 2, 0.f));
    list_.PathStroke(item.colour, ImDrawFlags_Closed, w);
  }

  void operator()(const LineItem& item) {
    if (!visible(item.colour)) return;
    const float dx = item.x1 - item.x0, dy = item.y1 - item.y0;
    const float length = std::sqrt(dx * dx + dy * dy);
    if (!(length > 0)) return;
    if (item.dash_px <= 0) {
      segment(item, 0, 1);
      return;
    }
    const int dashes =
        static_cast<int>(std::min(length / (2 * item.dash_px), static_cast<float>(kMaxDashes)));
    for (int i = 0; i <= dashes; ++i) {
      const float from = 2 * item.dash_px * static_cast<float>(i);
      if (from < length) segment(item, from / length, std::min(from + item.dash_px, length) / length);
    }
  }

  void operator()(const TextItem& item) { labels_.draw(list_, item); }

  void operator()(const ClipItem& item) {
    end_clip();
    if (item.rect.empty()) return;
    list_.PushClipRect({item.rect.x, item.rect.y}, {item.rect.right(), item.rect.bottom()}, true);
    clipped_ = true;
  }

  void operator()(const BarBatch& batch) { renderer_.queue(list_, batch); }
  void operator()(const DensityBatch& batch) { renderer_.queue(list_, batch); }
  void operator()(const RiverBatch& batch) { renderer_.queue(list_, batch); }

 private:
  static bool visible(Colour colour) { return (colour >> 24) != 0; }

  float snap(float v) const { return std::round(v * ratio_) / ratio_; }
  // A stroke of whole device pixels, one at least.
  float stroke(float width_px) const { return std::max(std::round(width_px * ratio_), 1.f) / ratio_; }
  // Edges on device pixels; what is there at all stays one wide and high.
  Rect snapped(const Rect& r) const {
    const float x = snap(r.x), y = snap(r.y), least = 1.f / ratio_;
    return {x, y, std::max(snap(r.right()) - x, least), std::max(snap(r.bottom()) - y, least)};
  }
  void fill(const Rect& r, Colour colour) {
    if (!r.empty()) list_.AddRectFilled({r.x, r.y}, {r.right(), r.bottom()}, colour);
  }
  void end_clip() {
    if (clipped_) list_.PopClipRect();
    clipped_ = false;
  }

  // The part of a line from one fraction to another. Level and upright lines are crisp rectangles about the
  // line.
  void segment(const LineItem& item, float from, float to) {
    const float dx = item.x1 - item.x0, dy = item.y1 - item.y0;
    const float ax = item.x0 + dx * from, ay = item.y0 + dy * from;
    const float bx = item.x0 + dx * to, by = item.y0 + dy * to;
    const float w = stroke(item.width_px);
    if (dy == 0) {
      const float left = snap(std::min(ax, bx)), right = snap(std::max(ax, bx));
      fill({left, snap(ay - w / 2), right - left, w}, item.colour);
    } else if (dx == 0) {
      const float top = snap(std::min(ay, by)), bottom = snap(std::max(ay, by));
      fill({snap(ax - w / 2), top, w, bottom - top}, item.colour);
    } else {
      list_.AddLine({ax - 0.5f, ay - 0.5f}, {bx - 0.5f, by - 0.5f}, item.colour, item.width_px);
    }
  }

  ImDrawList& list_;
  Renderer& renderer_;
  Labels& labels_;
  float ratio_;
  bool clipped_ = false;
};

}  // namespace

void draw_items(ImDrawList& list, Renderer& renderer, Labels& labels, const DrawList& items) {
  Painter painter(list, renderer, labels);
  for (const DrawItem& item : items) std::visit(painter, item);
}

}  // namespace visavis
