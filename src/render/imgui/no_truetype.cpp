// No font files are read, so Dear ImGui needs no TrueType parser. Choosing its FreeType loader keeps
// stb_truetype out of the build; this stands in for that loader and loads nothing. Fonts bring their own
// loader with their config.
#include "imgui.h"
#include "imgui_internal.h"
#include "misc/freetype/imgui_freetype.h"

const ImFontLoader* ImGuiFreeType::GetFontLoader() {
  static const ImFontLoader kNothing;
  return &kNothing;
}
