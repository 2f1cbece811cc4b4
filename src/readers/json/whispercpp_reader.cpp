#include "readers/json/json_format.h"
#include "readers/readers.h"

// whisper.cpp's `-oj` and `-ojf`: tokens are parts of words, with the space before a word in the token.
namespace visavis {
namespace {

constexpr JsonSignature kSignatures[] = {
    {0.98, "transcription[].offsets.from transcription[].text"},
    {0.98, "transcription[].timestamps.from transcription[].text"},
};
constexpr JsonRule kRules[] = {
    {"result.language", Of::file, As::language},
    {"transcription[]", Of::segment, As::open},
    {"transcription[].timestamps.from", Of::segment, As::start, Unit::seconds},
    {"transcription[].timestamps.to", Of::segment, As::end, Unit::seconds},
    {"transcription[].offsets.from", Of::segment, As::start, Unit::milliseconds},
    {"transcription[].offsets.to", Of::segment, As::end, Unit::milliseconds},
    {"transcription[].speaker", Of::segment, As::speaker},
    {"transcription[].speaker_turn_next", Of::segment, As::other_next},
    {"transcription[].text", Of::segment, As::text},
    {"transcription[].tokens[]", Of::word, As::open},
    {"transcription[].tokens[].text", Of::word, As::text},
    {"transcription[].tokens[].offsets.from", Of::word, As::start, Unit::milliseconds},
    {"transcription[].tokens[].offsets.to", Of::word, As::end, Unit::milliseconds},
    {"transcription[].tokens[].p", Of::word, As::confidence},
};

// Joins the tokens of one word, and leaves out marks like [_BEG_].
void join_tokens(Draft& draft) {
  std::vector<DraftWord> words;
  for (DraftSegment& segment : draft.segments) {
    const auto first = static_cast<std::uint32_t>(words.size());
    for (std::uint32_t i = 0; i < segment.word_count; ++i) {
      const DraftWord& token = draft.words[segment.first_word + i];
      const std::string_view text = slice(draft.text, token.text);
      if (text.starts_with("[_") || text.starts_with("<|")) continue;
      if (words.size() > first && !text.starts_with(' ') && words.back().text.end == token.text.begin) {
        words.back().text.end = token.text.end;
        words.back().end_ms = token.end_ms;
        words.back().confidence = std::min(words.back().confidence, token.confidence);
      } else {
        words.push_back(token);
      }
    }
    segment.first_word = first;
    segment.word_count = static_cast<std::uint32_t>(words.size()) - first;
  }
  draft.words = std::move(words);
}

constexpr JsonFormat kFormat = {kSignatures, kRules, "", SpeakerNumbers::automatic, true, join_tokens};

double sniff(const Input& input) noexcept { return sniff_json(input, kFormat); }
Result<Transcript> read(const Input& input, const ReadOptions& options) {
  return read_json(input, options, kFormat);
}

}  // namespace

const FormatReader whispercpp_reader = {"whispercpp", 12, sniff, read};

}  // namespace visavis
