// WebVTT files, to the letter of the parser algorithm of the W3C's WebVTT specification, section 6.1 ("WebVTT
// file parsing"), with 6.2 (region settings) and 6.3 (cue timings and settings). What a cue's text means is
// in webvtt_cue_text.h.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/line_scan.h"
#include "base/text.h"
#include "base/time.h"

namespace visavis {

enum class VttAlign : std::uint8_t { start, center, end, left, right };
enum class VttLineAlign : std::uint8_t { start, center, end };
enum class VttPositionAlign : std::uint8_t { automatic, line_left, center, line_right };
enum class VttVertical : std::uint8_t { horizontal, growing_left, growing_right };  // "", "rl", "lr"

constexpr double kVttAuto = -1e300;  // of line and position

// Section 3.3, "WebVTT cue", as the algorithm of section 6.3 leaves them.
struct VttSettings {
  VttVertical vertical = VttVertical::horizontal;
  bool snap_to_lines = true;
  VttAlign align = VttAlign::center;
  VttLineAlign line_align = VttLineAlign::start;
  VttPositionAlign position_align = VttPositionAlign::automatic;
  double line = kVttAuto, position = kVttAuto, size = 100;
  std::int32_t region = -1;  // index into VttFile::regions
};

// Section 3.4, "WebVTT regions".
struct VttRegion {
  std::string_view id;
  double width = 100, lines = 3;
  double anchor_x = 0, anchor_y = 100, viewport_x = 0, viewport_y = 100;
  bool scroll_up = false;
};

// Spans are of the text that was parsed.
struct VttCue {
  Span id, text;  // text: the payload lines as written, tags and all
  Span settings;  // as written; see parse_vtt_settings
  std::int64_t start_ms = 0, end_ms = 0;
  std::uint32_t line = 0;       // of the timings
  std::uint32_t text_line = 0;  // of the first payload line; of the timings where there is none
  LinesSeen seen;               // of the payload
};

// A block that is no cue: a comment, a style sheet, or one that the algorithm throws away.
struct VttBlock {
  enum class Kind : std::uint8_t { note, style, region, bad_cue, other } kind = Kind::other;
  Span text;
  std::uint32_t line = 0;
};

struct VttFile {
  bool signature = false;  // without it the file is not WebVTT and nothing else is set
  Span header;             // what follows the signature on its line
  Span header_block;       // the lines directly below, up to the first empty one
  std::vector<VttCue> cues;
  std::vector<VttRegion> regions;
  std::vector<VttBlock> blocks;  // in order, bad cues too
};

// Parses a file cue by cue. `text` is as decode_text gives it: UTF-8, no byte order mark, LF line ends, no
// NUL. Never fails; single pass, linear; keeps views into `text`.
class VttParser {
 public:
  // Reads as far as the first block below the header.
  explicit VttParser(std::string_view text);
  // The next cue; false at the end.
  bool next(VttCue& cue);
  // Where the next block begins.
  std::size_t at() const noexcept { return at_; }
  // What was read up to here, but for the cues.
  VttFile& file() noexcept { return file_; }

 private:
  Span next_line(std::uint8_t& holds);
  void skip_line_ends();
  bool collect_block(bool in_header, VttCue& cue);
  void add_block(Span span, std::uint32_t line, VttBlock::Kind kind, Span region);

  std::string_view text_;
  std::size_t at_ = 0;
  std::uint32_t line_ = 0;  // of the line last taken
  std::uint32_t block_end_ = 0;
  bool seen_cue_ = false;
  VttFile file_;
};

// Parses a whole file.
VttFile parse_webvtt(std::string_view text);

// The settings of a cue, with defaults where none or wrong ones are given. Section 6.3, "parse the WebVTT cue
// settings".
VttSettings parse_vtt_settings(std::string_view settings, const std::vector<VttRegion>& regions);

// Section 6.2, "collect WebVTT region settings".
VttRegion parse_vtt_region(std::string_view settings);

// Section 6.3, "collect a WebVTT timestamp", at `at`, which is moved past it; false where there is none.
bool collect_vtt_timestamp(std::string_view text, std::size_t& at, std::int64_t& ms) noexcept;

}  // namespace visavis
