// The phrases by their identifiers. Included where something is said; headers need words.h alone.
#pragma once

#include "words/words.h"

namespace visavis::phrase {

#define PHRASE(identifier, name, english) inline constexpr Phrase identifier{name, english};
#include "words/english.inc"
#undef PHRASE

}  // namespace visavis::phrase
