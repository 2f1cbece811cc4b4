// Owners of GL objects that can let go of them in two ways: deleted, or forgotten with a lost context.
#pragma once

#include <GLES3/gl3.h>

#include <initializer_list>
#include <string_view>

namespace visavis {

// A linked program and its uniforms; 0 where it could not be built.
class Program {
 public:
  bool build(std::string_view vertex, std::string_view fragment);
  void drop(bool with_gl);
  GLuint id() const noexcept { return id_; }
  GLint uniform(const char* name) const { return glGetUniformLocation(id_, name); }

 private:
  GLuint id_ = 0;
};

}  // namespace visavis
