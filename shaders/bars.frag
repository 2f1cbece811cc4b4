#version 300 es
// A rounded rectangle by its signed distance, with a pattern as the second cue beside colour.
precision highp float;
uniform float u_ratio;
uniform float u_radius;  // device pixels
uniform int u_pattern;   // 0 solid, 1 hatched, 2 dotted
in vec2 v_at;
flat in vec2 v_half;
flat in vec4 v_colour;
layout(location = 0) out vec4 o_colour;

// How much of the colour stays at a place between the strokes or dots.
const float c_pale = 0.5;

float tone() {
  vec2 at = gl_FragCoord.xy / u_ratio;
  // CSS pixels to the middle of the nearest stroke or dot; patterns stand still while bars move over them.
  if (u_pattern == 1) {
    float across = abs(fract((at.x + at.y) / 5.0) - 0.5) * 5.0 * 0.70711;
    return mix(1.0, c_pale, clamp((across - 0.8) * u_ratio + 0.5, 0.0, 1.0));
  }
  if (u_pattern == 2) {
    vec2 cell = (fract(at / 4.0) - 0.5) * 4.0;
    return mix(1.0, c_pale, clamp((length(cell) - 1.1) * u_ratio + 0.5, 0.0, 1.0));
  }
  return 1.0;
}

void main() {
  float radius = min(u_radius, min(v_half.x, v_half.y));
  vec2 q = abs(v_at) - v_half + radius;
  float outside = length(max(q, 0.0)) + min(max(q.x, q.y), 0.0) - radius;
  o_colour = v_colour * (clamp(0.5 - outside, 0.0, 1.0) * tone());
}
