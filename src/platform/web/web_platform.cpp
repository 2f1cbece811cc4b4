// The browser as platform: text by Canvas2D (web/core/lettering.js), GL contexts by handles
// (web/core/painting.js).
#include "platform/platform.h"

extern "C" {
int visavis_gl_current(int handle);
void visavis_text_measure(const char* family, std::size_t family_length, int face, float size,
                          const char* text, std::size_t length, float* out);
int visavis_text_raster(const char* family, std::size_t family_length, int face, float size, const char* text,
                        std::size_t length, int width, int height, int x, int y, std::uint32_t ink,
                        std::uint8_t* out);
int visavis_text_readable(void);
void visavis_text_upload(const char* family, std::size_t family_length, int face, float size,
                         const char* text, std::size_t length, int width, int height, int x, int y,
                         std::uint32_t ink, std::uint32_t texture, int texture_x, int texture_y);
}

namespace visavis {
namespace {

class WebPlatform final : public Platform {
 public:
  bool make_current(int gl_handle) override { return visavis_gl_current(gl_handle) != 0; }

  TextExtent measure(const TextStyle& style, std::string_view text) override {
    TextExtent extent;
    static_assert(sizeof extent == 7 * sizeof(float));
    visavis_text_measure(style.family.data(), style.family.size(), static_cast<int>(style.face),
                         style.size_px, text.data(), text.size(), &extent.advance);
    return extent;
  }

  bool raster(const TextStyle& style, std::string_view text, const TextBox& box, Colour ink,
              std::uint8_t* rgba) override {
    return visavis_text_raster(style.family.data(), style.family.size(), static_cast<int>(style.face),
                               style.size_px, text.data(), text.size(), box.width, box.height, box.origin_x,
                               box.origin_y, ink, rgba) != 0;
  }

  bool can_read_back() override {
    if (readable_ < 0) readable_ = visavis_text_readable();
    return readable_ != 0;
  }

  void upload(const TextStyle& style, std::string_view text, const TextBox& box, Colour ink,
              std::uint32_t gl_texture, std::int32_t x, std::int32_t y) override {
    visavis_text_upload(style.family.data(), style.family.size(), static_cast<int>(style.face), style.size_px,
                        text.data(), text.size(), box.width, box.height, box.origin_x, box.origin_y, ink,
                        gl_texture, x, y);
  }

 private:
  int readable_ = -1;  // not known yet
};

}  // namespace

std::unique_ptr<Platform> make_platform() { return std::make_unique<WebPlatform>(); }

}  // namespace visavis
