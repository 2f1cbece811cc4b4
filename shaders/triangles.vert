#version 300 es
// Dear ImGui's triangles, in CSS pixels from the canvas' top left.
layout(location = 0) in vec2 a_at;
layout(location = 1) in vec2 a_uv;
layout(location = 2) in vec4 a_colour;
// Scale and offset from CSS pixels to clip space.
uniform vec4 u_view;
out vec2 v_uv;
out vec4 v_colour;
void main() {
  v_uv = a_uv;
  v_colour = a_colour;
  gl_Position = vec4(a_at * u_view.xy + u_view.zw, 0.0, 1.0);
}
