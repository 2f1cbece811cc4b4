#version 300 es
// One instance a bar. Edges go to whole device pixels, so that a gap of one pixel is one pixel everywhere, and
// a bar that is thinner than a pixel still takes one.
layout(location = 0) in vec4 a_bar;  // x0, x1, y0, y1 in CSS pixels
layout(location = 1) in vec4 a_colour;
uniform vec4 u_view;   // scale and offset from device pixels to clip space
uniform float u_ratio; // device pixels a CSS pixel
out vec2 v_at;         // device pixels from the bar's centre
flat out vec2 v_half;
flat out vec4 v_colour;
void main() {
  vec2 low = floor(a_bar.xz * u_ratio + 0.5);
  vec2 high = max(floor(a_bar.yw * u_ratio + 0.5), low + 1.0);
  vec2 corner = vec2(gl_VertexID & 1, gl_VertexID >> 1);
  v_half = 0.5 * (high - low);
  v_at = (corner * 2.0 - 1.0) * v_half;
  v_colour = vec4(a_colour.rgb * a_colour.a, a_colour.a);
  gl_Position = vec4(mix(low, high, corner) * u_view.xy + u_view.zw, 0.0, 1.0);
}
