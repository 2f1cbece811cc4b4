// Dear ImGui's core without its settings files, the only thing that would pull scanf into the download.
#include <stdio.h>

#define sscanf(...) 0
#include "imgui.cpp"
