// Right to left: scenes are laid out from left to right and their items mirrored here, once, as the last
// step. What lies under a point is looked for in the scene as it was laid out, at the mirrored point.
#pragma once

#include "scene/draw.h"

namespace visavis {

// The other side of the pane's middle. Mirrored twice it is where it was.
inline float mirrored(float x, Rect pane) noexcept { return pane.x + pane.right() - x; }
inline Rect mirrored(Rect rect, Rect pane) noexcept {
  return {mirrored(rect.right(), pane), rect.y, rect.w, rect.h};
}

// Places change, words do not: a label that started at a point ends there.
void mirror(DrawList& items, Rect pane);

}  // namespace visavis
