// Labels on the canvas, in the page's own font. Glyphs come from the Platform, a code point at a time, into
// Dear ImGui's atlas; text whose letters join, reorder or combine is drawn whole, as one picture.
//
// The three faces become the atlas' fonts.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "scene/draw.h"

struct ImDrawList;
struct ImFontAtlas;

namespace visavis {

class Platform;
class Glyphs;
class RunImages;

class Labels final : public TextMeasure {
 public:
  // Both must outlive it.
  Labels(Platform& platform, ImFontAtlas& atlas);
  ~Labels() override;
  Labels(const Labels&) = delete;
  Labels& operator=(const Labels&) = delete;

  // The CSS font-family list of all labels. Everything measured or drawn before is forgotten, so give it
  // again when a web font has arrived. Not within a frame.
  void set_family(std::string_view css_families);

  // Before each frame: device pixels a CSS pixel, 1 to 4.
  void begin_frame(float device_pixel_ratio);

  // After Renderer::render(), with the GL context current: true when labels wait for one more frame to be
  // seen whole (only where the browser lets no pixel be read back).
  bool finish_frame();

  // At any time, also outside a frame.
  float width(std::string_view text, Face face, float size_px) const override;

  // The text as `max_width` leaves it: whole, or cut between two characters with an ellipsis. 0: whole.
  std::string fit(std::string_view text, Face face, float size_px, float max_width) const;

  // Within a frame. Positions are rounded to device pixels.
  void draw(ImDrawList& list, const TextItem& item);

 private:
  std::unique_ptr<Glyphs> glyphs_;
  std::unique_ptr<RunImages> runs_;
};

}  // namespace visavis
