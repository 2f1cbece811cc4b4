#include "scene/mirror.h"

#include <algorithm>
#include <utility>

namespace visavis {
namespace {

struct Mirror {
  Rect pane;

  void turn(Rect& rect) const { rect = mirrored(rect, pane); }
  void turn(float& left, float& right) const {
    const float before = left;
    left = mirrored(right, pane);
    right = mirrored(before, pane);
  }

  void operator()(FillItem& item) const { turn(item.rect); }
  void operator()(StrokeItem& item) const { turn(item.rect); }
  void operator()(LineItem& item) const {
    item.x0 = mirrored(item.x0, pane);
    item.x1 = mirrored(item.x1, pane);
  }
  void operator()(TextItem& item) const {
    item.x = mirrored(item.x, pane);
    item.align = 1 - item.align;
  }
  void operator()(ClipItem& item) const {
    if (!item.rect.empty()) turn(item.rect);
  }
  void operator()(BarBatch& batch) const {
    for (Bar& bar : batch.bars) turn(bar.x0, bar.x1);
  }
  void operator()(DensityBatch& batch) const {
    turn(batch.area);
    std::reverse(batch.coverage.begin(), batch.coverage.end());
  }
  void operator()(RiverBatch& batch) const {
    turn(batch.area);
    // Each row of columns, so that the bands stay in their order.
    for (auto row = batch.edges.begin(); batch.columns > 0 && row != batch.edges.end(); row += batch.columns)
      std::reverse(row, row + batch.columns);
  }
};

}  // namespace

void mirror(DrawList& items, Rect pane) {
  const Mirror mirror{pane};
  for (DrawItem& item : items) std::visit(mirror, item);
}

}  // namespace visavis
