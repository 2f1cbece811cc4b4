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

float vav_sine(float angle) noexcept {
  constexpr double kPi = 3.14159265358979324;
  double x = static_cast<double>(angle);
  x -= floor(x / (2 * kPi) + .5) * 2 * kPi;
  if (x > kPi / 2) x = kPi - x;
  if (x < -kPi / 2) x = -kPi - x;
  const double square = x * x;  // Taylor's series: 6e-8 off at most
  constexpr double kSteps[] = {110, 72, 42, 20, 6};
  double sum = 0;
  for (const double n : kSteps) sum = (1 + sum) * -square / n;
  return static_cast<float>(x * (1 + sum));
}
