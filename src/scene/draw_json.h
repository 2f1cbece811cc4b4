// Draw items as JSON, for who draws them elsewhere: a picture as SVG (web/frame/pictures.js).
#pragma once

#include "base/json_out.h"
#include "scene/draw.h"

namespace visavis {

// A list of arrays, each a name and its numbers, in CSS pixels, colours as "#rrggbbaa":
//   ["fill", x, y, w, h, colour, radius]             ["stroke", x, y, w, h, colour, width, radius]
//   ["line", x0, y0, x1, y1, colour, width, dash]    ["text", x, baseline, words, face, size, colour, align,
//   most]
//   ["clip", x, y, w, h] (no width: none any more)   ["bars", colour, radius, pattern, x0, x1, y0, y1, …]
//   ["density", x, y, w, h, colour, coverage…]       ["river", x, y, w, h, columns, [colours], edges…]
// Bars of another colour than their batch's first begin an item of their own.
void write_items(JsonOut& out, const DrawList& items);

}  // namespace visavis
