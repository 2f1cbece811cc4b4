#include "ui/run_images.h"

#include <algorithm>
#include <cmath>

#include "imgui.h"
#include "imgui_internal.h"
#include "ui/glyphs.h"

namespace visavis {
namespace {

constexpr std::size_t kMaxPictures = 192;
constexpr std::size_t kMaxWidths = 4096;
constexpr int kMaxWidth = 2040;  // fits the narrowest atlas, with its padding
constexpr Colour kWhite = 0xFFFFFFFFu;

// Text is last, so nothing in it can be mistaken for the rest of the key.
std::string key_of(std::string_view text, Face face, float size_px, Colour ink) {
  const unsigned size = static_cast<unsigned>(quantized_size(size_px) * 4.f);
  std::string key = {static_cast<char>(face), static_cast<char>(size), static_cast<char>(size >> 8)};
  for (int shift = 0; shift < 24; shift += 8) key += static_cast<char>(ink >> shift);
  return key.append(text);
}

}  // namespace

void RunImages::forget() {
  for (auto& [key, picture] : pictures_)
    if (picture.rect >= 0) glyphs_.atlas().RemoveCustomRect(picture.rect);
  pictures_.clear();
  widths_.clear();
}

float RunImages::width(std::string_view text, Face face, float size_px) {
  std::string key = key_of(text, face, size_px, 0);
  if (const auto found = widths_.find(key); found != widths_.end()) return found->second;
  const TextStyle style = glyphs_.style(face, quantized_size(size_px));
  const float width = glyphs_.platform().measure(style, text).advance / glyphs_.density();
  if (widths_.size() >= kMaxWidths) widths_.clear();
  widths_.emplace(std::move(key), width);
  return width;
}

void RunImages::make_room() {
  while (pictures_.size() >= kMaxPictures) {
    const auto oldest =
        std::min_element(pictures_.begin(), pictures_.end(),
                         [](const auto& a, const auto& b) { return a.second.used < b.second.used; });
    if (oldest->second.rect >= 0) glyphs_.atlas().RemoveCustomRect(oldest->second.rect);
    pictures_.erase(oldest);
  }
}

bool RunImages::paint(Picture& picture, std::string_view text, Face face, float size_px, Colour ink) {
  const TextStyle style = glyphs_.style(face, quantized_size(size_px));
  const TextExtent extent = glyphs_.platform().measure(style, text);
  TextBox& box = picture.box;
  box.origin_x = static_cast<int>(std::ceil(std::max(extent.left, 0.f))) + 1;
  box.origin_y = static_cast<int>(std::ceil(std::max(extent.ascent, 0.f))) + 1;
  box.width = box.origin_x + static_cast<int>(std::ceil(std::max(extent.right, 0.f))) + 1;
  box.height = box.origin_y + static_cast<int>(std::ceil(std::max(extent.descent, 0.f))) + 1;
  box.width = std::min(box.width, kMaxWidth);
  box.height = std::min(box.height, kMaxWidth);
  ImFontAtlas& atlas = glyphs_.atlas();
  picture.rect = atlas.AddCustomRect(box.width, box.height);
  if (picture.rect < 0) return false;
  picture.coloured = glyphs_.paint(picture.rect, style, text, box, ink);
  return true;
}

RunImages::Picture* RunImages::find_or_paint(std::string_view text, Face face, float size_px, Colour ink) {
  const std::string key = key_of(text, face, size_px, ink);
  const auto found = pictures_.find(key);
  if (found != pictures_.end()) {
    ImFontAtlasRect place;
    found->second.used = ++serial_;
    if (glyphs_.atlas().GetCustomRect(found->second.rect, &place)) return &found->second;
    return paint(found->second, text, face, size_px, ink) ? &found->second : nullptr;
  }
  make_room();
  Picture picture;
  picture.used = ++serial_;
  if (!paint(picture, text, face, size_px, ink)) return nullptr;
  return &pictures_.emplace(key, picture).first->second;
}

void RunImages::draw(ImDrawList& list, std::string_view text, Face face, float size_px, Colour colour,
                     float x, float baseline_y) {
  // White takes any tint. A run with colours of its own is painted again in the ink it is wanted in, so that
  // the letters beside an emoji have the label's colour and the emoji keeps its own.
  Picture* picture = find_or_paint(text, face, size_px, kWhite);
  Colour tint = colour;
  if (picture != nullptr && picture->coloured) {
    const Colour ink = colour | 0xFF000000u;
    if (ink != kWhite) picture = find_or_paint(text, face, size_px, ink);
    tint = colour | 0x00FFFFFFu;
  }
  if (picture == nullptr) return;
  ImFontAtlasRect place;
  if (!glyphs_.atlas().GetCustomRect(picture->rect, &place)) return;
  const float density = glyphs_.density();
  const float left = (std::round(x * density) - static_cast<float>(picture->box.origin_x)) / density;
  const float top = (std::round(baseline_y * density) - static_cast<float>(picture->box.origin_y)) / density;
  list.AddImage(glyphs_.atlas().TexRef, {left, top},
                {left + static_cast<float>(place.w) / density, top + static_cast<float>(place.h) / density},
                place.uv0, place.uv1, tint);
}

}  // namespace visavis
