// The names of what readers, writers and errors say. Included where something is said; headers need message.h
// alone.
#pragma once

#include "words/message.h"

namespace visavis::phrase {

#define REPORT(identifier, name, english) inline constexpr MessageName identifier{name};
#include "words/reports.inc"
#undef REPORT

}  // namespace visavis::phrase
