// The renderer on WebGL2. It owns its context's whole state: nothing is saved or asked back, everything is
// set at the start of a frame. Dear ImGui's own backend is not used because it cannot let go of a lost
// context without calling into it, blends without premultiplying, and reads state back in every frame.
#include <cmath>
#include <cstddef>
#include <iterator>

#include "imgui.h"
#include "render/gl/gl_objects.h"
#include "render/renderer.h"
#include "shaders.h"

namespace visavis {
namespace {

constexpr int kValueRow = 2048;  // as in density.frag and river.frag

struct Premultiplied {
  float r, g, b, a;
};
Premultiplied premultiplied(Colour c) {
  const float a = static_cast<float>(c >> 24) / 255.f;
  const auto channel = [&](int shift) { return static_cast<float>((c >> shift) & 255u) / 255.f * a; };
  return {channel(0), channel(8), channel(16), a};
}

const void* offset(std::size_t bytes) { return reinterpret_cast<const void*>(bytes); }

class GlRenderer final : public Renderer {
 public:
  explicit GlRenderer(ImFontAtlas& atlas) : atlas_(atlas) {}
  bool attach() override;
  void detach(bool context_is_current) override;
  bool attached() const override { return attached_; }
  void render(ImDrawData& data) override;

 protected:
  void begin_list(const ImDrawList& list) override;
  void draw_triangles(const ImDrawList& list, const ImDrawCmd& command, const ImDrawData& data) override;
  void draw(const Batch& batch, const ImDrawCmd& command, const ImDrawData& data) override;

 private:
  void update(ImTextureData& texture);
  void upload_batches();
  bool set_clip(const ImDrawCmd& command, const ImDrawData& data);
  void use(GLuint program, GLuint vertex_array);
  void draw_bars(const Batch& batch, float ratio);
  void draw_area(const Batch& batch, float ratio);

  bool attached_ = false;
  int width_ = 0, height_ = 0;  // of the canvas, device pixels

  Program triangles_, bars_program_, density_, river_;
  struct {
    GLint view;
  } triangles_at_{};
  struct {
    GLint view, ratio, radius, pattern;
  } bars_at_{};
  struct {
    GLint view, area, colour, span;
  } density_at_{}, river_at_{};

  enum { kTriangles, kIndices, kBars, kBufferCount };
  GLuint buffers_[kBufferCount] = {};
  enum { kTriangleArray, kBarArray, kNoArray, kArrayCount };
  GLuint arrays_[kArrayCount] = {};
  GLuint values_texture_ = 0;

  GLuint program_in_use_ = 0;
  ImFontAtlas& atlas_;
};

bool GlRenderer::attach() {
  if (attached_) detach(false);
  bool ok = triangles_.build(shaders::triangles_vert, shaders::triangles_frag);
  ok = ok && bars_program_.build(shaders::bars_vert, shaders::bars_frag);
  ok = ok && density_.build(shaders::area_vert, shaders::density_frag);
  ok = ok && river_.build(shaders::area_vert, shaders::river_frag);
  if (!ok) {
    detach(true);
    return false;
  }
  triangles_at_ = {triangles_.uniform("u_view")};
  bars_at_ = {bars_program_.uniform("u_view"), bars_program_.uniform("u_ratio"),
              bars_program_.uniform("u_radius"), bars_program_.uniform("u_pattern")};
  density_at_ = {density_.uniform("u_view"), density_.uniform("u_area"), density_.uniform("u_colour"),
                 density_.uniform("u_span")};
  river_at_ = {river_.uniform("u_view"), river_.uniform("u_area"), river_.uniform("u_colours"),
               river_.uniform("u_span")};

  glGenBuffers(kBufferCount, buffers_);
  glGenVertexArrays(kArrayCount, arrays_);
  glGenTextures(1, &values_texture_);

  glBindVertexArray(arrays_[kTriangleArray]);
  glBindBuffer(GL_ARRAY_BUFFER, buffers_[kTriangles]);
  glBindBuffer(GL_ELEMENT_ARRAY_BUFFER, buffers_[kIndices]);
  for (GLuint i = 0; i < 3; ++i) glEnableVertexAttribArray(i);
  constexpr GLsizei stride = sizeof(ImDrawVert);
  glVertexAttribPointer(0, 2, GL_FLOAT, GL_FALSE, stride, offset(offsetof(ImDrawVert, pos)));
  glVertexAttribPointer(1, 2, GL_FLOAT, GL_FALSE, stride, offset(offsetof(ImDrawVert, uv)));
  glVertexAttribPointer(2, 4, GL_UNSIGNED_BYTE, GL_TRUE, stride, offset(offsetof(ImDrawVert, col)));

  glBindVertexArray(arrays_[kBarArray]);
  for (GLuint i = 0; i < 2; ++i) {
    glEnableVertexAttribArray(i);
    glVertexAttribDivisor(i, 1);
  }

  glBindTexture(GL_TEXTURE_2D, values_texture_);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_NEAREST);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_NEAREST);

