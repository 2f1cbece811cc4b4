// The main line of CHAT as words to read (CHAT manual, chapters 8 to 12: words, groups, codes, terminators).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace visavis {

struct ChatLine {
  std::string text;                     // what was said, as people write it
  std::uint8_t marks = 0;               // of Mark: overlap, inaudible, interrupted
  std::uint32_t codes = 0, events = 0;  // what was left out: codes in brackets; laughs, gestures and the like
  bool has_words = false;
};

// `line` is without its speaker and its time bullets. Linear in its length.
ChatLine read_chat_line(std::string_view line);

}  // namespace visavis
