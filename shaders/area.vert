#version 300 es
// A rectangle whose corners are whole device pixels; no vertex data.
uniform vec4 u_view;  // scale and offset from device pixels to clip space
uniform vec4 u_area;  // left, top, width, height in device pixels
out vec2 v_at;        // device pixels from the area's top left
void main() {
  v_at = vec2(gl_VertexID & 1, gl_VertexID >> 1) * u_area.zw;
  gl_Position = vec4((u_area.xy + v_at) * u_view.xy + u_view.zw, 0.0, 1.0);
}
