// What a line of SALT says, without its codes.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace visavis {

struct SaltText {
  std::string words;
  std::uint8_t marks = 0;  // kMark…
};

// Drops {comments}, [codes], pauses and *omitted words; keeps (mazes) without their brackets; writes bound
// morphemes as English spells them ("kid/s" kids, "mud/y" muddy, "girl/z" girl's), the word as spoken before
// its root ("falled|fall"), and linked words apart ("heaps_and_heaps").
SaltText clean_salt(std::string_view line);

// A word with one morpheme bound to it, as English spells it.
std::string bind_morpheme(std::string stem, std::string_view morpheme);

}  // namespace visavis
