// The options of the commands that hand something on: less than the whole (redaction/redaction.h).
#pragma once

#include <string>

#include "cli/shared.h"
#include "redaction/redaction.h"

namespace visavis::cli {

class Less {
 public:
  // As OwnOption: --names persons|roles, --call NAME=WORDS, --strike WORDS, --keep WORDS, --turns FIRST-LAST,
  // --figures.
  int take(const std::string& option, const std::string* value);
  bool any() const noexcept { return any_; }
  // What leaves of the file at `path`, with a note on standard error for each form that was taken out.
  Result<Redacted> apply(const std::string& path, const Transcript& transcript) const;

 private:
  Redaction redaction_;
  bool any_ = false;
};

// Error where a file's name, as it was given, holds what is taken out.
Result<std::string> checked_path(const Redacted& redacted, const std::string& path);

}  // namespace visavis::cli
