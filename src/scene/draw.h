// What a scene is made of: plain draw items in CSS pixels from the canvas' top left, in painting order. No
// toolkit is known here.
#pragma once

#include <cmath>
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace visavis {

struct Rect {
  float x = 0, y = 0, w = 0, h = 0;
  float right() const noexcept { return x + w; }
  float bottom() const noexcept { return y + h; }
  bool contains(float px, float py) const noexcept { return px >= x && px < x + w && py >= y && py < y + h; }
  bool empty() const noexcept { return w <= 0 || h <= 0; }
};

// 0xAABBGGRR, not premultiplied: the byte order r, g, b, a in memory.
using Colour = std::uint32_t;
constexpr Colour rgba(unsigned r, unsigned g, unsigned b, unsigned a = 255) {
  return r | g << 8 | b << 16 | a << 24;
}
inline Colour with_alpha(Colour c, float alpha) {
  return (c & 0x00FFFFFFu) | static_cast<Colour>(std::lround(static_cast<float>(c >> 24) * alpha)) << 24;
}

// The faces of the page's own family that labels use.
enum class Face : std::uint8_t { regular, strong, italic };

// Widths of labels in CSS pixels, so that layout can be done without drawing. Digits are as wide as "0"
// (tabular figures).
class TextMeasure {
 public:
  virtual ~TextMeasure() = default;
  virtual float width(std::string_view text, Face face, float size_px) const = 0;
};

enum class Pattern : std::uint8_t { solid, hatched, dotted };  // the second cue beside colour

struct FillItem {
  Rect rect;
  Colour colour = 0;
  float radius = 0;
};
struct StrokeItem {  // the outline of a rectangle, inside its edge
  Rect rect;
  Colour colour = 0;
  float width_px = 1;
  float radius = 0;
};
struct LineItem {
  float x0 = 0, y0 = 0, x1 = 0, y1 = 0;
  Colour colour = 0;
  float width_px = 1;
  float dash_px = 0;  // 0: unbroken
};
struct TextItem {
  float x = 0, baseline_y = 0;  // x: where the text starts, ends (align 1) or is centred (align 0.5)
  std::string text;
  Face face = Face::regular;
  float size_px = 13;
  Colour colour = 0;
  float align = 0;
  float max_width = 0;  // cut with an ellipsis beyond it; 0: never
};
struct ClipItem {  // everything after it is clipped to rect; empty ends the clip
  Rect rect;
};

// The dense parts, drawn by shaders. Their size follows the pixels, never the number of turns.
struct Bar {
  float x0 = 0, x1 = 0, y0 = 0, y1 = 0;  // CSS pixels; drawn at least one device pixel wide
  Colour colour = 0;
};
struct BarBatch {
  std::vector<Bar> bars;
  float radius = 0;
  Pattern pattern = Pattern::solid;
};
// A lane too dense for bars: how much of each column is spoken.
struct DensityBatch {
  Rect area;
  Colour colour = 0;
  std::vector<float> coverage;  // 0 to 1, one a column, columns evenly over area.w
};
// Shares stacked from the bottom, over x.
struct RiverBatch {
  Rect area;
  std::vector<Colour> colours;  // one a band, from the bottom
  std::vector<float> edges;     // row after row: for band b the upper edge in each column, 0 to 1;
                                // colours.size() rows of columns
  std::uint32_t columns = 0;
};

using DrawItem =
    std::variant<FillItem, StrokeItem, LineItem, TextItem, ClipItem, BarBatch, DensityBatch, RiverBatch>;
using DrawList = std::vector<DrawItem>;

}  // namespace visavis
