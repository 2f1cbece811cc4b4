// What a module answers with, and errors in the same words from each.
#pragma once

#include <string>

#include "base/json_out.h"
#include "base/result.h"
#include "model/transcript.h"

struct VavAnswer {
  std::string bytes;
  visavis::Transcript read;  // until vav_finish
};

namespace visavis {

// {"error": {"line": N or null, "code": "", "message": ""}}: the message packed (words/message.h), the page
// has words for it.
inline std::string write_error(const Error& error) {
  JsonOut out;
  out.begin_object().key("error").begin_object().key("line");
  error.line == 0 ? out.null() : out.value(error.line);
  out.field("code", error_code_name(error.code)).field("message", std::string_view(error.message.packed()));
  out.end_object().end_object();
  return out.take();
}

// *status 0: the answer is what was written; 1: it is the error.
inline VavAnswer* answer_with(Result<std::string> written, int* status) {
  *status = written ? 0 : 1;
  return new VavAnswer{written ? *std::move(written) : write_error(written.error()), {}};
}

}  // namespace visavis
