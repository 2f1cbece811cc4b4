// The panels draw with draw lists (ui/canvas.h) and take their input from the page, so no widget, table or
// text field of Dear ImGui is used. What its core names of them is answered here, weakly: imgui_widgets.cpp
// and imgui_tables.cpp lie in an archive behind this one, from which the linker takes them only when
// something names more.
#include "imgui.h"
#include "imgui_internal.h"

#define VISAVIS_WEAK __attribute__((weak))

VISAVIS_WEAK ImGuiInputTextState::ImGuiInputTextState() { memset((void*)this, 0, sizeof(*this)); }
VISAVIS_WEAK ImGuiInputTextState::~ImGuiInputTextState() {}
VISAVIS_WEAK void ImGuiMenuColumns::Update(float, bool) {}

namespace ImGui {

VISAVIS_WEAK bool Button(const char*, const ImVec2&) { return false; }
VISAVIS_WEAK bool ButtonBehavior(const ImRect&, ImGuiID, bool*, bool*, ImGuiButtonFlags) { return false; }
VISAVIS_WEAK bool CloseButton(ImGuiID, const ImVec2&) { return false; }
VISAVIS_WEAK bool CollapseButton(ImGuiID, const ImVec2&) { return false; }
VISAVIS_WEAK bool InputText(const char*, char*, size_t, ImGuiInputTextFlags, ImGuiInputTextCallback, void*) {
  return false;
}
VISAVIS_WEAK bool Selectable(const char*, bool, ImGuiSelectableFlags, const ImVec2&) { return false; }
VISAVIS_WEAK bool SliderInt(const char*, int*, int, int, const char*, ImGuiSliderFlags) { return false; }
VISAVIS_WEAK void EndColumns() {}
VISAVIS_WEAK void EndMenuBar() {}
VISAVIS_WEAK ImGuiMultiSelectIO* EndMultiSelect() { return nullptr; }
VISAVIS_WEAK void EndTabBar() {}
VISAVIS_WEAK void EndTable() {}
VISAVIS_WEAK void InputTextDeactivateHook(ImGuiID) {}
VISAVIS_WEAK void Scrollbar(ImGuiAxis) {}
VISAVIS_WEAK void SeparatorText(const char*) {}
VISAVIS_WEAK void TableEndRow(ImGuiTable*) {}
VISAVIS_WEAK void TableGcCompactSettings() {}
VISAVIS_WEAK void TableGcCompactTransientBuffers(ImGuiTable*) {}
VISAVIS_WEAK void TableGcCompactTransientBuffers(ImGuiTableTempData*) {}
VISAVIS_WEAK void TableSettingsAddSettingsHandler() {}
VISAVIS_WEAK void TextV(const char*, va_list) {}
VISAVIS_WEAK void TreePop() {}

}  // namespace ImGui
