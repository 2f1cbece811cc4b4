// Paints nothing and counts everything, so that headless tests can ask what the panels drew.
#include "imgui.h"
#include "render/renderer.h"

namespace visavis {
namespace {

class NullRenderer final : public Renderer {
 public:
  bool attach() override { return attached_ = true; }
  void detach(bool) override { attached_ = false; }
  bool attached() const override { return attached_; }

  void render(ImDrawData& data) override {
    stats_ = {};
    if (data.Textures != nullptr) {
      for (ImTextureData* texture : *data.Textures) {
        if (texture->Status == ImTextureStatus_OK) continue;
        ++stats_.texture_updates;
        const bool gone = texture->Status == ImTextureStatus_WantDestroy;
        texture->SetTexID(gone ? ImTextureID_Invalid : static_cast<ImTextureID>(texture->UniqueID + 1));
        texture->SetStatus(gone ? ImTextureStatus_Destroyed : ImTextureStatus_OK);
      }
    }
    walk(data);
  }

 protected:
  void begin_list(const ImDrawList&) override {}
  void draw_triangles(const ImDrawList&, const ImDrawCmd&, const ImDrawData&) override {}
  void draw(const Batch&, const ImDrawCmd&, const ImDrawData&) override {}

 private:
  bool attached_ = false;
};

}  // namespace

std::unique_ptr<Renderer> make_renderer(ImFontAtlas&) { return std::make_unique<NullRenderer>(); }

}  // namespace visavis
