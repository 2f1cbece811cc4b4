// The three faces as Dear ImGui fonts whose glyphs the Platform paints, and their widths.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "platform/platform.h"

struct ImFont;
struct ImFontAtlas;
struct ImFontBaked;
struct ImFontConfig;
struct ImFontGlyph;
struct ImFontLoader;

namespace visavis {

class Glyphs {
 public:
  // Adds the faces to the atlas, which keeps a pointer to this.
  Glyphs(Platform& platform, ImFontAtlas& atlas);
  Glyphs(const Glyphs&) = delete;
  Glyphs& operator=(const Glyphs&) = delete;

  void set_family(std::string_view css_families);  // forgets all glyphs and widths
  void set_density(float device_pixels_a_css_pixel);
  float density() const noexcept { return density_; }

  Platform& platform() const noexcept { return platform_; }
  ImFontAtlas& atlas() const noexcept { return *atlas_; }
  TextStyle style(Face face, float size_px) const noexcept;  // size_px in CSS pixels
  ImFont* font(Face face) const noexcept { return fonts_[static_cast<int>(face)]; }

  // The face's glyphs at this size (not rounded to whole pixels as ImGui::PushFont does) and density. For
  // this frame only.
  ImFontBaked* baked(Face face, float size_px) const;

  // How far a character moves the pen, in CSS pixels. Digits move it as far as "0".
  float advance(char32_t c, Face face, float size_px);

  // Paints text into its reserved place in the atlas. True where it has colours of its own.
  bool paint(int rect_id, const TextStyle& style, std::string_view text, const TextBox& box, Colour ink);

  // Where glyphs can't be read back: sends those that are new, or that moved, straight to the atlas' texture.
  // True when there were any, which the next frame then shows. After a frame, with the GL context current.
  bool upload_unread();

 private:
  // A place in the atlas whose picture only the GPU has.
  struct Cell {
    int rect_id = -1;
    TextStyle style;  // without its family
    std::string text;
    TextBox box;
    Colour ink = 0;
    std::uint64_t texture = 0;  // where it was last sent
    int x = -1, y = -1;
  };

  static const ImFontLoader* loader();
  bool init(ImFontConfig& source, ImFontBaked& baked);
  bool load(ImFontConfig& source, ImFontBaked& baked, char32_t c, ImFontGlyph* glyph, float* advance);

  Platform& platform_;
  ImFontAtlas* atlas_;
  ImFont* fonts_[3] = {};
  std::string family_ = "sans-serif";
  float density_ = 1;
  std::unordered_map<std::uint64_t, float> advances_;
  std::vector<std::uint8_t> pixels_;
  std::vector<Cell> cells_;  // empty where pixels can be read back
};

// Label sizes in quarters of a CSS pixel, so that an animated size can't fill the atlas.
float quantized_size(float size_px) noexcept;

}  // namespace visavis
