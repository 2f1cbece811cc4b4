#version 300 es
// Shares stacked from the bottom. Each pixel adds up how much of it lies between each band's two edges, so that
// bands without height leave no seam.
precision highp float;
precision highp int;
uniform highp sampler2D u_values;  // rows of 2048 values; here u_span.z bands of u_span.y upper edges
uniform vec4 u_area;
uniform vec4 u_colours[16];  // premultiplied
uniform ivec3 u_span;        // first value, columns, bands
in vec2 v_at;
layout(location = 0) out vec4 o_colour;

float value(int i) {
  i += u_span.x;
  return texelFetch(u_values, ivec2(i & 2047, i >> 11), 0).r;
}

void main() {
  // A column's value stands at its centre; between centres edges are straight.
  float at = clamp(v_at.x / u_area.z * float(u_span.y) - 0.5, 0.0, float(u_span.y - 1));
  int left = int(at);
  int right = min(left + 1, u_span.y - 1);
  float part = at - float(left);
  float column_px = u_area.z / float(u_span.y);
  float up = u_area.w - v_at.y;
  float below = 0.0;  // how much of the pixel is under the last edge
  vec4 sum = vec4(0.0);
  for (int band = 0; band < 16; ++band) {
    if (band >= u_span.z) break;
    float a = value(band * u_span.y + left) * u_area.w;
    float b = value(band * u_span.y + right) * u_area.w;
    float slope = (b - a) / column_px;
    float distance_px = (up - mix(a, b, part)) * inversesqrt(1.0 + slope * slope);
    float under = max(below, clamp(0.5 - distance_px, 0.0, 1.0));
    sum += u_colours[band] * (under - below);
    below = under;
  }
  o_colour = sum;
}
