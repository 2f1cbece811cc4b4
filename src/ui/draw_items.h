// Walks a scene into Dear ImGui's draw list and the renderer's batches, in painting order.
#pragma once

#include "scene/draw.h"

struct ImDrawList;

namespace visavis {

class Labels;
class Renderer;

// Scene coordinates are canvas CSS pixels, as Dear ImGui's. A clip the items leave open ends here; clips nest
// in the list's own clip rectangle, not in each other.
void draw_items(ImDrawList& list, Renderer& renderer, Labels& labels, const DrawList& items);

}  // namespace visavis
