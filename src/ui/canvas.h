// Dear ImGui as the panels use it: its glyph atlas and one draw list per frame. Its context, windows,
// navigation and input stay out of it, and with them out of the download: panes, pointers and keys are the
// page's.
#pragma once

#include <memory>

#include "scene/draw.h"

struct ImDrawData;
struct ImDrawList;
struct ImDrawListSharedData;
struct ImFontAtlas;

namespace visavis {

class Canvas {
 public:
  Canvas();
  ~Canvas();
  Canvas(const Canvas&) = delete;
  Canvas& operator=(const Canvas&) = delete;

  // What its labels' glyphs and its renderer's textures are of. Several canvases may live at once.
  ImFontAtlas& atlas() noexcept { return *atlas_; }

  // A frame of this many CSS pixels at this many device pixels each. Renderer::begin_frame and
  // Labels::begin_frame come before.
  void begin(float width, float height, float device_pixel_ratio);

  // Where the frame's panels draw, one after the other.
  ImDrawList& list() noexcept { return *list_; }

  // What the Renderer paints; valid until the next begin().
  ImDrawData& end();

 private:
  std::unique_ptr<ImFontAtlas> atlas_;
  std::unique_ptr<ImDrawListSharedData> shared_;
  std::unique_ptr<ImDrawList> list_;
  std::unique_ptr<ImDrawData> data_;
  float width_ = 0, height_ = 0, ratio_ = 1;
  int frame_ = 0;
};

// Clips the canvas to a rectangle for as long as it lives.
class ClippedTo {
 public:
  ClippedTo(ImDrawList& list, const Rect& clip);
  ~ClippedTo();
  ClippedTo(const ClippedTo&) = delete;
  ClippedTo& operator=(const ClippedTo&) = delete;

 private:
  ImDrawList& list_;
};

}  // namespace visavis
