// What Dear ImGui is built with: the core alone. Glyphs come from the browser, nothing touches files, and
// indices are 32 bits wide because WebGL2 has no draw call with a base vertex.
#pragma once

#define IMGUI_DISABLE_DEMO_WINDOWS
#define IMGUI_DISABLE_DEBUG_TOOLS
#define IMGUI_DISABLE_DEFAULT_FONT
#define IMGUI_DISABLE_OBSOLETE_FUNCTIONS
#define IMGUI_DISABLE_FILE_FUNCTIONS
#define IMGUI_DISABLE_DEFAULT_FILE_FUNCTIONS
#define IMGUI_DISABLE_DEFAULT_SHELL_FUNCTIONS
#define IMGUI_DISABLE_WIN32_FUNCTIONS
// Nothing that Dear ImGui would format is shown: printf is 8 KB (src/render/imgui/core.cpp).
#define IMGUI_DISABLE_DEFAULT_FORMAT_FUNCTIONS
// Nothing would show what it asserts either.
#ifdef NDEBUG
#define IM_ASSERT(EXPRESSION) ((void)0)
#define IM_ASSERT_USER_ERROR(EXPRESSION, MESSAGE) ((void)0)
#endif
#define IMGUI_USE_WCHAR32
#define ImDrawIdx unsigned int
// With src/render/imgui/no_truetype.cpp in place of FreeType: no TrueType parser at all.
#define IMGUI_ENABLE_FREETYPE