  int side = 0;
  glGetIntegerv(GL_MAX_TEXTURE_SIZE, &side);
  atlas_.TexMaxWidth = atlas_.TexMaxHeight = side < 2048 ? 2048 : side > 8192 ? 8192 : side;
  return attached_ = true;
}

void GlRenderer::detach(bool context_is_current) {
  for (Program* program : {&triangles_, &bars_program_, &density_, &river_})
    program->drop(context_is_current);
  for (ImTextureData* texture : atlas_.TexList) {
    if (texture->TexID == ImTextureID_Invalid) continue;
    const GLuint id = static_cast<GLuint>(texture->TexID);
    if (context_is_current) glDeleteTextures(1, &id);
    texture->SetTexID(ImTextureID_Invalid);
    texture->SetStatus(texture->Status == ImTextureStatus_WantDestroy ? ImTextureStatus_Destroyed
                                                                      : ImTextureStatus_WantCreate);
  }
  if (context_is_current && values_texture_ != 0) {
    glDeleteTextures(1, &values_texture_);
    glDeleteBuffers(kBufferCount, buffers_);
    glDeleteVertexArrays(kArrayCount, arrays_);
  }
  values_texture_ = 0;
  attached_ = false;
}

void GlRenderer::update(ImTextureData& texture) {
  if (texture.Status == ImTextureStatus_WantDestroy) {
    if (texture.UnusedFrames == 0) return;
    const GLuint id = static_cast<GLuint>(texture.TexID);
    glDeleteTextures(1, &id);
    texture.SetTexID(ImTextureID_Invalid);
    texture.SetStatus(ImTextureStatus_Destroyed);
    return;
  }
  if (texture.Status != ImTextureStatus_WantCreate && texture.Status != ImTextureStatus_WantUpdates) return;
  ++stats_.texture_updates;
  if (texture.Status == ImTextureStatus_WantCreate) {
    GLuint id = 0;
    glGenTextures(1, &id);
    glBindTexture(GL_TEXTURE_2D, id);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
    glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, texture.Width, texture.Height, 0, GL_RGBA, GL_UNSIGNED_BYTE,
                 texture.GetPixels());
    texture.SetTexID(static_cast<ImTextureID>(id));
  } else {
    glBindTexture(GL_TEXTURE_2D, static_cast<GLuint>(texture.TexID));
    glPixelStorei(GL_UNPACK_ROW_LENGTH, texture.Width);
    for (const ImTextureRect& part : texture.Updates)
      glTexSubImage2D(GL_TEXTURE_2D, 0, part.x, part.y, part.w, part.h, GL_RGBA, GL_UNSIGNED_BYTE,
                      texture.GetPixelsAt(part.x, part.y));
    glPixelStorei(GL_UNPACK_ROW_LENGTH, 0);
  }
  texture.SetStatus(ImTextureStatus_OK);
}

