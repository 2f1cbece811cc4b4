// A WebVTT cue's text: tokens, tree and plain words. W3C WebVTT specification, section 6.4 ("WebVTT cue text
// parsing rules"), with 6.5 ("WebVTT cue text DOM construction") as the names of the nodes.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/text.h"
#include "base/time.h"

namespace visavis {

enum class VttNodeKind : std::uint8_t {
  root,
  class_span,  // <c>
  italic,
  bold,
  underline,
  ruby,
  ruby_text,  // <rt>
  voice,      // <v>
  language,   // <lang>
  text,
  timestamp,
};

struct VttNode {
  VttNodeKind kind = VttNodeKind::root;
  std::int32_t parent = -1;
  Span value;    // of VttCueText::words: a text's characters, a voice's or language's annotation
  Span classes;  // of VttCueText::words: separated by single spaces
  std::int64_t time_ms = kNoTime;  // of a timestamp
};

// The tree as a list in document order: a node stands after its parent, children in their order. Node 0 is
// the root. Kept flat so that a million nested tags need no deep recursion.
struct VttCueText {
  std::string words;
  std::vector<VttNode> nodes;
};

// Never fails: what the specification ignores is ignored. Clears and fills `out`, whose memory is kept for
// the next cue.
void parse_vtt_cue_text(std::string_view cue_text, VttCueText& out);

}  // namespace visavis
