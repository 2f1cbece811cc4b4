#version 300 es
// A lane seen from too far for bars: a column is as strong as the part of it that is spoken.
precision highp float;
precision highp int;
uniform highp sampler2D u_values;  // rows of 2048 values
uniform vec4 u_area;
uniform vec4 u_colour;  // premultiplied
uniform ivec2 u_span;   // first value, number of columns
in vec2 v_at;
layout(location = 0) out vec4 o_colour;

float value(int column) {
  int i = u_span.x + clamp(column, 0, u_span.y - 1);
  return texelFetch(u_values, ivec2(i & 2047, i >> 11), 0).r;
}

// A single short turn must not vanish: what is there at all shows at a quarter.
float strength(float coverage) { return coverage > 0.0 ? mix(0.25, 1.0, coverage) : 0.0; }

void main() {
  float columns_a_pixel = float(u_span.y) / u_area.z;
  float centre = v_at.x * columns_a_pixel;
  float coverage = 0.0;
  if (columns_a_pixel <= 1.0) {
    coverage = value(int(centre));
  } else {
    // Several columns under a pixel: their mean. 16 are enough for any screen the scene was laid out for.
    int first = int(centre - 0.5 * columns_a_pixel + 0.5);
    int count = clamp(int(columns_a_pixel + 0.5), 1, 16);
    for (int i = 0; i < count; ++i) coverage += value(first + i);
    coverage /= float(count);
  }
  o_colour = u_colour * strength(coverage);
}
