#include "readers/cues.h"
#include "readers/readers.h"

namespace visavis {
namespace {

double sniff(const Input& input) noexcept { return input.text.starts_with("WEBVTT") ? 1 : 0; }

Result<Transcript> read(const Input& input, const ReadOptions& options) {
  TranscriptBuilder builder;
  CueJoiner joiner(builder, options.join);
  Lines lines(input.text);
  Cue cue;
  for (Span line; lines.next(line);) {
    const std::string_view text = slice(input.text, line);
    const std::size_t arrow = text.find("-->");
    if (arrow == std::string_view::npos) {
      std::string_view words = text;
      if (cue.start_ms == kNoTime || words.empty()) continue;
      if (words.starts_with("<v ")) {
        const std::size_t end = std::min(words.find('>'), words.size() - 1);
        cue.speaker = words.substr(3, end - 3);
        words.remove_prefix(end + 1);
      }
      cue.text = words;
      cue.line = lines.number();
      if (!joiner.add(cue)) return Error{ErrorCode::too_large, lines.number(), "The transcript is too long."};
      cue = {};
      continue;
    }
    parse_clock(text, cue.start_ms);
    parse_clock(trim(text.substr(arrow + 3)), cue.end_ms);
  }
  return builder.finish();
}

}  // namespace

const FormatReader webvtt_reader = {"webvtt", "WebVTT subtitles, captions and chapters", 90, sniff, read};

}  // namespace visavis
