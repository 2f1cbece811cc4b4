#include "base/result.h"

namespace visavis {

const char* error_code_name(ErrorCode code) noexcept {
  switch (code) {
    case ErrorCode::unreadable:
      return "unreadable";
    case ErrorCode::malformed:
      return "malformed";
    case ErrorCode::too_large:
      return "too-large";
    case ErrorCode::bad_encoding:
      return "bad-encoding";
    case ErrorCode::unsupported:
      return "unsupported";
    case ErrorCode::out_of_memory:
      return "out-of-memory";
    case ErrorCode::elsewhere:
      return "elsewhere";
    case ErrorCode::bad_option:
      return "bad-option";
  }
  return "unknown";
}

}  // namespace visavis
