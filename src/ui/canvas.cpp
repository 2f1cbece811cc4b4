#include "ui/canvas.h"

#include "imgui.h"
#include "imgui_internal.h"

namespace visavis {

Canvas::Canvas() : context_(ImGui::CreateContext()) {
  make_current();
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;
  io.LogFilename = nullptr;
  io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
  list_ = std::make_unique<ImDrawList>(ImGui::GetDrawListSharedData());
  data_ = std::make_unique<ImDrawData>();
}

Canvas::~Canvas() {
  make_current();
  list_.reset();
  ImGui::DestroyContext(context_);
}

void Canvas::make_current() const { ImGui::SetCurrentContext(context_); }

void Canvas::begin(float width, float height, float device_pixel_ratio) {
  make_current();
  ImGuiIO& io = ImGui::GetIO();
  io.DisplaySize = {width, height};
  io.DisplayFramebufferScale = {device_pixel_ratio, device_pixel_ratio};
  ImFontAtlas* atlas = io.Fonts;
  ImFontAtlasUpdateNewFrame(atlas, ++frame_, true);

  // What NewFrame() hands to the draw lists. Curves and fringes are finer where pixels are smaller.
  ImDrawListSharedData* shared = ImGui::GetDrawListSharedData();
  shared->FontAtlas = atlas;
  if (!atlas->DrawListSharedDatas.contains(shared)) ImFontAtlasAddDrawListSharedData(atlas, shared);
  ImFontAtlasUpdateDrawListsSharedData(atlas);
  shared->ClipRectFullscreen = {0, 0, width, height};
  shared->CurveTessellationTol = 1.25f / device_pixel_ratio;
  shared->SetCircleTessellationMaxError(0.3f / device_pixel_ratio);
  shared->InitialFringeScale = 1.f / device_pixel_ratio;
  shared->InitialFlags = ImDrawListFlags_AntiAliasedLines | ImDrawListFlags_AntiAliasedFill;

  list_->_ResetForNewFrame();
  list_->PushTexture(atlas->TexRef);
  list_->PushClipRectFullScreen();
}

ImDrawData& Canvas::end() {
  const ImGuiIO& io = ImGui::GetIO();
  data_->Clear();
  data_->Valid = true;
  data_->DisplaySize = io.DisplaySize;
  data_->FramebufferScale = io.DisplayFramebufferScale;
  data_->Textures = &io.Fonts->TexList;
  data_->AddDrawList(list_.get());
  return *data_;
}

ClippedTo::ClippedTo(ImDrawList& list, const Rect& clip) : list_(list) {
  list.PushClipRect({clip.x, clip.y}, {clip.right(), clip.bottom()}, true);
}
ClippedTo::~ClippedTo() { list_.PopClipRect(); }

}  // namespace visavis
