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
// Its arcs want no sine of large angles: the C library's reduction of those is 2 KB
// (src/render/imgui/core.cpp).
#define IMGUI_DISABLE_DEFAULT_MATH_FUNCTIONS
#include <math.h>
float vav_sine(float angle) noexcept;
#define ImFabs(X) fabsf(X)
#define ImSqrt(X) sqrtf(X)
#define ImFmod(X, Y) fmodf((X), (Y))
#define ImCos(X) vav_sine((X) + 1.57079633f)
#define ImSin(X) vav_sine(X)
#define ImAcos(X) acosf(X)
#define ImAtan2(Y, X) atan2f((Y), (X))
#define ImAtof(STR) atof(STR)
#define ImCeil(X) ceilf(X)
inline float ImPow(float x, float y) { return powf(x, y); }
inline double ImPow(double x, double y) { return pow(x, y); }
inline float ImLog(float x) { return logf(x); }
inline double ImLog(double x) { return log(x); }
inline int ImAbs(int x) { return x < 0 ? -x : x; }
inline float ImAbs(float x) { return fabsf(x); }
inline double ImAbs(double x) { return fabs(x); }
inline float ImSign(float x) { return x < 0 ? -1.0f : x > 0 ? 1.0f : 0.0f; }
inline double ImSign(double x) { return x < 0 ? -1.0 : x > 0 ? 1.0 : 0.0; }
inline float ImRsqrt(float x) { return 1.0f / sqrtf(x); }
#define IMGUI_USE_WCHAR32
#define ImDrawIdx unsigned int
// With src/render/imgui/no_truetype.cpp in place of FreeType: no TrueType parser at all.
#define IMGUI_ENABLE_FREETYPE
