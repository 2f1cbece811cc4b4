#version 300 es
// The glyph atlas holds alpha that is not premultiplied; the canvas does.
precision mediump float;
uniform sampler2D u_texture;
in vec2 v_uv;
in vec4 v_colour;
layout(location = 0) out vec4 o_colour;
void main() {
  vec4 colour = v_colour * texture(u_texture, v_uv);
  o_colour = vec4(colour.rgb * colour.a, colour.a);
}
