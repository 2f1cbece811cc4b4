#include "ui/canvas.h"

#include "imgui.h"
#include "imgui_internal.h"

namespace visavis {

Canvas::Canvas()
    : atlas_(std::make_unique<ImFontAtlas>()),
      shared_(std::make_unique<ImDrawListSharedData>()),
      list_(std::make_unique<ImDrawList>(shared_.get())),
      data_(std::make_unique<ImDrawData>()) {
  atlas_->RendererHasTextures = true;
  shared_->FontAtlas = atlas_.get();
  ImFontAtlasAddDrawListSharedData(atlas_.get(), shared_.get());
}

Canvas::~Canvas() {
  list_.reset();
  ImFontAtlasRemoveDrawListSharedData(atlas_.get(), shared_.get());
}

void Canvas::begin(float width, float height, float device_pixel_ratio) {
  width_ = width, height_ = height, ratio_ = device_pixel_ratio;
  ImFontAtlasUpdateNewFrame(atlas_.get(), ++frame_, true);

  // What NewFrame() hands to the draw lists. Curves and fringes are finer where pixels are smaller.
  ImFontAtlasUpdateDrawListsSharedData(atlas_.get());
  shared_->ClipRectFullscreen = {0, 0, width, height};
  shared_->CurveTessellationTol = 1.25f / device_pixel_ratio;
  shared_->SetCircleTessellationMaxError(0.3f / device_pixel_ratio);
  shared_->InitialFringeScale = 1.f / device_pixel_ratio;
  shared_->InitialFlags = ImDrawListFlags_AntiAliasedLines | ImDrawListFlags_AntiAliasedFill;

  list_->_ResetForNewFrame();
  list_->PushTexture(atlas_->TexRef);
  list_->PushClipRectFullScreen();
}

ImDrawData& Canvas::end() {
  data_->Clear();
  data_->Valid = true;
  data_->DisplaySize = {width_, height_};
  data_->FramebufferScale = {ratio_, ratio_};
  data_->Textures = &atlas_->TexList;
  data_->AddDrawList(list_.get());
  return *data_;
}

ClippedTo::ClippedTo(ImDrawList& list, const Rect& clip) : list_(list) {
  list.PushClipRect({clip.x, clip.y}, {clip.right(), clip.bottom()}, true);
}
ClippedTo::~ClippedTo() { list_.PopClipRect(); }

}  // namespace visavis
