// Dear ImGui as the panels use it: its context, its glyph atlas and one draw list a frame. Its windows,
// navigation and input stay out of the frame, and with them out of the download: panes, pointers and keys are
// the page's.
#pragma once

#include <memory>

#include "scene/draw.h"

struct ImDrawData;
struct ImDrawList;
struct ImGuiContext;

namespace visavis {

class Canvas {
 public:
  Canvas();
  ~Canvas();
  Canvas(const Canvas&) = delete;
  Canvas& operator=(const Canvas&) = delete;

  // Dear ImGui's functions work on this canvas from here on. Several canvases may live at once.
  void make_current() const;

  // A frame of this many CSS pixels at this many device pixels each; makes the canvas current.
  // Renderer::begin_frame and Labels::begin_frame come before.
  void begin(float width, float height, float device_pixel_ratio);

  // Where the frame's panels draw, one after the other.
  ImDrawList& list() noexcept { return *list_; }

  // What the Renderer paints; valid until the next begin().
  ImDrawData& end();

 private:
  ImGuiContext* context_;
  std::unique_ptr<ImDrawList> list_;
  std::unique_ptr<ImDrawData> data_;
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
