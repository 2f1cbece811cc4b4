#include "readers/json/json_format.h"
#include "readers/readers.h"

// WhisperX: Whisper's segments with aligned words and, after diarisation, speakers of both.
namespace visavis {
namespace {

constexpr JsonSignature kSignatures[] = {
    {0.97, "segments[].start segments[].text word_segments[]"},
    {0.96, "segments[].start segments[].text segments[].words[].score"},
    {0.96, "segments[].start segments[].text segments[].words[].word segments[].words[].speaker"},
    {0.92, "segments[].avg_logprob segments[].text segments[].speaker"},
    {0.85, "segments[].start segments[].text segments[].words[].word segments[].speaker"},
    {0.89, "segments[].start segments[].end segments[].text segments[].speaker language"},
};
constexpr JsonRule kRules[] = {
    {"language", Of::file, As::language},
    {"segments[]", Of::segment, As::open},
    {"segments[].speaker", Of::segment, As::speaker},
    {"segments[].start", Of::segment, As::start, Unit::seconds},
    {"segments[].end", Of::segment, As::end, Unit::seconds},
    {"segments[].text", Of::segment, As::text},
    {"segments[].words[]", Of::word, As::open},
    {"segments[].words[].word|text", Of::word, As::text},
    {"segments[].words[].start", Of::word, As::start, Unit::seconds},
    {"segments[].words[].end", Of::word, As::end, Unit::seconds},
    {"segments[].words[].score|probability|confidence", Of::word, As::confidence},
    {"segments[].words[].speaker", Of::word, As::speaker},
};
constexpr JsonFormat kFormat = {kSignatures, kRules};

double sniff(const Input& input) noexcept { return sniff_json(input, kFormat); }
Result<Transcript> read(const Input& input, const ReadOptions& options) {
  return read_json(input, options, kFormat);
}

}  // namespace

const FormatReader whisperx_reader = {"whisperx", "WhisperX JSON", 11, sniff, read};

}  // namespace visavis