void GlRenderer::upload_batches() {
  if (!bars_.empty()) {
    glBindBuffer(GL_ARRAY_BUFFER, buffers_[kBars]);
    glBufferData(GL_ARRAY_BUFFER, static_cast<GLsizeiptr>(bars_.size() * sizeof(Bar)), bars_.data(),
                 GL_STREAM_DRAW);
  }
  if (!values_.empty()) {
    const std::size_t rows = (values_.size() + kValueRow - 1) / kValueRow;
    values_.resize(rows * kValueRow);
    glBindTexture(GL_TEXTURE_2D, values_texture_);
    glTexImage2D(GL_TEXTURE_2D, 0, GL_R32F, kValueRow, static_cast<GLsizei>(rows), 0, GL_RED, GL_FLOAT,
                 values_.data());
  }
}

void GlRenderer::render(ImDrawData& data) {
  stats_ = {};
  if (!attached_) return;
  const float ratio = data.FramebufferScale.x;
  width_ = static_cast<int>(std::lround(data.DisplaySize.x * ratio));
  height_ = static_cast<int>(std::lround(data.DisplaySize.y * ratio));
  if (width_ <= 0 || height_ <= 0) return;
  if (data.Textures != nullptr)
    for (ImTextureData* texture : *data.Textures) update(*texture);

  glViewport(0, 0, width_, height_);
  glDisable(GL_SCISSOR_TEST);
  glClearColor(0, 0, 0, 0);
  glClear(GL_COLOR_BUFFER_BIT);
  glEnable(GL_SCISSOR_TEST);
  glEnable(GL_BLEND);
  glBlendFunc(GL_ONE, GL_ONE_MINUS_SRC_ALPHA);  // everything comes premultiplied

  upload_batches();
  // Two spaces: CSS pixels for Dear ImGui, device pixels for the batches; both from the top left.
  const float sx = 2.f / static_cast<float>(width_), sy = -2.f / static_cast<float>(height_);
  glUseProgram(triangles_.id());
  glUniform4f(triangles_at_.view, sx * ratio, sy * ratio, -1.f - data.DisplayPos.x * sx * ratio,
              1.f - data.DisplayPos.y * sy * ratio);
  if (!batches_.empty()) {
    glUseProgram(bars_program_.id());
    glUniform4f(bars_at_.view, sx, sy, -1.f, 1.f);
    glUniform1f(bars_at_.ratio, ratio);
    glUseProgram(density_.id());
    glUniform4f(density_at_.view, sx, sy, -1.f, 1.f);
    glUseProgram(river_.id());
    glUniform4f(river_at_.view, sx, sy, -1.f, 1.f);
  }
  program_in_use_ = 0;
  walk(data);
  glBindVertexArray(0);
}

void GlRenderer::begin_list(const ImDrawList& list) {
  glBindVertexArray(arrays_[kTriangleArray]);
  glBindBuffer(GL_ARRAY_BUFFER, buffers_[kTriangles]);
  glBufferData(GL_ARRAY_BUFFER, list.VtxBuffer.size_in_bytes(), list.VtxBuffer.Data, GL_STREAM_DRAW);
  glBufferData(GL_ELEMENT_ARRAY_BUFFER, list.IdxBuffer.size_in_bytes(), list.IdxBuffer.Data, GL_STREAM_DRAW);
  program_in_use_ = 0;
}

void GlRenderer::use(GLuint program, GLuint vertex_array) {
  if (program_in_use_ == program) return;
  glUseProgram(program);
  glBindVertexArray(vertex_array);
  program_in_use_ = program;
}

bool GlRenderer::set_clip(const ImDrawCmd& command, const ImDrawData& data) {
  const auto to_px = [&](float v, float origin, int limit) {
    const long px = std::lround((v - origin) * data.FramebufferScale.x);
    return static_cast<int>(px < 0 ? 0 : px > limit ? limit : px);
  };
  const int x0 = to_px(command.ClipRect.x, data.DisplayPos.x, width_);
  const int y0 = to_px(command.ClipRect.y, data.DisplayPos.y, height_);
  const int x1 = to_px(command.ClipRect.z, data.DisplayPos.x, width_);
  const int y1 = to_px(command.ClipRect.w, data.DisplayPos.y, height_);
  if (x1 <= x0 || y1 <= y0) return false;
  glScissor(x0, height_ - y1, x1 - x0, y1 - y0);
  return true;
}

