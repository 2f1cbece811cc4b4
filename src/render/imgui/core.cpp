// Dear ImGui's core without its settings files, the only thing that would pull scanf into the download, and
// without text that it formats itself, which would pull in printf.
#include <stdio.h>

#define sscanf(...) 0
#include "imgui.cpp"

int ImFormatString(char* buffer, size_t size, const char*, ...) {
  if (buffer && size > 0) buffer[0] = 0;
  return 0;
}
int ImFormatStringV(char* buffer, size_t size, const char*, va_list) {
  return ImFormatString(buffer, size, "");
}
