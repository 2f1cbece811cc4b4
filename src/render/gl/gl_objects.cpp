#include "render/gl/gl_objects.h"

namespace visavis {
namespace {

GLuint compile(GLenum kind, std::string_view source) {
  // GLSL ES wants #version on the very first line.
  source.remove_prefix(source.find('#'));
  const GLuint shader = glCreateShader(kind);
  const GLchar* text = source.data();
  const GLint length = static_cast<GLint>(source.size());
  glShaderSource(shader, 1, &text, &length);
  glCompileShader(shader);
  return shader;
}

}  // namespace

bool Program::build(std::string_view vertex, std::string_view fragment) {
  const GLuint vertex_shader = compile(GL_VERTEX_SHADER, vertex);
  const GLuint fragment_shader = compile(GL_FRAGMENT_SHADER, fragment);
  id_ = glCreateProgram();
  if (id_ != 0) {
    glAttachShader(id_, vertex_shader);
    glAttachShader(id_, fragment_shader);
    glLinkProgram(id_);
  }
  glDeleteShader(vertex_shader);
  glDeleteShader(fragment_shader);
  GLint linked = 0;
  if (id_ != 0) glGetProgramiv(id_, GL_LINK_STATUS, &linked);
  return linked != 0;
}

void Program::drop(bool with_gl) {
  if (with_gl && id_ != 0) glDeleteProgram(id_);
  id_ = 0;
}

}  // namespace visavis