void GlRenderer::draw_triangles(const ImDrawList&, const ImDrawCmd& command, const ImDrawData& data) {
  if (!set_clip(command, data)) return;
  use(triangles_.id(), arrays_[kTriangleArray]);
  glBindTexture(GL_TEXTURE_2D, static_cast<GLuint>(command.GetTexID()));
  glDrawElements(GL_TRIANGLES, static_cast<GLsizei>(command.ElemCount), GL_UNSIGNED_INT,
                 offset(command.IdxOffset * sizeof(ImDrawIdx)));
}

void GlRenderer::draw(const Batch& batch, const ImDrawCmd& command, const ImDrawData& data) {
  if (!set_clip(command, data)) return;
  if (batch.kind == Kind::bars)
    draw_bars(batch, data.FramebufferScale.x);
  else
    draw_area(batch, data.FramebufferScale.x);
}

void GlRenderer::draw_bars(const Batch& batch, float ratio) {
  use(bars_program_.id(), arrays_[kBarArray]);
  // A batch starts somewhere in the frame's one buffer; WebGL2 has no base instance.
  glBindBuffer(GL_ARRAY_BUFFER, buffers_[kBars]);
  const std::size_t base = batch.first * sizeof(Bar);
  glVertexAttribPointer(0, 4, GL_FLOAT, GL_FALSE, sizeof(Bar), offset(base));
  glVertexAttribPointer(1, 4, GL_UNSIGNED_BYTE, GL_TRUE, sizeof(Bar), offset(base + offsetof(Bar, colour)));
  glUniform1f(bars_at_.radius, batch.radius * ratio);
  glUniform1i(bars_at_.pattern, static_cast<int>(batch.pattern));
  glDrawArraysInstanced(GL_TRIANGLE_STRIP, 0, 4, static_cast<GLsizei>(batch.count));
}

void GlRenderer::draw_area(const Batch& batch, float ratio) {
  const float x0 = std::round(batch.area.x * ratio), y0 = std::round(batch.area.y * ratio);
  const float w = std::round(batch.area.right() * ratio) - x0;
  const float h = std::round(batch.area.bottom() * ratio) - y0;
  const GLint first = static_cast<GLint>(batch.first), columns = static_cast<GLint>(batch.columns);
  if (batch.kind == Kind::density) {
    use(density_.id(), arrays_[kNoArray]);
    const Premultiplied c = premultiplied(batch.colour);
    glUniform4f(density_at_.colour, c.r, c.g, c.b, c.a);
    glUniform2i(density_at_.span, first, columns);
    glUniform4f(density_at_.area, x0, y0, w, h);
  } else {
    use(river_.id(), arrays_[kNoArray]);
    Premultiplied colours[kMaxRiverBands] = {};
    for (std::size_t i = 0; i < batch.bands; ++i)
      colours[i] = premultiplied(colours_[batch.first_colour + i]);
    glUniform4fv(river_at_.colour, static_cast<GLsizei>(batch.bands), &colours[0].r);
    glUniform3i(river_at_.span, first, columns, static_cast<GLint>(batch.bands));
    glUniform4f(river_at_.area, x0, y0, w, h);
  }
  glBindTexture(GL_TEXTURE_2D, values_texture_);
  glDrawArrays(GL_TRIANGLE_STRIP, 0, 4);
}

static_assert(sizeof(Bar) == 20, "bars are uploaded as they are");
static_assert(sizeof(ImDrawIdx) == 4);

}  // namespace

std::unique_ptr<Renderer> make_renderer(ImFontAtlas& atlas) { return std::make_unique<GlRenderer>(atlas); }

}  // namespace visavis
