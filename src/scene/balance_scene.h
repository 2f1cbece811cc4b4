// The balance: who, how much, how evenly.
#pragma once

#include "scene/figures.h"
#include "scene/view_state.h"

namespace visavis {

struct BalanceScene {
  DrawList items;
  float height = 0;  // CSS px the pane needs at this width
  std::vector<Hit> hits;

  Hit hit(float x, float y) const;
};

BalanceScene build_balance(const Document& doc, const BalanceFigures& figures, const ViewState& state,
                           const Theme& theme, const TextMeasure& measure, Rect pane);

}  // namespace visavis
