// Draws a finished Dear ImGui frame and, in its paint order, a scene's dense batches.
//
// One Renderer belongs to one canvas (its glyph atlas) and one GL context; several may live side by side.
// Which one make_renderer() gives is chosen by what is linked: render/gl or render/null (headless, counts
// only).
//
// A frame, in this order:
//   platform.make_current(handle)            when attached
//   renderer.begin_frame(); labels.begin_frame(ratio); canvas.begin(width, height, ratio);
//   … draw_items(canvas.list(), …), renderer.queue() …
//   renderer.render(canvas.end());
//   labels.finish_frame();                   when attached
// Frames may run detached: everything is laid out and nothing is painted.
//
// The canvas holds premultiplied alpha and is cleared to nothing: the page shows through where nothing is
// drawn. Its backing store must be DisplaySize times the ratio, rounded.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

#include "scene/draw.h"

struct ImDrawData;
struct ImDrawCmd;
struct ImDrawList;
struct ImFontAtlas;
struct ImTextureData;

namespace visavis {

// What the last render() drew. The same natively and on the web, so that tests can ask what a panel painted.
struct RenderStats {
  std::uint32_t lists = 0, draws = 0, vertices = 0, indices = 0;  // of Dear ImGui
  std::uint32_t bar_batches = 0, bars = 0, densities = 0, rivers = 0;
  std::uint32_t texture_updates = 0;
};

class Renderer {
 public:
  virtual ~Renderer() = default;

  // Builds every GL object in the context that is current now; false where that fails (then frames go on
  // detached). Call it again after a lost context came back.
  virtual bool attach() = 0;

  // Leaves the context. With `context_is_current` its objects are deleted through it (harmless when it is
  // lost); without, they are only forgotten. Dear ImGui's textures are made again after the next attach().
  virtual void detach(bool context_is_current) = 0;

  virtual bool attached() const = 0;

  // Before the frame's first queue().
  void begin_frame();

  // Paints the batch at this place of the list's painting order, within its clip rectangle. Copies what it
  // needs; the batch may go at once. Valid until the next begin_frame().
  void queue(ImDrawList& list, const BarBatch& batch);
  void queue(ImDrawList& list, const DensityBatch& batch);
  void queue(ImDrawList& list, const RiverBatch& batch);

  // Uploads and paints. The GL context must be current when attached.
  virtual void render(ImDrawData& data) = 0;

  const RenderStats& stats() const noexcept { return stats_; }

 protected:
  enum class Kind : std::uint8_t { bars, density, river };
  // A queued batch: `first` and `count` are in bars_ or in values_.
  struct Batch {
    Kind kind = Kind::bars;
    Pattern pattern = Pattern::solid;
    float radius = 0;
    Rect area;
    Colour colour = 0;
    std::uint32_t first = 0, count = 0;
    std::uint32_t columns = 0, bands = 0, first_colour = 0;
  };
  // Paints one batch while render() walks the lists; the clip rectangle is the command's.
  virtual void draw(const Batch& batch, const ImDrawCmd& command, const ImDrawData& data) = 0;

  // Walks the draw lists: `draw_triangles` for each ordinary command, draw() for each batch, in order.
  virtual void draw_triangles(const ImDrawList& list, const ImDrawCmd& command, const ImDrawData& data) = 0;
  virtual void begin_list(const ImDrawList& list) = 0;
  void walk(ImDrawData& data);

  std::vector<Bar> bars_;
  std::vector<float> values_;
  std::vector<Colour> colours_;
  std::vector<Batch> batches_;
  RenderStats stats_;

 private:
  void add(ImDrawList& list, const Batch& batch);
  static void marker(const ImDrawList* list, const ImDrawCmd* command);
};

// The most bands a RiverBatch may have; what is above is not drawn.
constexpr std::size_t kMaxRiverBands = 16;

// The atlas (ui/canvas.h) must outlive it.
std::unique_ptr<Renderer> make_renderer(ImFontAtlas& atlas);

}  // namespace visavis
