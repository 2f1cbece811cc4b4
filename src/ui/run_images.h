// Pictures of whole labels, for text that can't be drawn a code point at a time. They lie in Dear ImGui's
// atlas; the ones not used for longest make room.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

#include "platform/platform.h"

struct ImDrawList;

namespace visavis {

class Glyphs;

class RunImages {
 public:
  explicit RunImages(Glyphs& glyphs) : glyphs_(glyphs) {}

  void forget();  // after a change of family or density

  // In CSS pixels.
  float width(std::string_view text, Face face, float size_px);

  // `x` is where the run starts (its left, whatever its direction), both in CSS pixels.
  void draw(ImDrawList& list, std::string_view text, Face face, float size_px, Colour colour, float x,
            float baseline_y);

 private:
  struct Picture {
    int rect = -1;  // ImFontAtlasRectId
    TextBox box;
    bool coloured = false;
    std::uint32_t used = 0;  // serial of the last drawing
  };
  Picture* find_or_paint(std::string_view text, Face face, float size_px, Colour ink);
  bool paint(Picture& picture, std::string_view text, Face face, float size_px, Colour ink);
  void make_room();

  Glyphs& glyphs_;
  std::unordered_map<std::string, float> widths_;
  std::unordered_map<std::string, Picture> pictures_;
  std::uint32_t serial_ = 0;
};

}  // namespace visavis
