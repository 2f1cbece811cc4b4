#include "ui/glyphs.h"

#include <algorithm>
#include <cmath>

#include "base/text.h"
#include "imgui.h"
#include "imgui_internal.h"

namespace visavis {
namespace {

constexpr std::size_t kMaxAdvances = 1u << 15;

// What takes no room and leaves no ink in a label: controls, soft hyphen, zero-width space, byte order mark.
bool is_ignorable(char32_t c) noexcept {
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0xAD || c == 0x200B || c == 0xFEFF;
}

bool is_digit(char32_t c) noexcept { return c >= '0' && c <= '9'; }

Glyphs& self(const ImFontConfig* source) { return *static_cast<Glyphs*>(source->FontLoaderData); }

}  // namespace

float quantized_size(float size_px) noexcept {
  return std::clamp(std::round(size_px * 4.f) / 4.f, 4.f, 200.f);
}

Glyphs::Glyphs(Platform& platform, ImFontAtlas& atlas) : platform_(platform), atlas_(&atlas) {
  atlas_->TexDesiredFormat = ImTextureFormat_RGBA32;
  // The anti-aliased line textures would sit at density 1; lines are drawn as geometry instead.
  atlas_->Flags |= ImFontAtlasFlags_NoBakedLines | ImFontAtlasFlags_NoMouseCursors;
  atlas_->UserData = this;
  for (ImU32 face = 0; face < 3; ++face) {
    ImFontConfig config;
    config.FontLoader = loader();
    config.FontNo = face;
    config.SizePixels = 0;
    fonts_[face] = atlas_->AddFont(&config);
  }
}

void Glyphs::set_family(std::string_view css_families) {
  family_ = css_families.empty() ? std::string_view("sans-serif") : css_families;
  advances_.clear();
  cells_.clear();
  for (ImFont* font : fonts_) ImFontAtlasFontDiscardBakes(atlas_, font, 0);
}

void Glyphs::set_density(float device_pixels_a_css_pixel) {
  const float density = std::clamp(device_pixels_a_css_pixel, 0.5f, 4.f);
  if (density == density_) return;
  density_ = density;
  advances_.clear();
}

TextStyle Glyphs::style(Face face, float size_px) const noexcept {
  return {family_, face, size_px * density_};
}

ImFontBaked* Glyphs::baked(Face face, float size_px) const {
  ImFontBaked* found = ImFontAtlasBakedGetOrAdd(atlas_, font(face), quantized_size(size_px), density_);
  if (found != nullptr) found->LastUsedFrame = atlas_->Builder->FrameCount;
  return found;
}

float Glyphs::advance(char32_t c, Face face, float size_px) {
  if (is_ignorable(c)) return c == '\t' || c == '\n' ? advance(' ', face, size_px) : 0.f;
  if (is_digit(c)) c = '0';
  const float size = quantized_size(size_px);
  const std::uint64_t key = static_cast<std::uint64_t>(c) |
                            static_cast<std::uint64_t>(static_cast<unsigned>(size * 4.f)) << 24 |
                            static_cast<std::uint64_t>(face) << 40;
  if (const auto found = advances_.find(key); found != advances_.end()) return found->second;
  std::string text;
  append_utf8(text, c);
  const float width = platform_.measure(style(face, size), text).advance / density_;
  if (advances_.size() >= kMaxAdvances) advances_.clear();
  advances_.emplace(key, width);
  return width;
}

bool Glyphs::init(ImFontConfig& source, ImFontBaked& baked) {
  const float density = baked.RasterizerDensity;
  const TextStyle wanted{family_, static_cast<Face>(source.FontNo), baked.Size * density};
  const TextExtent extent = platform_.measure(wanted, "x");
  const float line = std::max(extent.font_ascent + extent.font_descent, 1.f);
  // Dear ImGui's line is as high as the size; ascent and descent share it as the font would, on whole pixels.
  baked.Ascent = std::round(wanted.size_px * extent.font_ascent / line) / density;
  baked.Descent = baked.Ascent - baked.Size;
  return true;
}

bool Glyphs::load(ImFontConfig& source, ImFontBaked& baked, char32_t c, ImFontGlyph* glyph,
                  float* advance_x) {
  const Face face = static_cast<Face>(source.FontNo);
  const float density = baked.RasterizerDensity;
  const float width = advance(c, face, baked.Size);
  if (advance_x != nullptr) {
    *advance_x = width;
    return true;
  }
  glyph->Codepoint = c;
  glyph->AdvanceX = width;
  if (is_ignorable(c)) return true;

  std::string text;
  append_utf8(text, c);
  const TextStyle wanted{family_, face, baked.Size * density};
  const TextExtent extent = platform_.measure(wanted, text);
  if (extent.left + extent.right <= 0 || extent.ascent + extent.descent <= 0) return true;
  // A pixel more on each side: antialiasing may reach past the measured ink.
  TextBox box;
  box.origin_x = static_cast<int>(std::ceil(extent.left)) + 1;
  box.origin_y = static_cast<int>(std::ceil(extent.ascent)) + 1;
  box.width = box.origin_x + static_cast<int>(std::ceil(extent.right)) + 1;
  box.height = box.origin_y + static_cast<int>(std::ceil(extent.descent)) + 1;
  if (box.width <= 0 || box.height <= 0 || box.width > kMaxTextBox || box.height > kMaxTextBox) return true;

  const ImFontAtlasRectId id = ImFontAtlasPackAddRect(atlas_, box.width, box.height);
  if (id == ImFontAtlasRectId_Invalid) return false;
  glyph->Colored = paint(id, wanted, text, box, 0xFFFFFFFFu);
  glyph->Visible = true;
  glyph->PackId = id;
  // A digit narrower than "0" stands in the middle of its cell.
  const float own = is_digit(c) ? std::round((width * density - extent.advance) / 2) : 0.f;
  glyph->X0 = (own - static_cast<float>(box.origin_x)) / density;
  glyph->X1 = glyph->X0 + static_cast<float>(box.width) / density;
  glyph->Y0 = baked.Ascent - static_cast<float>(box.origin_y) / density;
  glyph->Y1 = glyph->Y0 + static_cast<float>(box.height) / density;
  return true;
}

bool Glyphs::paint(int rect_id, const TextStyle& style, std::string_view text, const TextBox& box,
                   Colour ink) {
  const std::size_t row = static_cast<std::size_t>(box.width) * 4;
  pixels_.assign(row * static_cast<std::size_t>(box.height), 0);
  bool coloured = false;
  if (platform_.can_read_back()) {
    coloured = platform_.raster(style, text, box, ink, pixels_.data());
  } else {
    cells_.push_back({rect_id, {{}, style.face, style.size_px}, std::string(text), box, ink});
    for (std::size_t at = 0; at < text.size();) {
      const char32_t c = next_code_point(text, at);
      coloured = coloured || c >= 0x1F000 || c == 0xFE0F;
    }
  }
  ImTextureData* texture = atlas_->TexData;
  const ImTextureRect& place = *ImFontAtlasPackGetRect(atlas_, rect_id);
  for (int y = 0; y < box.height; ++y) {
    const std::uint8_t* from = pixels_.data() + row * static_cast<std::size_t>(y);
    std::copy(from, from + row, static_cast<std::uint8_t*>(texture->GetPixelsAt(place.x, place.y + y)));
  }
  ImFontAtlasTextureBlockQueueUpload(atlas_, texture, place.x, place.y, box.width, box.height);
  return coloured;
}

bool Glyphs::upload_unread() {
  const ImTextureData* texture = atlas_->TexData;
  bool more = false;
  std::erase_if(cells_, [&](Cell& cell) {
    const ImTextureRect* place = ImFontAtlasPackGetRectSafe(atlas_, cell.rect_id);
    if (place == nullptr) return true;
    if (cell.texture == texture->TexID && cell.x == place->x && cell.y == place->y) return false;
    more = true;
    if (texture->TexID == ImTextureID_Invalid || texture->Status != ImTextureStatus_OK) return false;
    cell.texture = texture->TexID;
    cell.x = place->x;
    cell.y = place->y;
    const TextStyle style{family_, cell.style.face, cell.style.size_px};
    platform_.upload(style, cell.text, cell.box, cell.ink, static_cast<std::uint32_t>(texture->TexID), cell.x,
                     cell.y);
    return false;
  });
  return more;
}

const ImFontLoader* Glyphs::loader() {
  static const ImFontLoader kLoader = [] {
    ImFontLoader made;
    made.Name = "platform";
    made.FontSrcInit = [](ImFontAtlas* atlas, ImFontConfig* source) {
      source->FontLoaderData = atlas->UserData;
      return true;
    };
    made.FontSrcContainsGlyph = [](ImFontAtlas*, ImFontConfig*, ImWchar) { return true; };
    made.FontBakedInit = [](ImFontAtlas*, ImFontConfig* source, ImFontBaked* baked, void*) {
      return self(source).init(*source, *baked);
    };
    made.FontBakedLoadGlyph = [](ImFontAtlas*, ImFontConfig* source, ImFontBaked* baked, void*, ImWchar c,
                                 ImFontGlyph* glyph, float* advance_x) {
      return self(source).load(*source, *baked, c, glyph, advance_x);
    };
    return made;
  }();
  return &kLoader;
}

}  // namespace visavis
