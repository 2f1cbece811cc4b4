#include "ui/labels.h"

#include <algorithm>
#include <cmath>

#include "base/text.h"
#include "imgui.h"
#include "imgui_internal.h"
#include "ui/glyphs.h"
#include "ui/run_images.h"
#include "ui/shaping.h"

namespace visavis {
namespace {

constexpr std::string_view kEllipsis = "\xE2\x80\xA6";
constexpr float kSlack = 0.01f;  // CSS pixels; sums of widths are not exact

}  // namespace

Labels::Labels(Platform& platform, ImFontAtlas& atlas)
    : glyphs_(std::make_unique<Glyphs>(platform, atlas)), runs_(std::make_unique<RunImages>(*glyphs_)) {}
Labels::~Labels() = default;

void Labels::set_family(std::string_view css_families) {
  runs_->forget();
  glyphs_->set_family(css_families);
}

void Labels::begin_frame(float device_pixel_ratio) {
  const float before = glyphs_->density();
  glyphs_->set_density(device_pixel_ratio);
  if (glyphs_->density() != before) runs_->forget();
}

bool Labels::finish_frame() { return glyphs_->upload_unread(); }

float Labels::width(std::string_view text, Face face, float size_px) const {
  if (needs_shaping(text)) return runs_->width(text, face, size_px);
  float width = 0;
  for (std::size_t at = 0; at < text.size();)
    width += glyphs_->advance(next_code_point(text, at), face, size_px);
  return width;
}

std::string Labels::fit(std::string_view text, Face face, float size_px, float max_width) const {
  if (max_width <= 0) return std::string(text);
  // A label far too long is not measured to its end: no character of any use is narrower than a pixel.
  const std::size_t most = 64 + static_cast<std::size_t>(max_width) * 8;
  const bool whole = text.size() <= most;
  if (whole && width(text, face, size_px) <= max_width + kSlack) return std::string(text);
  std::size_t end = whole ? text.size() : previous_cut(text, most);
  // The widths of longer and longer prefixes grow, so the longest that fits is found by halving.
  std::size_t fits = 0;
  const auto cut_width = [&](std::size_t at) {
    return width(std::string(trim(text.substr(0, at))).append(kEllipsis), face, size_px);
  };
  if (cut_width(0) > max_width + kSlack) return {};
  while (fits < end) {
    std::size_t middle = previous_cut(text, fits + (end - fits + 1) / 2 + 1);
    if (middle <= fits) {  // the first cut after `fits`
      middle = end;
      for (std::size_t at = end; (at = previous_cut(text, at)) > fits;) middle = at;
    }
    if (cut_width(middle) <= max_width + kSlack)
      fits = middle;
    else
      end = previous_cut(text, middle);
  }
  return std::string(trim(text.substr(0, fits))).append(kEllipsis);
}

void Labels::draw(ImDrawList& list, const TextItem& item) {
  if ((item.colour >> 24) == 0) return;
  std::string cut;
  std::string_view text = item.text;
  if (item.max_width > 0) {
    cut = fit(text, item.face, item.size_px, item.max_width);
    text = cut;
  }
  if (text.empty()) return;
  float x = item.x;
  if (item.align != 0) x -= item.align * width(text, item.face, item.size_px);
  if (needs_shaping(text)) {
    runs_->draw(list, text, item.face, item.size_px, item.colour, x, item.baseline_y);
    return;
  }
  ImFontBaked* baked = glyphs_->baked(item.face, item.size_px);
  if (baked == nullptr) return;
  const float density = glyphs_->density();
  const auto snapped = [density](float v) { return std::round(v * density) / density; };
  const float top = snapped(item.baseline_y) - baked->Ascent;
  const ImVec4 clip = list._CmdHeader.ClipRect;
  if (top > clip.w || top + 2 * baked->Size < clip.y) return;
  // First every glyph is loaded: that may move the atlas to another texture, and with it all coordinates.
  int visible = 0;
  for (std::size_t at = 0; at < text.size();) {
    const ImFontGlyph* glyph = baked->FindGlyph(static_cast<ImWchar>(next_code_point(text, at)));
    if (glyph != nullptr && glyph->Visible) ++visible;
  }
  if (visible == 0) return;
  list.PushTexture(glyphs_->atlas().TexRef);
  list.PrimReserve(visible * 6, visible * 4);
  float pen = x;
  const ImU32 untinted = item.colour | 0x00FFFFFFu;
  for (std::size_t at = 0; at < text.size();) {
    const ImFontGlyph* glyph = baked->FindGlyph(static_cast<ImWchar>(next_code_point(text, at)));
    if (glyph == nullptr) continue;
    if (glyph->Visible) {
      const float left = snapped(pen);
      list.PrimRectUV({left + glyph->X0, top + glyph->Y0}, {left + glyph->X1, top + glyph->Y1},
                      {glyph->U0, glyph->V0}, {glyph->U1, glyph->V1},
                      glyph->Colored ? untinted : item.colour);
    }
    pen += glyph->AdvanceX;
  }
  list.PopTexture();
}

}  // namespace visavis
