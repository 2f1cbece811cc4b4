// Answers that both modules give in the same words.
#pragma once

#include <string>

#include "base/json_out.h"
#include "base/result.h"

namespace visavis {

// {"error": {"line": N or null, "code": "", "message": ""}}
inline std::string write_error(const Error& error) {
  JsonOut out;
  out.begin_object().key("error").begin_object().key("line");
  error.line == 0 ? out.null() : out.value(error.line);
  out.field("code", error_code_name(error.code)).field("message", std::string_view(error.message));
  out.end_object().end_object();
  return out.take();
}

inline Error bad_corrections() {
  return {ErrorCode::bad_option, 0, "The corrections kept for this transcript cannot be read."};
}

}  // namespace visavis
