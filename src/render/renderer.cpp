#include "render/renderer.h"

#include <algorithm>
#include <cmath>

#include "imgui.h"

namespace visavis {
namespace {

// What a callback command carries: which renderer, which batch.
struct Marker {
  Renderer* renderer;
  std::uint32_t index;
};

// Hostile geometry (an infinity from a division) must not reach the GPU's rasteriser.
float finite(float v) noexcept { return std::isfinite(v) ? v : 0.f; }

}  // namespace

void Renderer::begin_frame() {
  bars_.clear();
  values_.clear();
  colours_.clear();
  batches_.clear();
}

void Renderer::marker(const ImDrawList*, const ImDrawCmd*) {}

void Renderer::add(ImDrawList& list, const Batch& batch) {
  Marker data{this, static_cast<std::uint32_t>(batches_.size())};
  batches_.push_back(batch);
  list.AddCallback(&Renderer::marker, &data, sizeof data);
}

void Renderer::queue(ImDrawList& list, const BarBatch& source) {
  if (source.bars.empty()) return;
  Batch batch;
  batch.kind = Kind::bars;
  batch.pattern = source.pattern;
  batch.radius = source.radius;
  batch.first = static_cast<std::uint32_t>(bars_.size());
  batch.count = static_cast<std::uint32_t>(source.bars.size());
  bars_.insert(bars_.end(), source.bars.begin(), source.bars.end());
  for (auto bar = bars_.end() - batch.count; bar != bars_.end(); ++bar)
    *bar = {finite(bar->x0), finite(bar->x1), finite(bar->y0), finite(bar->y1), bar->colour};
  add(list, batch);
}

void Renderer::queue(ImDrawList& list, const DensityBatch& source) {
  if (source.coverage.empty() || source.area.empty()) return;
  Batch batch;
  batch.kind = Kind::density;
  batch.area = source.area;
  batch.colour = source.colour;
  batch.columns = batch.count = static_cast<std::uint32_t>(source.coverage.size());
  batch.first = static_cast<std::uint32_t>(values_.size());
  for (float v : source.coverage) values_.push_back(std::clamp(finite(v), 0.f, 1.f));
  add(list, batch);
}

void Renderer::queue(ImDrawList& list, const RiverBatch& source) {
  const std::size_t bands = std::min(source.colours.size(), kMaxRiverBands);
  if (bands == 0 || source.columns == 0 || source.area.empty() ||
      source.edges.size() < bands * source.columns)
    return;
  Batch batch;
  batch.kind = Kind::river;
  batch.area = source.area;
  batch.columns = source.columns;
  batch.bands = static_cast<std::uint32_t>(bands);
  batch.first = static_cast<std::uint32_t>(values_.size());
  batch.count = batch.columns * batch.bands;
  batch.first_colour = static_cast<std::uint32_t>(colours_.size());
  for (std::uint32_t i = 0; i < batch.count; ++i)
    values_.push_back(std::clamp(finite(source.edges[i]), 0.f, 1.f));
  colours_.insert(colours_.end(), source.colours.begin(), source.colours.begin() + static_cast<long>(bands));
  add(list, batch);
}

void Renderer::walk(ImDrawData& data) {
  for (const ImDrawList* list : data.CmdLists) {
    begin_list(*list);
    ++stats_.lists;
    stats_.vertices += static_cast<std::uint32_t>(list->VtxBuffer.Size);
    stats_.indices += static_cast<std::uint32_t>(list->IdxBuffer.Size);
    for (const ImDrawCmd& command : list->CmdBuffer) {
      if (command.UserCallback == nullptr) {
        if (command.ElemCount == 0) continue;
        ++stats_.draws;
        draw_triangles(*list, command, data);
      } else if (command.UserCallback == &Renderer::marker) {
        const Marker& data_of = *static_cast<const Marker*>(command.UserCallbackData);
        if (data_of.renderer != this || data_of.index >= batches_.size()) continue;
        const Batch& batch = batches_[data_of.index];
        switch (batch.kind) {
          case Kind::bars:
            ++stats_.bar_batches, stats_.bars += batch.count;
            break;
          case Kind::density:
            ++stats_.densities;
            break;
          case Kind::river:
            ++stats_.rivers;
            break;
        }
        draw(batch, command, data);
      } else if (command.UserCallback != ImDrawCallback_ResetRenderState) {
        command.UserCallback(list, &command);
      }
    }
  }
}

}  // namespace visavis
