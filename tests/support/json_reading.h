// Reads a text as a whole file and shows the outcome in a line a turn.
#pragma once

#include <string>
#include <string_view>

#include "readers/registry.h"

namespace visavis::test {

struct Reading {
  bool ok = false;
  Transcript transcript;
  Error error;

  // "Name 500-2000: Text" a turn, with "-" for no speaker, no times where there are none, "~" behind an
  // estimated one.
  std::string lines() const;
  // "word@start-end" for each word with times.
  std::string words() const;
};

Reading read_text(std::string_view bytes, bool join = true, std::string_view format = {});

}  // namespace visavis::test
