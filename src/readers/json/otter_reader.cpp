#include "readers/json/json_format.h"
#include "readers/readers.h"

// Otter's own JSON: offsets in samples at 16 kHz, word times in seconds from their paragraph's start; and the
// exports that call the paragraphs speech segments.
namespace visavis {
namespace {

constexpr JsonSignature kSignatures[] = {
    {0.96, "*transcripts[].start_offset *transcripts[].transcript"},
    {0.96, "speech_segments[].transcript speech_segments[].start_ts"},
};
constexpr JsonRule kRules[] = {
    {"title", Of::file, As::title},
    {"language", Of::file, As::language},
    {"speakers[]", Of::speaker, As::open},
    {"speakers[].id|speaker_id", Of::speaker, As::speaker},
    {"speakers[].speaker_name|name", Of::speaker, As::name},
    {"transcripts[]", Of::segment, As::open},
    {"transcripts[].speaker_id", Of::segment, As::speaker, Unit::none, 1},
    {"transcripts[].speaker_model_label", Of::segment, As::speaker},
    {"transcripts[].speaker_name", Of::segment, As::name},
    {"transcripts[].start_offset", Of::segment, As::start, Unit::samples_16k},
    {"transcripts[].end_offset", Of::segment, As::end, Unit::samples_16k},
    {"transcripts[].transcript", Of::segment, As::text},
    {"transcripts[].alignment[]", Of::word, As::open},
    {"transcripts[].alignment[].word", Of::word, As::text},
    {"transcripts[].alignment[].start", Of::word, As::start, Unit::seconds},
    {"transcripts[].alignment[].end", Of::word, As::end, Unit::seconds},
    {"speech_segments[]", Of::segment, As::open},
    {"speech_segments[].speaker_id", Of::segment, As::speaker},
    {"speech_segments[].speaker_name", Of::segment, As::name},
    {"speech_segments[].start_ts", Of::segment, As::start, Unit::seconds},
    {"speech_segments[].end_ts", Of::segment, As::end, Unit::seconds},
    {"speech_segments[].transcript", Of::segment, As::text},
};

void words_from_their_paragraph(Draft& draft) {
  for (const DraftSegment& segment : draft.segments) {
    if (segment.start_ms == kNoTime) continue;
    for (std::uint32_t i = 0; i < segment.word_count; ++i) {
      DraftWord& word = draft.words[segment.first_word + i];
      if (word.start_ms != kNoTime) word.start_ms += segment.start_ms;
      if (word.end_ms != kNoTime) word.end_ms += segment.start_ms;
    }
  }
}

constexpr JsonFormat kFormat = {
    kSignatures, kRules, "speech|data", SpeakerNumbers::automatic, true, words_from_their_paragraph};

double sniff(const Input& input) noexcept { return sniff_json(input, kFormat); }
Result<Transcript> read(const Input& input, const ReadOptions& options) {
  return read_json(input, options, kFormat);
}

}  // namespace

const FormatReader otter_reader = {"otter", 22, sniff, read};

}  // namespace visavis
